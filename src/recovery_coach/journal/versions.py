"""One version of a record as a row, and the rule for which version is the one to be seen.

The newest is the greatest by (counter, device, version id). That order is total and the same on
every device, so the versions of two devices give the same picture in whatever order they arrive.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter

from recovery_coach.journal import numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A row of ``version``; the fields stand in the order of the columns.

    ``written_at`` is UTC in ISO form with microseconds, ``day`` an ISO date, ``body`` JSON text.
    """

    version_id: str
    record_id: str
    parent: str | None
    kind: str
    device: str
    counter: int
    written_at: str
    offset_minutes: int
    day: str
    deleted: int
    body: str


COLUMNS = ", ".join(Version.__dataclass_fields__)
_MARKS = ", ".join("?" for _ in Version.__dataclass_fields__)

_SHOW_NEW = """
INSERT INTO current (record_id, version_id, kind, day, deleted, at, session, about)
VALUES (:record_id, :version_id, :kind, :day, :deleted, :at, :session, :about)
"""
_SHOW = f"""{_SHOW_NEW}
ON CONFLICT (record_id) DO UPDATE SET
    version_id = excluded.version_id, kind = excluded.kind, day = excluded.day,
    deleted = excluded.deleted, at = excluded.at, session = excluded.session,
    about = excluded.about
WHERE (:counter, :device, :version_id) >
    (SELECT counter, device, version_id FROM version WHERE version_id = current.version_id)
"""


def add(connection: sqlite3.Connection, version: Version) -> bool:
    """Add ``version`` unless the file has it; show it if it is its record's newest."""
    if by_id(connection, version.version_id) is not None:
        return False
    add_all(connection, (version,))
    return True


def add_all(
    connection: sqlite3.Connection, fresh: Sequence[Version], known: Container[str] | None = None
) -> None:
    """Add versions that the file does not have, in any order.

    ``known``: the records that it has, if somebody has looked: the others cost half as much.
    """
    connection.executemany(
        f"INSERT INTO version ({COLUMNS}) VALUES ({_MARKS})", [_values(one) for one in fresh]
    )
    found = {one.record_id: _named(one) | _index_of(one) for one in _newest_of_each(fresh)}
    new = {record for record in found if known is not None and record not in known}
    connection.executemany(_SHOW_NEW, [row for record, row in found.items() if record in new])
    connection.executemany(_SHOW, [row for record, row in found.items() if record not in new])
    _index_numbers(connection, fresh, new)


def _index_numbers(
    connection: sqlite3.Connection, fresh: Iterable[Version], new: Container[str]
) -> None:
    shown = [v for v in fresh if v.kind in numbers.KINDS and _is_shown(connection, v)]
    numbers.replace(
        connection,
        gone=[v.record_id for v in shown if v.record_id not in new],
        shown=[(v.record_id, v.kind, v.day, v.body) for v in shown if not v.deleted],
    )


def _is_shown(connection: sqlite3.Connection, version: Version) -> bool:
    found = connection.execute(
        "SELECT 1 FROM current WHERE record_id = ? AND version_id = ?",
        (version.record_id, version.version_id),
    )
    return found.fetchone() is not None


def _newest_of_each(versions: Iterable[Version]) -> Iterable[Version]:
    found: dict[str, Version] = {}
    for one in versions:
        before = found.setdefault(one.record_id, one)
        if _place(before) < _place(one):
            found[one.record_id] = one
    return found.values()


_place = attrgetter("counter", "device", "version_id")


# dataclasses.astuple copies every value, which takes ten times as long.
_values = attrgetter(*Version.__dataclass_fields__)


def _named(version: Version) -> dict[str, object]:
    return dict(zip(Version.__dataclass_fields__, _values(version), strict=True))


def by_id(connection: sqlite3.Connection, version_id: str | None) -> Version | None:
    """The version of that id."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM version WHERE version_id = ?", (version_id,)
    ).fetchall()
    return from_row(rows[0]) if rows else None


def newest(connection: sqlite3.Connection, record_id: str) -> Version | None:
    """The version of a record that is to be seen."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM version WHERE version_id ="
        " (SELECT version_id FROM current WHERE record_id = ?)",
        (record_id,),
    ).fetchall()
    return from_row(rows[0]) if rows else None


def from_row(row: tuple[object, ...]) -> Version:
    """The version in a row selected by ``COLUMNS``."""
    return Version(**dict(zip(Version.__dataclass_fields__, row, strict=True)))  # type: ignore[arg-type]


def next_counter(connection: sqlite3.Connection) -> int:
    """One more than any counter in the file. Only inside BEGIN IMMEDIATE is it ours alone."""
    (largest,) = connection.execute("SELECT max(counter) FROM version").fetchone()
    return 1 + (largest or 0)


def utc_text(moment: datetime) -> str:
    """A moment in the one form that sorts as text: UTC, always with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _index_of(version: Version) -> dict[str, str | None]:
    """What ``current`` takes out of a body: its moment, session, and routine or exercise.

    A body that cannot be read counts as about the moment it was written.
    """
    index: dict[str, str | None] = {"at": version.written_at, "session": None, "about": None}
    try:
        body = json.loads(version.body)
        index["at"] = utc_text(datetime.fromisoformat(body.get("at") or body["started_at"]))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return index
    for name, value in (
        ("session", body.get("session")),
        ("about", body.get("routine") or body.get("exercise")),
    ):
        index[name] = value if isinstance(value, str) else None
    return index
