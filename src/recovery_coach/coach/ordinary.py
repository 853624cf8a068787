"""An ordinary day: nothing in the journal that any rule of warning could speak of.

Most starts are on such a day, and the rules need not be read for them. It says *ordinary* only of
what :func:`recovery_coach.coach.standing.stand` would say the same of (a test compares them).
"""

from __future__ import annotations

from datetime import datetime

from recovery_coach.coach.episode import EPISODE_ENDS, end_of_today
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.marks import Marks
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


def ordinary(journal: Journal, now: datetime) -> Standing | None:
    """What stands on an ordinary day; None where the rules have to be asked."""
    if not _is_quiet(journal):
        return None
    entries = _newest_day(journal, now)
    if not all(_is_low(entry) for entry in entries):
        return None
    numbers = [entry.nrs for entry in entries if entry.nrs is not None]
    number = numbers[-1] if numbers else None
    verdict = Verdict("self-care", access="amber") if number else Verdict("none")
    return Standing(now=verdict, verdict=verdict, marks=Marks(number=number))


def _is_quiet(journal: Journal) -> bool:
    """Whether there are but numbers, and sessions of which the last one ended well."""
    special = (CheckRecord, HurtRecord, SeenRecord, BackgroundRecord, ImpactRecord)
    if any(journal.latest(kind, 1) for kind in special):
        return False
    last = journal.latest(SessionRecord, 1)
    return not last or (last[0].record.pain_after or 0) <= ENDED_WELL


def _newest_day(journal: Journal, now: datetime) -> list[PainEntry]:
    """The entries of the last day that has any, the oldest first; none where that is long ago."""
    newest = journal.latest(PainEntry, 1, before=end_of_today(now))
    if not newest or now - newest[0].record.at > EPISODE_ENDS:
        return []
    return [entry.record for entry in journal.on_day(PainEntry, newest[0].day)]


def _is_low(entry: PainEntry) -> bool:
    """Whether it is a low number, and nothing else was said with it."""
    alone = PainEntry(nrs=entry.nrs, at=entry.at, source=entry.source, session=entry.session)
    return entry == alone and (entry.nrs or 0) <= LOW
