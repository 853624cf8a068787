"""An ordinary day: nothing in the journal that any rule of warning could speak of.

Most starts are on such a day, and the rules need not be read for them. It says *ordinary* only of
what :func:`recovery_coach.coach.standing.stand` would say the same of (a test compares them).
"""

from __future__ import annotations

from datetime import datetime

from recovery_coach.coach.standing import EPISODE_ENDS, Standing
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    HurtRecord,
    ImpactRecord,
    Journal,
    PainEntry,
    SeenRecord,
    SessionRecord,
)
from recovery_coach.redflags.model import Verdict

LOW = 2
"""Up to this number, alone, nothing is asked (facts 5.1, N-04)."""
ENDED_WELL = 3
PLAIN = frozenset({"nrs", "at", "source", "session"})
"""What a number alone has."""


def is_ordinary(journal: Journal, now: datetime) -> bool:
    """Whether there is nothing but low numbers, and sessions that ended well."""
    special = (CheckRecord, HurtRecord, SeenRecord, BackgroundRecord, ImpactRecord)
    if any(journal.latest(kind, 1) for kind in special):
        return False
    last = journal.latest(SessionRecord, 1)
    if last and (last[0].record.pain_after or 0) > ENDED_WELL:
        return False
    newest = journal.latest(PainEntry, 1)
    if not newest:
        return True
    day = newest[0].record.at
    if now - day > EPISODE_ENDS:
        return True
    return all(_is_low(entry.record) for entry in journal.on_day(PainEntry, newest[0].day))


def _is_low(entry: PainEntry) -> bool:
    plain = entry.to_body().keys() - {"note"} <= PLAIN and not entry.note
    return plain and (entry.nrs or 0) <= LOW


def ordinary(number: int | None) -> Standing:
    """What stands on such a day."""
    verdict = Verdict("self-care", access="amber") if number else Verdict("none")
    return Standing(now=verdict, verdict=verdict)
