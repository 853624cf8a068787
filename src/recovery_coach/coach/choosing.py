"""Which routines stand on their page, and in which order: pure rules.

Each filter only takes away, so that they combine in any order and none of them can hide what
another one lets through. Equipment and positions are *left out* rather than asked for: people know
what they do not have, and which position they cannot get into today, better than what a routine
should need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from recovery_coach.library.loader import Library
from recovery_coach.library.models import Position, Routine
from recovery_coach.library.resolve import equipment_of

UP_TO = (5, 10, 15)
"""The minutes to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a routine is chosen by."""

    routine: Routine
    seconds: float
    needs: frozenset[str]
    positions: frozenset[str]

    @property
    def minutes(self) -> int:
        """As its card says them, so that "up to 5 min" holds every card that says 5 min."""
        return max(1, round(self.seconds / 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; as it is made, it lets everything through."""

    tag: str = ""
    up_to: int | None = None
    without: frozenset[str] = frozenset()
    avoided: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Filters()

    def fits(self, traits: Traits) -> bool:
        """Whether a routine passes every one of them."""
        return (
            (not self.tag or self.tag in traits.routine.tags)
            and (self.up_to is None or traits.minutes <= self.up_to)
            and not self.without & traits.needs
            and not self.avoided & traits.positions
        )


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to filter by, in the order to show it."""

    tags: tuple[str, ...]
    equipment: tuple[str, ...]
    positions: tuple[str, ...]


def gather(
    library: Library,
    seconds: Callable[[Routine], float],
    adapted: Callable[[Routine], Routine] = lambda routine: routine,
) -> list[Traits]:
    """The traits of every routine of a library, as it would be done now."""
    every = library.routines.values()
    return [_traits(adapted(routine), library, seconds(routine)) for routine in every]


def _traits(routine: Routine, library: Library, seconds: float) -> Traits:
    needed, _ = equipment_of(routine, library.exercises)
    return Traits(
        routine=routine,
        seconds=seconds,
        needs=frozenset(needed),
        positions=frozenset(library.exercises[step.exercise].position for step in routine.steps),
    )


def offered(routines: Iterable[Traits]) -> Offered:
    """What some routine has: tags and equipment by how common they are, positions from the top."""
    tags: Counter[str] = Counter()
    equipment: Counter[str] = Counter()
    positions: set[str] = set()
    for traits in routines:
        tags.update(traits.routine.tags)
        equipment.update(traits.needs)
        positions |= traits.positions
    return Offered(
        tuple(_commonest(tags)),
        tuple(_commonest(equipment)),
        tuple(position for position in get_args(Position) if position in positions),
    )


def _commonest(found: Counter[str]) -> list[str]:
    return sorted(found, key=lambda name: (-found[name], name))


def still_there(filters: Filters, there: Offered) -> Filters:
    """``filters`` without what no routine has any more: nothing is filtered by what is unseen."""
    return Filters(
        tag=filters.tag if filters.tag in there.tags else "",
        up_to=filters.up_to,
        without=filters.without & frozenset(there.equipment),
        avoided=filters.avoided & frozenset(there.positions),
    )


def choose(
    routines: Sequence[Traits], filters: Filters, last_used: Mapping[str, datetime]
) -> list[Traits]:
    """Those that pass, the one used last first; those never used stay in the order they have."""

    def order(traits: Traits) -> float:
        used = last_used.get(traits.routine.id)
        return -used.timestamp() if used else 0.0

    return sorted(filter(filters.fits, routines), key=order)


def split_by_gentleness(routines: Sequence[Traits]) -> tuple[list[Traits], list[Traits]]:
    """With a number above 5: what comes first, and what stands lower."""
    gentle = [traits for traits in routines if traits.routine.gentle]
    return gentle, [traits for traits in routines if not traits.routine.gentle]
