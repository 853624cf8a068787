"""What a chart says without being seen: what is missing, the range, and weeks as rows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from recovery_coach.coach.chart_words import (
    Seen,
    amount,
    heat_table,
    heat_words,
    signed,
    time_table,
    time_words,
    weeks_table,
)
from recovery_coach.coach.charts import Rows
from recovery_coach.insight.load import Loaded
from recovery_coach.insight.plain import Event, Rated, Span
from recovery_coach.insight.trends import weekly

TODAY = date(2026, 3, 4)
SPAN = Span(date(2026, 2, 1), TODAY)


def rated(day: date, value: float) -> Rated:
    return Rated(day, value, value, value, 1)


def test_without_any_number_it_says_so():
    assert time_words(Seen("Stress", "", SPAN, TODAY, ())) == (
        "Stress, 1 February to 4 March. No day has a number."
    )


def test_where_nothing_is_missing_it_says_that_too():
    week = Span(TODAY - timedelta(days=6), TODAY)
    days = [rated(week.first + timedelta(days=n), 6.5) for n in range(7)]
    said = time_words(Seen("Sleep", "h", week, TODAY, days))
    assert "Every day has a number." in said
    assert "median 6.5\N{NO-BREAK SPACE}h" in said


def test_of_many_marked_days_the_first_are_named_and_the_rest_counted():
    events = [Event(str(n), SPAN.first, f"Mark {n}", False, SPAN.first) for n in range(9)]
    said = time_words(Seen("Pain", "", SPAN, TODAY, (), events=events))
    assert "Mark 5, 1 February and 3 more." in said
    assert "Mark 6" not in said


def test_weeks_are_rows_with_how_many_days_they_rest_on():
    days = [rated(date(2026, 2, 3), 4), rated(date(2026, 2, 4), 6)]
    found = time_table(Seen("Pain", "", SPAN, TODAY, days, weeks=weekly(days, SPAN, 0)))
    assert found.heads == ("Week", "Median", "Range", "Days with a number")
    assert found.rows[1] == ("2 to 8 February", "5", "4 to 6", "2 of 7")
    assert found.rows[2] == ("9 to 15 February", "–", "–", "0 of 7")
    assert len(found.days) == len(found.rows)


def test_columns_that_are_empty_are_left_out():
    table = time_table(Seen("Stress", "", SPAN, TODAY, [rated(TODAY, 3)]))
    assert (table.heads, table.rows) == (("Day", "Stress"), (("4 March", "3"),))


def test_a_map_has_weeks_as_rows_from_the_day_they_begin_with():
    values = ((date(2026, 2, 28), 4.0), (TODAY, 2.0))
    sunday = heat_table(values, Span(date(2026, 2, 27), TODAY), 6, TODAY)
    assert sunday.heads[:3] == ("Week from", "Sun", "Mon")
    assert sunday.rows[0][-1] == "4"
    assert "2 of 6 days have one" in heat_words(values, Span(date(2026, 2, 27), TODAY), TODAY)


def test_a_week_that_is_not_known_is_not_0():
    span = Span(date(2026, 2, 2), date(2026, 2, 8))
    weeks = (Loaded(span, None, 0, 0), Loaded(span, 0.0, 0, 0))
    assert [row[1] for row in weeks_table(weeks, "Load", TODAY).rows] == ["–", "0"]


def test_amounts_and_changes():
    assert amount(7.5, "h") == "7.5\N{NO-BREAK SPACE}h"
    assert amount(7, "") == "7"
    assert [signed(value) for value in (2, 0, -1.5)] == ["+2", "0", "−1.5"]


def test_rows_are_worded_when_they_are_looked_at():
    made = []

    def row(place: int) -> tuple[str, ...]:
        made.append(place)
        return (str(place),)

    rows = Rows(5000, row)
    assert (len(rows), made) == (5000, [])
    assert (rows[0], rows[-1], list(rows[2:4])) == (("0",), ("4999",), [("2",), ("3",)])
    assert made == [0, 4999, 2, 3]
    with pytest.raises(IndexError):
        rows[5000]
