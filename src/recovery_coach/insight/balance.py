"""Left beside right, sessions beside the person's own aim, the longest clean hold. No streaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from recovery_coach.insight.plain import Held, Span


@dataclass(frozen=True, slots=True)
class Sides:
    """Of one exercise: seconds held, sets done and sets that hurt, left and right."""

    exercise: str
    left_seconds: float
    right_seconds: float
    left_sets: int
    right_sets: int
    left_hurts: int
    right_hurts: int


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest set that was done to its end and did not hurt."""

    exercise: str
    side: str | None
    seconds: float
    day: date


@dataclass(frozen=True, slots=True)
class Habit:
    """Days with a session of a kind in one week; the span may be a week that is not over."""

    span: Span
    count: int


def sides(sets: Iterable[Held]) -> tuple[Sides, ...]:
    """Every exercise that was done on either side; the one done longest first."""
    raise NotImplementedError


def longest(sets: Iterable[Held]) -> Mapping[tuple[str, str | None], Longest]:
    """By exercise and side."""
    raise NotImplementedError


def weekly_days(days: Iterable[date], span: Span, first_weekday: int) -> tuple[Habit, ...]:
    """How many days of each week of a span are among ``days``; each day counts once."""
    raise NotImplementedError
