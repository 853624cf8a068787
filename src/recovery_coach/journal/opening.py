"""Opening the file: private from its first byte, looked at before it is touched.

A file of a newer schema, of another program, or damaged is refused before any connection that
could write to it exists. The looks go through SQLite and never through ``open()``: closing a
descriptor of our own would drop the locks of every other connection of this process (POSIX).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from recovery_coach.base.files import PRIVATE, make_private_file, make_private_folder
from recovery_coach.journal.migrations import APPLICATION_ID, SCHEMA, schema_of
from recovery_coach.journal.trouble import JournalTrouble, reporting
from recovery_coach.journal.versions import COLUMNS

SQLITE = sqlite3.sqlite_version
"""The edition of SQLite that reads and writes it."""

HEADER_BYTES = 100
"""The length of the header of every SQLite database."""

PATIENCE = 5.0
"""Seconds to wait while another process holds the write lock."""

WHOLE_CHECK_BYTES = 4_000_000
"""Files up to this size are checked page by page at each opening; see :func:`check`."""

_NEEDED = (
    f"SELECT {COLUMNS} FROM version",
    "SELECT record_id, version_id, kind, day, at, session, about, deleted FROM current",
    "SELECT record_id, name, day, value, about FROM number",
    "SELECT session, body, written_at FROM checkpoint",
    "SELECT key, value FROM meta",
    "INSERT INTO version DEFAULT VALUES",  # with its triggers
    "UPDATE version SET day = day",
    "DELETE FROM version",
)
"""What must have a meaning in a journal of this schema; it is not done."""

# The index of what is shown, beside what it was made from. SQLite does not know that they agree.
_SHOWN = """
SELECT (SELECT count(*) FROM current), (SELECT count(DISTINCT record_id) FROM version),
    (SELECT count(*) FROM current JOIN version USING (version_id, record_id, kind, day, deleted))
"""


def open_file(path: Path, patience: float) -> sqlite3.Connection:
    """A connection to the journal at ``path``, made if there is none; waits ``patience`` seconds.

    The tables of a new file are still to be made. Raises JournalTrouble.
    """
    with reporting(path):
        if path.exists():
            _may_be_used(path)
            _first_look(path, patience)
        else:
            _create(path)
        connection = _connect(path, "rw", patience)
        try:
            _set_up(connection)
            refuse_newer(connection, path)
            check(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _create(path: Path) -> None:
    """An empty file only its owner can read; SQLite gives the same mode to the files beside it."""
    make_private_folder(path.parent)
    with contextlib.suppress(FileExistsError):  # another process was quicker
        make_private_file(path)


def _may_be_used(path: Path) -> None:
    """Refuse a file we may not read or write; SQLite would open it and fail at the first entry."""
    if not path.is_file() or not _access(path, os.R_OK):
        raise JournalTrouble("unreadable", path, "no permission to read it")
    # WAL needs two more files beside it, so the folder counts as well.
    for place, mode in ((path, os.W_OK), (path.parent, os.W_OK | os.X_OK)):
        if not _access(place, mode):
            raise JournalTrouble("read_only", path, f"no permission to write to {place}")
    if os.name != "nt" and path.stat().st_mode & 0o077:
        # A copy from a backup or a stick is often readable by everybody.
        with contextlib.suppress(OSError):
            path.chmod(PRIVATE)


def _access(place: Path, mode: int) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(place, mode, effective_ids=effective)


def _first_look(path: Path, patience: float) -> None:
    """Refuse what is not ours, reading only and leaving nothing behind."""
    if path.stat().st_size == 0 and not _has_log(path):
        return  # made a moment ago
    open_unchanged(path, patience).close()


def open_unchanged(path: Path, patience: float = 0.0) -> sqlite3.Connection:
    """A journal's file as it is, to be read only: it is not changed, and nothing is left behind.

    Raises JournalTrouble where it is of another program, newer or no database; inside
    ``reporting(path)``.
    """
    size = path.stat().st_size
    if size < HEADER_BYTES:
        # SQLite takes a file of up to one byte for a new one, and throws its WAL away.
        raise JournalTrouble("damaged", path, f"only {size} bytes long")
    # The WAL may hold a newer header than the file. Without one, "immutable" makes no files.
    connection = _connect(path, "ro" if _has_log(path) else "ro&immutable=1", patience)
    try:
        refuse_newer(connection, path)
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and application != APPLICATION_ID:
            raise JournalTrouble("damaged", path, "the database of another program")
    except UnicodeDecodeError as error:
        # SQLite quotes a damaged schema in its message, and the message is no text then.
        connection.close()
        raise JournalTrouble("damaged", path, "its schema is no text") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _has_log(path: Path) -> bool:
    """Whether something is written that is not in the file itself yet."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def _connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience, isolation_level=None
    )
    # One bad byte in a note should cost a letter, not the note.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    """Raise where the file's schema is not yet known to this program."""
    version = schema_of(connection)
    if version > SCHEMA:
        raise JournalTrouble("newer", path, f"schema {version}, known up to {SCHEMA}")


@contextlib.contextmanager
def in_use(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Turn what fails with an open journal into a JournalTrouble about it.

    A newer program may have brought the file up to date while it was open here; what we then no
    longer find is not damaged.
    """
    with reporting(path):
        try:
            yield
        except sqlite3.OperationalError:
            refuse_newer(connection, path)
            raise


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Look for damage: page by page in a small file, else at the header and the schema only.

    A whole check takes about 3 ms for a megabyte, and it would be paid before the first window at
    every start. Damage in a large file is reported when the page is read, or by ``verify``.
    """
    if path.stat().st_size <= WHOLE_CHECK_BYTES:
        check_pages(connection, path)
    else:
        check_schema(connection, path)


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Look at every page, every index, and at what is shown. Raises JournalTrouble."""
    check_schema(connection, path)
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise JournalTrouble("damaged", path, verdict)
    if schema_of(connection) == SCHEMA:
        shown = connection.execute(_SHOWN).fetchone()
        if len(set(shown)) != 1:
            raise JournalTrouble("damaged", path, f"what is shown is not what was written: {shown}")


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """See that the tables are those of a journal. Raises JournalTrouble."""
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if schema_of(connection) != SCHEMA:
        return  # a new file, or one that is still to be brought up to date
    for statement in _NEEDED:
        try:
            connection.execute(f"EXPLAIN {statement}").close()
        except sqlite3.OperationalError as error:
            raise JournalTrouble("damaged", path, str(error)) from error


def check_whole(path: Path) -> None:
    """Look at every page of a journal that others may have open. Raises JournalTrouble."""
    with reporting(path), contextlib.closing(open_file(path, PATIENCE)) as connection:
        check_pages(connection, path)
