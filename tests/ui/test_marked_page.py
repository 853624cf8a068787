"""A marked day, opened: its words and its day are changed; the day of a comparison is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from recovery_coach.coach.events import read_events
from recovery_coach.insight.plain import Event, Span
from recovery_coach.journal import MarkRecord
from recovery_coach.ui.marked_page import MarkedPage
from tests.ui.seat import Seat

EVER = Span(date(1900, 1, 1), date(2200, 1, 1))


def write(seat: Seat, words: str = "Deadlift PR", compares: bool = False, days: int = 0) -> str:
    at = seat.clock.now() + timedelta(days=days)
    record = MarkRecord(at=at, words=words, compares=compares)
    return seat.prepare().journal.append(record).record_id


def open_it(seat: Seat) -> MarkedPage:
    seat.sit_down()
    seat.click("Journal")
    (line,) = seat.page.lines
    seat.click(line)
    page = seat.page
    assert isinstance(page, MarkedPage)
    return page


def event(seat: Seat) -> Event:
    (found,) = read_events(seat.journal, EVER)
    return found


def test_words_and_day_are_changed_with_undo_and_older_versions(seat: Seat):
    record_id = write(seat, days=-1)
    page = open_it(seat)
    assert seat.sees("A marked day")
    assert seat.sees("Yesterday, Tuesday 3 March")
    assert not seat.sees("07:30")  # it is about a day
    page.field.setText("Deadlift PR, 140 kg")
    assert page.day is not None
    seat.click(page.day.minus)
    seat.click("Save")
    assert (event(seat).words, event(seat).day) == ("Deadlift PR, 140 kg", date(2026, 3, 2))
    seat.undo()
    assert (event(seat).words, event(seat).day) == ("Deadlift PR", date(2026, 3, 3))
    seat.window.entries.open(record_id)
    assert seat.buttons("Edited 2 times")
    seat.click("Edited 2 times")
    assert seat.sees("Words: “Deadlift PR” → “Deadlift PR, 140 kg”")
    assert seat.sees("Day: Tuesday 3 March → Monday 2 March")


def test_leaving_keeps_what_was_typed(seat: Seat):
    write(seat)
    page = open_it(seat)
    page.field.setText("Squat PR")
    seat.click("Back")
    assert event(seat).words == "Squat PR"


def test_looking_changes_nothing(seat: Seat):
    write(seat, words="of another\nprogram " + "y" * 2000)
    page = open_it(seat)
    assert page.amendment() is None
    seat.click("Back")
    assert len(seat.journal.history(event(seat).record)) == 1


def test_a_day_that_is_still_to_come_stays_where_a_clock_ran_ahead(seat: Seat):
    write(seat, days=3)
    page = open_it(seat)
    assert page.day is not None
    assert page.day.day == date(2026, 3, 7)
    assert page.amendment() is None


def test_emptied_it_keeps_its_words(seat: Seat):
    write(seat)
    page = open_it(seat)
    page.field.clear()
    seat.click("Save")
    assert event(seat).words == "Deadlift PR"


@pytest.mark.parametrize("compares", [False, True])
def test_it_is_deleted_and_brought_back(seat: Seat, compares: bool):
    write(seat, compares=compares)
    page = open_it(seat)
    page.field.setText("something else")
    seat.click("Delete")
    assert read_events(seat.journal, EVER) == ()
    assert seat.window.toast.text == "Deleted."
    seat.undo()
    assert event(seat).words == "Deadlift PR"


def test_of_a_comparison_only_the_words_can_be_changed(seat: Seat):
    write(seat, "A walk every day", compares=True)
    seat.clock.advance(86400 * 5)
    page = open_it(seat)
    assert seat.sees("From this day on")
    assert page.day is None
    assert seat.sees("are compared: in Trends from 18 March 2026 on, not before.")
    assert seat.sees("The day stays as it is")
    page.field.setText("A long walk every day")
    seat.click("Save")
    found = event(seat)
    assert (found.words, found.day) == ("A long walk every day", date(2026, 3, 4))
    assert found.marked_on == found.day


def test_one_that_was_written_down_afterwards_says_so(seat: Seat):
    write(seat, "A walk every day", compares=True, days=-9)
    open_it(seat)
    assert seat.sees("It was written down on 4 March 2026, after its first day")
    assert not seat.sees("The day stays as it is")


def test_what_changes_elsewhere_is_shown_but_not_over_what_is_typed(seat: Seat):
    record_id = write(seat)
    page = open_it(seat)
    entry = seat.journal.get(record_id)
    assert entry is not None
    seat.journal.revise(record_id, replace(entry.record, words="Squat PR"))
    page.refresh()
    assert page.field.text() == "Squat PR"
    page.field.setText("mine")
    page.refresh()
    assert page.field.text() == "mine"
