"""Changing an entry afterwards: both places of a number, one write, every version kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from recovery_coach.coach.amending import Answers, amend_entry, amend_session
from recovery_coach.coach.numbers import Numbers
from recovery_coach.coach.overview import Overview
from recovery_coach.coach.versions import Version, versions_of
from recovery_coach.journal import Entry, Journal, PainEntry, SessionRecord
from recovery_coach.library.loader import Library
from recovery_coach.timeline.model import Options
from tests.fakes import ManualClock
from tests.journal.make import hurt, one_set, pain, session


@pytest.fixture
def answers(journal: Journal, clock: ManualClock) -> Answers:
    """Those of the session ``s``, as the player and the finish page write it."""
    began = session(started_at=clock.now())
    journal.append(began, record_id="s")
    journal.append(pain(4, at=clock.now(), source="before", session="s"))
    journal.append(one_set("s"), record_id="s:0")
    clock.advance(600)
    ended = {"state": "finished", "ended_at": clock.now(), "active_seconds": 500.0}
    journal.revise("s", session(started_at=began.started_at, pain_before=4, **ended))
    clock.advance(30)
    journal.append(pain(3, at=clock.now(), source="after", session="s"))
    last = session(
        started_at=began.started_at, pain_before=4, pain_after=3, effort=6, note="ok", **ended
    )
    journal.revise("s", last)
    return Answers.of(last)


def told(journal: Journal) -> Answers:
    entry = journal.get("s")
    assert entry is not None
    assert isinstance(entry.record, SessionRecord)
    return Answers.of(entry.record)


def numbers(journal: Journal) -> dict[str, int]:
    return {one.record.source: one.record.nrs for one in journal.numbers_of("s")}


def versions(journal: Journal) -> list[Version]:
    return versions_of(journal.history("s"))


def change(journal: Journal, clock: ManualClock, answers: Answers) -> list[str]:
    clock.advance(90_000)
    return amend_session(journal, "s", answers)


def test_a_note_changes_the_session_alone(journal: Journal, clock: ManualClock, answers: Answers):
    (version,) = change(journal, clock, Answers(before=4, after=3, effort=6, note="better"))
    assert told(journal).note == "better"
    assert numbers(journal) == {"before": 4, "after": 3}
    journal.undo(version)
    assert told(journal) == answers


def test_a_number_is_changed_in_both_places(journal: Journal, clock: ManualClock, answers: Answers):
    written = change(journal, clock, Answers(before=2, after=1, effort=6, note="ok"))
    assert (told(journal).before, told(journal).after) == (2, 1)
    assert numbers(journal) == {"before": 2, "after": 1}
    assert all(journal.undo(version) for version in written)
    assert told(journal) == answers
    assert numbers(journal) == {"before": 4, "after": 3}


def test_a_number_that_is_taken_out_goes_in_both_places(
    journal: Journal, clock: ManualClock, answers: Answers
):
    written = change(journal, clock, Answers(before=4, effort=6, note="ok"))
    assert numbers(journal) == {"before": 4}
    assert all(journal.undo(version) for version in written)
    assert numbers(journal) == {"before": 4, "after": 3}


def test_a_number_given_only_now_belongs_to_the_end_of_the_session(
    journal: Journal, clock: ManualClock
):
    ended = clock.now() + timedelta(minutes=9)
    record = session(started_at=clock.now(), state="stopped", ended_at=ended)
    journal.append(record, record_id="s")
    change(journal, clock, Answers(before=5, after=2))
    before, after = (one.record for one in journal.numbers_of("s"))
    assert (before.nrs, before.at, before.source) == (5, record.started_at, "before")
    assert (after.nrs, after.at, after.source) == (2, ended, "after")


def test_the_same_answers_write_nothing(journal: Journal, clock: ManualClock, answers: Answers):
    before = len(journal.history("s"))
    assert change(journal, clock, answers) == []
    assert len(journal.history("s")) == before


@pytest.mark.parametrize("record_id", ["unknown", "number"])
def test_what_is_no_session_is_left_alone(journal: Journal, record_id: str):
    journal.append(pain(3), record_id="number")
    assert amend_session(journal, record_id, Answers(note="x")) == []
    assert amend_entry(journal, "unknown", pain(3)) == []


def test_a_deleted_session_is_not_brought_back_by_a_late_change(
    journal: Journal, clock: ManualClock, answers: Answers
):
    journal.delete("s")
    assert change(journal, clock, Answers(note="late")) == []
    assert journal.get("s") is None


# -- an entry ----------------------------------------------------------------------------------


def test_a_number_and_its_note(journal: Journal, clock: ManualClock):
    entry = journal.append(pain(3, at=clock.now()))
    changed = pain(6, at=clock.now(), note="stairs")
    (version,) = amend_entry(journal, entry.record_id, changed)
    assert journal.latest(PainEntry, 5)[0].record == changed
    assert amend_entry(journal, entry.record_id, changed) == []
    journal.undo(version)
    assert journal.latest(PainEntry, 5)[0].record.nrs == 3


def call_112() -> Numbers:
    return Numbers("112")


def test_an_entry_moves_to_the_day_it_is_about(journal: Journal, clock: ManualClock):
    entry = journal.append(pain(3, at=clock.now()))
    earlier = clock.now() - timedelta(days=2)
    (version,) = amend_entry(journal, entry.record_id, pain(3, at=earlier))
    assert [one.record_id for one in journal.on_day(PainEntry, earlier.date())] == [entry.record_id]
    assert journal.on_day(PainEntry, clock.now().date()) == []
    journal.undo(version)
    assert len(journal.on_day(PainEntry, clock.now().date())) == 1


def linked(journal: Journal, source: str) -> Entry[PainEntry]:
    return next(one for one in journal.numbers_of("s") if one.record.source == source)


@pytest.mark.parametrize(("source", "told_then"), [("before", (1, 3)), ("after", (4, 1))])
def test_a_number_of_a_session_is_changed_in_the_session_too(
    journal: Journal, answers: Answers, source: str, told_then: tuple[int, int]
):
    entry = linked(journal, source)
    written = amend_entry(journal, entry.record_id, replace(entry.record, nrs=1))
    assert (told(journal).before, told(journal).after) == told_then
    assert numbers(journal)[source] == 1
    assert all(journal.undo(version) for version in written)
    assert told(journal) == answers
    assert numbers(journal) == {"before": 4, "after": 3}


def test_a_note_to_a_number_leaves_the_session_alone(journal: Journal, answers: Answers):
    entry = linked(journal, "before")
    before = len(journal.history("s"))
    assert len(amend_entry(journal, entry.record_id, replace(entry.record, note="x"))) == 1
    assert len(journal.history("s")) == before


def test_what_is_emptied_goes_from_both_places(journal: Journal, answers: Answers):
    entry = linked(journal, "after")
    written = amend_entry(journal, entry.record_id, replace(entry.record, nrs=None))
    assert numbers(journal) == {"before": 4}
    assert told(journal).after is None
    assert all(journal.undo(version) for version in written)
    assert told(journal) == answers
    assert numbers(journal) == {"before": 4, "after": 3}


def test_a_number_of_a_deleted_session_is_changed_alone(journal: Journal, answers: Answers):
    journal.delete("s")
    entry = linked(journal, "before")
    assert len(amend_entry(journal, entry.record_id, replace(entry.record, nrs=1))) == 1
    assert journal.get("s") is None


def test_the_morning_after_is_no_number_of_the_session_itself(
    journal: Journal, clock: ManualClock, answers: Answers
):
    morning = journal.append(pain(2, at=clock.now(), source="morning", session="s"))
    assert len(amend_entry(journal, morning.record_id, replace(morning.record, nrs=1))) == 1
    assert told(journal) == answers


def test_deleting_a_session_leaves_a_warning_sign_standing(
    journal: Journal, clock: ManualClock, answers: Answers
):
    overview = Overview(Library({}, {}), journal, clock, lambda *_: Options(), call_112)
    journal.append(hurt("s", words=("limb",), action="stop", at=clock.now()))
    journal.delete("s")
    assert overview.standing().level == "urgent"
    assert overview.standing().alarmed


# -- what it said before -----------------------------------------------------------------------


def test_what_the_session_and_its_finish_wrote_is_no_edit(journal: Journal, answers: Answers):
    finish, begun = versions(journal)
    assert begun.changes == ("Written down",)
    assert finish.changes == ("After: – → 3", "Effort: – → 6", "Note: – → “ok”")
    assert not begun.edited
    assert not finish.edited


def test_an_edit_says_when_and_what(journal: Journal, clock: ManualClock, answers: Answers):
    change(journal, clock, Answers(before=4, after=1, note="ok"))
    latest = versions(journal)[0]
    assert latest == Version(clock.now(), ("After: 3 → 1", "Effort: 6 → –"), edited=True)


def test_an_answer_changed_at_once_is_an_edit_too(journal: Journal, answers: Answers):
    amend_session(journal, "s", Answers(before=4, after=2, effort=6, note="ok"))
    assert versions(journal)[0].edited


def test_an_answer_added_days_later_is_an_edit(journal: Journal, clock: ManualClock):
    journal.append(session(state="kept", started_at=clock.now()), record_id="s")
    change(journal, clock, Answers(note="I remember now"))
    assert [one.edited for one in versions(journal)] == [True, False]


def test_deleted_and_put_back_is_told_but_no_edit(
    journal: Journal, clock: ManualClock, answers: Answers
):
    journal.undo(journal.delete("s").version_id)
    back, gone = versions(journal)[:2]
    assert (gone.changes, back.changes) == (("Deleted",), ("Put back",))
    assert not gone.edited
    assert not back.edited


def test_a_session_under_way_has_no_versions_to_tell(journal: Journal):
    journal.append(session(), record_id="s")
    assert versions(journal) == []


def test_a_number_tells_its_versions(journal: Journal):
    entry = journal.append(pain(3))
    amend_entry(journal, entry.record_id, pain(5, note="stairs"))
    latest, _ = versions_of(journal.history(entry.record_id))
    assert latest.changes == ("Number: 3 → 5", "Note: – → “stairs”")
    assert latest.edited
