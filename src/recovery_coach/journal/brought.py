"""What a file of another journal brings, looked at without touching ours.

The file may be an export (JSON), a backup, or the journal of another computer, also a damaged one:
then what can still be read of it is taken, row by row.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from recovery_coach.base.disk import why_not_read
from recovery_coach.base.i18n import tr
from recovery_coach.journal.device import device_of
from recovery_coach.journal.exchange import read_export
from recovery_coach.journal.opening import check_pages, open_unchanged
from recovery_coach.journal.trouble import JournalTrouble
from recovery_coach.journal.version_rows import Brought, BroughtError, Raw, Refusal, gather
from recovery_coach.journal.versions import COLUMNS

__all__ = ["Brought", "BroughtError", "Refusal", "is_sqlite", "read_brought"]

LONGEST_GAP = 20_000
"""Rows that are tried one by one; after that many in vain, the steps grow."""

SQLITE = b"SQLite format 3\x00"


def is_sqlite(path: Path) -> bool:
    """Whether a file is a database, and so a backup or a journal. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE


def read_brought(path: Path) -> Brought:
    """What is in the file at ``path``. Raises BroughtError."""
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "", str(path))
        return _read_sqlite(path) if is_sqlite(path) else read_export(path, path.read_bytes())
    except OSError as error:
        raise BroughtError(
            path,
            tr("This file cannot be read: {why}.").format(why=why_not_read(error)),
            tr("Choose a file that was exported or backed up by Recovery Coach."),
        ) from error


def _read_sqlite(path: Path) -> Brought:
    try:
        with contextlib.closing(open_unchanged(path)) as connection:
            damage = _damage(connection, path)
            rows = _rows(connection)
            versions, refused = gather(rows)
            device, made_at = _about(connection)
    except JournalTrouble as trouble:
        raise _not_ours(path, trouble.reason == "newer") from trouble
    except sqlite3.Error as error:
        raise _not_ours(path) from error
    if damage:
        why = tr("the file is damaged; what could be read of it is here")
        refused.insert(0, Refusal(path.name, why))
    return Brought(path, tuple(versions), tuple(refused), device, made_at, whole=not damage)


def _damage(connection: sqlite3.Connection, path: Path) -> str:
    try:
        check_pages(connection, path)
    except JournalTrouble as trouble:
        return trouble.detail or trouble.title
    except sqlite3.DatabaseError as error:
        return str(error)
    return ""


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[str, Raw | str]]:
    """Row by row where a page is damaged: what lies after it can be read all the same."""
    names = COLUMNS.split(", ")
    read: set[int] = set()
    last, most, gap = 0, _last_row(connection), 0
    sql = f"SELECT rowid, {COLUMNS} FROM version WHERE rowid > ? ORDER BY rowid"
    while last < most:
        try:
            for rowid, *values in connection.execute(sql, (last,)):
                if rowid in read:
                    continue  # a damaged tree may lead back to where it began
                read.add(rowid)
                if rowid > last:
                    if gap:
                        yield _unreadable(gap, rowid - 1)
                    last, gap = rowid, 0
                raw = dict(zip(names, values, strict=True))
                raw["body_text"] = raw.pop("body")
                yield tr("row {row}").format(row=rowid), raw
            most = last
        except sqlite3.DatabaseError:
            gap = gap or last + 1
            # The number of the last row may be damaged as well: nobody counts up to 2**63.
            last += 1 if last - gap < LONGEST_GAP else last - gap
    if gap:
        yield _unreadable(gap, most)


def _unreadable(first: int, last: int) -> tuple[str, str]:
    where = tr("rows {first} to {last}").format(first=first, last=last)
    return where, tr("they lie in a damaged part of the file")


def _last_row(connection: sqlite3.Connection) -> int:
    with contextlib.suppress(sqlite3.DatabaseError):
        return int(connection.execute("SELECT max(rowid) FROM version").fetchone()[0] or 0)
    return 0


def _about(connection: sqlite3.Connection) -> tuple[str, datetime | None]:
    """Whose file it is, and the moment of its last version."""
    with contextlib.suppress(sqlite3.DatabaseError, ValueError, TypeError):
        (written,) = connection.execute("SELECT max(written_at) FROM version").fetchone()
        return device_of(connection), datetime.fromisoformat(written)
    return "", None


def _not_ours(path: Path, newer: bool = False) -> BroughtError:
    if newer:
        return BroughtError(
            path,
            tr("This file was written by a newer Recovery Coach."),
            tr("Install the newest Recovery Coach on this computer and try again."),
            newer=True,
        )
    return BroughtError(
        path,
        tr("This is no journal of Recovery Coach, or it is too damaged to be read."),
        tr("Choose a file that was exported or backed up by Recovery Coach."),
    )
