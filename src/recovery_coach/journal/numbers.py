"""The numbers of what is shown, by name and day: an index, so that years are summed up in no time.

``number`` has a row for each number of each shown record. It is kept in the transaction that writes
the versions, holds no sums, and could be built anew from the versions at any time. Without it a
question about ten years would open every body: 16,000 of them, ten times as long.

The names: ``pain.nrs``, ``impact.mean`` and so on are fields of a record; ``pain.morning`` is the
number of a morning after a session, ``pain.rest`` 1 for a rest day and 0 for one of training,
``place.<region>`` a region that was marked, with its own score or none, ``lift.<id>`` a lift that
was trained, ``session.minutes`` what was practised, once the session is over. ``about`` is a
session's routine, or the session that a number was given with. ``day`` is the local day as Python
counts days, 1 for 0001-01-01: a third of the time that a date in letters takes to be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from recovery_coach.journal.fields import read_day
from recovery_coach.journal.records import (
    HurtRecord,
    ImpactRecord,
    PainEntry,
    Record,
    SessionRecord,
    read_body,
    region_scores,
)

KINDS = frozenset(kind.kind for kind in (PainEntry, SessionRecord, ImpactRecord, HurtRecord))
"""The kinds of records that have numbers to be asked for."""
ENDED = ("finished", "stopped", "kept")

CREATE = (
    """CREATE TABLE number (
        record_id TEXT NOT NULL,
        name TEXT NOT NULL,
        day INTEGER NOT NULL,
        value REAL,
        about TEXT,
        PRIMARY KEY (record_id, name)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX number_day ON number (name, day, value, about)",
)

_FIELDS = {
    PainEntry: (
        *("nrs", "leg_nrs", "worst_nrs", "stiff_minutes", "woke", "sleep_hours"),
        *("sleep_quality", "stress", "mood", "training_minutes", "effort"),
    ),
    SessionRecord: ("pain_before", "pain_after", "effort"),
    ImpactRecord: ("pain", "enjoyment", "activity", "mean"),
    HurtRecord: ("score",),
}
_COLUMNS = "record_id, name, day, value, about"
_INSERT = f"INSERT INTO number ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_ALL_SHOWN = (
    "SELECT record_id, version.kind, version.day, body FROM current"
    " JOIN version USING (version_id, record_id)"
    f" WHERE current.deleted = 0 AND current.kind IN ({', '.join('?' * len(KINDS))})"
)

Row = tuple[str, str, int, float | None, str | None]
Shown = tuple[str, str, str, str]
"""A record's id, its kind, day and body."""


def numbers_of(record: Record) -> Iterator[tuple[str, float | None]]:
    """The numbers of a record by name; what was not answered is not there."""
    for name in _FIELDS.get(type(record), ()):
        value = getattr(record, name)
        if value is not None:
            yield f"{record.kind}.{name}", float(value)
    if isinstance(record, PainEntry):
        yield from _of_pain(record)
    if isinstance(record, SessionRecord) and record.state in ENDED and record.active_seconds > 0:
        yield "session.minutes", record.active_seconds / 60


def _of_pain(entry: PainEntry) -> Iterator[tuple[str, float | None]]:
    if entry.source == "morning" and entry.nrs is not None:
        yield "pain.morning", float(entry.nrs)
    if entry.training in ("rest", "trained"):
        yield "pain.rest", float(entry.training == "rest")
    for region, score in region_scores(entry).items():
        yield f"place.{region}", score if score is None else float(score)
    for lift in dict.fromkeys(entry.lifts):
        yield f"lift.{lift}", None


def replace(connection: sqlite3.Connection, gone: Iterable[str], shown: Iterable[Shown]) -> None:
    """Index records anew: those ``gone`` had other numbers, or none; ``shown`` are to be seen."""
    connection.executemany("DELETE FROM number WHERE record_id = ?", [(one,) for one in gone])
    connection.executemany(_INSERT, _rows(shown))


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from what is shown."""
    connection.execute("DELETE FROM number")
    connection.executemany(_INSERT, _rows(connection.execute(_ALL_SHOWN, sorted(KINDS)).fetchall()))


def agree(connection: sqlite3.Connection) -> bool:
    """Whether the index says what the records say; opens every body that has numbers."""
    kept = connection.execute(f"SELECT {_COLUMNS} FROM number").fetchall()
    return set(kept) == set(_rows(connection.execute(_ALL_SHOWN, sorted(KINDS)).fetchall()))


def _rows(shown: Iterable[Shown]) -> Iterator[Row]:
    for record_id, kind, text, body in shown:
        record, day = read_body(kind, body), read_day(text)
        if record is not None and day is not None:
            about = record.routine if isinstance(record, SessionRecord) else _session_of(record)
            # A list that names one thing twice names it once.
            for name, value in dict(numbers_of(record)).items():
                yield record_id, name, day.toordinal(), value, about


def _session_of(record: Record) -> str | None:
    return record.session if isinstance(record, PainEntry | HurtRecord) else None
