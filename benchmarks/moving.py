"""In the child: counts and times the pictures of a session, or of a bare ring beside it.

A picture is one sending of what was painted to the display, however much or little that is.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from recovery_coach.ui.window import MainWindow

SETTLES = 1.5
"""Seconds between a change and the count of pictures after it."""
COUNTS = 3.0
"""Seconds in which pictures are counted where there should be none."""
BEGINS = 6.0
"""Seconds after the start of a session: nobody gets ready any more."""


class Pictures(QObject):
    """When the pictures of a window were made, and what they cost its process."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at: list[float] = []
        self.ticks = 0
        window.installEventFilter(self)
        self.begin()

    def begin(self) -> None:
        """Count from now on."""
        self.at.clear()
        self.ticks = 0
        self._cpu, self._begun = time.process_time(), time.monotonic()

    def told(self) -> dict[str, float | list[float]]:
        """What was counted; CPU in percent of a core, the rest in seconds."""
        took = time.monotonic() - self._begun
        return {
            "cpu": (time.process_time() - self._cpu) / took * 100,
            "a_second": len(self.at) / took,
            "ticks": self.ticks / took,
            "intervals": [b - a for a, b in zip(self.at, self.at[1:], strict=False)],
        }

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt asks the window to paint what was marked since, and sends it off."""
        if event.type() == QEvent.Type.UpdateRequest:
            self.at.append(time.monotonic())
        return False


class _Dot(QWidget):
    """Stands in for what moves at every picture: a few pixels, so that it costs next to nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(2, 2, 4, 4)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """One colour."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("gray"))
        painter.end()


class _Ring(QWidget):
    """A ring and nothing else, painted whole."""

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """As large and thick as that of the stage."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("teal"), 30))
        painter.drawEllipse(QRectF(20, 20, 540, 540))
        painter.end()


def watch_bare(seconds: float) -> None:
    """The bare toolkit: an empty ring, 60 times a second, in a window like the app's."""
    from benchmarks.first_paint import FirstPaint

    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    ring = _Ring(window)
    ring.setGeometry(660, 80, 580, 580)
    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(ring.update)
    pictures = Pictures(window)

    def begin() -> None:
        timer.start(16)
        QTimer.singleShot(int(SETTLES * 1000), window, pictures.begin)
        QTimer.singleShot(int((SETTLES + seconds) * 1000), window, lambda: _tell(pictures.told()))

    FirstPaint(ring, begin)
    window.show()
    application.exec()


def watch_session(window: MainWindow, seconds: float) -> None:
    """A session that has begun: at its own pace, at 60 a second, and where it should be still."""
    from recovery_coach.ui.bridge import FRAMES
    from recovery_coach.ui.ring import Ring
    from recovery_coach.ui.stage import StagePage

    stage = window.page
    assert isinstance(stage, StagePage)
    QApplication.setQuitOnLastWindowClosed(False)
    pictures = Pictures(window)
    found: dict[str, object] = {}

    def tick() -> None:
        pictures.ticks += 1

    def sixty() -> None:
        setattr(Ring, "frame_seconds", property(lambda _: FRAMES[-1]))  # noqa: B010
        stage.driver.ticked.connect(_Dot(stage).update)

    steps: list[tuple[str, Callable[[], object], float]] = [
        ("own", lambda: None, seconds),
        ("sixty", sixty, seconds),
        ("hidden", window.hide, COUNTS),
        ("shown", window.show, COUNTS),
        ("minimised", window.showMinimized, COUNTS),
        ("restored", window.showNormal, COUNTS),
        ("paused", stage.pause, COUNTS),
    ]

    def follow(number: int) -> None:
        if number == len(steps):
            _tell(found)
            return
        name, act, lasts = steps[number]
        act()
        QTimer.singleShot(int(SETTLES * 1000), window, pictures.begin)

        def ended() -> None:
            found[name] = pictures.told()
            follow(number + 1)

        QTimer.singleShot(int((SETTLES + lasts) * 1000), window, ended)

    stage.driver.ticked.connect(tick)
    QTimer.singleShot(int(BEGINS * 1000), window, lambda: follow(0))


def _tell(found: object) -> None:
    os.write(1, (json.dumps(found) + "\n").encode())
