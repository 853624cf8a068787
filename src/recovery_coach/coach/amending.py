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

from recovery_coach.coach.checkin import says_something
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


def amend_entry(journal: Journal, record_id: str, changed: PainEntry) -> list[str]:
    """Write an entry as it is told now; the versions to undo it by. None where nothing is changed.

    A number before or after a session is changed in the session as well. An entry in which nothing
    is left goes, as a number does that is taken out of a session.
    """
    entry = journal.get(record_id)
    if entry is None or not isinstance(entry.record, PainEntry) or entry.record == changed:
        return []
    session = _session_told(journal, record_id, entry.record, changed)
    if says_something(changed):
        written = journal.write([Write(record=changed, record_id=record_id), *session])
        return [one.version_id for one in written]
    versions = [one.version_id for one in journal.write(session)] if session else []
    return [*versions, journal.delete(record_id).version_id]


def _session_told(journal: Journal, record_id: str, was: PainEntry, now: PainEntry) -> list[Write]:
    """The session with the number as it is now; none where that is no number of a session."""
    if was.session is None or was.source not in ("before", "after") or was.nrs == now.nrs:
        return []
    linked = [one for one in journal.numbers_of(was.session) if one.record.source == was.source]
    session = journal.get(was.session)
    told = linked and linked[-1].record_id == record_id  # of several the last one counts
    if not told or session is None or not isinstance(session.record, SessionRecord):
        return []
    if was.source == "before":
        changed = replace(session.record, pain_before=now.nrs)
    else:
        changed = replace(session.record, pain_after=now.nrs)
    return [Write(record=changed, record_id=was.session)]
