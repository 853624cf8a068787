"""Ten years taken out, brought in, joined and copied: what that costs beside the least of it.

The journals are samples of 20,000 entries and more, each with the sets of its sessions and with its
history: some 60,000 versions.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import shutil
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.figures import Aim, Part, Row
from recovery_coach.app import App
from recovery_coach.base.clock import SystemClock
from recovery_coach.coach.demo import Wish, write_demo
from recovery_coach.coach.spreadsheet import spreadsheets
from recovery_coach.journal import Journal
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import read_brought
from recovery_coach.journal.exchange import export_bytes

YEARS = 10
PER_DAY = 6
EXPORT_MS = 2000.0
MERGE_MS = 5000.0
CLOCK = SystemClock()


@dataclass(slots=True)
class Timed:
    """The same act and its reference, round by round."""

    ours: list[float]
    beside: list[float]

    def take(self, act: Callable[[], object], reference: Callable[[], object]) -> None:
        """One round of both."""
        self.ours.append(_milliseconds(act))
        self.beside.append(_milliseconds(reference))

    def row(self, name: str, reference: str, *aims: Aim) -> Row:
        """What was found."""
        return Row(name, "ms", tuple(self.ours), tuple(self.beside), reference, aims)


def measure(rounds: int, folder: Path, home: Path) -> Part:
    """Each ``rounds`` times, A B A B."""
    mine, theirs = folder / "mine" / "journal.sqlite3", folder / "theirs" / "journal.sqlite3"
    app = App(home)
    part = Part(f"12. A journal of {YEARS} years taken out, brought in, joined and copied")
    for seed, path in enumerate((mine, theirs), start=1):
        wish = wish_of(seed, PER_DAY)
        begun = time.perf_counter()
        found = write_demo(path, app.library, wish)
        took = time.perf_counter() - begun
        size = path.stat().st_size / 1e6
        words = ", ".join(f"{n} {kind}" for kind, n in sorted(found.items()))
        part.notes.append(f"written in {took:.1f} s: {words}; {size:.0f} MB")
    app.close()
    part.rows += _out(rounds, mine)
    part.rows += _in(rounds, mine, theirs)
    part.rows += _copied(rounds, mine)
    return part


def wish_of(seed: int, per_day: int) -> Wish:
    """A sample that ends yesterday."""
    now = CLOCK.now()
    assert now.tzinfo is not None
    last = now.date() - timedelta(days=1)
    return Wish(last=last, zone=now.tzinfo, years=YEARS, per_day=per_day, seed=seed)


def _out(rounds: int, path: Path) -> list[Row]:
    """Exporting, beside writing the same out of what is in memory already."""
    as_json, as_csv = Timed([], []), Timed([], [])
    aim = Aim(EXPORT_MS)
    with Journal.open(path, CLOCK) as journal:
        plain = json.loads(export_bytes(journal))
        tables = [_rows(data) for data in spreadsheets(journal).values()]
        for _ in range(rounds):
            as_json.take(lambda: export_bytes(journal), lambda: json.dumps(plain))
            as_csv.take(lambda: spreadsheets(journal), lambda: [_csv(rows) for rows in tables])
    return [
        as_json.row("export as JSON", "json.dumps", aim),
        as_csv.row("export as CSV", "csv.writer", aim),
    ]


def _in(rounds: int, mine: Path, theirs: Path) -> list[Row]:
    """Merging another such journal, from its file and from its export."""
    file = theirs.with_name("export.json")
    with Journal.open(theirs, CLOCK) as journal:
        file.write_bytes(export_bytes(journal))
    rows = _versions(theirs)
    preview, merge, read = Timed([], []), Timed([], []), Timed([], [])
    for number in range(rounds):
        target = mine.with_name(f"merged-{number}.sqlite3")
        bare = mine.with_name(f"bare-{number}.sqlite3")
        shutil.copy(mine, target)
        with Journal.open(target, CLOCK) as journal, contextlib.closing(_bare(bare)) as table:
            read.take(lambda: read_brought(file), lambda: json.loads(file.read_bytes()))
            insert = lambda: _insert(table, rows)  # noqa: E731
            preview.take(lambda: journal.preview(read_brought(theirs)), lambda: None)
            merge.take(lambda: journal.unite(read_brought(theirs)), insert)
        target.unlink()
        bare.unlink()
    return [
        read.row("an export read and checked", "json.loads"),
        Row("a merge foretold", "ms", tuple(preview.ours), tuple(merge.beside), "bare INSERTs"),
        merge.row("two merged", "bare INSERTs", Aim(MERGE_MS)),
    ]


def _copied(rounds: int, path: Path) -> list[Row]:
    """A backup, which is opened and read again after it was written."""
    timed = Timed([], [])
    backups = Backups(path, CLOCK)
    for number in range(rounds):
        target = path.with_name(f"copy-{number}.sqlite3")
        timed.take(lambda: backups.make("hand"), partial(_copy, path, target))
        target.unlink()
    due = tuple(_milliseconds(backups.is_due) for _ in range(rounds))
    return [
        timed.row("a backup, read again", "sqlite3 backup alone"),
        Row("whether one is due", "ms", due),
    ]


def _copy(path: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def _versions(path: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM version").fetchall()


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE version (a TEXT PRIMARY KEY, b, c, d, e, f, g, h, i, j, k)")
    return connection


def _insert(connection: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO version VALUES ({', '.join('?' * 11)})", rows)
    connection.execute("COMMIT")


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
