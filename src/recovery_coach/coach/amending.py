"""Changing what the journal says, after the fact. Every version stays.

The numbers of a session stand in two places, in the session and as entries of their own, so that
trends need to look at one kind only. Here both are changed in one write.

A deleted session takes its sets and what hurt with it, without touching them: both are read only
by way of their session. Its numbers stay (see :mod:`.diary`), and so does a warning sign: deleting
something must never be a way around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from recovery_coach.journal import Journal, PainEntry, PainSource, SessionRecord, Write


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person knows of a session and may change later."""

    before: int | None = None
    after: int | None = None
    effort: int | None = None
    note: str = ""

    @classmethod
    def of(cls, record: SessionRecord) -> Answers:
        """Those of a session."""
        return cls(
            before=record.pain_before,
            after=record.pain_after,
            effort=record.effort,
            note=record.note,
        )


def amend_session(journal: Journal, record_id: str, answers: Answers) -> list[str]:
    """Write other answers; the versions to undo it by. None where nothing is changed by it."""
    entry = journal.get(record_id)
    if entry is None or not isinstance(entry.record, SessionRecord):
        return []
    old = Answers.of(entry.record)
    if old == answers:
        return []
    changed = replace(
        entry.record,
        pain_before=answers.before,
        pain_after=answers.after,
        effort=answers.effort,
        note=answers.note,
    )
    writes, gone = [Write(record=changed, record_id=record_id)], []
    for number in _numbers(entry.record, old, answers):
        linked = [e for e in journal.numbers_of(record_id) if e.record.source == number.source]
        if number.nrs is None:
            gone += [one.record_id for one in linked]
        elif linked:
            told = replace(linked[-1].record, nrs=number.nrs)
            writes.append(Write(record=told, record_id=linked[-1].record_id))
        else:
            writes.append(Write(record=number.entry(number.nrs, record_id)))
    written = journal.write(writes)
    versions = [one.version_id for one in written]
    return versions + [journal.delete(one).version_id for one in gone]


@dataclass(frozen=True, slots=True)
class _Number:
    source: PainSource
    nrs: int | None
    at: datetime

    def entry(self, nrs: int, session: str) -> PainEntry:
        """The same as an entry of its own."""
        return PainEntry(nrs=nrs, at=self.at, source=self.source, session=session)


def _numbers(record: SessionRecord, old: Answers, new: Answers) -> Iterator[_Number]:
    """The numbers that are other ones now."""
    if old.before != new.before:
        yield _Number("before", new.before, record.started_at)
    if old.after != new.after:
        yield _Number("after", new.after, record.ended_at or record.started_at)


def amend_number(journal: Journal, record_id: str, nrs: int, note: str) -> list[str]:
    """Write another number or note; the version to undo it by. None where nothing is changed."""
    entry = journal.get(record_id)
    if entry is None or not isinstance(entry.record, PainEntry):
        return []
    changed = replace(entry.record, nrs=nrs, note=note)
    return [] if changed == entry.record else [journal.revise(record_id, changed).version_id]
