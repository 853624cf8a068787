"""The questions the journal answers. A body that cannot be read never spoils a list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from recovery_coach.journal.entries import Entry
from recovery_coach.journal.fields import read_day
from recovery_coach.journal.opening import in_use
from recovery_coach.journal.records import (
    HurtRecord,
    PainEntry,
    Record,
    SessionRecord,
    SetRecord,
    read_body,
)
from recovery_coach.journal.versions import COLUMNS, Version, from_row, utc_text

if TYPE_CHECKING:
    from recovery_coach.journal.counting import Counts
    from recovery_coach.journal.sums import Sums

R = TypeVar("R", bound=Record)

_VISIBLE = (
    "SELECT "
    + ", ".join(f"version.{column}" for column in COLUMNS.split(", "))
    + " FROM current JOIN version USING (version_id) WHERE current.deleted = 0 AND "
)

# Down to the version's id, so that two computers with the same versions list them the same way.
_OLDEST = "current.at, counter, device, version_id"
_NEWEST = "current.at DESC, counter DESC, device DESC, version_id DESC"

# From routine to routine along the index, whatever the number of sessions.
_LAST_USED = """
WITH RECURSIVE used (about) AS (
    SELECT min(about) FROM current WHERE kind = 'session' AND about IS NOT NULL
    UNION ALL
    SELECT (SELECT min(about) FROM current WHERE kind = 'session' AND about > used.about)
    FROM used WHERE about IS NOT NULL
)
SELECT about, (
    SELECT CASE WHEN json_valid(body) THEN json_extract(body, '$.started_at') END
    FROM current JOIN version USING (version_id)
    WHERE current.kind = 'session' AND current.about = used.about AND current.deleted = 0
    ORDER BY current.at DESC LIMIT 1
) FROM used WHERE about IS NOT NULL
"""


# By the order of writing, which is that of the rows: nothing is ever changed or removed there.
_WRITTEN_AFTER = (
    "SELECT version.rowid, "
    + ", ".join(f"version.{column}" for column in COLUMNS.split(", "))
    + " FROM version JOIN current"
    " ON current.record_id = version.record_id AND current.version_id = version.version_id"
    " WHERE version.rowid > ? AND version.kind IN ({kinds}) ORDER BY version.rowid LIMIT ?"
)

_HURTING = """
SELECT current.at FROM current JOIN version USING (version_id)
WHERE current.deleted = 0 AND current.kind = ? AND current.at > ? AND current.at <= ?
AND CASE WHEN json_valid(body) THEN
    json_extract(body, '$.nrs') > 0 OR json_extract(body, '$.leg_nrs') > 0
    OR json_extract(body, '$.worst_nrs') > 0 OR json_array_length(body, '$.regions') > 0
END
ORDER BY current.at {direction} LIMIT 1
"""
_END_OF_TIME = "9999-12-31T23:59:59.999999+00:00"

_SETS = """
SELECT current.session, count(*),
    sum(CASE WHEN json_valid(body) THEN json_extract(body, '$.outcome') = 'done' ELSE 0 END)
