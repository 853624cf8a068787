"""In the child: the app's real window, and the bare window it is compared with.

Started by ``python -c``, so that both pay for the same and only for that.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

ROUTINE = "express_3"


def bare(seconds: float = 0.0) -> None:
    """A bare PySide6 main window; with ``seconds`` it tells how late a bare timer was meanwhile."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    from benchmarks.first_paint import FirstPaint, say

    say("imported")
    application = QApplication(sys.argv[:1])
    say("application")
    window = QMainWindow()
    window.resize(1280, 800)
    FirstPaint(window, (lambda: _bare_timer(seconds)) if seconds else None)
    say("window")
    window.show()
    application.exec()


def _bare_timer(seconds: float) -> None:
    """Report the lateness, in seconds, of a precise 100 ms timer against an even grid."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    late: list[float] = []
    begun = time.monotonic()

    def tick() -> None:
        now = time.monotonic()
        late.append(now - begun - 0.1 * (len(late) + 1))
        if now - begun >= seconds:
            timer.stop()
            _report(late)

    timer = QTimer(QApplication.instance())
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(100)


def coach(shows: str = "today", seconds: float = 0.0) -> None:
    """The app as its command starts it.

    ``shows`` is ``today``, ``session``, ``cues``, ``pictures``, ``walk`` or ``check_in``. With
    ``cues`` it tells how late every cue of the first ``seconds`` was, with ``pictures`` what
    :mod:`benchmarks.moving` counts.
    """
    sys.argv = ["recovery-coach"]
    from PySide6.QtWidgets import QApplication

    from benchmarks.first_paint import FirstPaint, say
    from recovery_coach import gui
    from recovery_coach.__main__ import main
    from recovery_coach.app import App
    from recovery_coach.ui.window import MainWindow

    say("imported")
    build = gui.make_window

    def make_window(application: QApplication, app: App) -> MainWindow:
        say("application")
        window = build(application, app)
        after: Callable[[], object] | None = None
        if shows == "walk":
            after = lambda: _walk(window, app)  # noqa: E731
        elif shows == "check_in":
            after = lambda: _fill_in(window)  # noqa: E731
        elif shows == "pictures":
            after = lambda: _paint(window, app, seconds)  # noqa: E731
        elif shows != "today":
            after = lambda: _play(window, app, seconds if shows == "cues" else 0.0)  # noqa: E731
        FirstPaint(window.today.strip, after)
        say("window")
        return window

    gui.make_window = make_window
    main()


def bare_ring(seconds: float) -> None:
    """A bare widget that paints a ring 60 times a second."""
    from benchmarks.moving import watch_bare

    watch_bare(seconds)


def _paint(window: object, app: object, seconds: float) -> None:
    """Start a session in the window, and count its pictures."""
    from benchmarks.moving import watch_session
    from recovery_coach.ui.window import MainWindow

    assert isinstance(window, MainWindow)
    _play(window, app, 0.0)
    watch_session(window, seconds)


def _walk(window: object, app: object) -> None:
    """Go through every page once the start is over."""
    from PySide6.QtCore import QTimer

    from benchmarks.walk import Walk
    from recovery_coach.app import App
    from recovery_coach.ui.window import MainWindow

    assert isinstance(window, MainWindow)
    assert isinstance(app, App)
    QTimer.singleShot(2000, window, lambda: Walk(window, app))


def _fill_in(window: object) -> None:
    """Fill in entries once the start is over."""
    from PySide6.QtCore import QTimer

    from benchmarks.hand import fill_in
    from recovery_coach.ui.window import MainWindow

    assert isinstance(window, MainWindow)
    QTimer.singleShot(1500, window, lambda: fill_in(window))


def _play(window: object, app: object, seconds: float) -> None:
    """Start a session in the window, and note its cues without touching it."""
    from PySide6.QtCore import QTimer

    from recovery_coach.app import App
    from recovery_coach.session.events import CueDue
    from recovery_coach.ui.stage import StagePage
    from recovery_coach.ui.window import MainWindow

    assert isinstance(window, MainWindow)
    assert isinstance(app, App)
    window.start(app.library.routines[ROUTINE])
    if not seconds:
        return
    stage = window.page
    assert isinstance(stage, StagePage)
    player = stage.practice.player
    late: list[float] = []

    def on_cue(event: CueDue) -> None:
        now = time.monotonic()
        begun, position = player._anchor
        late.append(now - begun - (event.cue.at - position))

    stage.driver.cue_due.connect(on_cue)
    QTimer.singleShot(round(seconds * 1000), window, lambda: _report(late))


def _report(late: list[float]) -> None:
    os.write(1, (json.dumps(late) + "\n").encode())
