"""How long an entry takes until it is safe on the disk, beside a bare insert and commit."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

from benchmarks.figures import Aim, Part, Row, middle, percentile
from recovery_coach.base.clock import SystemClock
from recovery_coach.journal import Journal, PainEntry

ENTRY_MS = 2.0


def measure(count: int, home: Path) -> Part:
    """``count`` entries each, A B A B, into two files of one folder."""
    clock = SystemClock()
    ours: list[float] = []
    bare: list[float] = []
    path = home / "data" / "bare.sqlite3"
    with (
        Journal.open(home / "data" / "journal.sqlite3", clock) as journal,
        contextlib.closing(_bare(path)) as connection,
    ):
        for number in range(count):
            start = time.perf_counter()
            journal.append(PainEntry(nrs=number % 11, at=clock.now(), source="today"))
            between = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO entry (at, nrs) VALUES (?, ?)", (start, number % 11))
            connection.execute("COMMIT")
            ours.append((between - start) * 1000)
            bare.append((time.perf_counter() - between) * 1000)
    part = Part(f"4. A pain entry, durable on disk; {count} of each, A B A B")
    for name, mine, theirs in (
        ("p50", middle(ours), middle(bare)),
        ("p99", percentile(ours, 99), percentile(bare, 99)),
    ):
        aims = (Aim(ENTRY_MS),) if name == "p50" else ()
        part.rows.append(Row(f"append {name}", "ms", (mine,), (theirs,), "bare insert", aims))
    return part


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, at REAL, nrs INTEGER)")
    return connection
