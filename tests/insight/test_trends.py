"""Numbers over time: a gap stays a gap, and a part with too few days is not spoken of."""

from __future__ import annotations

import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.plain import Span
from recovery_coach.insight.trends import headline, missing_runs, part_of, runs, weekly
from tests.insight.make import daily, day, rated, scores, span

# -- a part --------------------------------------------------------------------------------


def test_a_part_has_the_median_of_its_days_and_says_how_many_there_are():
    part = part_of(daily([4, None, 3, 9]), span(0, 6))
    assert (part.median, part.rated, part.missing) == (4, 3, 4)


def test_a_part_without_days_has_no_median():
    part = part_of(daily([4, 5]), span(10, 16))
    assert (part.median, part.rated, part.missing) == (None, 0, 7)


def test_a_day_with_many_numbers_counts_once():
    days = [rated(0, 9, 9, 9, 9), rated(1, 2), rated(2, 3)]
    assert part_of(days, span(0, 2)).median == 3


@given(scores())
def test_a_day_that_was_not_rated_is_never_a_zero(given_scores):
    said = [score for score in given_scores if score is not None]
    part = part_of(daily(given_scores), span(0, 59))
    assert part.median == (statistics.median(said) if said else None)
    assert part.rated + part.missing == 60


# -- the headline --------------------------------------------------------------------------


def spans_of(days: int) -> tuple[Span | None, Span]:
    """The two parts told of so many days that were all rated."""
    told = headline(daily([5] * 800, first=-800 + days), span(0, days - 1))
    return told.then.span if told.then else None, told.now.span


@pytest.mark.parametrize("days", [1, 7, 28, 30, 31])
def test_a_week_or_a_month_stands_beside_the_one_before(days):
    assert spans_of(days) == (span(-days, -1), span(0, days - 1))


def test_of_twelve_weeks_four_stand_beside_four():
    assert spans_of(84) == (span(0, 27), span(56, 83))


@pytest.mark.parametrize("days", [85, 90, 365, 700])
def test_of_what_is_longer_thirty_days_stand_beside_thirty(days):
    assert spans_of(days) == (span(0, 29), span(days - 30, days - 1))


@pytest.mark.parametrize("days", range(32, 84))
def test_between_a_month_and_twelve_weeks_a_third_stands_beside_a_third(days):
    then, now = spans_of(days)
    assert then is not None
    assert then.days == now.days == days // 3
    assert then.last < now.first
    assert (then.first, now.last) == (day(0), day(days - 1))


def test_the_medians_and_what_is_missing():
    told = headline(daily([4] * 7 + [3, 3, None, 2, 3, None, 3]), span(7, 13))
    assert told.then is not None
    assert (told.then.median, told.then.missing) == (4, 0)
    assert (told.now.median, told.now.missing) == (3, 2)


@pytest.mark.parametrize(("count", "spoken"), [(0, False), (2, False), (3, True), (7, True)])
def test_under_a_third_of_its_days_a_part_is_not_spoken_of(count, spoken):
    few = [4] * count + [None] * (7 - count)
    before = headline(daily([*few, *[3] * 7]), span(7, 13))
    assert (before.then is not None) is spoken
    assert before.now.median == 3
    now = headline(daily([*[3] * 7, *few]), span(7, 13))
    assert (now.now.median is not None) is spoken
    assert now.now.rated == count


# -- weeks ---------------------------------------------------------------------------------


def test_each_week_has_its_median_and_its_range():
    days = [rated(0, 2, 7, 3), rated(1, 5), rated(8, 4)]
    first, second = weekly(days, span(0, 13), 0)
    assert (first.median, first.lowest, first.highest, first.rated) == (4, 2, 7, 2)
    assert (second.median, second.lowest, second.highest, second.rated) == (4, 4, 4, 1)


def test_a_week_without_a_number_is_a_gap():
    _, gap, _ = weekly([rated(0, 3), rated(20, 4)], span(0, 20), 0)
    assert (gap.median, gap.lowest, gap.highest, gap.rated) == (None, None, None, 0)


def test_what_lies_before_or_after_the_span_is_left_out():
    (week,) = weekly(daily([9, 1, 1, 9]), span(1, 2), 0)
    assert (week.span, week.highest, week.rated) == (span(1, 2), 1, 2)


@given(scores(), st.integers(0, 6), st.integers(0, 20))
def test_the_weeks_are_the_parts_of_their_spans(given_scores, weekday, first):
    days = daily(given_scores)
    told = weekly(days, span(first, 59), weekday)
    for week in told:
        part = part_of(days, week.span)
        assert (week.median, week.rated) == (part.median, part.rated)
    assert sum(week.rated for week in told) == part_of(days, span(first, 59)).rated


# -- gaps ----------------------------------------------------------------------------------


def test_days_that_follow_each_other_are_one_run():
    assert runs(map(day, (5, 0, 1, 2, 5))) == (span(0, 2), span(5, 5))


def test_there_are_no_runs_of_no_days():
    assert runs([]) == ()
    assert missing_runs([], span(0, 9)) == (span(0, 9),)


def test_a_span_with_every_day_has_no_gap():
    assert missing_runs(map(day, range(10)), span(0, 9)) == ()


def test_gaps_at_the_ends_and_between():
    assert missing_runs(map(day, (-3, 2, 3, 6, 40)), span(0, 9)) == (
        span(0, 1),
        span(4, 5),
        span(7, 9),
    )


@given(st.sets(st.integers(-10, 40)))
def test_each_day_of_a_span_is_in_one_run_or_in_one_gap(numbers):
    days, whole = [day(number) for number in numbers], span(0, 29)
    told, gaps = runs(days), missing_runs(days, whole)
    for number in range(30):
        there = sum(day(number) in run for run in told)
        missing = sum(day(number) in gap for gap in gaps)
        assert (there, missing) == ((1, 0) if number in numbers else (0, 1))
    assert sum(gap.days for gap in gaps) == 30 - len(numbers & set(range(30)))


def test_the_order_in_which_the_days_come_does_not_matter():
    days = daily([random.Random(1).randint(0, 10) for _ in range(40)])
    mixed = random.Random(2).sample(days, 40)
    assert weekly(mixed, span(0, 39), 0) == weekly(days, span(0, 39), 0)
    assert headline(mixed, span(10, 39)) == headline(days, span(10, 39))
