"""The screen is kept on while the session runs or waits, and at no other time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from recovery_coach.ui.around import NothingAround
from tests.ui.seat import Seat, fire, steps

Key = Qt.Key
GET_READY = 5


class Lamp(QObject):
    """A screen that is on or not, as it was told last."""

    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on = False

    def keep_on(self, on: bool) -> None:
        self.on = on


@pytest.fixture
def lamp(seat: Seat) -> Lamp:
    lamp = Lamp()
    seat.window_of_today().around = around = NothingAround()
    around.screen = lamp
    return lamp


def test_it_is_on_while_the_session_runs(seat: Seat, lamp: Lamp):
    assert not lamp.on
    seat.start(*steps("plank"))
    assert lamp.on
    seat.pass_time(GET_READY + 19)
    assert lamp.on
    seat.pass_time(2)
    assert not lamp.on, "on the finish page it may go dark"


def test_in_a_pause_it_may_go_dark_and_is_on_again_with_get_ready(seat: Seat, lamp: Lamp):
    seat.start(*steps("plank"))
    seat.press(Key.Key_Space)
    assert not lamp.on
    seat.press(Key.Key_Space)
    assert lamp.on


def test_it_is_on_while_a_step_waits_to_be_done(seat: Seat, lamp: Lamp):
    seat.start(*steps("pack_up"))
    seat.pass_time(GET_READY + 1)
    assert lamp.on
    seat.press(Key.Key_Return)
    assert not lamp.on


def test_where_it_hurts_or_nobody_was_there_it_may_go_dark(seat: Seat, lamp: Lamp):
    seat.start(*steps("plank"))
    seat.clock.suspend(600)
    fire(seat.stage)
    assert not lamp.on
    seat.application.processEvents()
    seat.press(Key.Key_Return)
    assert lamp.on
    seat.press(Key.Key_H)
    assert not lamp.on


def test_closing_the_window_leaves_nothing_on(seat: Seat, lamp: Lamp):
    seat.start(*steps("plank"))
    seat.window.close()
    assert not lamp.on
    seat.click("End and keep it")
    assert not seat.window.isVisible()
    assert not lamp.on


def test_where_nothing_keeps_it_on_that_is_said_and_goes_by_itself(seat: Seat, lamp: Lamp):
    seat.start(*steps("plank"))
    lamp.refused.emit()
    assert seat.sees("Your screen may go dark")
    assert seat.window.toast._timer.isActive()


def test_a_refusal_that_comes_too_late_is_not_said(seat: Seat, lamp: Lamp):
    seat.start(*steps("plank"))
    seat.pass_time(GET_READY + 21)
    seat.click("Skip")
    lamp.refused.emit()
    assert not seat.sees("Your screen may go dark")


def test_what_is_said_in_a_session_leaves_its_buttons_free(seat: Seat, lamp: Lamp):
    window = seat.window
    window.resize(900, 600)
    seat.start(*steps("plank"))
    lamp.refused.emit()
    transport = seat.stage.desk.transport
    top = transport.mapTo(window, transport.rect().topLeft()).y()
    assert window.toast.geometry().bottom() < top
    assert window.toast.width() <= window.width()
