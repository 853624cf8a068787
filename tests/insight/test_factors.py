"""Days with something beside days without: what is not known counts on neither side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.factors import NEEDED, factor, group_of
from recovery_coach.insight.intervals import median_interval
from tests.insight.make import daily, day, rated, scores


def test_days_with_it_stand_beside_days_without():
    nights = {day(0): True, day(1): False, day(2): True, day(3): False}
    told = factor("short_night", daily([5, 3, 4, 2]), nights, lag=0)
    assert (told.with_it.n, told.with_it.median) == (2, 4.5)
    assert (told.without.n, told.without.median) == (2, 2.5)


def test_a_day_of_which_it_is_not_known_counts_on_neither_side():
    told = factor("rest_day", daily([5, 3]), {day(0): True}, lag=0)
    assert (told.with_it.n, told.without.n, told.without.median) == (1, 0, None)


def test_the_lag_is_in_days_after_it():
    told = factor("heavy_day", [rated(1, 6), rated(2, 1)], {day(0): True, day(1): False}, lag=1)
    assert (told.lag, told.with_it.median, told.without.median) == (1, 6, 1)


def test_a_day_without_a_number_tells_nothing():
    told = factor("rest_day", daily([None, 4]), {day(0): True, day(1): True}, lag=0)
    assert told.with_it.n == 1


@pytest.mark.parametrize(
    ("there", "not_there", "enough"),
    [(NEEDED, NEEDED, True), (NEEDED - 1, 40, False), (40, NEEDED - 1, False), (0, 0, False)],
)
def test_it_is_told_with_nine_days_on_either_side(there, not_there, enough):
    known = {day(n): n < there for n in range(there + not_there)}
    assert factor("x", daily([3] * 80), known, lag=0).enough is enough


@given(scores(), st.dictionaries(st.integers(-5, 60), st.booleans()), st.integers(0, 3))
def test_each_known_day_is_on_one_side(given_scores, known, lag):
    days = daily(given_scores)
    told = factor("x", days, {day(n): value for n, value in known.items()}, lag)
    for group, value in ((told.with_it, True), (told.without, False)):
        mine = [
            score
            for n, score in enumerate(given_scores)
            if score is not None and known.get(n - lag) is value
        ]
        assert group == group_of(mine)
        assert group.interval == median_interval(mine)
