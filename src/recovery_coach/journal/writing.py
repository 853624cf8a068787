"""What one write puts into the file. Every method runs inside a transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from recovery_coach.base.clock import Clock
from recovery_coach.base.ids import Ids, new_id
from recovery_coach.journal import versions
from recovery_coach.journal.entries import Checkpoint, Entry, Write
from recovery_coach.journal.reading import entry_of
from recovery_coach.journal.records import ChoiceRecord, Record, read_body, write_body
from recovery_coach.journal.versions import Version, utc_text

R = TypeVar("R", bound=Record)


class Writer:
    """Appends versions in the name of one :attr:`device`."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock, ids: Ids = new_id) -> None:
        self._connection = connection
        self.device = ""
        """To be set before anything is written."""
        self._clock = clock
        self._new_id = ids

    def begin(self, record: R, record_id: str | None, day: date | None) -> Entry[R]:
        """The first version of a record. ValueError where the id is taken."""
        if record_id is not None and versions.newest(self._connection, record_id) is not None:
            raise ValueError(f"there is a record {record_id} already: revise it")
        return self._put(record, record_id, day, None)

    def revise(self, record: R, record_id: str, day: date | None) -> Entry[R]:
        """The next version of a record. KeyError where there is none."""
        return self._put(record, record_id, day, self._known(record_id))

    def put(self, write: Write) -> Entry[Record]:
        """The first version of a record, or the next."""
        earlier = (
            versions.newest(self._connection, write.record_id)
            if write.record_id is not None
            else None
        )
        return self._put(write.record, write.record_id, write.day, earlier)

    def delete(self, record_id: str) -> Entry[Record]:
        """A version that hides the record. KeyError where it is unknown or cannot be read."""
        known = self._known(record_id)
        entry = self._repeat(known, parent=known.version_id, deleted=True)
        if entry is None:
            raise KeyError(record_id)
        return entry

    def settle(self, heads: Sequence[Version], version_id: str) -> list[Entry[Record]]:
        """Show the content of one of the ``heads`` of a record, and ask about none of them again.

        KeyError where it is not among them or cannot be read.
        """
        chosen = next((head for head in heads if head.version_id == version_id), None)
        if chosen is None:
            raise KeyError(version_id)
        shown = self._known(chosen.record_id)
        written = []
        if chosen.version_id != shown.version_id:
            entry = self._repeat(chosen, shown.version_id, deleted=bool(chosen.deleted))
            if entry is None:
                raise KeyError(version_id)
            written.append(entry)
        choice = ChoiceRecord(
            at=self._clock.now(),
            record=chosen.record_id,
            chosen=version_id,
            settled=tuple(h.version_id for h in heads if h.version_id != shown.version_id),
        )
        written.append(self._put(choice, None, None, None))
        return written

    def undo(self, version_id: str) -> Entry[Record] | None:
        """A version like the one before ``version_id``; None where that cannot be."""
        undone = versions.by_id(self._connection, version_id)
        if undone is None:
            return None
        newest = self._known(undone.record_id)
        if newest.version_id != version_id:
            return None
        if undone.parent is None:
            return self._repeat(undone, parent=version_id, deleted=True)
        before = versions.by_id(self._connection, undone.parent)
        if before is None:
            return None
        return self._repeat(before, parent=version_id, deleted=bool(before.deleted))

    def put_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Overwrite where a session stands, or forget it."""
        if checkpoint.body is None:
            self._connection.execute(
                "DELETE FROM checkpoint WHERE session = ?", (checkpoint.session,)
            )
            return
        text = json.dumps(dict(checkpoint.body), allow_nan=False, separators=(",", ":"))
        self._connection.execute(
            "INSERT INTO checkpoint (session, body, written_at) VALUES (?, ?, ?)"
            " ON CONFLICT (session) DO UPDATE SET"
            " body = excluded.body, written_at = excluded.written_at",
            (checkpoint.session, text, utc_text(self._clock.now())),
        )

    def _known(self, record_id: str) -> Version:
        version = versions.newest(self._connection, record_id)
        if version is None:
            raise KeyError(record_id)
        return version

    def _put(
        self, record: R, record_id: str | None, day: date | None, earlier: Version | None
    ) -> Entry[R]:
        if earlier is not None and earlier.kind != record.kind:
            raise ValueError(f"{record_id} is a {earlier.kind}, not a {record.kind}")
        version = Version(
            version_id="",
            record_id=record_id or self._new_id(),
            parent=earlier.version_id if earlier else None,
            kind=record.kind,
            device="",
            counter=0,
            written_at="",
            offset_minutes=0,
            day=day.isoformat() if day else _day_of(record, earlier),
            deleted=0,
            body=write_body(record, earlier.body if earlier else None),
        )
        entry = entry_of(self._add(version), record)
        if entry is None:
            raise ValueError(f"a time that cannot be written: {record}")
        return entry

    def _repeat(self, version: Version, parent: str, deleted: bool) -> Entry[Record] | None:
        """The same body again as the record's newest version; None where it cannot be read."""
        record = read_body(version.kind, version.body)
        if record is None:
            return None
        return entry_of(self._add(replace(version, parent=parent, deleted=int(deleted))), record)

    def _add(self, draft: Version) -> Version:
        """Stamp a draft with what makes it a version of its own, and add it."""
        now = self._clock.now()
        version = replace(
            draft,
            version_id=self._new_id(),
            device=self.device,
            counter=versions.next_counter(self._connection),
            written_at=utc_text(now),
            offset_minutes=_offset_minutes(now),
        )
        versions.add(self._connection, version)
        return version


def _day_of(record: Record, earlier: Version | None) -> str:
    """The date of the record's own moment where it happened.

    A record that was put on another day by hand stays there unless its moment is changed.
    """
    if earlier is not None:
        before = read_body(earlier.kind, earlier.body)
        if before is not None and before.moment == record.moment:
            return earlier.day
    return record.moment.date().isoformat()


def _offset_minutes(moment: datetime) -> int:
    return (moment.utcoffset() or timedelta(0)) // timedelta(minutes=1)
