"""Before, after, and on the next morning: what sessions were followed by (facts 4.11).

Never what they caused. All pairs are kept, so that each can be drawn: CENT 2015 asks for all
individual values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from recovery_coach.insight.intervals import ENOUGH, FEW, Interval, median, median_interval
from recovery_coach.insight.plain import Occasion

Weight = Literal["dots", "few", "enough"]
"""How much it may say: dots only under 6 pairs, the full range of 6 to 8, an interval from 9."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers of one session; ``change`` below 0 is less pain."""

    occasion: Occasion
    first: int
    second: int

    @property
    def change(self) -> int:
        """The second less the first."""
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class Change:
    """All pairs, their median change, and how many went down, stayed and went up."""

    pairs: tuple[Pair, ...]
    median: float | None
    interval: Interval | None
    lower: int
    same: int
    higher: int
    weight: Weight

    @property
    def n(self) -> int:
        """How many pairs there are."""
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class Response:
    """What followed a routine or an exercise: ``name`` is its id, ``sessions`` how many there were.

    ``after`` compares the number after with the one before; ``morning`` the next morning with the
    one before the session.
    """

    name: str
    sessions: int
    after: Change
    morning: Change


def change_of(pairs: Iterable[Pair]) -> Change:
    """Pairs taken together, in the order they come.

    >>> from datetime import date
    >>> day = Occasion("s", date(2026, 3, 2), "core_stability", 17)
    >>> numbers = (4, 3), (5, 3), (2, 2), (3, 4), (6, 4), (5, 4)
    >>> told = change_of(Pair(day, *both) for both in numbers)
    >>> told.n, told.median, (told.interval.low, told.interval.high), told.weight
    (6, -1.0, (-2, 1), 'few')
    >>> told.lower, told.same, told.higher
    (4, 1, 1)
    """
    kept = tuple(pairs)
    changes = [pair.change for pair in kept]
    lower, higher = sum(c < 0 for c in changes), sum(c > 0 for c in changes)
    return Change(
        pairs=kept,
        median=median(changes) if changes else None,
        interval=median_interval(changes),
        lower=lower,
        same=len(changes) - lower - higher,
        higher=higher,
        weight=weight_of(len(changes)),
    )


def weight_of(n: int) -> Weight:
    """How much so many values may say (facts 4.11, 1).

    >>> weight_of(5), weight_of(8), weight_of(9)
    ('dots', 'few', 'enough')
    """
    if n < FEW:
        return "dots"
    return "few" if n < ENOUGH else "enough"


def response(name: str, occasions: Sequence[Occasion]) -> Response:
    """What followed some sessions; a pair is one in which both numbers were said.

    >>> from datetime import date
    >>> said = Occasion("a", date(2026, 3, 2), "core_stability", 17, before=4, after=3)
    >>> unsaid = Occasion("b", date(2026, 3, 4), "core_stability", 17, after=2)
    >>> told = response("core_stability", [said, unsaid])
    >>> told.sessions, told.after.n, told.morning.n
    (2, 1, 0)
    """
    return Response(
        name=name,
        sessions=len(occasions),
        after=change_of(_pairs((o, o.before, o.after) for o in occasions)),
        morning=change_of(_pairs((o, o.before, o.morning) for o in occasions)),
    )


def _pairs(numbers: Iterable[tuple[Occasion, int | None, int | None]]) -> Iterator[Pair]:
    for occasion, first, second in numbers:
        if first is not None and second is not None:
            yield Pair(occasion, first, second)


def by_routine(occasions: Iterable[Occasion]) -> tuple[Response, ...]:
    """For each routine; the one with most pairs first, then by its id."""
    return _by((occasion.routine, occasion) for occasion in occasions)


def by_exercise(occasions: Iterable[Occasion]) -> tuple[Response, ...]:
    """For each exercise, the sessions it was done in: many moves share them, so it cannot tell
    one move from another done on the same days."""
    return _by((name, occasion) for occasion in occasions for name in {*occasion.exercises})


def _by(named: Iterable[tuple[str, Occasion]]) -> tuple[Response, ...]:
    found: dict[str, list[Occasion]] = {}
    for name, occasion in named:
        found.setdefault(name, []).append(occasion)
    told = [response(name, occasions) for name, occasions in found.items()]
    return tuple(sorted(told, key=lambda one: (-one.after.n - one.morning.n, one.name)))
