"""Trends over 1, 10 and 100 years: reading and working out what is shown, without a window.

What is shown first is the headline, the chart of all days and what is beside it; what is further
down is made later, each part in a turn of its own. Beside the first stands opening every body for
its number, which is what it would cost without the journal's index of numbers.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.figures import Aim, Part, Row
from benchmarks.keeping import wish_of
from benchmarks.timed import timed_row, times
from recovery_coach.app import App
from recovery_coach.base.clock import SystemClock
from recovery_coach.coach.balance import balance_of
from recovery_coach.coach.demo import write_demo
from recovery_coach.coach.insights import Insights
from recovery_coach.coach.trends import Choice, Frame, frame_of, head_of, heat_map, small_charts
from recovery_coach.coach.trends_below import (
    comparisons,
    factors,
    load_of,
    responses,
)
from recovery_coach.journal import Journal

PER_DAY = 5
AIMS = {10: Aim(50.0), 100: Aim(250.0)}
EVERY_BODY = """
SELECT current.day, json_extract(body, '$.nrs') FROM current JOIN version USING (version_id)
WHERE current.kind = 'pain' AND current.deleted = 0 ORDER BY current.day
"""


def measure(rounds: int, quick: bool, folder: Path) -> Part:
    """Each ``rounds`` times; a hundred years are not written in a ``quick`` run."""
    part = Part("14. Trends: a year, ten, a hundred, looked at as a whole")
    app = App(folder)
    for years in (1, 10) if quick else (1, 10, 100):
        path = folder / f"trends{years}" / "journal.sqlite3"
        write_demo(path, app.library, replace(wish_of(1, PER_DAY), years=years))
        part.rows += _rows(path, app, years, rounds)
    app.close()
    return part


def _rows(path: Path, app: App, years: int, rounds: int) -> list[Row]:
    clock = SystemClock()
    with Journal.open(path, clock) as journal, contextlib.closing(sqlite3.connect(path)) as bare:
        insights = Insights(journal, app.library.routines)
        today = clock.now().date()

        def frame(choice: Choice) -> Frame:
            return frame_of(choice, insights.first_day(), today, 0)

        whole, usual = frame(Choice("all")), frame(Choice())
        aims = (AIMS[years],) if years in AIMS else ()
        named = f"{years} years" if years > 1 else "1 year"
        rows = [
            Row(
                f"{named}: what is shown first",
                "ms",
                times(rounds, lambda: head_of(insights, whole)),
                times(rounds, lambda: bare.execute(EVERY_BODY).fetchall()),
                "every body",
                aims,
            ),
            timed_row(f"{named}: what is beside it", rounds, lambda: small_charts(insights, whole)),
            timed_row(f"{named}: the usual 12 weeks", rounds, lambda: head_of(insights, usual)),
        ]
        below: dict[str, Callable[[], object]] = {
            "day by day": lambda: heat_map(insights, whole),
            "before and after": lambda: responses(insights, whole, "routine"),
            "the same by exercise": lambda: responses(insights, whole, "exercise"),
            "comparisons": lambda: comparisons(insights, today),
            "days with and without": lambda: factors(insights, whole),
            "load": lambda: load_of(insights, whole),
            "balance": lambda: balance_of(insights, whole, 3, 2),
        }
        rows += [timed_row(f"{named}: {name}", rounds, act) for name, act in below.items()]
        return rows
