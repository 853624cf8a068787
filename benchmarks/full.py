"""Whether a start gets slower with the years: ten of them, beside an empty journal."""

from __future__ import annotations

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
    """``rounds`` times the one and the other, A B A B."""
    homes = {"full": folder / "full", "empty": folder / "empty"}
    for name, home in homes.items():
        app = App(home)
        app.change_settings(welcome_seen=WELCOME)
        library = app.library  # kept, so that both start with a warm catalogue
        if name == "full":
            write_demo(app.paths.journal, library, wish_of(1, PER_DAY))
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
        full, empty = (tuple(one[stage] for one in reached[name]) for name in homes)
        aims = (AIM,) if stage == "painted" else ()
        part.rows.append(Row(f"until {stage}", "ms", full, empty, "empty journal", aims))
    return part
