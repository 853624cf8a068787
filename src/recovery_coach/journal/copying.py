"""Copies of a whole journal: by SQLite's backup API, looked at before they have a name.

A copy is one file and nothing beside it, whoever else writes to the journal meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from recovery_coach.base.files import make_private_file, make_private_folder, sync_folder_of
from recovery_coach.base.ids import new_id
from recovery_coach.journal.opening import check_pages, open_unchanged
from recovery_coach.journal.trouble import JournalTrouble, reporting


def copy_journal(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Put what ``connection`` has of the journal at ``path`` into a new file ``target``.

    It appears whole and sound, or not at all. Raises JournalTrouble about ``path`` where that is
    damaged, about ``target`` where that cannot be written; inside ``reporting(target)``.
    """
    make_private_folder(target.parent)
    with new_file(target) as part:
        # Told while the part is still there: how much is free then says whether the disk is full.
        with (
            reporting(target),
            contextlib.closing(sqlite3.connect(part, isolation_level=None)) as copy,
        ):
            connection.backup(copy)
            # WAL is a matter of the original; a copy should be a single file.
            copy.execute("PRAGMA journal_mode = DELETE")
        _look_at(part, path)


@contextlib.contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """A hidden private file beside ``target``, which takes its name when all went well."""
    part = target.with_name(f".{target.name}.{new_id()[:8]}.part")
    make_private_file(part)
    try:
        yield part
        _flush(part)
        part.replace(target)
        sync_folder_of(target)
    except BaseException:
        for name in (part.name, f"{part.name}-journal", f"{part.name}-wal", f"{part.name}-shm"):
            with contextlib.suppress(OSError):
                part.with_name(name).unlink()
        raise


def _look_at(copy: Path, path: Path) -> None:
    """Read the copy as anybody would who needs it one day."""
    try:
        with contextlib.closing(open_unchanged(copy)) as connection:
            check_pages(connection, path)
    except sqlite3.DatabaseError as error:
        raise JournalTrouble("damaged", path, str(error)) from error


def _flush(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
