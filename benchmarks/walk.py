"""In the child: walks through every page of the window, and tells what kept it from answering.

A timer of 5 ms stands for the person: the longest time between two of its ticks is how long a click
would have waited. What a step does is inside that, since it is done by a timer, too.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer

from recovery_coach.app import App
from recovery_coach.ui.window import MainWindow

TICK_MS = 5
SETTLES_MS = 450
"""For each step: the page is laid out, painted, and has come in."""

Step = tuple[str, Callable[[], object]]


class Walk(QObject):
    """Takes one step after the other, twice; then writes the gaps, in milliseconds, as JSON."""

    def __init__(self, window: MainWindow, app: App) -> None:
        super().__init__(window)
        self._steps: Iterator[Step] = iter((*steps(window, app), *steps(window, app)))
        self._gaps: dict[str, list[float]] = {}
        self._name = ""
        self._last = time.monotonic()
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MS)
        QTimer.singleShot(2 * SETTLES_MS, self, self._next)

    def _on_tick(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def _next(self) -> None:
        if self._name:
            self._on_tick()
            self._gaps.setdefault(self._name, []).append(self._longest * 1000)
        self._longest, self._last = 0.0, time.monotonic()
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            os.write(1, (json.dumps(self._gaps) + "\n").encode())
            return
        self._name, act = step
        act()
        QTimer.singleShot(SETTLES_MS, self, self._next)


def steps(window: MainWindow, app: App) -> tuple[Step, ...]:
    """Every page, and what changes all of them."""
    routine = app.library.routines["core_stability"]

    def setting(name: str, value: object) -> Callable[[], object]:
        return lambda: window.keeper.choose("", "", **{name: value})

    def hurt() -> None:
        if window.stage is not None:
            window.stage.stop_it_hurts()

    def stop() -> None:
        if window.stage is not None:
            window.sessions.decide("stop")

    return (
        ("routines", lambda: window.go("routines")),
        ("journal", lambda: window.go("journal")),
        ("trends", lambda: window.go("trends")),
        ("the report", lambda: window.open_report(window.go_back)),
        ("settings", lambda: window.go("settings")),
        ("theme: light", setting("theme", "light")),
        ("theme: dark", setting("theme", "dark")),
        ("text size: 130 %", setting("text_size", 130)),
        ("text size: 100 %", setting("text_size", 100)),
        ("seconds", setting("switch", 7.0)),
        ("seconds, back", setting("switch", 5.0)),
        ("a routine", lambda: window.open_routine(routine.id)),
        ("keys", lambda: window.overlays.show_keys(None)),
        ("today", window.show_today),
        ("a number", lambda: window.entries.log_number(3)),
        ("a session", lambda: window.start(routine)),
        ("it hurts", hurt),
        ("the finish", stop),
        ("back on today", lambda: window.sessions.leave("")),
    )
