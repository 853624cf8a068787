"""Spans of days, and the weeks they are made of."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.plain import Span, last_days, weeks
from tests.insight.make import day, span

DATES = st.dates(date(1950, 1, 1), date(2100, 1, 1))
WEEKDAYS = st.integers(0, 6)


def test_a_span_has_its_first_day_and_its_last():
    assert span(0, 6).days == 7
    assert day(0) in span(0, 6)
    assert day(6) in span(0, 6)
    assert day(7) not in span(0, 6)


def test_a_span_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="ends before it begins"):
        span(1, 0)


def test_the_last_days_end_today():
    assert last_days(day(6), 7) == span(0, 6)


def test_a_span_moved_is_as_long():
    assert span(0, 6).moved(-7) == span(-7, -1)


def test_whole_weeks_are_weeks():
    assert weeks(span(0, 13), 0) == (span(0, 6), span(7, 13))


def test_a_week_begins_where_the_person_has_it_begin():
    assert weeks(span(0, 13), 6) == (span(0, 5), span(6, 12), span(13, 13))


@given(DATES, st.integers(1, 900), WEEKDAYS)
def test_the_weeks_are_the_span_without_a_day_lost_or_counted_twice(first, days, weekday):
    whole = Span(first, first + timedelta(days=days - 1))
    parts = weeks(whole, weekday)
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    assert all(one.last + timedelta(days=1) == next_.first for one, next_ in pairwise(parts))
    assert all(part.first.weekday() == weekday for part in parts[1:])
    assert all(part.days == 7 for part in parts[1:-1])
    assert all(part.days <= 7 for part in parts)
