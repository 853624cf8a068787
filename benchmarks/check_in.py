"""What an entry costs a person: clicks, keys, and seconds at a pace that a sore person may have.

The hand is the machine's (:mod:`benchmarks.hand`), so its clicks and keys are counted and what the
program takes is measured; the seconds of the person are a model, and it stands below. A click that
is aimed at follows Fitts' law to about a second with a mouse; nobody was timed for it.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.children import shown
from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row

PACE = {
    "clicks": 1.0,
    "more": 0.4,
    "drags": 1.6,
    "scrolls": 0.8,
    "keys": 0.6,
    "runs": 0.15,
    "sections": 2.0,
}
"""Seconds: a click with its aiming, another one beside it, a drag, a turn of the wheel, a key that
is chosen, one on the way (Tab after Tab, seen to arrive), and to read a part of a page."""
LIMITS = {"a number alone": 5.0, "a bad day": 20.0, "everything": 60.0}
HANDS = ("by mouse", "by keyboard alone")


def measure(rounds: int, display: Display, home: Path) -> Part:
    """Each entry, ``rounds`` times in a new window."""
    part = Part("11. An entry in the journal, from Today to saved")
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    for _ in range(rounds):
        with shown("coach('check_in')", display, home, session=True) as window:
            for name, told in json.loads(window.child.line(timeout=300)).items():
                for hand, done in zip(HANDS, told, strict=True):
                    found.setdefault((name, hand), []).append(done)
    for (name, hand), told in found.items():
        limit = Aim(LIMITS[name])
        seconds = tuple(seconds_of(done) for done in told)
        part.rows.append(Row(f"{name}, {hand}", "s", seconds, aims=(limit,)))
        part.notes.append(f"{name}, {hand}: {words_of(told[-1])}")
    part.notes.append(f"pace, in seconds: {PACE}")
    return part


def seconds_of(done: dict[str, float]) -> float:
    """The person's seconds by the model, and the program's as measured."""
    return sum(PACE[name] * done[name] for name in PACE) + done["busy"]


def words_of(done: dict[str, float]) -> str:
    """What was counted of one entry."""
    counted = ", ".join(f"{done[name]:.0f} {name}" for name in PACE if done[name])
    return f"{counted}; busy {done['busy']:.2f} s, at most {done['longest'] * 1000:.0f} ms at once"
