"""Searches the journal as one types: a moment after the last letter, and never in one's way.

The entries of ten years are read in small parts between what else there is to do, from when the
field is entered; after that a search takes some 10 ms.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_coach.coach.diary import Kinds
from recovery_coach.coach.searching import Search
from recovery_coach.journal import Journal

WAITS_MS = 150
"""After the last letter."""


class JournalSearch(QObject):
    """``found`` when there is a new answer; ``asked`` carries what reads the journal."""

    found = Signal()
    asked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._search: Search | None = None
        self._waiting = False
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(lambda: self.asked.emit(self._read_on))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(WAITS_MS)
        self._typing.timeout.connect(self._on_typed)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._waiting or self._typing.isActive()

    def follow(self, journal: Journal | None) -> None:
        """Search this journal; another one than before is read anew."""
        if journal is not self._journal:
            self._journal = journal
            self._search = Search(journal) if journal is not None else None

    def make_ready(self, journal: Journal | None) -> None:
        """Read what was written since, between other things."""
        self.follow(journal)
        if self._search is not None:
            self._reading.start()

    def begin(self) -> None:
        """Something was typed: answer soon."""
        self._typing.start()

    def stop(self) -> None:
        """Nobody asks any more."""
        self._typing.stop()
        self._waiting = False

    def find(self, typed: str, kinds: Kinds) -> list[str]:
        """The record ids of what was found, the newest first, as of now."""
        if self._search is None:
            return []
        while self._search.read_on():
            pass
        return self._search.find(typed, kinds)

    def _on_typed(self) -> None:
        if self._reading.isActive():
            self._waiting = True  # the last part of the reading answers
        else:
            self.found.emit()

    def _read_on(self) -> None:
        self._reading.stop()  # where the journal fails, it is not asked on and on
        if self._search is not None and self._search.read_on():
            self._reading.start()
        elif self._waiting:
            self._waiting = False
            self.found.emit()
