"""The finish: four taps at most, none of them needed, and what was said is in the journal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from recovery_coach.journal import PainEntry, SessionRecord
from recovery_coach.ui.finish import FinishPage
from tests.fakes import ManualClock
from tests.ui.seat import Seat, steps

WHOLE = 26


def finished(seat: Seat, before: int | None = None) -> FinishPage:
    stage = seat.practise(*steps("plank"))
    if before is not None:
        seat.click(stage.desk.before.buttons[before])
    seat.pass_time(WHOLE)
    page = seat.page
    assert isinstance(page, FinishPage)
    return page


def session(seat: Seat) -> SessionRecord:
    (record,) = seat.records(SessionRecord)
    return record


def test_it_says_what_was_done(seat: Seat):
    finished(seat)
    assert seat.sees("Done.")
    assert seat.sees("Test routine · 1 of 1 sets · 20 s of work")
    assert not seat.window.sidebar.isVisible()


def test_nothing_is_filled_in(seat: Seat):
    page = finished(seat)
    assert page.before is not None
    assert [strip.value for strip in (page.before, page.after, page.effort)] == [None] * 3
    assert page.note.toPlainText() == ""


def test_four_taps_save_it_all(seat: Seat, clock: ManualClock):
    page = finished(seat)
    seat.click(page.before.buttons[4])
    seat.click(page.after.buttons[3])
    seat.click(page.effort.buttons[6])
    seat.click("Save")
    assert seat.page is seat.window.today
    assert seat.sees("Saved.")
    record = session(seat)
    assert (record.pain_before, record.pain_after, record.effort) == (4, 3, 6)
    entries = {entry.source: entry for entry in seat.records(PainEntry)}
    assert {source: entry.nrs for source, entry in entries.items()} == {"before": 4, "after": 3}
    assert entries["before"].at == record.started_at
    assert entries["after"].at == clock.now()


def test_the_number_before_is_asked_once(seat: Seat):
    page = finished(seat, before=2)
    assert page.before is None
    assert not seat.sees("How was your back before?")
    seat.click("Save")
    assert session(seat).pain_before == 2


def test_saving_without_an_answer_fills_in_nothing(seat: Seat):
    finished(seat)
    seat.click("Save")
    record = session(seat)
    assert (record.pain_before, record.pain_after, record.effort) == (None, None, None)
    assert record.note == ""
    assert seat.records(PainEntry) == []


def test_skipping_keeps_the_session(seat: Seat):
    page = finished(seat)
    page.after.buttons[3].click()
    seat.click("Skip")
    assert seat.page is seat.window.today
    record = session(seat)
    assert (record.state, record.pain_after) == ("finished", None)
    assert seat.sees("The session is saved.")


def test_the_note_is_kept_word_for_word_without_the_space_around_it(seat: Seat):
    page = finished(seat)
    seat.click(page.note)
    seat.type("  PR attempt, slept 5 h <b>")
    seat.click("Save")
    assert session(seat).note == "PR attempt, slept 5 h <b>"


def test_today_shows_the_pair(seat: Seat):
    page = finished(seat, before=2)
    seat.click(page.after.buttons[3])
    seat.click("Save")
    assert seat.sees("pain 2 → 3")
    assert seat.page.strip.value == 3


def test_by_keyboard_alone(seat: Seat):
    page = finished(seat, before=2)
    seat.press(Qt.Key.Key_Tab, Qt.Key.Key_3, Qt.Key.Key_Tab, Qt.Key.Key_6, Qt.Key.Key_Tab)
    assert seat.application.focusWidget() is page.note
    seat.type("fine")
    seat.press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    record = session(seat)
    assert (record.pain_after, record.effort, record.note) == (3, 6, "fine")
    assert seat.page is seat.window.today


def test_after_full_screen_the_window_is_a_window_again(seat: Seat):
    stage = seat.practise(*steps("plank"))
    seat.press(Qt.Key.Key_F)
    stage.practice.stop()
    seat.click("Skip")
    assert not seat.window.isFullScreen()
    assert seat.window.sidebar.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_H, Qt.Key.Key_Space])
def test_no_key_of_the_session_leaves_it(seat: Seat, key: Qt.Key):
    page = finished(seat)
    seat.press(key)
    assert seat.page is page


def test_closing_the_window_here_loses_nothing(seat: Seat):
    finished(seat, before=2)
    assert seat.window.close()
    assert session(seat).state == "finished"


def test_a_number_of_today_that_is_old_is_asked_for_again(seat: Seat, clock: ManualClock):
    at = clock.now() - timedelta(hours=2)
    seat.prepare().journal.append(PainEntry(nrs=2, at=at, source="today"))
    seat.get_up()
    assert finished(seat).before is not None


def test_all_that_was_saved_can_be_taken_back(seat: Seat):
    page = finished(seat)
    assert page.before is not None
    seat.click(page.before.buttons[4])
    seat.click(page.after.buttons[3])
    seat.click("Save")
    seat.click("Undo")
    record = session(seat)
    assert (record.state, record.pain_before, record.pain_after) == ("finished", None, None)
    assert seat.records(PainEntry) == []
