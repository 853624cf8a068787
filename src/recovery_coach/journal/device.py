"""In whose name versions are written: every file has a device id of its own.

Two files that grow under one id would look like one history that contradicts itself. So a journal
that finds itself copied, to another computer or to another place on this one, takes a new id before
it writes for the first time. A new id without need costs nothing: versions of several devices in
one file are what merging is made for.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from recovery_coach.base.ids import new_id
from recovery_coach.base.machine import machine_mark

_PUT = (
    "INSERT INTO meta (key, value) VALUES (?, ?)"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


def claim(connection: sqlite3.Connection, path: Path) -> str:
    """The id to write under, a new one for a file that was copied. Inside a transaction."""
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    mark = machine_mark(path)
    if meta.get("home") != mark:
        if "home" in meta or "device" not in meta:
            meta["device"] = new_id()
        connection.executemany(_PUT, [("device", meta["device"]), ("home", mark)])
    return str(meta["device"])


def leave_home(connection: sqlite3.Connection) -> None:
    """The file is a copy, whatever the file system says: the next write takes a new id."""
    connection.execute(_PUT, ("home", ""))


def device_of(connection: sqlite3.Connection) -> str:
    """The id that the file had last; empty where it has none."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'device'").fetchone()
    return str(found[0]) if found else ""
