"""Fourteen days before and after: the conditions of facts 4.11, to the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recovery_coach.insight.intervals import FEW
from recovery_coach.insight.phases import (
    LENGTH,
    NEEDED,
    NOTICED,
    SHARE_FROM,
    Comparison,
    Verdict,
    compare,
    is_noticed,
)
from recovery_coach.insight.plain import Rated
from tests.insight.make import daily, day, span

OVER = LENGTH
"""The first day, counted from the beginning, on which the second phase is over."""

Scores = Sequence[float | None]


@st.composite
def phases(draw: st.DrawFn) -> list[float | None]:
    """Fourteen days about some number, a few of them missing, one or two far off."""
    middle = draw(st.integers(1, 9))
    near = st.integers(middle - 1, middle + 1)
    missing = draw(st.sampled_from((0, 0, 2, 5, 6)))
    far = draw(st.lists(st.integers(0, 10), max_size=2))
    rest = LENGTH - missing - len(far)
    days = [*far, *draw(st.lists(near, min_size=rest, max_size=rest)), *[None] * missing]
    return draw(st.permutations(days))


A_PHASE = phases()


def days_of(before: Scores, after: Scores) -> list[Rated]:
    return daily(before, first=-len(before)) + daily(after)


def compared(
    before: Scores, after: Scores, *, marked: int = 0, today: int = OVER, extra: Scores = ()
) -> Comparison:
    return compare(days_of(before, [*after, *extra]), day(0), day(marked), day(today))


def few(score: float, rated: int) -> list[float | None]:
    return [score] * rated + [None] * (LENGTH - rated)


# -- the phases ----------------------------------------------------------------------------


def test_the_phases_are_fourteen_days_each_and_meet_at_the_beginning():
    told = compared([4] * LENGTH, [2] * LENGTH)
    assert told.before.span == span(-14, -1)
    assert told.after.span == span(0, 13)


def test_what_lies_beyond_does_not_count():
    told = compared([9, *[4] * LENGTH], [2] * LENGTH, today=60, extra=[9, 9, 9])
    assert (told.before.rated, told.after.rated) == (LENGTH, LENGTH)
    assert (told.before.median, told.after.median) == (4, 2)


def test_medians_days_and_intervals_are_told():
    told = compared([4, 5, 3, *[4] * 6, *[None] * 5], few(2, 6))
    assert (told.before.rated, told.before.median, told.change) == (9, 4, -2)
    assert told.before.interval is not None
    assert told.before.interval.k == 2
    assert told.after.interval is not None
    assert told.after.interval.k == 1


def test_a_phase_of_under_six_days_has_no_interval():
    told = compared([4] * LENGTH, few(3, FEW - 1))
    assert told.after.interval is None
    assert (told.verdict, told.why) == ("not enough data", "too few days")


def test_no_days_at_all_are_not_enough():
    told = compared([None] * LENGTH, [None] * LENGTH)
    assert (told.change, told.shift) == (None, None)
    assert told.verdict == "not enough data"


def test_a_day_counts_by_the_median_of_its_numbers():
    many = [replace(one, lowest=0, highest=10, n=5) for one in days_of([6] * 14, [2] * 14)]
    told = compare(many, day(0), day(0), day(OVER))
    assert (told.change, told.verdict) == (-4, "possible improvement")


# -- not enough data -----------------------------------------------------------------------


@pytest.mark.parametrize("today", range(OVER))
def test_until_the_fourteenth_day_is_over_it_is_still_running(today):
    told = compared([6] * LENGTH, [2] * LENGTH, today=today)
    assert (told.verdict, told.why) == ("not enough data", "still running")
    assert (told.after.span, told.after.rated) == (span(0, today), today + 1)


def test_then_it_is_told():
    assert compared([6] * LENGTH, [2] * LENGTH).verdict == "possible improvement"


def test_one_that_begins_on_a_later_day_has_not_begun():
    told = compared([6] * LENGTH, [2] * LENGTH, marked=-5, today=-3)
    assert (told.why, told.after.rated, told.before.rated) == ("still running", 0, 12)


@pytest.mark.parametrize(("marked", "enough"), [(-3, True), (0, True), (1, False), (30, False)])
def test_a_day_marked_after_it_began_has_no_verdict(marked, enough):
    told = compared([6] * LENGTH, [2] * LENGTH, marked=marked, today=40)
    assert (told.why == "marked later") is not enough
    assert (told.verdict == "possible improvement") is enough


@pytest.mark.parametrize(("before", "after"), [(8, 14), (14, 8), (8, 8), (0, 14)])
def test_under_nine_rated_days_in_either_are_too_few(before, after):
    told = compared(few(6, before), few(2, after))
    assert (told.verdict, told.why) == ("not enough data", "too few days")


def test_nine_and_nine_are_enough():
    assert compared(few(6, NEEDED), few(2, NEEDED)).verdict == "possible improvement"


def test_what_no_waiting_mends_is_said_before_what_it_does():
    assert compared(few(6, 3), few(2, 2), marked=1, today=4).why == "marked later"
    assert compared(few(6, 3), few(2, 2), today=4).why == "too few days"
    assert compared(few(6, 9), few(2, 2), today=4).why == "still running"
    assert compared(few(6, 9), few(2, 2)).why == "too few days"


# -- with enough ---------------------------------------------------------------------------


def test_the_example_of_the_facts():
    """Median 4 (3-5, 12 days), then 3 (2-4, 11 days): the intervals overlap."""
    before = [3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, None, None]
    after = [2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, None, None, None]
    told = compared(before, after)
    assert told.before.interval is not None
    assert told.after.interval is not None
    assert (told.before.median, told.before.interval.low, told.before.interval.high) == (4, 3, 5)
    assert (told.after.median, told.after.interval.low, told.after.interval.high) == (3, 2, 4)
    assert (told.change, told.verdict, told.why) == (-1, "no clear change", "interval")


def test_intervals_that_share_one_number_overlap():
    touching = compared([5, 6] * 7, [4, 5] * 7)
    assert touching.before.interval is not None
    assert touching.after.interval is not None
    assert touching.before.interval.low == touching.after.interval.high == 5
    assert touching.why == "interval"


def test_a_shift_that_may_be_none_is_no_clear_change():
    """The middles lie apart, but the ends of either phase lie beyond the other."""
    told = compared([*[5] * 10, 10, 10, None, None], [*[8] * 10, 0, 0, None, None])
    assert told.before.interval is not None
    assert told.after.interval is not None
    assert told.before.interval.high < told.after.interval.low
    assert told.shift is not None
    assert told.shift.low < 0 < told.shift.high
    assert (told.change, told.verdict, told.why) == (3, "no clear change", "shift")


def test_a_shift_whose_interval_ends_at_none_includes_it():
    told = compared([*[5] * 10, 8, 8, None, None], [*[8] * 10, 0, 0, None, None])
    assert told.shift is not None
    assert told.shift.low == 0
    assert told.why == "shift"


def test_a_change_of_one_point_is_smaller_than_usually_noticed():
    told = compared([3] * LENGTH, [2] * LENGTH)
    assert (told.verdict, told.why) == ("smaller than usually noticed", "size")


def test_worse_is_told_as_plainly_as_better():
    assert compared([2] * LENGTH, [6] * LENGTH).verdict == "possible worsening"


@pytest.mark.parametrize(
    ("first", "change", "noticed"),
    [
        (2, -2, True),
        (2, 2, True),
        (2, -1.5, False),
        (3.5, -1.5, False),  # 43%, but of under 4
        (4, -1, False),
        (4, -1.25, True),
        (4, 1.25, True),
        (5, -1.5, True),
        (5.5, -1.5, False),
        (6, -1.75, False),
        (6.5, -2, True),
        (9, -2, True),
        (9, 0, False),
    ],
)
def test_two_points_or_three_tenths_of_four_and_more_are_noticed(first, change, noticed):
    assert is_noticed(first, change) is noticed


def test_three_tenths_are_enough_from_four_on():
    assert compared([5] * LENGTH, [3.5] * LENGTH).verdict == "possible improvement"
    assert compared([3.5] * LENGTH, [2] * LENGTH).verdict == "smaller than usually noticed"


# -- whatever the numbers ------------------------------------------------------------------

OTHER: dict[Verdict, Verdict] = {
    "possible improvement": "possible worsening",
    "possible worsening": "possible improvement",
}


@given(A_PHASE, A_PHASE, st.integers(-3, 1), st.integers(10, 20))
def test_every_verdict_has_its_conditions(before, after, marked, today):
    told = compared(before, after, marked=marked, today=today)
    assert told.verdict in get_args(Verdict)
    if told.verdict == "not enough data":
        assert told.why in ("still running", "too few days", "marked later")
        return
    assert min(told.before.rated, told.after.rated) >= NEEDED
    assert today >= OVER
    assert marked <= 0
    if told.verdict.startswith("possible"):
        assert told.shift is not None
        assert told.change is not None
        assert told.shift.low > 0 or told.shift.high < 0
        assert (told.change < 0) == (told.shift.high < 0) == ("improvement" in told.verdict)
        assert abs(told.change) >= NOTICED or (told.before.median or 0) >= SHARE_FROM
    else:
        assert told.why in ("interval", "shift", "size")


@given(A_PHASE, A_PHASE)
def test_the_phases_changed_places_change_the_direction_alone(before, after):
    there, back = compared(before, after), compared(after, before)
    if there.change is not None and abs(there.change) < NOTICED:
        # Three tenths are of the first median, which is another one then.
        assume(max(there.before.median or 0, there.after.median or 0) < SHARE_FROM)
    assert back.verdict == OTHER.get(there.verdict, there.verdict)
    assert back.why == there.why
    assert back.change == (None if there.change is None else -there.change)


@given(A_PHASE, A_PHASE, st.integers(0, 13))
def test_a_day_more_that_is_not_rated_changes_nothing_but_how_many_there_are(before, after, at):
    told = compared(before, after)
    fewer = compared(before, [None if n == at else score for n, score in enumerate(after)])
    assert fewer.before == told.before
    assert fewer.after.rated in (told.after.rated, told.after.rated - 1)
