"""Ten years of a diary: what opening it, a month of it and a search in it cost, without a window.

Beside the search stands the least that SQLite can do: LIKE over every body. It finds neither an
umlaut nor the words of a place or a routine, which are not in the file as they are read.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.figures import Aim, Part, Row
from recovery_coach.base.clock import SystemClock
from recovery_coach.coach.diary import read_part
from recovery_coach.coach.months import read_marks, weeks_of
from recovery_coach.coach.searching import Search
from recovery_coach.journal import Journal, PainEntry, SessionRecord, Write

YEARS = 10
SEARCH_MS = 100.0
NOTES = (
    "",
    "After a long drive.",
    "Slept badly, the left side tight when standing up.",
    "Über Nacht steif, der Rücken müde.",
    "Deadlifts moved to Tuesday, good through the third round.",
)
LIKE = "SELECT record_id FROM version WHERE body LIKE '%long drive%'"


def measure(rounds: int, folder: Path) -> Part:
    """Each ``rounds`` times, on a journal that is made for it."""
    path = folder / "years.sqlite3"
    clock = SystemClock()
    part = Part(f"11. A diary of {YEARS} years")
    with Journal.open(path, clock) as journal, contextlib.closing(sqlite3.connect(path)) as bare:
        _fill(journal, clock.now())
        months = weeks_of(clock.now().date() - timedelta(days=40), "monday")
        made, longest = _read_all(journal)
        part.rows += [
            _row("the newest entries", rounds, lambda: read_part(journal)),
            _row("a month", rounds, lambda: read_marks(journal, months)),
            Row("read for the first search, in parts", "ms", (longest[0],)),
            Row("the longest of these parts", "ms", (longest[1],)),
            Row(
                "a search after that",
                "ms",
                _times(rounds, lambda: made.find("long drive")),
                _times(rounds, lambda: bare.execute(LIKE).fetchall()),
                "LIKE",
                (Aim(SEARCH_MS),),
            ),
        ]
    return part


def _fill(journal: Journal, now: datetime) -> None:
    """Two check-ins a day, and five sessions a week."""
    for days in range(365 * YEARS, 0, -1):
        at = now - timedelta(days=days)
        note = NOTES[days % len(NOTES)]
        regions = (f"lowback_L={days % 10}", "si_L=2")
        records: list[PainEntry | SessionRecord] = [
            PainEntry(nrs=days % 8, at=at, source="checkin", note=note, regions=regions),
            PainEntry(nrs=days % 5, at=at + timedelta(hours=9), source="today"),
        ]
        if days % 7 not in (0, 3):
            records.append(_session(at + timedelta(hours=2), days))
        journal.write([Write(record=record) for record in records])


def _session(at: datetime, days: int) -> SessionRecord:
    return SessionRecord(
        routine="core_stability",
        routine_name="Core stability",
        started_at=at,
        ended_at=at + timedelta(minutes=9),
        state="finished",
        planned_seconds=480,
        active_seconds=440,
        steps_total=7,
        segments_total=30,
        pain_before=days % 8,
        pain_after=days % 5,
        effort=4,
        routine_text="x" * 1000,
    )


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


def _row(name: str, rounds: int, act: Callable[[], object]) -> Row:
    return Row(name, "ms", _times(rounds, act))


def _times(rounds: int, act: Callable[[], object]) -> tuple[float, ...]:
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        found.append((time.perf_counter() - start) * 1000)
    return tuple(found)
