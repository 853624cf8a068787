"""The days looked at, and what is put together from them out of a real journal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from recovery_coach.coach.insights import Insights
from recovery_coach.coach.trend_words import SpanName
from recovery_coach.coach.trends import (
    Choice,
    frame_of,
    head_of,
    heat_map,
    pain_chart,
    places_of,
    small_charts,
)
from recovery_coach.insight.plain import Span
from recovery_coach.journal import Journal, MarkRecord
from tests.fakes import ManualClock
from tests.journal.make import pain, session

TODAY = date(2026, 3, 4)
LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def insights(journal: Journal) -> Insights:
    return Insights(journal, {})


def give(journal: Journal, clock: ManualClock, days_ago: int, nrs: int | None, **more: object):
    at = clock.now() - timedelta(days=days_ago)
    return journal.append(pain(nrs, at=at, **more)).record_id


# -- which days --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "days"), [("week", 7), ("month", 30), ("quarter", 84), ("year", 365), ("all", 2255)]
)
def test_a_span_ends_today(name: SpanName, days: int):
    frame = frame_of(Choice(name), LONG_AGO, TODAY, 0)
    assert (frame.span.days, frame.span.last, frame.told) == (days, TODAY, frame.span)


def test_days_before_the_journal_are_not_missing_days():
    frame = frame_of(Choice("quarter"), TODAY - timedelta(days=19), TODAY, 0)
    assert frame.span.days == frame.told.days == 20
    assert frame.words == "Since your first entry, on 13 February"


def test_a_journal_of_a_day_is_shown_in_a_week():
    frame = frame_of(Choice("quarter"), TODAY, TODAY, 0)
    assert (frame.span.days, frame.told.days) == (7, 1)
    assert frame_of(Choice("all"), None, TODAY, 0).span.days == 7


def test_days_that_were_dragged_across_are_a_week_at_least_and_never_to_come():
    one = Span(date(2026, 2, 10), date(2026, 2, 11))
    ahead = Span(date(2026, 2, 20), date(2026, 3, 9))
    assert frame_of(Choice(zoom=one), LONG_AGO, TODAY, 0).span.days == 7
    assert frame_of(Choice(zoom=ahead), LONG_AGO, TODAY, 0).span.last == TODAY


def test_what_is_told_week_by_week_looks_back_further_than_a_week_and_not_for_ever():
    assert frame_of(Choice("week"), LONG_AGO, TODAY, 0).wide.days == 84
    assert frame_of(Choice("all"), LONG_AGO, TODAY, 0).wide.days == 371


# -- what stands at the top --------------------------------------------------------------------


def test_an_empty_journal_invites(insights: Insights):
    head = head_of(insights, frame_of(Choice(), None, TODAY, 0))
    assert head.empty
    assert head.headline == "A number on Today is where this begins"


def test_two_months_of_numbers_are_one_true_sentence(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in range(84):
        if ago not in (3, 4, 9):
            give(journal, clock, ago, 3 if ago < 40 else 5)
    head = head_of(insights, frame_of(Choice(), journal.first_day(), TODAY, 0))
    assert head.kicker == "The back now · Last 12 weeks"
    assert head.headline == "Median 5 from 11 December to 7 January, 3 now; 3 of 28 days missing"


def test_a_week_is_held_against_the_one_before(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in range(14):
        give(journal, clock, ago, 2 if ago < 7 else 4)
    head = head_of(insights, frame_of(Choice("week"), journal.first_day(), TODAY, 0))
    assert head.headline == "Median 4 from 19 to 25 February, 2 now; no day missing"


# -- charts ------------------------------------------------------------------------------------


def test_gaps_sessions_and_marks_are_in_the_chart_and_in_its_words(
    insights: Insights, journal: Journal, clock: ManualClock
):
    give(journal, clock, 20, 4)
    give(journal, clock, 20, 6)
    give(journal, clock, 1, 3)
    began = clock.now() - timedelta(days=20, hours=2)
    done = session("core_stability", started_at=began, state="finished", active_seconds=600.0)
    journal.append(done)
    at = clock.now() - timedelta(days=5)
    journal.append(MarkRecord(at=at, words="Deadlift PR"))
    chart = pain_chart(insights, frame_of(Choice(), journal.first_day(), TODAY, 0))
    assert [point.value for point in chart.points] == [4, 6, 3]
    assert [(gap.first.day, gap.last.day) for gap in chart.gaps] == [(13, 2), (4, 4)]
    assert [day.day for day in chart.sessions] == [12]
    assert chart.description == (
        "The back now, 12 February to 4 March. 2 of 21 days have a number, 19 are missing."
        " The longest gap is 18 days. Lowest 3, highest 6, median 4. A session on 1 day."
        " Marked: Deadlift PR, 27 February."
    )
    assert chart.table.heads == ("Day", "The back now", "Range", "Session", "Marked")
    assert chart.table.rows == (
        ("12 February", "5", "4 to 6", "Session", ""),
        ("27 February", "–", "", "", "Deadlift PR"),
        ("3 March", "3", "", "", ""),
    )
    assert [day.day for day in chart.table.days] == [12, 27, 3]


def test_a_long_span_goes_by_weeks_and_opens_no_entry(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in (500, 499, 3):
        give(journal, clock, ago, 5)
    chart = pain_chart(insights, frame_of(Choice("all"), journal.first_day(), TODAY, 0))
    assert chart.points == ()
    assert sum(week.rated for week in chart.weeks) == 3
    assert len(chart.table.rows) == len(chart.weeks) > 70


def test_a_year_goes_by_days(insights: Insights, journal: Journal, clock: ManualClock):
    for ago in (300, 3):
        give(journal, clock, ago, 5)
    chart = pain_chart(insights, frame_of(Choice("year"), journal.first_day(), TODAY, 0))
    assert (chart.points, chart.weeks, len(chart.days)) == ((), (), 2)


def test_small_charts_are_those_that_were_told_each_on_its_own_scale(
    insights: Insights, journal: Journal, clock: ManualClock
):
    give(journal, clock, 3, None, stiff_minutes=50)
    give(journal, clock, 2, None, sleep_hours=6.5)
    charts = small_charts(insights, frame_of(Choice(), journal.first_day(), TODAY, 0))
    told = [(chart.title, chart.unit, chart.top) for chart in charts]
    assert told == [("Morning stiffness", "min", 60), ("Sleep", "h", 10)]


def test_the_heat_map_has_the_highest_of_each_day(
    insights: Insights, journal: Journal, clock: ManualClock
):
    frame = frame_of(Choice(), TODAY - timedelta(days=10), TODAY, 0)
    assert heat_map(insights, frame) is None
    give(journal, clock, 10, 4)
    give(journal, clock, 10, 7)
    give(journal, clock, 0, 2)
    found = heat_map(insights, frame)
    assert found is not None
    assert [value for _, value in found.values] == [7, 2]
    assert found.table.rows[0] == ("16 February", "–", "–", "–", "–", "–", "–", "7")
    assert found.description.endswith("The highest is 7, on 22 February.")


# -- regions -----------------------------------------------------------------------------------


def test_regions_that_were_marked_are_to_be_chosen_with_their_side(
    insights: Insights, journal: Journal, clock: ManualClock
):
    give(journal, clock, 3, 4, regions=("lowback_L=6",))
    give(journal, clock, 2, 4, regions=("lowback_L=5", "knee_R"))
    frame = frame_of(Choice(), journal.first_day(), TODAY, 0)
    assert places_of(insights, frame) == (
        ("place.lowback_L", "Low back beside the spine, left"),
        ("place.knee_R", "Knee, right"),
    )
    shown = frame_of(Choice(shown="place.lowback_L"), journal.first_day(), TODAY, 0)
    assert [day.median for day in pain_chart(insights, shown).days] == [6, 5]
