"""Something new or worrying in a session: it stands still at once, and waits for what follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.journal import SessionRecord
from recovery_coach.session.states import State
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.stage import StagePage
from tests.ui.seat import SMALL, Seat, steps

Key = Qt.Key
LABEL = "Something new or worrying?"
GET_READY = 5


@pytest.fixture
def stage(seat: Seat) -> StagePage:
    made = seat.practise(*steps("plank"))
    seat.pass_time(GET_READY + 6)
    return made


def worried(stage: StagePage) -> list[State]:
    """The state of the session each time it was said."""
    told: list[State] = []
    stage.worry.connect(lambda: told.append(stage.practice.player.state))
    return told


def turn_away(seat: Seat) -> QWidget:
    """The check in the place of the stage, as the window shows it."""
    page = QWidget()
    seat.window.show_page(page, alone=True)
    seat.application.processEvents()
    return page


def test_the_button_stops_at_once_and_says_so(seat: Seat, stage: StagePage):
    told = worried(stage)
    seat.click(LABEL)
    assert told == [State.PAUSED]


def test_the_key_does_the_same(seat: Seat, stage: StagePage):
    told = worried(stage)
    seat.press(Key.Key_W)
    assert told == [State.PAUSED]


def test_the_key_is_there_from_the_floor_and_in_the_mini_window(seat: Seat, stage: StagePage):
    told = worried(stage)
    stage.faces.show_floor(True)
    seat.press(Key.Key_W)
    assert told == [State.PAUSED]
    seat.click("Not now")
    assert seat.page is stage
    stage.faces.show_floor(False)
    stage.faces.turn_mini()
    seat.application.processEvents()
    mini = stage.faces.mini
    assert mini is not None
    with seat.qtbot.waitActive(mini, timeout=5000):
        pass
    seat.qtbot.keyClick(mini, Key.Key_W)
    assert told == [State.PAUSED, State.PAUSED]
    assert stage.faces.mini is None, "it is asked in the large window"


def test_the_key_works_through_the_question_whether_to_end(seat: Seat, stage: StagePage):
    told = worried(stage)
    seat.press(Key.Key_Escape)
    assert seat.sees("End this session?")
    seat.press(Key.Key_W)
    assert told == [State.PAUSED]
    assert not seat.sees("End this session?")


def test_coming_back_it_stands_where_it_stood(seat: Seat, stage: StagePage):
    seat.press(Key.Key_W)
    at = stage.practice.player.position
    turn_away(seat)
    seat.clock.advance(90)
    seat.window.show_page(stage, alone=True)
    stage.come_back()
    seat.application.processEvents()
    assert stage.practice.player.state is State.PAUSED
    assert stage.practice.player.position == at
    seat.press(Key.Key_Space)
    seat.pass_time(4)
    assert stage.practice.player.state is State.RUNNING


def test_a_level_that_ends_it_keeps_what_was_done_and_asks_nothing(seat: Seat, stage: StagePage):
    seat.press(Key.Key_W)
    page = turn_away(seat)
    stage.end_after_check()
    seat.application.processEvents()
    (session,) = seat.records(SessionRecord)
    assert (session.state, session.stop_reason) == ("stopped", "check")
    assert seat.page is page
    assert not isinstance(seat.page, FinishPage)


def test_a_session_that_had_not_begun_waits_until_one_is_back(seat: Seat):
    window = seat.sit_down(SMALL)
    window.sessions._begin = lambda stage, at: None  # type: ignore[method-assign]
    stage = seat.start(*steps("plank"))
    seat.press(Key.Key_W)
    turn_away(seat)
    stage.begin()
    assert stage.practice.player.state is State.READY
    window.show_page(stage, alone=True)
    stage.come_back()
    assert stage.practice.player.state is State.RUNNING


def test_the_button_says_its_key_and_is_reached_by_tab(seat: Seat, stage: StagePage):
    made = stage.desk.worry
    assert "W" in made.toolTip()
    assert made.accessibleDescription() == made.toolTip()
    met = set()
    for _ in range(20):
        seat.press(Key.Key_Tab)
        met.add(seat.application.focusWidget())
    assert made in met


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_beside_this_hurts(seat: Seat, stage: StagePage, percent: int):
    seat.window.look.choose(text_size=percent)
    seat.window.resize(900, 600)
    for _ in range(4):
        seat.application.processEvents()
    made, hurts = stage.desk.worry, stage.desk.transport.hurts
    assert isinstance(made, QPushButton)
    assert made.width() >= made.sizeHint().width()
    assert made.height() >= made.sizeHint().height()
    right = [b.mapTo(seat.window, b.rect().topRight()).x() for b in (made, hurts)]
    assert right[0] == right[1]
