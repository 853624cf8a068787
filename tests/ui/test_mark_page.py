"""A day is marked from the journal; a comparison begins today, and says before what it will be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt

from recovery_coach.coach.events import LONGEST
from recovery_coach.journal import MarkRecord, PainEntry
from recovery_coach.ui.mark_page import MarkPage
from tests.journal.make import pain
from tests.ui.seat import Seat


def open_page(seat: Seat) -> MarkPage:
    seat.sit_down()
    return ask(seat)


def ask(seat: Seat) -> MarkPage:
    seat.click("Journal")
    seat.click("Mark a day")
    page = seat.page
    assert isinstance(page, MarkPage)
    return page


def the_mark(seat: Seat) -> MarkRecord:
    (record,) = seat.records(MarkRecord)
    return record


def compare(seat: Seat, page: MarkPage) -> None:
    seat.click(page.kinds.tiles[1])


# -- a day to remember --------------------------------------------------------------------------


def test_today_is_marked_and_stands_in_the_journal(seat: Seat):
    page = open_page(seat)
    page.field.setFocus()
    seat.type("Deadlift PR")
    seat.click("Save")
    assert the_mark(seat) == MarkRecord(at=seat.clock.now(), words="Deadlift PR")
    assert seat.window.toast.text == "Marked."
    (line,) = seat.page.lines
    assert line.accessibleName() == "Deadlift PR, a day to remember"


def test_it_is_taken_back(seat: Seat):
    page = open_page(seat)
    page.field.setFocus()
    seat.type("Week off")
    seat.click("Save")
    seat.undo()
    assert seat.records(MarkRecord) == []


def test_a_past_day_is_marked(seat: Seat):
    page = open_page(seat)
    page.field.setText("Week off")
    seat.click(page.day.minus)
    seat.click(page.day.minus)
    seat.click("Save")
    record = the_mark(seat)
    assert record.at.date() == seat.clock.now().date() - timedelta(days=2)
    assert not record.compares


def test_no_day_that_is_still_to_come(seat: Seat):
    page = open_page(seat)
    assert not page.day.plus.isEnabled()
    page.day.box.setDate(QDate(2030, 1, 1))
    assert page.day.day == seat.clock.now().date()


def test_an_idea_is_taken_and_gone_on_with(seat: Seat):
    page = open_page(seat)
    seat.click("Personal best")
    assert page.field.hasFocus()
    seat.type(", 140 kg")
    seat.press(Qt.Key.Key_Return)
    assert the_mark(seat).words == "Personal best, 140 kg"


def test_nothing_written_is_no_mark(seat: Seat):
    page = open_page(seat)
    page.field.setText("  ")
    seat.click("Save")
    assert seat.page is page
    assert seat.sees("Nothing is written yet.")
    assert page.field.hasFocus()
    seat.type("x")
    assert not seat.sees("Nothing is written yet.")
    assert seat.records(MarkRecord) == []


def test_no_more_is_taken_than_is_read_beside_a_chart(seat: Seat):
    page = open_page(seat)
    page.field.setText("x" * 2000)
    seat.click("Save")
    assert the_mark(seat).words == "x" * LONGEST


@pytest.mark.parametrize("way", ["Not now", "Back"])
def test_not_now(seat: Seat, way: str):
    page = open_page(seat)
    page.field.setText("PR")
    seat.click(way)
    assert seat.page is seat.window._kept["journal"]
    assert seat.records(MarkRecord) == []


def test_from_elsewhere_it_leads_back_there(seat: Seat):
    window = seat.sit_down()
    window.go("routines")
    window.entries.ask_mark(lambda: window.go("exercises"))
    page = seat.page
    assert isinstance(page, MarkPage)
    page.field.setText("PR")
    seat.click("Save")
    assert seat.page is window._kept["exercises"]


@pytest.mark.parametrize("barred", [False, True])
def test_it_may_be_opened_to_compare_where_that_is_possible(seat: Seat, barred: bool):
    seat.prepare()
    if barred:
        began = (seat.clock.now() - timedelta(hours=80)).isoformat()
        seat.checked(4, onset_time=began, trend="same")
    seat.sit_down().entries.ask_mark(compares=True)
    seat.application.processEvents()
    assert seat.page.compares != barred
    assert seat.sees("What do you do from today on?") != barred


def test_by_keyboard_alone(seat: Seat):
    page = open_page(seat)
    page.kinds.enter()
    seat.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    seat.press(Qt.Key.Key_Tab)
    assert page.field.hasFocus()
    seat.type("A walk every day")
    seat.press(Qt.Key.Key_Return)
    assert the_mark(seat).compares


# -- a comparison -------------------------------------------------------------------------------


def test_a_comparison_begins_today_whatever_day_was_looked_at(seat: Seat):
    page = open_page(seat)
    seat.click(page.day.minus)
    compare(seat, page)
    assert not page.day.isVisible()
    assert seat.sees("Today, Wednesday 4 March")
    seat.click("A walk every day")
    seat.click("Save")
    assert the_mark(seat) == MarkRecord(
        at=seat.clock.now(), words="A walk every day", compares=True
    )


def test_one_that_was_saved_after_midnight_begins_on_that_day(seat: Seat):
    page = open_page(seat)
    compare(seat, page)
    seat.click("A walk every day")
    seat.clock.advance(17 * 3600)
    seat.click("Save")
    assert the_mark(seat).at == seat.clock.now()


def test_what_is_compared_is_said_before(seat: Seat):
    for days in range(1, 12):
        seat.prepare().journal.append(pain(3, at=seat.clock.now() - timedelta(days=days)))
    page = open_page(seat)
    assert not seat.sees("What will be compared")
    compare(seat, page)
    assert seat.sees("Your pain on the 14 days before today, with that on the 14 days")
    assert seat.sees("Before today, 11 of 14 have one.")
    assert not seat.sees("That is too few")
    assert seat.sees("in Trends from 18 March 2026 on, not before.")
    assert seat.sees("The first day stays as it is")
    assert seat.sees("Nothing is compared for warning signs")


def test_no_result_is_seen_before(seat: Seat):
    """No number of the days before, no median: only how many there are."""
    for days in range(1, 12):
        seat.prepare().journal.append(pain(7, at=seat.clock.now() - timedelta(days=days)))
    compare(seat, open_page(seat))
    page_words = " ".join(seat.texts)
    assert "7 of" not in page_words
    assert "median" not in page_words.lower()


def test_another_comparison_that_runs_is_told(seat: Seat):
    at = seat.clock.now() - timedelta(days=3)
    seat.prepare().journal.append(MarkRecord(at=at, words="A walk", compares=True))
    compare(seat, open_page(seat))
    assert seat.sees("“A walk” is compared until 14 March 2026: two changes in the same days")


def test_nothing_is_compared_while_a_warning_sign_stands(seat: Seat):
    seat.prepare()
    seat.checked(4, onset_time=(seat.clock.now() - timedelta(hours=80)).isoformat(), trend="same")
    page = open_page(seat)
    assert seat.window.overview.standing().level == "book"
    assert not page.kinds.isVisible()
    assert seat.sees("Nothing is compared while a warning sign stands")
    page.field.setText("PR")
    seat.click("Save")
    assert not the_mark(seat).compares


def test_a_sore_day_is_no_warning_sign(seat: Seat):
    seat.prepare().journal.append(PainEntry(nrs=3, at=seat.clock.now(), source="today"))
    page = open_page(seat)
    assert page.kinds.isVisible()
    assert not seat.sees("Nothing is compared while")
