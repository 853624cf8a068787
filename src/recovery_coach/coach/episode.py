"""Which entries belong together: an episode ends with a month without pain. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise

from recovery_coach.journal import PainEntry

EPISODE_ENDS = timedelta(days=30)
"""So long without an entry that hurts, and it is another episode (de Vet 2002 Spine, memory)."""


def of_episode(entries: Sequence[PainEntry], now: datetime) -> list[PainEntry]:
    """The entries of this episode, the oldest first as in ``entries``."""
    found: list[PainEntry] = []
    later = now
    for entry in reversed(entries):
        if later - entry.at > EPISODE_ENDS:
            break
        found.append(entry)
        if hurts(entry):
            later = entry.at
    return found[::-1]


def end_of_today(now: datetime) -> datetime:
    """What is dated later than this was written by a clock that was wrong: it does not count yet.

    It would stand before everything that is said from now on.
    """
    return datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)


def in_episode(at: datetime, hurt_at: Sequence[datetime], now: datetime) -> bool:
    """Whether there was no month without pain since ``at``; ``hurt_at``: when it hurt, in order."""
    times = [at, *(moment for moment in hurt_at if moment > at), now]
    return all(b - a <= EPISODE_ENDS for a, b in pairwise(times))


def hurts(entry: PainEntry) -> bool:
    """Whether something hurts in it."""
    numbers = (entry.nrs, entry.leg_nrs, entry.worst_nrs)
    return bool(entry.regions) or any(number for number in numbers)
