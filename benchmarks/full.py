"""Whether a start gets slower with the years: ten of them, beside one, and an empty journal.

What the newest days say must be judged by the rules of warning before anything is shown, and that
costs the same after a year as after ten; an empty journal does without.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.children import STAGES, shown
from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row
from benchmarks.keeping import YEARS, wish_of
from recovery_coach.app import App
from recovery_coach.coach.demo import write_demo
from recovery_coach.settings.model import WELCOME

AIM = Aim(1.1, times=True)
PER_DAY = 5


def measure(rounds: int, display: Display, folder: Path) -> Part:
    """``rounds`` times each in turn."""
    years = {"full": YEARS, "young": 1, "empty": 0}
    homes = {name: folder / name for name in years}
    for name, home in homes.items():
        app = App(home)
        app.change_settings(welcome_seen=WELCOME)
        library = app.library  # kept, so that both start with a warm catalogue
        if years[name]:
            wish = replace(wish_of(1, PER_DAY), years=years[name])
            write_demo(app.paths.journal, library, wish)
        assert app.journal
        app.close()
    reached: dict[str, list[dict[str, float]]] = {name: [] for name in homes}
    for number in range(rounds + 1):
        for name, home in homes.items():
            with shown("coach()", display, home) as window:
                if number:  # the first of each only warms the machine's own caches
                    reached[name].append(window.reached)
    part = Part(f"13. First painted window with {YEARS} years, {PER_DAY} entries a day; A B A B")
    for stage in STAGES:
        took = {name: tuple(one[stage] for one in reached[name]) for name in homes}
        aims = (AIM,) if stage == "painted" else ()
        name = f"until {stage}"
        part.rows.append(Row(name, "ms", took["full"], took["empty"], "empty journal", aims))
        if stage == "painted":
            part.rows.append(Row(name, "ms", took["full"], took["young"], "a year", aims))
    return part
