"""Before, after, and on the next morning: what sessions were followed by (facts 4.11).

Never what they caused. All pairs are kept, so that each can be drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from recovery_coach.insight.intervals import Interval
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
    """Pairs taken together."""
    raise NotImplementedError


def response(name: str, occasions: Sequence[Occasion]) -> Response:
    """What followed some sessions."""
    raise NotImplementedError


def by_routine(occasions: Iterable[Occasion]) -> tuple[Response, ...]:
    """For each routine; the one with most pairs first, then by its id."""
    raise NotImplementedError


def by_exercise(occasions: Iterable[Occasion]) -> tuple[Response, ...]:
    """For each exercise, the sessions it was done in: many moves share them, so it cannot tell
    one move from another done on the same days."""
    raise NotImplementedError
