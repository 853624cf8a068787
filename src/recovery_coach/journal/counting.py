"""How much a journal's file holds, so that two of them can be compared at a glance."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from recovery_coach.journal.records import PainEntry, SessionRecord

T = TypeVar("T")

_DIARY = (PainEntry.kind, SessionRecord.kind)

NOTHING = (0, 0)
"""The extent of a journal that was never written to."""


@dataclass(frozen=True, slots=True)
class Counts:
    """``records`` are those that are shown, by kind; days are those with an entry or session.

    ``mark`` is the same for two journals that hold the same versions, and for no others.
    """

    versions: int
    records: Mapping[str, int]
    days: int
    first_day: date | None
    last_day: date | None
    last_written: datetime | None
    mark: str

    @property
    def shown(self) -> int:
        """All records that are shown."""
        return sum(self.records.values())


def count(connection: sqlite3.Connection) -> Counts:
    """What the file holds."""
    rows = connection.execute(
        "SELECT kind, count(*) FROM current WHERE deleted = 0 GROUP BY kind ORDER BY kind"
    ).fetchall()
    days, first, last = connection.execute(
        "SELECT count(DISTINCT day), min(day), max(day) FROM current"
        " WHERE deleted = 0 AND kind IN (?, ?)",
        _DIARY,
    ).fetchone()
    versions, written = connection.execute(
        "SELECT count(*), max(written_at) FROM version"
    ).fetchone()
    return Counts(
        versions=versions,
        records=dict(rows),
        days=days,
        first_day=_read(date.fromisoformat, first),
        last_day=_read(date.fromisoformat, last),
        last_written=_read(datetime.fromisoformat, written),
        mark=mark_of(ids_of(connection)),
    )


def mark_of(identifiers: Iterable[str]) -> str:
    """Twelve digits that stand for a set of versions, by their ids."""
    from hashlib import sha256  # here, since a start counts nothing

    digest = sha256()
    for identifier in sorted(identifiers):
        digest.update(identifier.encode("utf-8", "replace") + b"\n")
    return digest.hexdigest()[:12]


def ids_of(connection: sqlite3.Connection) -> Iterator[str]:
    """The ids of all versions."""
    return (row[0] for row in connection.execute("SELECT version_id FROM version"))


def extent(connection: sqlite3.Connection) -> tuple[int, int]:
    """Another one after every write of a record; quickly read."""
    last, highest = connection.execute("SELECT max(rowid), max(counter) FROM version").fetchone()
    return (last, highest) if last else NOTHING


def _read(reader: Callable[[str], T], text: str | None) -> T | None:
    try:
        return reader(text) if text else None
    except ValueError:
        return None