FROM current JOIN version USING (version_id)
WHERE current.deleted = 0 AND current.kind = ? AND current.session IS NOT NULL
GROUP BY current.session
"""


class Reading:
    """The reading half of a journal. Every question may raise JournalTrouble."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._damaged: set[str] = set()

    @property
    def damaged(self) -> int:
        """How many versions could not be read so far."""
        return len(self._damaged)

    @property
    def state(self) -> tuple[int, int]:
        """Another one after every change of the file, by this program or any other."""
        ((version,),) = self._rows("PRAGMA data_version", ())
        return int(version), self._connection.total_changes

    def is_empty(self) -> bool:
        """Whether nothing was ever written to it."""
        return not self._rows("SELECT 1 FROM version LIMIT 1", ())

    def versions(self) -> list[Version]:
        """Every version there is, readable or not, in the order of writing."""
        rows = self._rows(f"SELECT {COLUMNS} FROM version ORDER BY rowid", ())
        return [from_row(row) for row in rows]

    def holds_all(self, versions: Iterable[Version]) -> bool:
        """Whether the journal has every one of these already."""
        from recovery_coach.journal.counting import ids_of  # a start counts nothing

        with in_use(self._connection, self.path):
            known = set(ids_of(self._connection))
        return all(version.version_id in known for version in versions)

    def version_count(self) -> int:
        """How many versions there are: quickly told, and more after every write."""
        ((versions,),) = self._rows("SELECT count(*) FROM version", ())
        return int(versions)

    def count(self) -> Counts:
        """How much there is."""
        from recovery_coach.journal.counting import count  # a start counts nothing

        with in_use(self._connection, self.path):
            return count(self._connection)

    @property
    def sums(self) -> Sums:
        """What years are summed up by."""
        from recovery_coach.journal.sums import Sums  # a start sums nothing up

        return Sums(self._connection, self.path)

    def get(self, record_id: str) -> Entry[Record] | None:
        """A record as it is now; None where it is unknown, deleted or damaged."""
        entries = self._entries(Record, _VISIBLE + "current.record_id = ?", (record_id,))
        return entries[0] if entries else None

    def ids_beginning(self, text: str, limit: int) -> list[str]:
        """Ids of records, deleted ones too, that begin with ``text``: a person names one so.

        The sets of a session have its id before a colon; they are found where ``text`` has one.
        """
        alone = "" if ":" in text else "instr(record_id, ':') = 0 AND "
        rows = self._rows(
            f"SELECT record_id FROM current WHERE {alone}substr(record_id, 1, ?) = ?"
            " ORDER BY record_id LIMIT ?",
            (len(text), text, limit),
        )
        return [found for (found,) in rows]

    def history(self, record_id: str) -> list[Entry[Record]]:
        """Every readable version of a record, the oldest first."""
        return self._entries(
            Record,
            f"SELECT {COLUMNS} FROM version WHERE record_id = ?"
            " ORDER BY counter, device, version_id",
            (record_id,),
        )

    def latest(self, kind: type[R], limit: int, before: datetime | None = None) -> list[Entry[R]]:
        """The last ``limit`` records of a kind by their own moment, the newest first."""
        earlier = "AND current.at < ? " if before else ""
        return self._entries(
            kind,
            _VISIBLE + f"current.kind = ? {earlier}ORDER BY {_NEWEST}",
            (kind.kind, utc_text(before)) if before else (kind.kind,),
            limit,
        )

    def first_day(self) -> date | None:
        """The first day on which there is a session or an entry."""
        ((day,),) = self._rows(
            "SELECT min(day) FROM current WHERE kind IN (?, ?) AND deleted = 0",
            (PainEntry.kind, SessionRecord.kind),
        )
        return read_day(day) if day else None

    def days(
        self, kinds: Sequence[type[Record]], limit: int, before: date | None = None
    ) -> list[date]:
        """The local days of the last ``limit`` records of some kinds, the newest first.

        A day stands there as often as it has records. No body is opened.
        """
        earlier = "AND day < ? " if before else ""
        sql = f"SELECT day FROM current WHERE kind = ? AND deleted = 0 {earlier}"
        sql += "ORDER BY day DESC LIMIT ?"
        found: list[str] = []
        for kind in kinds:
            values = (kind.kind, before.isoformat()) if before else (kind.kind,)
            found += [day for (day,) in self._rows(sql, (*values, limit))]
        read = (read_day(day) for day in sorted(found, reverse=True)[:limit])
        return [day for day in read if day is not None]

    def on_day(self, kind: type[R], day: date) -> list[Entry[R]]:
        """The records of a kind that belong to a local day, the oldest first."""
        return self.between(kind, day, day)

    def between(
        self, kind: type[R], first: date, last: date, about: str | None = None
    ) -> list[Entry[R]]:
        """The records of a kind from one local day to another, both included, the oldest first.

        ``about``: those of one routine, or of one exercise.
        """
        alone = "current.about = ? AND " if about is not None else ""
        named = (about,) if about is not None else ()
        return self._entries(
            kind,
            _VISIBLE
            + f"current.kind = ? AND {alone}current.day BETWEEN ? AND ? ORDER BY {_OLDEST}",
            (kind.kind, *named, first.isoformat(), last.isoformat()),
        )

    def written_after(
        self, mark: int, kinds: Sequence[type[Record]], limit: int
    ) -> tuple[list[Entry[Record]], int]:
        """Up to ``limit`` records as they are now, deleted ones too, in the order of writing.

        With them the mark to go on from; the first is 0, and where it stays the same nothing is
        left. So a search follows the journal and opens no body twice.
        """
        found: list[Entry[Record]] = []
        sql = _WRITTEN_AFTER.format(kinds=", ".join("?" for _ in kinds))
        for rowid, *row in self._rows(sql, (mark, *(kind.kind for kind in kinds), limit)):
            mark = rowid
            entry = self._entry(Record, from_row(tuple(row)))
            if entry is not None:
                found.append(entry)
        return found, mark

    def sets_of(self, session_id: str) -> list[Entry[SetRecord]]:
        """The sets of a session in the order they were done."""
        return self._of_session(SetRecord, session_id)

    def sets_counted(self) -> dict[str, tuple[int, int]]:
        """For each session, how many sets are on record, and how many of them were done.

        No body is read: there may be tens of thousands.
        """
        rows = self._rows(_SETS, (SetRecord.kind,))
        return {str(session): (int(sets), int(done or 0)) for session, sets, done in rows}

    def hurts_of(self, session_id: str) -> list[Entry[HurtRecord]]:
        """What hurt in a session, in the order it was said."""
        return self._of_session(HurtRecord, session_id)

    def numbers_of(self, session_id: str) -> list[Entry[PainEntry]]:
        """The numbers given before and after a session, in the order they were given."""
        return self._of_session(PainEntry, session_id)

    def latest_pain(self) -> Entry[PainEntry] | None:
        """The newest entry by its own moment in which there is a number for the back now."""
        entries = self._entries(
            PainEntry,
            _VISIBLE + "current.kind = ? AND CASE WHEN json_valid(version.body)"
            " THEN json_extract(version.body, '$.nrs') END IS NOT NULL"
            f" ORDER BY {_NEWEST}",
            (PainEntry.kind,),
            limit=1,
        )
        return entries[0] if entries else None

    def when_it_hurt(self, since: datetime, within: timedelta) -> list[datetime]:
        """Moments (UTC) after ``since`` at which an entry hurt, in order: as few as tell the gaps.

        Between two of them there is no gap longer than ``within``, or there is nothing at all. So
        years of daily entries are a few moments, and hardly a body is read.
        """
        found: list[datetime] = []
        at = utc_text(since)
        while True:
            until = _later(at, within)
            rows = self._hurting("DESC", at, until) or self._hurting("ASC", until, _END_OF_TIME)
            if not rows:
                return found
            ((at,),) = rows
            found.append(datetime.fromisoformat(at))

    def _hurting(self, direction: str, after: str, until: str) -> list[tuple[Any, ...]]:
        sql = _HURTING.format(direction=direction)
        return self._rows(sql, (PainEntry.kind, after, until))

    def last_used(self) -> dict[str, datetime]:
        """When each routine was last begun, by the routine's id, with the offset of the place."""
        found: dict[str, datetime] = {}
        for routine, started_at in self._rows(_LAST_USED, ()):
            try:
                found[str(routine)] = datetime.fromisoformat(str(started_at))
            except ValueError:
                continue
        return found

    def _of_session(self, kind: type[R], session_id: str) -> list[Entry[R]]:
        return self._entries(
            kind,
            _VISIBLE + f"current.session = ? AND current.kind = ? ORDER BY {_OLDEST}",
            (session_id, kind.kind),
        )

    def _entries(
        self, kind: type[R], sql: str, values: Sequence[object], limit: int | None = None
    ) -> list[Entry[R]]:
        """The readable entries, up to ``limit`` of them: a damaged one does not count."""
        found: list[Entry[R]] = []
        with in_use(self._connection, self.path):
            cursor = self._connection.execute(sql, tuple(values))
            try:
                while limit is None or len(found) < limit:
                    row = cursor.fetchone()
                    if row is None:
                        break
                    entry = self._entry(kind, from_row(row))
                    if entry is not None:
                        found.append(entry)
            finally:
                cursor.close()
        return found

    def _entry(self, kind: type[R], version: Version) -> Entry[R] | None:
        record = read_body(version.kind, version.body)
        entry = entry_of(version, record) if isinstance(record, kind) else None
        if entry is None:
            self._damaged.add(version.version_id)
        return entry

    def _rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with in_use(self._connection, self.path):
            return self._connection.execute(sql, tuple(values)).fetchall()


def entry_of(version: Version, record: R) -> Entry[R] | None:
    """The entry for a version and its record; None where its dates cannot be read."""
    try:
        place = timezone(timedelta(minutes=version.offset_minutes))
        return Entry(
            record_id=version.record_id,
            version_id=version.version_id,
            day=date.fromisoformat(version.day),
            record=record,
            written_at=datetime.fromisoformat(version.written_at).astimezone(place),
            deleted=bool(version.deleted),
            device=version.device,
        )
    except (ValueError, TypeError, OverflowError):
        return None


def _later(at: str, by: timedelta) -> str:
    try:
        return utc_text(datetime.fromisoformat(at) + by)
    except OverflowError:
        return _END_OF_TIME
