"""Plain records for the tests of insight."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from recovery_coach.insight.plain import Occasion, Rated, Span, Work

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    """So many days after a Monday, or before it."""
    return MONDAY + timedelta(days=number)


def span(first: int, last: int) -> Span:
    return Span(day(first), day(last))


def rated(number: int, *scores: float) -> Rated:
    """A day with its scores; the median is that of an odd number of them, or the mean of two."""
    ordered = sorted(scores)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    return Rated(day(number), middle, ordered[0], ordered[-1], len(ordered))


def daily(scores: Iterable[float | None], first: int = 0) -> list[Rated]:
    """One score a day from a day on; None is a day without."""
    return [rated(first + n, score) for n, score in enumerate(scores) if score is not None]


def occasion(number: int = 0, routine: str = "core_stability", **said: object) -> Occasion:
    fields = {"session": f"s{number}", "minutes": 17.0, **said}
    return Occasion(day=day(number), routine=routine, **fields)


def work(number: int, minutes: float | None = 60, effort: int | None = 5, **said: object) -> Work:
    return Work(day=day(number), minutes=minutes, effort=effort, **said)


def scores(most: int = 60) -> st.SearchStrategy[list[float | None]]:
    """Scores of days that follow each other, with days missing among them."""
    return st.lists(st.none() | st.integers(0, 10), max_size=most)
