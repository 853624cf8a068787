"""Days with something beside days without it, in words: n, interval and lag; never a cause."""

from __future__ import annotations

import pytest

from recovery_coach.coach.factor_words import caveat, factor_title, factor_words
from recovery_coach.insight.factors import Factor, Group
from recovery_coach.insight.intervals import Interval

NEVER = ("cause", "works", "significant", "because", "normal", "just", "only")


def group(n: int, median: float) -> Group:
    return Group(n, median, Interval(median - 1, median + 1, 0.96, 2))


def test_enough_days_say_both_medians_with_interval_and_n():
    found = Factor("short_night", 0, group(12, 4.0), group(40, 3.0))
    assert factor_words(found) == (
        "After short nights: median 4 (interval 3 to 5, 12 days)."
        " After other nights: median 3 (interval 2 to 4, 40 days)."
    )


def test_too_few_say_how_many_there_are_and_are_needed():
    found = Factor("heavy", 1, group(3, 6.0), group(40, 3.0))
    assert factor_words(found) == (
        "Not enough days yet: 3 after very hard days, 40 after other days; 9 of each are needed."
    )


@pytest.mark.parametrize("name", ["short_night", "rest", "heavy"])
def test_the_lag_is_in_the_title(name: str):
    assert "day" in factor_title(name)
    assert factor_title(name) != name


def test_no_word_says_why():
    found = Factor("rest", 1, group(12, 4.0), group(40, 3.0))
    said = f"{factor_words(found)} {caveat()} {factor_title('rest')}".lower()
    assert not [word for word in NEVER if f" {word} " in f" {said} "]
