"""What the traffic light of a session is read from, out of a real journal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recovery_coach.coach.insights import Insights
from recovery_coach.coach.session_light import read_light
from recovery_coach.journal import Journal
from tests.fakes import ManualClock
from tests.journal.make import hurt, pain, session


@pytest.fixture
def insights(journal: Journal) -> Insights:
    return Insights(journal, {})


def practise(journal: Journal, clock: ManualClock, **changes: object) -> str:
    began = clock.now() - timedelta(days=3)
    values = {"started_at": began, "state": "finished", "active_seconds": 600.0, **changes}
    return journal.append(session("core_stability", **values)).record_id


def day_of(clock: ManualClock):
    return (clock.now() - timedelta(days=3)).date()


def morning(journal: Journal, clock: ManualClock, days: int, nrs: int, about: str) -> None:
    at = clock.now() - timedelta(days=days)
    journal.append(pain(nrs, at=at, source="morning", session=about))


def test_the_next_morning_is_held_against_the_number_before(
    insights: Insights, journal: Journal, clock: ManualClock
):
    done = practise(journal, clock, pain_before=2, pain_after=2)
    morning(journal, clock, 2, 4, done)
    found = read_light(insights, done, day_of(clock), (), "none")
    assert found is not None
    assert found.zone == "red"
    assert "2 above the baseline of 2" in found.columns[1]


def test_three_mornings_before_it_are_the_baseline(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for days in (5, 6, 7):
        morning(journal, clock, days, 4, "another")
    done = practise(journal, clock, pain_before=2, pain_after=2)
    morning(journal, clock, 2, 4, done)
    found = read_light(insights, done, day_of(clock), (), "none")
    assert found is not None
    assert "at the baseline of 4" in found.columns[1]


def test_sharp_pain_in_it_is_red_whatever_the_number(
    insights: Insights, journal: Journal, clock: ManualClock
):
    done = practise(journal, clock, pain_before=2, pain_after=1)
    hurts = (hurt(done, words=("sharp",), score=1),)
    found = read_light(insights, done, day_of(clock), hurts, "none")
    assert found is not None
    assert found.zone == "red"


def test_a_week_that_rose_against_the_one_before(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in range(4, 17):
        at = clock.now() - timedelta(days=ago)
        journal.append(pain(5 if ago < 10 else 2, at=at))
    done = practise(journal, clock, pain_before=1, pain_after=1)
    found = read_light(insights, done, day_of(clock), (), "none")
    assert found is not None
    assert found.zone == "red"
    assert "the median of the week rose" in found.columns[2]


def test_never_over_a_warning_sign(insights: Insights, journal: Journal, clock: ManualClock):
    done = practise(journal, clock, pain_before=2, pain_after=1)
    found = read_light(insights, done, day_of(clock), (), "book")
    assert found is not None
    assert (found.zone, found.columns, found.step) == (None, (), "")


def test_a_session_that_is_not_over_has_none(
    insights: Insights, journal: Journal, clock: ManualClock
):
    done = practise(journal, clock, state="running")
    assert read_light(insights, done, day_of(clock), (), "none") is None
