"""Why the journal cannot be opened or written, in words for the person whose journal it is.

A diary that fails must say three things: what is wrong, what is safe, and what to do. Whatever
SQLite reports becomes one of these; anything that is our own mistake passes through untouched.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from recovery_coach.base.i18n import tr

Reason = Literal["newer", "damaged", "unreadable", "read_only", "locked", "full", "gone"]

_NO_FORMAT = "unsupported file format"
"""SQLite has no code of its own for a header with a number that it does not know."""

NEEDED_BYTES = 100_000
"""With less room than this on the disk, SQLite cannot even open a journal."""

_REASONS: dict[int, Reason] = {
    sqlite3.SQLITE_PERM: "unreadable",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_IOERR: "unreadable",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "unreadable",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_AUTH: "unreadable",
}


class JournalTrouble(Exception):  # noqa: N818 - it is trouble with the world, not our error
    """The journal at ``path`` could not be used. ``detail`` is for a bug report."""

    def __init__(self, reason: Reason, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {reason}" + (f" ({detail})" if detail else ""))
        self.reason = reason
        self.path = path
        self.detail = detail

    @property
    def title(self) -> str:
        """What is wrong, in one line."""
        return {
            "newer": tr("This journal was written by a newer Recovery Coach"),
            "damaged": tr("The journal’s file is damaged"),
            "unreadable": tr("The journal’s file cannot be reached"),
            "read_only": tr("The journal’s file is write-protected"),
            "locked": tr("The journal is in use by another program"),
            "full": tr("The disk is full"),
            "gone": tr("The journal’s file was moved or removed"),
        }[self.reason]

    @property
    def safe(self) -> str:
        """What is safe."""
        unsaved = tr("What was saved before is safe. What you entered last is not saved yet.")
        return {
            "newer": tr("All your entries are in it. The file was not changed."),
            "damaged": tr("Nothing more was written to the file, so what can be read of it stays."),
            "unreadable": tr("Nothing was removed from your journal."),
            "read_only": unsaved,
            "locked": unsaved,
            "full": unsaved,
            "gone": tr("Nothing is written to another place behind your back."),
        }[self.reason]

    @property
    def advice(self) -> str:
        """What to do."""
        text = {
            "newer": tr("Install the newest Recovery Coach on this computer and open it again."),
            "damaged": tr(
                "Copy the file {file} to a safe place first. Then put a backup in its place, or "
                "move it out of its folder to begin a new journal."
            ),
            "unreadable": tr(
                "See whether the disk is connected and whether you may open {file}. Then try again."
            ),
            "read_only": tr(
                "Make the file {file} and its folder writable for you. Then try again."
            ),
            "locked": tr("Close the other program that uses {file}, or wait. Then try again."),
            "full": tr("Free some space on the disk that holds {file}. Then try again."),
            "gone": tr("Put {file} back, or start Recovery Coach again."),
        }[self.reason]
        return text.format(file=self.path)


@contextmanager
def reporting(path: Path) -> Iterator[None]:
    """Turn what the disk did to SQLite into a :class:`JournalTrouble` about ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        # Extended codes keep the plain one in their lowest byte.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        reason = "damaged" if _NO_FORMAT in str(error) else _REASONS.get(code)
        if reason is None:
            raise
        if code == sqlite3.SQLITE_IOERR and _no_room(path):
            reason = "full"  # it could not make the two files it needs beside the journal
        raise JournalTrouble(reason, path, f"{error}, {error.sqlite_errorname}") from error
    except OSError as error:
        raise JournalTrouble(_reason_of(error), path, str(error)) from error


def _no_room(path: Path) -> bool:
    import shutil  # slow to import, and seldom needed

    try:
        return shutil.disk_usage(path.parent).free < NEEDED_BYTES
    except OSError:
        return False


def _reason_of(error: OSError) -> Reason:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "full"
    if error.errno == errno.EROFS:
        return "read_only"
    return "unreadable"
