"""Looks after the journal in a thread of its own, when nobody waits for anything.

Checking every page of ten years takes a while, and so does a backup: at the start neither is waited
for, and the window is told of trouble alone.
"""

from __future__ import annotations

import queue
import threading
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_coach.app import App
from recovery_coach.coach.upkeep import Upkeep, look_after
from recovery_coach.journal import JournalTrouble

PATIENCE = 5.0
"""Seconds for which a program that closes waits for a backup."""
LOOK_MS = 50
"""Between two looks at whether it is done."""


class Upkeeper(QObject):
    """Once a day: at the start, and with the first entry of a later day."""

    damaged = Signal(JournalTrouble)
    said = Signal(str)

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._done: date | None = None
        self._thread: threading.Thread | None = None
        self._found: queue.SimpleQueue[Upkeep] = queue.SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether it is at it."""
        return self._timer.isActive()

    def look_after(self) -> None:
        """Begin, if that was not done today."""
        today = self._app.clock.now().date()
        if self._done == today or self.is_busy:
            return
        self._done = today
        path, backups = self._app.paths.journal, self._app.backups

        def work() -> None:
            found = Upkeep()
            try:
                found = look_after(path, backups)
            finally:
                self._found.put(found)

        self._thread = threading.Thread(target=work, daemon=True)
        self._thread.start()
        self._timer.start()

    def finish(self) -> None:
        """Let it end what it has begun: the program is about to close."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _look(self) -> None:
        if self._found.empty():
            return
        self._timer.stop()
        found = self._found.get()
        if found.damaged is not None:
            self.damaged.emit(found.damaged)
        if found.said:
            self.said.emit(found.said)
