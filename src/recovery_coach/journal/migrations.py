"""The tables of the journal, numbered, and how an older file becomes a newer one.

A file that already holds something is copied first (``store.py`` makes a backup), each step is one
transaction, and a file with a number greater than ours is refused by ``opening.py``.

``checkpoint`` is the one table that is overwritten: it says where a session under way stands, to
the repetition. Kept as versions, that would bloat a history that only grows, by thousands of rows
that nobody will ever ask for; it concerns this device alone and is deleted at the session's end.

``current`` is an index, kept in the same transaction as the versions it points to, and could be
built anew from them at any time. Its ``at``, ``session`` and ``about`` (a session's routine, a
set's exercise) are taken out of the body, so that no question opens every body of ten years.

``number`` is such an index as well: see ``numbers.py``.

``parent`` is no foreign key, for the union of two journals may bring a version before its parent.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime

from recovery_coach.base.ids import Ids, new_id
from recovery_coach.journal import numbers
from recovery_coach.journal.versions import utc_text

Migration = Sequence[str | Callable[[sqlite3.Connection], None]]
"""The statements of one step, or what makes them, run in one transaction."""

APPLICATION_ID = 0x52436A31
"""``RCj1`` in the file's header: a database of another program is told from ours by it."""

_APPEND_ONLY = "the journal only grows: a version is never changed or removed"

_FIRST: Migration = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE version (
        version_id TEXT PRIMARY KEY NOT NULL,
        record_id TEXT NOT NULL,
        parent TEXT,
        kind TEXT NOT NULL,
        device TEXT NOT NULL,
        counter INTEGER NOT NULL,
        written_at TEXT NOT NULL,
        offset_minutes INTEGER NOT NULL,
        day TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
        body TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX version_record ON version (record_id, counter, device, version_id)",
    "CREATE INDEX version_counter ON version (counter)",
    f"""CREATE TRIGGER version_is_not_changed BEFORE UPDATE ON version
        BEGIN SELECT RAISE(ABORT, '{_APPEND_ONLY}'); END""",
    f"""CREATE TRIGGER version_is_not_removed BEFORE DELETE ON version
        BEGIN SELECT RAISE(ABORT, '{_APPEND_ONLY}'); END""",
    # INSERT OR REPLACE would remove a row without asking the trigger above.
    f"""CREATE TRIGGER version_is_not_replaced BEFORE INSERT ON version
        WHEN EXISTS (SELECT 1 FROM version WHERE version_id = NEW.version_id)
        BEGIN SELECT RAISE(ABORT, '{_APPEND_ONLY}'); END""",
    """CREATE TABLE current (
        record_id TEXT PRIMARY KEY NOT NULL,
        version_id TEXT NOT NULL REFERENCES version (version_id),
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL,
        session TEXT,
        about TEXT,
        deleted INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX current_day ON current (kind, day)",
    "CREATE INDEX current_at ON current (kind, at)",
    "CREATE INDEX current_session ON current (session, kind, at) WHERE session IS NOT NULL",
    "CREATE INDEX current_about ON current (kind, about, at) WHERE about IS NOT NULL",
    """CREATE TABLE checkpoint (
        session TEXT PRIMARY KEY NOT NULL,
        body TEXT NOT NULL,
        written_at TEXT NOT NULL
    ) STRICT""",
    f"PRAGMA application_id = {APPLICATION_ID}",
)

_NUMBERS: Migration = (*numbers.CREATE, numbers.rebuild)

MIGRATIONS: Sequence[Migration] = (_FIRST, _NUMBERS)
"""Step *n* turns a file of schema *n* into one of *n + 1*; a new file is of schema 0."""

SCHEMA = len(MIGRATIONS)


def migrate(
    connection: sqlite3.Connection,
    now: datetime,
    migrations: Sequence[Migration] = MIGRATIONS,
    copy_first: Callable[[], object] = lambda: None,
    ids: Ids = new_id,
) -> None:
    """Bring the file up to the last of ``migrations``; nothing is written if it is there.

    ``copy_first`` is called before a file is changed that holds something already.
    """
    version = schema_of(connection)
    if 0 < version < len(migrations):
        copy_first()
    while (version := schema_of(connection)) < len(migrations):
        _step(connection, version, migrations, now, ids)


def schema_of(connection: sqlite3.Connection) -> int:
    """The file's schema number; 0 where it is new."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _step(
    connection: sqlite3.Connection,
    version: int,
    migrations: Sequence[Migration],
    now: datetime,
    ids: Ids,
) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have taken this very step while we waited for the lock.
        if schema_of(connection) == version:
            for statement in migrations[version]:
                if callable(statement):
                    statement(connection)
                else:
                    connection.execute(statement)
            if version == 0:
                _name_the_file(connection, now, ids)
            connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise


def _name_the_file(connection: sqlite3.Connection, now: datetime, ids: Ids) -> None:
    """A new file is a device of its own."""
    connection.executemany(
        "INSERT INTO meta (key, value) VALUES (?, ?)",
        [("device", ids()), ("created_at", utc_text(now))],
    )


def roll_back(connection: sqlite3.Connection) -> None:
    """End a failed transaction; after some errors SQLite has ended it already."""
    if connection.in_transaction:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
