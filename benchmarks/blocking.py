"""How long the window keeps a person waiting: the longest gap of a 5 ms timer, page by page."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.children import shown
from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row, middle

LIMIT = 50.0


def measure(rounds: int, display: Display, home: Path) -> Part:
    """Every page, ``rounds`` times in a new window: when it is opened first, and again."""
    part = Part("7. Longest gap of a 5 ms timer in the window, while a page is opened")
    found: dict[str, list[list[float]]] = {}
    for _ in range(rounds):
        with shown("coach('walk')", display, home, session=True) as window:
            for name, gaps in json.loads(window.child.line(timeout=90)).items():
                found.setdefault(name, []).append(gaps)
    for number, when in enumerate(("first", "again")):
        rows = [
            Row(
                f"{name}, {when}",
                "ms",
                tuple(gaps[number] for gaps in all_gaps),
                aims=(Aim(LIMIT),),
            )
            for name, all_gaps in found.items()
        ]
        part.rows += sorted(rows, key=lambda row: -middle(row.values))
    return part
