"""From the start of the process to the first picture on the display."""

from __future__ import annotations

from pathlib import Path

from benchmarks.children import STAGES, shown
from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row, middle

AIMS = (Aim(1.6, times=True), Aim(1.25, times=True))


def measure(rounds: int, display: Display, home: Path) -> Part:
    """``rounds`` times the bare window, then the app's; at last with a cold catalogue cache."""
    bare: list[dict[str, float]] = []
    coach: list[dict[str, float]] = []
    cold: list[float] = []
    cache = home / "cache"
    for number in range(rounds + 1):
        for call, into in (("bare()", bare), ("coach()", coach)):
            with shown(call, display, home) as window:
                if number:  # the first of each only warms the machine's own caches
                    into.append(window.reached)
    for _ in range(max(2, rounds // 4)):
        for file in cache.glob("*"):
            file.unlink()
        with shown("coach()", display, home) as window:
            cold.append(window.reached["painted"])
    first = tuple(r["painted"] for r in bare)
    part = Part(f"1. First painted window, {display.words}; {rounds} rounds, A B A B")
    warm = tuple(r["painted"] for r in coach)
    part.rows.append(Row("Today painted", "ms", warm, first, "bare window", AIMS))
    part.rows.append(Row("  with a cold catalogue", "ms", tuple(cold), first, "bare window"))
    for name, before in zip(STAGES, ("", *STAGES[:-1]), strict=True):
        part.rows.append(
            Row(
                f"  until {name}",
                "ms",
                _steps(coach, name, before),
                _steps(bare, name, before),
                "bare",
            )
        )
    beyond = middle(warm) - middle(first)
    part.notes.append(f"{beyond:.0f} ms more than the bare window")
    return part


def _steps(runs: list[dict[str, float]], name: str, before: str) -> tuple[float, ...]:
    return tuple(run[name] - run.get(before, 0.0) for run in runs)
