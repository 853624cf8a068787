"""Where days and numbers lie, and which of them are written: no word on another, none cut off."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_axis import (
    DayAxis,
    ValueAxis,
    day_ticks,
    months_of,
    round_step,
    round_top,
    years_of,
)

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
LENGTHS = st.integers(1, 36_600)
WIDTHS = st.floats(60, 4000)


def width(text: str) -> float:
    return 7.0 * len(text)


@given(DAYS, LENGTHS, WIDTHS, st.floats(0, 60), st.data())
def test_a_day_lies_where_it_is_found(
    first: date, days: int, wide: float, left: float, data: st.DataObject
):
    axis = DayAxis(Span(first, first + timedelta(days=days - 1)), left, left + wide)
    day = first + timedelta(days=data.draw(st.integers(0, days - 1)))
    assert axis.day_at(axis.x(day)) == day
    assert axis.day_at(axis.x(day, 0.02)) == day
    assert axis.day_at(axis.x(day, 0.98)) == day
    assert left <= axis.x(day) <= left + wide


def test_outside_it_is_the_first_day_and_the_last():
    axis = DayAxis(Span(date(2026, 3, 1), date(2026, 3, 10)), 50, 150)
    assert axis.day_at(-1000) == date(2026, 3, 1)
    assert axis.day_at(1000) == date(2026, 3, 10)


@given(DAYS, LENGTHS, WIDTHS, st.sampled_from((1, 7)))
def test_words_below_the_days_never_lie_on_each_other(
    first: date, days: int, wide: float, each: int
):
    axis = DayAxis(Span(first, first + timedelta(days=days - 1)), 0, wide)
    ticks = day_ticks(axis, width, 8, each)
    coarse = max((tick.row for tick in ticks), default=0)
    for row in range(coarse + 1):
        places = []
        for tick in (tick for tick in ticks if tick.row == row):
            begin, end = axis.x(tick.day, 0), axis.x(tick.last, 1)
            left = begin if row == coarse else (begin + end - width(tick.text)) / 2
            places.append((left, left + width(tick.text)))
        assert all(before[1] < after[0] + 1 for before, after in pairwise(places))


def test_two_weeks_have_their_days_and_months():
    axis = DayAxis(Span(date(2026, 2, 20), date(2026, 3, 5)), 0, 900)
    texts = [tick.text for tick in day_ticks(axis, width, 8)]
    assert texts[:3] == ["20", "21", "22"]
    assert texts[-2:] == ["February 2026", "March"]


def test_a_year_has_months_and_ten_years_have_years():
    year = DayAxis(Span(date(2025, 3, 5), date(2026, 3, 4)), 0, 900)
    texts = [tick.text for tick in day_ticks(year, width, 8)]
    assert texts[1:4] == ["Apr", "May", "Jun"]
    assert texts[-2:] == ["2025", "2026"]
    ten = DayAxis(Span(date(2016, 3, 5), date(2026, 3, 4)), 0, 900)
    assert [tick.text for tick in day_ticks(ten, width, 8)][1:3] == ["2017", "2018"]


@given(DAYS, LENGTHS)
def test_months_and_years_are_the_whole_span_and_no_day_twice(first: date, days: int):
    span = Span(first, first + timedelta(days=days - 1))
    for parts in (list(months_of(span)), list(years_of(span))):
        assert sum(part.days for part in parts) == span.days
        assert (parts[0].first, parts[-1].last) == (span.first, span.last)


# -- numbers -----------------------------------------------------------------------------------


def test_a_scale_of_0_to_10_is_written_by_twos_or_fives():
    axis = ValueAxis(0, 10, base=200, head=0)
    assert axis.ticks(30) == [0, 2, 4, 6, 8, 10]
    assert axis.ticks(60) == [0, 5, 10]
    assert (axis.y(0), axis.y(10), axis.y(5)) == (200, 0, 100)


def test_what_is_outside_lies_at_the_end():
    axis = ValueAxis(0, 10, base=200, head=0)
    assert (axis.y(-3), axis.y(12)) == (200, 0)


@given(st.floats(1e-3, 1e7))
def test_steps_and_ends_are_round_and_large_enough(least: float):
    step, top = round_step(least), round_top(least)
    assert least * 0.999 <= step <= least * 2.6
    assert least * 0.999 <= top <= least * 1.8


@pytest.mark.parametrize(("highest", "top"), [(0, 1), (7, 8), (10, 10), (1328, 1500), (37, 40)])
def test_the_end_of_an_axis(highest: float, top: float):
    assert round_top(highest) == top
