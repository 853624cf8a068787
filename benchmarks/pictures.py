"""What a session's pictures cost, how even they are, and that there are none where none is seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.children import shown
from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row, middle, percentile
from benchmarks.windows import ROUTINE

UNSEEN = ("paused", "hidden", "minimised")
WAIT = 60.0
"""Seconds that the parts of a child's run take beside the two that are measured."""


def measure(rounds: int, seconds: float, display: Display, home: Path) -> Part:
    """The session and the bare ring in turn, ``rounds`` times ``seconds`` each."""
    part = Part(f"8. Pictures of {ROUTINE}; beside it a bare widget that paints an empty ring")
    sessions: list[dict[str, Any]] = []
    bares: list[dict[str, Any]] = []
    for _ in range(rounds):
        sessions.append(_told(f"coach('pictures', {seconds})", seconds, display, home))
        bares.append(_told(f"bare_ring({seconds})", seconds, display, home))
    sixty, own = [one["sixty"] for one in sessions], [one["own"] for one in sessions]
    add = part.rows.append
    add(_row("at 60 a second: CPU", "% of a core", "cpu", sixty, bares, Aim(10.0)))
    add(_row("at 60 a second: pictures", "/s", "a_second", sixty, bares))
    for percent, aim in ((50, None), (99, Aim(20.0))):
        found, beside = (tuple(_interval(one, percent) for one in runs) for runs in (sixty, bares))
        aims = (aim,) if aim is not None else ()
        add(Row(f"at 60 a second: interval p{percent}", "ms", found, beside, "bare", aims))
    add(_row("at its own pace: CPU", "% of a core", "cpu", own, bares))
    add(_row("at its own pace: pictures", "/s", "a_second", own, bares))
    for name in UNSEEN:
        runs = [one[name] for one in sessions]
        add(_row(f"{name}: pictures", "/s", "a_second", runs, [], Aim(0.0)))
        add(_row(f"{name}: ticks", "/s", "ticks", runs, []))
    part.notes.append("a dot of 4 pixels moves at every one of the 60: no ring is that fast")
    back = middle([one["restored"]["a_second"] for one in sessions])
    part.notes.append(f"seen again there were {back:.0f} pictures a second")
    return part


def _row(
    name: str,
    unit: str,
    key: str,
    runs: list[dict[str, Any]],
    bares: list[dict[str, Any]],
    *aims: Aim,
) -> Row:
    beside = tuple(one[key] for one in bares)
    return Row(name, unit, tuple(one[key] for one in runs), beside, "bare" if bares else "", aims)


def _interval(run: dict[str, Any], percent: float) -> float:
    """Milliseconds."""
    return percentile(run["intervals"], percent) * 1000


def _told(call: str, seconds: float, display: Display, home: Path) -> dict[str, Any]:
    with shown(call, display, home, session="coach" in call) as window:
        found: dict[str, Any] = json.loads(window.child.line(timeout=2 * seconds + WAIT))
        return found
