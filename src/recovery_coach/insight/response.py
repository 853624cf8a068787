"""Before, after, and on the next morning: what sessions were followed by (facts 4.11).

Never what they caused. All pairs are kept, so that each can be drawn: CENT 2015 asks for all
individual values.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    changes = [pair.second - pair.first for pair in kept]
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
    return _taken_together(name, [_pairs(occasion) for occasion in occasions])


def by_routine(occasions: Iterable[Occasion]) -> tuple[Response, ...]:
    """For each routine (facts 4.11); the one with most pairs first, then by its id.

    >>> from datetime import date
    >>> day = date(2026, 3, 2)
    >>> short = Occasion("a", day, "express_3", 3, before=3, after=3)
    >>> core = [Occasion(s, day, "core_stability", 17, before=4, after=3) for s in "bc"]
    >>> [(one.name, one.after.n) for one in by_routine([short, *core])]
    [('core_stability', 2), ('express_3', 1)]
    """
    return _by((occasion, (occasion.routine,)) for occasion in occasions)


def by_exercise(occasions: Iterable[Occasion]) -> tuple[Response, ...]:
    """For each exercise, the sessions it was done in (facts 4.11).

    Many moves share them, so it cannot tell one move from another done on the same days:

    >>> from datetime import date
    >>> moves = ("bird_dog", "cat_cow")
    >>> both = Occasion("a", date(2026, 3, 2), "reset", 6, before=4, after=3, exercises=moves)
    >>> [(one.name, one.after.median) for one in by_exercise([both])]
    [('bird_dog', -1), ('cat_cow', -1)]
    """
    return _by((occasion, {*occasion.exercises}) for occasion in occasions)


_Pairs = tuple[Pair | None, Pair | None]
"""Of one session: the number after and the one before, the next morning and the one before."""


def _pairs(occasion: Occasion) -> _Pairs:
    first = occasion.before
    if first is None:
        return None, None
    after, morning = occasion.after, occasion.morning
    return (
        Pair(occasion, first, after) if after is not None else None,
        Pair(occasion, first, morning) if morning is not None else None,
    )


def _taken_together(name: str, sessions: Sequence[_Pairs]) -> Response:
    return Response(
        name=name,
        sessions=len(sessions),
        after=change_of(after for after, _ in sessions if after is not None),
        morning=change_of(morning for _, morning in sessions if morning is not None),
    )


def _by(named: Iterable[tuple[Occasion, Iterable[str]]]) -> tuple[Response, ...]:
    found: dict[str, list[_Pairs]] = {}
    for occasion, names in named:
        pairs = _pairs(occasion)
        for name in names:
            found.setdefault(name, []).append(pairs)
    told = [_taken_together(name, sessions) for name, sessions in found.items()]
    return tuple(sorted(told, key=lambda one: (-one.after.n - one.morning.n, one.name)))
