"""The list of keys is the truth; "?" shows it anywhere, and a session stands still meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from recovery_coach.session.states import State
from recovery_coach.ui.finish import FinishPage
from recovery_coach.ui.hurt import HurtPage
from recovery_coach.ui.shortcuts import ShortcutsOverlay, groups
from recovery_coach.ui.window import places
from tests.ui.seat import Seat, steps

Key = Qt.Key


def listed() -> set[str]:
    return {
        QKeySequence(key).toString()
        for group in groups()
        for line in group.lines
        for key in line.installed
    }


def installed(seat: Seat) -> set[str]:
    return {shortcut.key().toString() for shortcut in seat.window.findChildren(QShortcut)}


def overlay(seat: Seat) -> ShortcutsOverlay | None:
    found = list(seat.all(ShortcutsOverlay))
    assert len(found) <= 1
    return found[0] if found else None


# -- the table ---------------------------------------------------------------------------------


def test_every_key_that_does_something_is_in_the_list_and_no_other(seat: Seat):
    window = seat.sit_down()
    found = installed(seat)
    for place in places():
        window.go(place.name)
        found |= installed(seat)
    window.open_routine("pre_squat")
    found |= installed(seat)
    seat.click("Start")
    found |= installed(seat)
    seat.press(Key.Key_H)
    found |= installed(seat)
    assert found == listed()


def test_no_key_is_listed_twice(seat: Seat):
    lines = [line for group in groups() for line in group.lines]
    keys = [QKeySequence(key).toString() for line in lines for key in line.installed]
    assert len(keys) == len(set(keys))
    assert all(line.shown and line.does for line in lines)


# -- shown -------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [place.name for place in places()])
def test_question_mark_shows_the_keys_and_escape_takes_them_away(seat: Seat, place: str):
    window = seat.sit_down()
    window.go(place)
    page = seat.page
    seat.press(Key.Key_Question)  # a display adds Shift, and Qt takes it off again
    assert overlay(seat) is not None
    for group in groups():
        assert seat.sees(group.title)
        assert all(seat.sees(line.does) for line in group.lines)
    seat.press(Key.Key_Escape)
    assert overlay(seat) is None
    assert seat.page is page
    assert page.hasFocus()


def test_pressed_again_there_is_still_one(seat: Seat):
    seat.sit_down()
    seat.press(Key.Key_Question, Key.Key_Question)
    assert overlay(seat) is not None
    seat.press(Key.Key_Escape)
    assert overlay(seat) is None


def test_the_button_closes_it_and_tab_stays_inside(seat: Seat):
    seat.sit_down()
    seat.press(Key.Key_Question)
    shown = overlay(seat)
    assert shown is not None
    for _ in range(4):
        seat.press(Key.Key_Tab)
        focused = seat.application.focusWidget()
        assert focused is not None
        assert shown.isAncestorOf(focused)
    seat.click(shown.close_button)
    assert overlay(seat) is None


def test_it_covers_the_window_at_any_size(seat: Seat):
    window = seat.sit_down()
    seat.press(Key.Key_Question)
    window.resize(1000, 700)
    seat.application.processEvents()
    shown = overlay(seat)
    assert shown is not None
    assert shown.geometry() == window.rect()


def test_another_page_takes_it_away(seat: Seat):
    window = seat.sit_down()
    seat.press(Key.Key_Question)
    window.go("settings")
    assert overlay(seat) is None


def test_in_a_text_it_is_a_question_mark(seat: Seat):
    window = seat.sit_down()
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    seat.type("why?")
    assert field.text() == "why?"
    assert overlay(seat) is None


def test_a_note_at_the_finish_may_ask(seat: Seat):
    stage = seat.practise(*steps("plank"))
    stage.practice.handle(stage.practice.player.skip())
    stage.practice.handle(stage.practice.player.skip())
    assert isinstance(seat.page, FinishPage)
    seat.page.note.setFocus()
    seat.type("again?")
    assert seat.page.note.toPlainText() == "again?"


# -- in a session ------------------------------------------------------------------------------


def test_a_session_stands_still_while_it_is_read(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(8)
    seat.press(Key.Key_Question)
    assert stage.practice.player.state is State.PAUSED
    assert overlay(seat) is not None
    seat.press(Key.Key_Escape)
    assert overlay(seat) is None
    assert stage.practice.player.state is State.PAUSED, "it goes on when the person says so"
    assert seat.page is stage


def test_space_closes_it_and_goes_on(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.pass_time(8)
    seat.press(Key.Key_Question, Key.Key_Space)
    assert overlay(seat) is None
    assert stage.practice.player.state is State.RESUMING


def test_h_stops_at_once_all_the_same(seat: Seat):
    seat.practise(*steps("plank"))
    seat.pass_time(8)
    seat.press(Key.Key_Question, Key.Key_H)
    assert isinstance(seat.page, HurtPage)
    assert overlay(seat) is None


def test_while_it_is_asked_whether_to_end_there_is_no_list(seat: Seat):
    seat.practise(*steps("plank"))
    seat.press(Key.Key_Escape, Key.Key_Question)
    assert overlay(seat) is None
    assert seat.window.overlays.asking
