"""What an entry of the journal said before: its versions as a person tells them apart. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from recovery_coach.base.i18n import long_date, tr
from recovery_coach.coach.record_words import (
    Said,
    answer_label,
    answer_words,
    in_words,
    labels_of,
    value_words,
)
from recovery_coach.journal import (
    Entry,
    PainEntry,
    Record,
    SessionRecord,
    read_answer_texts,
    region_scores,
)
from recovery_coach.library.regions import body_regions

Told = tuple[str, object, object]
"""What a field is called, what it said, what it says."""

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
    return all(a == b or a in (None, "") for _, a, b in told(was, now))


def _changes(before: Entry[Record], after: Entry[Record]) -> Iterator[str]:
    if after.deleted != before.deleted:
        yield tr("Deleted") if after.deleted else tr("Put back")
    text = tr("{what}: {was} → {now}")
    if before.day != after.day:
        days = {"was": long_date(before.day), "now": long_date(after.day)}
        yield text.format(what=tr("Day"), **days)
    for title, was, now in told(before.record, after.record):
        if was != now:
            yield text.format(what=title, was=value_words(was), now=value_words(now))


def told(before: Record, after: Record) -> Iterator[Told]:
    """What may differ between two versions of a record, each with what it is called."""
    if type(before) is not type(after):
        return
    for name, label in labels_of(before).items():
        was, now = getattr(before, name), getattr(after, name)
        if name == "regions" and isinstance(before, PainEntry) and isinstance(after, PainEntry):
            yield from _each(region_scores(before), region_scores(after), body_regions().words)
        elif name == "answers":
            yield from _each(read_answer_texts(was), read_answer_texts(now), _asked)
        elif name == "at":
            yield label, Said(f"{was:%H:%M}"), Said(f"{now:%H:%M}")
        else:
            yield label, in_words(name, was), in_words(name, now)


def _each(
    before: Mapping[str, object], after: Mapping[str, object], name_of: Callable[[str], str]
) -> Iterator[Told]:
    """One by one, what either of them has; what is there without a value is marked."""
    for name in dict.fromkeys((*before, *after)):
        yield name_of(name), _marked(before, name), _marked(after, name)


def _asked(field: str) -> str:
    """What was asked, as the beginning of a line."""
    return answer_label(field).rstrip("?")


def _marked(values: Mapping[str, object], name: str) -> object:
    value = values.get(name)
    if isinstance(value, str):
        return Said(answer_words(name, value))
    return Said(tr("marked")) if name in values and value is None else value
