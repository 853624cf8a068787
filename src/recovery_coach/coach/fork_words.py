"""What two computers made of one entry, told so that a person can say which is right. Pure.

Of the words of the older versions (:mod:`.versions`): only what differs is set against each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from recovery_coach.base.i18n import long_date, tr
from recovery_coach.coach.diary import facts, note_of, title
from recovery_coach.coach.record_words import value_words
from recovery_coach.coach.versions import told
from recovery_coach.journal import Entry, Record
from recovery_coach.journal.forks import Fork


@dataclass(frozen=True, slots=True)
class Side:
    """One way the entry was left in. ``differs``: what is called how, and what it says
    here; the note is told by itself."""

    version_id: str
    title: str
    facts: str
    note: str
    differs: tuple[tuple[str, str], ...]
    written_at: datetime
    here: bool
    shown: bool
    deleted: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One entry and its sides, the shown one first."""

    fork: Fork
    day: date
    moment: datetime
    sides: tuple[Side, ...]


def question_of(fork: Fork, device: str) -> Question:
    """What is to be chosen about; ``device`` is the id of the journal here."""
    heads = (fork.shown, *fork.others)
    differing = _differing([head for head in heads if not head.deleted])
    sides = tuple(
        Side(
            version_id=head.version_id,
            title=title(head.record),
            facts=facts(head.record),
            note=note_of(head.record),
            differs=differing.get(head.version_id, ()),
            written_at=head.written_at,
            here=head.device == device,
            shown=head is fork.shown,
            deleted=head.deleted,
        )
        for head in heads
    )
    return Question(fork, fork.shown.day, fork.shown.record.moment, sides)


def _differing(heads: list[Entry[Record]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each version, everything in which it or another of them differs from the first."""
    said: dict[str, dict[str, str]] = {head.version_id: {} for head in heads}
    names: dict[str, str] = {}
    for other in heads[1:]:
        for name, first, value in _compared(heads[0], other):
            names.setdefault(name, first)
            said[other.version_id][name] = value
    return {
        version: tuple((name, values.get(name, first)) for name, first in names.items())
        for version, values in said.items()
    }


def _compared(first: Entry[Record], other: Entry[Record]) -> list[tuple[str, str, str]]:
    """What differs between two: what it is called, and what each says."""
    found = [
        (name, value_words(was), value_words(now))
        for name, was, now in told(first.record, other.record)
        if was != now and name != tr("Note")  # which is shown as it is
    ]
    if first.day != other.day:
        found.insert(0, (tr("Day"), long_date(first.day), long_date(other.day)))
    return found


def where_words(side: Side) -> str:
    """On which computer it was left so, and whether that is what the journal shows."""
    if side.shown:
        return tr("Shown now · from this computer") if side.here else tr("Shown now · from another")
    return tr("From this computer") if side.here else tr("From another computer")
