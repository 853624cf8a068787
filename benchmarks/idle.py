"""Memory, CPU and wake-ups of a window that is left alone, and of a running session."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.children import shown
from benchmarks.display import Display
from benchmarks.figures import Aim, Part, Row
from benchmarks.processes import pss_of, usage_of

SETTLES = 2.0
"""Seconds after the first picture that still belong to the start."""


@dataclass(frozen=True, slots=True)
class _Period:
    pss: float
    cpu: float
    wakeups: float
    server_cpu: float


def measure(seconds: float, display: Display, home: Path) -> Part:
    """Bare window, Today, session; ``seconds`` each."""
    with shown("coach()", display, home):
        pass  # so that the catalogue is kept, as at any second start
    bare = _watch("bare()", seconds, display, home)
    today = _watch("coach()", seconds, display, home)
    session = _watch("coach('session')", seconds, display, home)
    part = Part(f"2. Left alone for {seconds:g} s, and a session of {seconds:g} s")
    add = part.rows.append
    add(Row("Today: PSS", "MB", (today.pss,), (bare.pss,), "bare", (Aim(1.5, times=True),)))
    add(Row("Today: CPU", "s/min", (today.cpu,), (bare.cpu,), "bare", (Aim(0.01),)))
    add(Row("Today: wake-ups", "/s", (today.wakeups,), (bare.wakeups,), "bare", (Aim(0.02),)))
    add(Row("Session: PSS", "MB", (session.pss,), (bare.pss,), "bare", (Aim(1.5, times=True),)))
    share = session.cpu / 60 * 100
    add(Row("Session: CPU", "% of a core", (share,), aims=(Aim(10.0),)))
    add(Row("Session: wake-ups", "/s", (session.wakeups,)))
    if display.server is not None:
        add(Row("Session: the display server's CPU", "% of a core", (session.server_cpu / 0.6,)))
    part.notes.append("CPU is counted in steps of 10 ms; up to one wake-up in 50 s counts as none")
    part.notes.append("PSS: other Qt programs on the machine make it smaller, the bare one's most")
    part.notes.append(
        "Today: 4 wake-ups 30 to 80 s after the first picture; likely Qt's pixmap cache"
    )
    return part


def _watch(call: str, seconds: float, display: Display, home: Path) -> _Period:
    with shown(call, display, home, session="session" in call) as window:
        time.sleep(SETTLES)
        pid = window.child.pid
        before, server_before = usage_of(pid), _server(display)
        begun = time.monotonic()
        time.sleep(seconds)
        after, server_after = usage_of(pid), _server(display)
        took = time.monotonic() - begun
        return _Period(
            pss=pss_of(pid),
            cpu=(after.cpu - before.cpu) / took * 60,
            wakeups=(after.wakeups - before.wakeups) / took,
            server_cpu=(server_after - server_before) / took * 60,
        )


def _server(display: Display) -> float:
    return usage_of(display.server).cpu if display.server is not None else 0.0
