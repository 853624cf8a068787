"""An entry of the journal: every answer changed or taken out, with Undo and older versions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime

from recovery_coach.journal import PainEntry
from recovery_coach.ui.pain_page import PainPage
from tests import places
from tests.journal.make import pain
from tests.ui.seat import Seat


def write(seat: Seat, entry: PainEntry) -> str:
    return seat.prepare().journal.append(entry).record_id


def open_entry(seat: Seat, record_id: str) -> PainPage:
    seat.sit_down()
    seat.click("Journal")
    seat.window.entries.open(record_id)
    seat.application.processEvents()
    page = seat.page
    assert isinstance(page, PainPage)
    return page


def full(seat: Seat, **changes: Any) -> str:
    return write(seat, places.full_entry(seat.clock.now(), **changes))


def told(seat: Seat, record_id: str) -> PainEntry:
    entry = seat.journal.get(record_id)
    assert entry is not None
    assert isinstance(entry.record, PainEntry)
    return entry.record


def test_everything_is_shown_as_it_was_given(seat: Seat):
    record_id = full(seat)
    page = open_entry(seat, record_id)
    assert seat.sees("Pain 6 of 10")
    assert seat.sees("Wednesday 4 March, 07:30")
    assert page.form.entry(told(seat, record_id)) == told(seat, record_id)
    assert page.amendment() is None


def test_what_is_untouched_stays_as_a_newer_program_wrote_it(seat: Seat):
    strange = {
        "qualities": ("pins_and_needles", "sharp", "dull"),
        "regions": ("eyebrow_L=2", "lowback_R=3", "lowback_L"),
        "lifts": ("yoke", "row", "deadlift"),
        "taken": ("tens", "heat"),
        "training": "swim",
        "runs_down": "ankle",
        "water": 1.2345,
    }
    record_id = full(seat, **strange)
    before = told(seat, record_id)
    page = open_entry(seat, record_id)
    assert page.amendment() is None
    seat.click(page.form.much.back.strip.buttons[2])
    seat.click("Save")
    after = told(seat, record_id)
    assert after.nrs == 2
    assert after == places.full_entry(before.at, **strange, nrs=2)


def test_an_answer_is_changed_and_another_taken_out(seat: Seat):
    record_id = full(seat)
    page = open_entry(seat, record_id)
    before = told(seat, record_id)
    seat.click(page.form.much.leg.clear_button)
    seat.click("Sharp")
    seat.click(page.form.does.woke.chips["no"])
    seat.click("Save")
    after = told(seat, record_id)
    assert (after.leg_nrs, after.qualities, after.woke) == (None, ("dull", "achy"), False)
    seat.undo()
    assert told(seat, record_id) == before


def test_the_day_is_changed(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now()))
    page = open_entry(seat, record_id)
    seat.click("Change the day or time")
    assert not seat.buttons("It is now after all")
    seat.click(next(d for d in page.when.days.days if d.day == date(2026, 3, 1)))
    page.when.time.setTime(QTime(21, 15))
    seat.click("Save")
    assert told(seat, record_id).at == seat.clock.now().replace(day=1, hour=21, minute=15)
    assert len(seat.journal.on_day(PainEntry, date(2026, 3, 1))) == 1
    seat.undo()
    assert told(seat, record_id).at == seat.clock.now()


def test_the_future_is_refused_in_words(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now()))
    page = open_entry(seat, record_id)
    seat.click("Change the day or time")
    page.when.time.setTime(QTime(23, 0))
    seat.click("Save")
    assert seat.page is page
    assert seat.sees("That day and time are still to come.")
    assert told(seat, record_id).at == seat.clock.now()


def test_an_entry_from_a_clock_that_was_ahead_can_be_changed_all_the_same(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now().replace(hour=23)))
    page = open_entry(seat, record_id)
    assert not seat.sees("still to come")
    seat.click(page.form.much.back.strip.buttons[4])
    seat.click("Save")
    assert told(seat, record_id).nrs == 4


def test_leaving_the_page_keeps_what_was_changed(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now()))
    page = open_entry(seat, record_id)
    seat.click("Add a note")
    seat.type("stairs")
    seat.click("Today")
    assert told(seat, record_id).note == "stairs"
    seat.undo()
    assert told(seat, record_id).note == ""
    assert page is not seat.page


def test_what_is_emptied_is_gone_and_undo_brings_it_back(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now()))
    page = open_entry(seat, record_id)
    seat.click(page.form.much.back.clear_button)
    seat.click("Save")
    assert seat.journal.get(record_id) is None
    seat.undo()
    assert told(seat, record_id).nrs == 3


def test_deleting_writes_no_change_before(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now()))
    page = open_entry(seat, record_id)
    seat.click(page.form.much.back.strip.buttons[9])
    seat.click("Delete")
    assert len(seat.journal.history(record_id)) == 2
    seat.undo()
    assert told(seat, record_id).nrs == 3


def test_older_versions_say_what_was_changed(seat: Seat):
    record_id = full(seat)
    page = open_entry(seat, record_id)
    seat.click(page.form.much.back.strip.buttons[2])
    seat.click("Save")
    seat.window.entries.open(record_id)
    seat.click("Edited 1 time")
    assert seat.sees(": 6 → 2")


def test_a_change_from_elsewhere_is_shown_unless_something_is_being_written(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now()))
    page = open_entry(seat, record_id)
    seat.journal.revise(record_id, pain(7, at=seat.clock.now()))
    page.refresh()
    seat.application.processEvents()
    assert seat.sees("Pain 7 of 10")
    assert len(seat.buttons("Save")) == 1
    seat.click(page.form.much.back.strip.buttons[1])
    seat.journal.revise(record_id, pain(8, at=seat.clock.now()))
    page.refresh()
    assert page.form.much.back.value == 1


def test_tab_comes_to_save_after_the_form_also_when_it_was_made_anew(seat: Seat):
    record_id = write(seat, pain(3, at=seat.clock.now()))
    page = open_entry(seat, record_id)
    page.refresh()
    seat.application.processEvents()
    page.form.matter_button.setFocus()
    seat.press(Qt.Key.Key_Tab)
    assert seat.application.focusWidget().text() == "Save"


@pytest.mark.parametrize("source", ["before", "after"])
def test_a_number_of_a_session_that_is_gone_says_so(seat: Seat, source: str):
    record_id = write(seat, pain(3, at=seat.clock.now(), source=source, session="gone"))
    open_entry(seat, record_id)
    assert seat.sees(f"{source} a session that was deleted")
