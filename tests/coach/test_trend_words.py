"""One true sentence: which months it names, what it says of missing days, and of too few."""

from __future__ import annotations

from datetime import date

import pytest

from recovery_coach.coach.trend_words import (
    day_words,
    days_words,
    headline_words,
    missing_words,
    score,
    shown_words,
    span_names,
    span_words,
    when_words,
)
from recovery_coach.insight.plain import Span
from recovery_coach.insight.trends import Headline, Part

TODAY = date(2026, 11, 22)
SEPTEMBER = Span(date(2026, 9, 1), date(2026, 9, 30))
LAST = Span(date(2026, 10, 24), TODAY)


def part(span: Span, median: float | None, rated: int) -> Part:
    return Part(span, median, rated)


# -- two parts ---------------------------------------------------------------------------------


def test_a_month_beside_now_and_the_days_that_are_missing():
    found = Headline(part(SEPTEMBER, 4.0, 28), part(LAST, 3.0, 25))
    assert headline_words(found, TODAY) == "Median 4 in September, 3 now; 5 of 30 days missing"


def test_a_part_across_two_months_goes_by_its_days():
    across = Span(date(2026, 9, 14), date(2026, 10, 11))
    found = Headline(part(across, 4.5, 28), part(LAST, 3.0, 30))
    said = "Median 4.5 from 14 September to 11 October, 3 now; no day missing"
    assert headline_words(found, TODAY) == said


def test_a_part_that_does_not_reach_today_is_not_called_now():
    march, may = (Span(date(2026, m, 1), date(2026, m, 30)) for m in (3, 5))
    found = Headline(part(march, 6.0, 20), part(may, 2.0, 29))
    assert headline_words(found, TODAY) == "Median 6 in March, 2 in May; 1 of 30 days missing"


# -- less than that ----------------------------------------------------------------------------


def test_without_a_part_before_there_is_nothing_to_compare():
    found = Headline(None, part(LAST, 3.0, 11))
    assert headline_words(found, TODAY) == "Median 3 in the last 30 days; 19 of 30 days missing"


def test_a_part_before_without_a_median_is_not_spoken_of():
    found = Headline(part(SEPTEMBER, None, 3), part(LAST, 3.0, 30))
    assert headline_words(found, TODAY) == "Median 3 in the last 30 days; no day missing"


def test_a_past_part_alone_is_named():
    found = Headline(None, part(SEPTEMBER, 3.0, 30))
    assert headline_words(found, TODAY) == "Median 3 in September; no day missing"


def test_too_few_days_say_how_many_there_are():
    found = Headline(None, part(LAST, None, 2))
    assert headline_words(found, TODAY) == "2 of 30 days have a number: too few for a median"


def test_no_number_at_all():
    assert headline_words(Headline(None, part(LAST, None, 0)), TODAY) == (
        "No number in these 30 days"
    )


# -- days --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), "in September"),
        (date(2026, 9, 5), date(2026, 10, 4), "in September"),
        (date(2026, 9, 14), date(2026, 10, 11), "from 14 September to 11 October"),
        (date(2025, 12, 1), date(2025, 12, 28), "in December"),
        (date(2025, 11, 1), date(2025, 11, 28), "in November 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "in February 2024"),
        (date(2026, 9, 7), date(2026, 9, 13), "from 7 to 13 September"),
        (date(2025, 12, 20), date(2026, 1, 16), "from 20 December to 16 January"),
        (date(2024, 12, 20), date(2025, 1, 16), "from 20 December 2024 to 16 January 2025"),
    ],
)
def test_when_a_part_was(first: date, last: date, said: str):
    assert when_words(Span(first, last), TODAY) == said


def test_days_of_another_year_have_it_once():
    assert days_words(Span(date(2024, 3, 3), date(2024, 4, 9)), TODAY) == "3 March to 9 April 2024"
    assert days_words(Span(TODAY, TODAY), TODAY) == day_words(TODAY, TODAY) == "22 November"


def test_missing_days_are_always_said():
    assert missing_words(part(LAST, None, 0)) == "30 of 30 days missing"
    assert missing_words(part(LAST, 3.0, 30)) == "no day missing"


def test_a_median_is_whole_where_it_is():
    assert [score(value) for value in (3.0, 3.5, 0.0, 10.0)] == ["3", "3.5", "0", "10"]


# -- what can be chosen ------------------------------------------------------------------------


def test_every_span_has_words():
    assert [words for _, words in span_names()] == [
        "A week",
        "A month",
        "12 weeks",
        "A year",
        "All",
    ]
    assert all(span_words(name) for name, _ in span_names())


def test_a_region_has_its_side():
    assert shown_words("place.knee_L") == "Knee, left"
    assert shown_words("pain.nrs") == "The back now"
    assert shown_words("place.of_a_newer_program") == "of a newer program"
