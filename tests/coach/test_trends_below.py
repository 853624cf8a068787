"""Factors with their lag, comparisons, load and what followed, out of a real journal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from recovery_coach.coach.insights import Insights
from recovery_coach.coach.trends import Choice, Frame, frame_of
from recovery_coach.coach.trends_below import (
    after_chart,
    comparisons,
    factors,
    load_chart,
    load_of,
    morning_chart,
    name_of,
    responses,
)
from recovery_coach.insight.plain import Span
from recovery_coach.journal import Journal, MarkRecord
from recovery_coach.library.loader import Library
from tests import factories
from tests.fakes import ManualClock
from tests.journal.make import pain, session

TODAY = date(2026, 3, 4)


@pytest.fixture
def insights(journal: Journal) -> Insights:
    return Insights(journal, {})


def give(journal: Journal, clock: ManualClock, ago: int, nrs: int | None, **more: Any) -> str:
    at = clock.now() - timedelta(days=ago)
    return journal.append(pain(nrs, at=at, **more)).record_id


def frame(journal: Journal) -> Frame:
    return frame_of(Choice(), journal.first_day(), TODAY, 0)


# -- factors -----------------------------------------------------------------------------------


def test_a_short_night_is_told_of_on_the_day_it_ended(
    insights: Insights, journal: Journal, clock: ManualClock
):
    """An entry's sleep is that of the night before it: pain of the same day follows it."""
    for ago in range(20):
        give(journal, clock, ago, 6 if ago % 2 else 3, sleep_hours=5.5 if ago % 2 else 7.0)
    night = factors(insights, frame(journal))[0]
    assert (night.name, night.lag) == ("short_night", 0)
    assert (night.with_it.n, night.with_it.median) == (10, 6)
    assert (night.without.n, night.without.median) == (10, 3)
    assert night.enough


def test_six_hours_are_no_short_night(insights: Insights, journal: Journal, clock: ManualClock):
    give(journal, clock, 1, 4, sleep_hours=6.0)
    assert factors(insights, frame(journal))[0].with_it.n == 0


def test_rest_is_looked_at_a_day_later(insights: Insights, journal: Journal, clock: ManualClock):
    give(journal, clock, 3, 2, training="rest")
    give(journal, clock, 2, 7, training="trained")
    give(journal, clock, 1, 4)
    rest = factors(insights, frame(journal))[1]
    assert (rest.lag, rest.with_it.median, rest.without.median) == (1, 7, 4)
    assert not rest.enough


def test_a_heavy_day_needs_an_effort_and_a_day_without_one_is_not_known(
    insights: Insights, journal: Journal, clock: ManualClock
):
    give(journal, clock, 4, 1, training="trained", effort=8, training_minutes=60)
    give(journal, clock, 3, 6, training="trained", effort=5, training_minutes=60)
    give(journal, clock, 2, 3, training="trained")
    give(journal, clock, 1, 9, training="rest")
    give(journal, clock, 0, 2)
    heavy = factors(insights, frame(journal))[2]
    assert (heavy.with_it.n, heavy.with_it.median) == (1, 6)
    assert (heavy.without.n, heavy.without.median) == (2, 2.5)


# -- comparisons -------------------------------------------------------------------------------


def begin(journal: Journal, clock: ManualClock, ago: int, words: str) -> None:
    """Marked on its own day, as it must be."""
    now = clock.now()
    clock.set_wall(now - timedelta(days=ago))
    journal.append(MarkRecord(at=clock.now(), words=words, compares=True))
    clock.set_wall(now)


