"""The morning after: asked once, about the last session, answered by any number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from recovery_coach.coach.morning import answer, asks
from recovery_coach.journal import Journal, PainEntry, SessionRecord
from tests.fakes import ManualClock
from tests.journal.make import pain, session


def practise(journal: Journal, clock: ManualClock, hours: float = 14, **changes: Any) -> str:
    """A session so many hours ago."""
    values: dict[str, Any] = {
        "routine_name": "Core stability",
        "state": "finished",
        "active_seconds": 300.0,
        "started_at": clock.now() - timedelta(hours=hours),
    }
    return journal.append(session("core_stability", **{**values, **changes})).record_id


def asked(journal: Journal, clock: ManualClock) -> str | None:
    """The session that is asked about now."""
    day = clock.now().date()
    sessions = journal.on_day(SessionRecord, day - timedelta(days=1))
    found = asks(sessions, journal.on_day(PainEntry, day), clock.now())
    return found.session if found else None


def test_the_question_names_the_session(journal: Journal, clock: ManualClock):
    identifier = practise(journal, clock)
    sessions = journal.latest(SessionRecord, 5)
    found = asks(sessions, [], clock.now())
    assert found is not None
    assert found.session == identifier
    assert found.words == "Yesterday: Core stability. How is your back today?"


@pytest.mark.parametrize("state", ["finished", "stopped", "kept"])
def test_however_it_ended(journal: Journal, clock: ManualClock, state: str):
    identifier = practise(journal, clock, state=state)
    assert asked(journal, clock) == identifier


@pytest.mark.parametrize(
    "changes", [{"state": "running"}, {"active_seconds": 0.0}, {"hours": 2}, {"hours": 40}]
)
def test_not_where_nothing_was_done_or_it_was_another_day(
    journal: Journal, clock: ManualClock, changes: dict[str, Any]
):
    practise(journal, clock, **changes)
    assert asked(journal, clock) is None


def test_of_several_the_last_one(journal: Journal, clock: ManualClock):
    practise(journal, clock, hours=20)
    last = practise(journal, clock, hours=10)
    practise(journal, clock, hours=12)
    assert asked(journal, clock) == last


def test_any_number_of_this_morning_answers(journal: Journal, clock: ManualClock):
    practise(journal, clock)
    journal.append(pain(3, at=clock.now() - timedelta(minutes=5), source="before", session="x"))
    assert asked(journal, clock) is None


def test_a_check_in_without_a_number_does_not(journal: Journal, clock: ManualClock):
    identifier = practise(journal, clock)
    journal.append(PainEntry(at=clock.now(), source="checkin", stress=4))
    assert asked(journal, clock) == identifier


def test_a_number_of_the_night_does_not(journal: Journal, clock: ManualClock):
    identifier = practise(journal, clock)
    journal.append(pain(3, at=clock.now() - timedelta(hours=6)))
    assert asked(journal, clock) == identifier


def test_nothing_is_asked_in_the_middle_of_the_night(journal: Journal, clock: ManualClock):
    practise(journal, clock, hours=14)
    clock.set_wall(clock.now() - timedelta(hours=4))
    assert asked(journal, clock) is None


def test_the_answer_belongs_to_the_session(journal: Journal, clock: ManualClock):
    identifier = practise(journal, clock)
    found = asks(journal.latest(SessionRecord, 1), [], clock.now())
    given = answer(2, found, clock.now())
    assert (given.source, given.session, given.nrs) == ("morning", identifier, 2)
    journal.append(given)
    assert asked(journal, clock) is None
    assert [one.record for one in journal.numbers_of(identifier)] == [given]


def test_where_nothing_is_asked_it_is_a_number_as_any(clock: ManualClock):
    assert answer(2, None, clock.now()) == pain(2, at=clock.now())
