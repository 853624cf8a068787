"""Left beside right, sessions beside the person's own aim, the longest clean hold. No streaks.

Nothing is judged: a difference of sides is counted, not called a fault.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from recovery_coach.insight.plain import Held, Span, weeks


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
    """Every exercise that was done on either side; the one done longest first.

    All seconds count, also those of a set that was left early; a set counts if it was done.

    >>> day = date(2026, 3, 2)
    >>> left = Held(day, "side_plank", "left", 30, done=True)
    >>> right = Held(day, "side_plank", "right", 20, done=False, hurt=True)
    >>> (told,) = sides([left, right])
    >>> told.left_seconds, told.right_seconds, told.left_sets, told.right_sets, told.right_hurts
    (30.0, 20.0, 1, 0, 1)
    """
    found: dict[str, dict[str, list[Held]]] = {}
    for one in sets:
        if one.side in ("left", "right"):
            found.setdefault(one.exercise, {"left": [], "right": []})[one.side].append(one)
    told = [_beside(name, both["left"], both["right"]) for name, both in found.items()]
    return tuple(
        sorted(told, key=lambda one: (-one.left_seconds - one.right_seconds, one.exercise))
    )


def _beside(exercise: str, left: list[Held], right: list[Held]) -> Sides:
    return Sides(
        exercise,
        left_seconds=sum((one.seconds for one in left), 0.0),
        right_seconds=sum((one.seconds for one in right), 0.0),
        left_sets=sum(one.done for one in left),
        right_sets=sum(one.done for one in right),
        left_hurts=sum(one.hurt for one in left),
        right_hurts=sum(one.hurt for one in right),
    )


def longest(sets: Iterable[Held]) -> Mapping[tuple[str, str | None], Longest]:
    """By exercise and side; of sets as long as each other the last.

    >>> day = date(2026, 3, 2)
    >>> clean = Held(day, "front_plank", None, 40, done=True)
    >>> hurt = Held(day, "front_plank", None, 60, done=True, hurt=True)
    >>> longest([clean, hurt])["front_plank", None].seconds
    40
    """
    found: dict[tuple[str, str | None], Longest] = {}
    for one in sets:
        if not one.done or one.hurt:
            continue
        known = found.get((one.exercise, one.side))
        if known is None or (one.seconds, one.day) > (known.seconds, known.day):
            found[one.exercise, one.side] = Longest(one.exercise, one.side, one.seconds, one.day)
    return found


def weekly_days(days: Iterable[date], span: Span, first_weekday: int) -> tuple[Habit, ...]:
    """How many days of each week of a span are among ``days``; each day counts once.

    >>> days = [date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 6)]
    >>> told = weekly_days(days, Span(date(2026, 3, 2), date(2026, 3, 15)), 0)
    >>> [habit.count for habit in told]
    [2, 0]
    """
    spans = weeks(span, first_weekday)
    starts = [week.first for week in spans]
    inside = {day for day in days if day in span}
    counts = Counter(bisect_right(starts, day) - 1 for day in inside)
    return tuple(Habit(week, counts[index]) for index, week in enumerate(spans))
