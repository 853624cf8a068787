"""Hours of use: nothing is lost, nothing piles up, the process does not abort."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests import pictures
from tests.ui.seat import Seat, close_window, fire, steps

SLACK = 200
pytestmark = pytest.mark.timeout(600)
IMMORTAL = sys.version_info >= (3, 12)
"""From Python 3.12 on None has no count that could fall; then only that it runs is tested."""


def nones() -> int:
    """How often None is referred to, by what is in use: garbage of other tests is gone."""
    gc.collect()
    return sys.getrefcount(None)


def assert_none_is_kept(before: int) -> None:
    if not IMMORTAL:
        assert sys.getrefcount(None) > before - SLACK


@pytest.mark.parametrize("ticks", [5000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_session_of_thousands_of_ticks(seat: Seat, ticks: int):
    seat.practise(*steps("plank", "squat", "breathing", "side_plank", "dead_bug"))
    stage = seat.stage
    before = nones()
    things = len(stage.findChildren(QObject))
    for number in range(ticks):
        if number % 500 == 499:
            stage.practice.handle(stage.practice.player.seek(-120))
        seat.clock.advance(0.033)
        fire(stage)
        if number % 250 == 0:
            stage.grab()
    assert not stage.practice.player.ended
    assert len(stage.findChildren(QObject)) == things
    assert_none_is_kept(before)


@pytest.mark.parametrize("rounds", [60, pytest.param(3000, marks=pytest.mark.long)])
def test_today_refreshed_again_and_again(seat: Seat, rounds: int):
    window = seat.sit_down()
    seat.click(seat.page.strip.buttons[7])
    seat.application.processEvents()
    before = nones()
    widgets = len(window.findChildren(QWidget))
    for _ in range(rounds):
        window.today.refresh()
        seat.application.processEvents()
        seat.application.sendPostedEvents(None, 52)  # DeferredDelete, as an event loop would
    assert len(window.findChildren(QWidget)) == widgets
    assert_none_is_kept(before)


@pytest.mark.parametrize("rounds", [20, pytest.param(500, marks=pytest.mark.long)])
def test_going_to_and_fro_between_pages_leaves_none_behind(seat: Seat, rounds: int):
    window = seat.sit_down()
    before = nones()

    def go_round() -> None:
        window.open_routine("pre_deadlift")
        window.show_today()
        window.sessions.start_by_id("express_3")
        seat.application.processEvents()
        window.stage.stop_it_hurts()
        window.page.offers["stop"].click()
        window.page.skipped.emit()
        seat.application.processEvents()
        seat.application.sendPostedEvents(None, 52)

    go_round()
    widgets = len(window.findChildren(QWidget))
    for _ in range(rounds):
        go_round()
    assert window.pages.count() == 1
    assert abs(len(window.findChildren(QWidget)) - widgets) < 20
    assert_none_is_kept(before)


@pytest.mark.long
def test_every_page_opened_many_times(qapp: QApplication, tmp_path):
    before = nones()
    for number in range(20):
        for name in pictures.MAKERS:
            home = tmp_path / f"{name}-{number}"
            window, app = pictures.open_page(qapp, "dark", home, name)
            window.show()
            qapp.processEvents()
            window.grab()
            close_window(window)
            app.close()
    gc.collect()
    assert_none_is_kept(before)
