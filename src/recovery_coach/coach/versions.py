"""What an entry of the journal said before: its versions as a person tells them apart. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from recovery_coach.base.i18n import tr
from recovery_coach.journal import Entry, PainEntry, Record, SessionRecord

FINISHING = timedelta(hours=1)
"""What is added to a session so soon after its end belongs to its finish, and is no edit."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version that says something else than the one before: when, and what.

    ``edited``: changed by hand, and not by the session that wrote it or by its finish.
    """

    written_at: datetime
    changes: tuple[str, ...]
    edited: bool


def versions_of(history: Sequence[Entry[Record]]) -> list[Version]:
    """The versions a person would tell apart, the newest first; ``history`` has the oldest first.

    The last of them, the first that was written, says how it all began.
    """
    found: list[Version] = []
    for before, after in pairwise(history):
        changes = tuple(_changes(before, after))
        if changes and not _running(before.record):
            by_hand = before.deleted == after.deleted and not _by_finish(before, after)
            found.append(Version(after.written_at, changes, by_hand))
    begun = [entry for entry in history if not _running(entry.record)][:1]
    found = [Version(one.written_at, (tr("Written down"),), False) for one in begun] + found
    return found[::-1]


def _running(record: Record) -> bool:
    return isinstance(record, SessionRecord) and record.state == "running"


def _by_finish(before: Entry[Record], after: Entry[Record]) -> bool:
    """Whether this is what the finish page wrote: soon after the end, and over nothing."""
    was, now = before.record, after.record
    if not isinstance(was, SessionRecord) or not isinstance(now, SessionRecord):
        return False
    ended = now.ended_at or now.started_at
    if after.written_at - ended > FINISHING:
        return False
    return all(a == b or a in (None, "") for _, a, b in _told(was, now))


def _changes(before: Entry[Record], after: Entry[Record]) -> Iterator[str]:
    if after.deleted != before.deleted:
        yield tr("Deleted") if after.deleted else tr("Put back")
    for title, was, now in _told(before.record, after.record):
        if was == now:
            continue
        text = tr("{what}: {was} → {now}")
        yield text.format(what=title, was=_value(was), now=_value(now))


def _told(before: Record, after: Record) -> list[tuple[str, object, object]]:
    if isinstance(before, SessionRecord) and isinstance(after, SessionRecord):
        return [
            (tr("Before"), before.pain_before, after.pain_before),
            (tr("After"), before.pain_after, after.pain_after),
            (tr("Effort"), before.effort, after.effort),
            (tr("Note"), before.note, after.note),
        ]
    if isinstance(before, PainEntry) and isinstance(after, PainEntry):
        return [
            (tr("Number"), before.nrs, after.nrs),
            (tr("Note"), before.note, after.note),
        ]
    return []


def _value(value: object) -> str:
    if value is None or value == "":
        return "–"
    return tr("“{text}”").format(text=value) if isinstance(value, str) else str(value)
