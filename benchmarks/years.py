"""Ten years of a diary: what opening it, a month of it and a search in it cost, without a window.

Beside the search stands the least that SQLite can do: LIKE over every body. It finds neither an
umlaut nor the words of a place or a routine, which are not in the file as they are read.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from datetime import timedelta
from pathlib import Path

from benchmarks.figures import Aim, Part, Row
from benchmarks.keeping import YEARS, wish_of
from benchmarks.timed import timed_row, times
from recovery_coach.app import App
from recovery_coach.base.clock import SystemClock
from recovery_coach.coach.demo import write_demo
from recovery_coach.coach.diary import read_part
from recovery_coach.coach.months import read_marks, weeks_of
from recovery_coach.coach.searching import Search
from recovery_coach.journal import Journal

PER_DAY = 5
MONTH_MS = 50.0
SEARCH_MS = 100.0
LIKE = "SELECT record_id FROM version WHERE body LIKE '%long drive%'"


def measure(rounds: int, folder: Path) -> Part:
    """Each ``rounds`` times, on a journal that is made for it."""
    path = folder / "years" / "journal.sqlite3"
    clock = SystemClock()
    part = Part(f"11. A diary of {YEARS} years")
    app = App(folder)
    write_demo(path, app.library, wish_of(1, PER_DAY))
    app.close()
    with Journal.open(path, clock) as journal, contextlib.closing(sqlite3.connect(path)) as bare:
        months = weeks_of(clock.now().date() - timedelta(days=40), "monday")
        made, longest = _read_all(journal)
        part.rows += [
            timed_row("the newest entries", rounds, lambda: read_part(journal)),
            timed_row("a month", rounds, lambda: read_marks(journal, months), Aim(MONTH_MS)),
            Row("read for the first search, in parts", "ms", (longest[0],)),
            Row("the longest of these parts", "ms", (longest[1],)),
            Row(
                "a search after that",
                "ms",
                times(rounds, lambda: made.find("long drive")),
                times(rounds, lambda: bare.execute(LIKE).fetchall()),
                "LIKE",
                (Aim(SEARCH_MS),),
            ),
        ]
    return part


def _read_all(journal: Journal) -> tuple[Search, tuple[float, float]]:
    """A search made ready; how long that took, and the longest of its parts."""
    search = Search(journal)
    parts = []
    more = True
    while more:
        start = time.perf_counter()
        more = search.read_on()
        parts.append((time.perf_counter() - start) * 1000)
    return search, (sum(parts), max(parts))
