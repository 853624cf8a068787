"""Looks after the journal in a thread of its own, when nobody waits for anything.

Checking every page of ten years takes a while, and so does a backup: at the start neither is waited
for, and the window is told of trouble alone.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from recovery_coach.app import App
from recovery_coach.coach.upkeep import Upkeep, look_after
from recovery_coach.journal import JournalTrouble
from recovery_coach.ui.errand import Errand

if TYPE_CHECKING:
    import threading

PATIENCE = 5.0
"""Seconds for which a program that closes waits for a backup."""


class Upkeeper(QObject):
    """Once a day: at the start, and with the first entry of a later day."""

    damaged = Signal(JournalTrouble)
    said = Signal(str)

    def __init__(self, app: App, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._done: date | None = None
        self._worker: threading.Thread | None = None
        self.is_busy = False

    def look_after(self) -> None:
        """Begin, if that was not done today."""
        today = self._app.clock.now().date()
        if self._done == today or self.is_busy:
            return
        self._done, self.is_busy = today, True
        work = partial(look_after, self._app.paths.journal, self._app.backups)
        self._worker = Errand(self, work, self._tell, self._on_failed).worker

    def finish(self) -> None:
        """Let it end what it has begun: the program is about to close."""
        if self._worker is not None:
            self._worker.join(PATIENCE)

    def _tell(self, found: Upkeep) -> None:
        self.is_busy = False
        if found.damaged is not None:
            self.damaged.emit(found.damaged)
        if found.said:
            self.said.emit(found.said)

    def _on_failed(self, _: Exception) -> None:
        self.is_busy = False