def test_a_comparison_has_both_phases_and_what_else_was_told(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in range(1, 41):
        nrs, hours = (2, 8.0) if ago <= 20 else (6, 6.0)
        rest = "rest" if ago % 2 else "trained"
        give(journal, clock, ago, nrs, sleep_hours=hours, training=rest)
    begin(journal, clock, 20, "Walking")
    (found,) = comparisons(insights, TODAY)
    assert found.event.words == "Walking"
    assert (found.comparison.before.median, found.comparison.after.median) == (6, 2)
    assert found.comparison.verdict == "possible improvement"
    told = {one.what: (one.before, one.before_n, one.after, one.after_n) for one in found.beside}
    assert told == {"sleep": (6, 14, 8, 14), "load": (None, 0, None, 0), "rest": (7, 14, 7, 14)}


def test_the_newest_comparisons_come_first_and_marks_alone_are_none(
    insights: Insights, journal: Journal, clock: ManualClock
):
    give(journal, clock, 60, 3)
    for ago in (50, 40, 30, 20, 10):
        begin(journal, clock, ago, f"{ago} days ago")
    at = clock.now() - timedelta(days=5)
    journal.append(MarkRecord(at=at, words="Deadlift PR"))
    told = [one.event.words for one in comparisons(insights, TODAY)]
    assert told == ["10 days ago", "20 days ago", "30 days ago", "40 days ago"]


def test_an_empty_journal_has_nothing_to_compare(insights: Insights):
    assert comparisons(insights, TODAY) == ()


# -- load --------------------------------------------------------------------------------------


def test_the_last_week_is_that_of_today_whatever_days_are_looked_at(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in range(1, 200, 2):
        give(journal, clock, ago, 3, training="trained", effort=6, training_minutes=50)
    now = load_of(insights, frame(journal))
    then = frame_of(Choice("week"), journal.first_day(), TODAY - timedelta(days=100), 0)
    then = Frame(then.span, then.first, TODAY, 0)
    assert load_of(insights, then).jump == now.jump
    assert load_of(insights, then).weeks[-1].span.last == TODAY - timedelta(days=100)


def test_bars_have_whole_numbers_and_the_same_in_their_table(
    insights: Insights, journal: Journal, clock: ManualClock
):
    began = clock.now() - timedelta(days=3)
    done = session("core", started_at=began, state="finished", active_seconds=500.0, effort=5)
    journal.append(done)
    chart = load_chart(load_of(insights, frame(journal)), "", TODAY)
    assert [week.load for week in chart.weeks] == [42.0, None]
    assert chart.table.rows[0][1] == "42"


def test_a_region_that_was_sore_and_trained_is_told(
    insights: Insights, journal: Journal, clock: ManualClock
):
    more = {"training": "trained", "lifts": ("deadlift",), "regions": ("lowback_L=5",)}
    give(journal, clock, 2, 5, **more)
    found = load_of(insights, frame(journal)).sore
    assert [(one.part, one.score, one.what) for one in found] == [("low", 5, ("deadlift",))]


# -- what followed -----------------------------------------------------------------------------


def test_pairs_are_those_with_both_numbers(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago, after in ((5, 2), (3, None)):
        began = clock.now() - timedelta(days=ago)
        made = session(
            "core",
            started_at=began,
            state="finished",
            active_seconds=500.0,
            pain_before=4,
            pain_after=after,
        )
        done = journal.append(made).record_id
        give(journal, clock, ago - 1, 3, source="morning", session=done)
    (found,) = responses(insights, frame(journal), "routine")
    assert (found.name, found.sessions, found.after.n, found.morning.n) == ("core", 2, 1, 2)
    after = after_chart(found, "", TODAY)
    assert after.table.heads == ("Day", "Before", "After", "Change")
    assert after.table.rows == (("27 February", "4", "2", "−2"),)
    assert morning_chart(found, "", TODAY).title == "Before and next morning"


def test_names_are_those_of_the_library_and_an_id_where_it_is_gone():
    library = Library(factories.EXERCISES, {})
    known = next(iter(factories.EXERCISES))
    assert name_of(library, known) == factories.EXERCISES[known].name
    assert name_of(library, f"exercise:{known}") == factories.EXERCISES[known].name
    assert name_of(library, "an_old_one") == "an old one"


@pytest.mark.parametrize("pause", [14, 40, 60, 400])
def test_a_return_is_told_of_however_long_the_pause_was(
    insights: Insights, journal: Journal, clock: ManualClock, pause: int
):
    for ago in (3, 3 + pause + 1):
        give(journal, clock, ago, 2, training="trained", lifts=("squat",))
    found = load_of(insights, frame(journal)).returned
    assert found is not None
    assert (found.again, found.days) == (TODAY - timedelta(days=3), pause)


def test_who_begins_to_train_does_not_return(
    insights: Insights, journal: Journal, clock: ManualClock
):
    give(journal, clock, 200, 2)
    give(journal, clock, 3, 2, training="trained")
    assert load_of(insights, frame(journal)).returned is None


def test_the_last_week_is_open_only_up_to_today(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in range(60):
        give(journal, clock, ago, 2, training="trained", training_minutes=30, effort=5)
    last = TODAY - timedelta(days=20)
    past = Choice(zoom=Span(last - timedelta(days=10), last))
    for choice, is_open in ((Choice(), True), (past, False)):
        shown = frame_of(choice, journal.first_day(), TODAY, 0)
        found = load_of(insights, shown)
        assert found.weeks[-1].span.days < 7
        assert load_chart(found, "", TODAY).is_open == is_open
