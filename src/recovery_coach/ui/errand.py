"""Work that takes a second or two, done in a thread; what came of it is told in the window's own.

A journal is used by the thread that opened it alone: the work opens its own.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from recovery_coach.journal import JournalTrouble
from recovery_coach.journal.version_rows import BroughtError

T = TypeVar("T")
U = TypeVar("U")

FORESEEN = (JournalTrouble, BroughtError, OSError)
"""What disks and files do: it is told in words. Anything else is a mistake of ours."""
LOOK_MS = 15
"""Between two looks at whether it is done."""


class Errand(QObject, Generic[T]):
    """One piece of work, begun when it is made. It goes when it has told, or with its parent.

    The work itself is done to its end: only nobody hears of it then.
    """

    def __init__(
        self,
        parent: QObject,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """``failed`` hears of what is ``FORESEEN``; anything else is raised in the window."""
        super().__init__(parent)
        self._work = work
        self._then = then
        self._failed = failed
        self._told: queue.SimpleQueue[Callable[[], object] | Exception] = queue.SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        self._timer.start()

    def _run(self) -> None:
        try:
            self._told.put(partial(self._then, self._work()))
        except Exception as error:  # noqa: BLE001 - it is raised again where it can be told
            self._told.put(error)

    def _look(self) -> None:
        if self._told.empty():
            return
        told = self._told.get()
        self._timer.stop()
        self.deleteLater()
        if not isinstance(told, Exception):
            told()
        elif isinstance(told, FORESEEN):
            self._failed(told)
        else:
            raise told


class Errands:
    """The errands of one window: any number that read, and one at a time that writes."""

    def __init__(self, window: QObject) -> None:
        self._window = window
        self._reading: list[threading.Thread] = []
        self.writes = False
        """Whether one is under way that the window must wait for."""

    def read(
        self,
        page: QObject,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Work that only this ``page`` wants to hear of."""
        self._reading = [thread for thread in self._reading if thread.is_alive()]
        self._reading.append(Errand(page, work, then, failed).thread)

    def write(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> bool:
        """Work that is heard of on whatever page; False where other such work is under way.

        It begins when nobody reads any more.
        """
        if self.writes:
            return False
        self.writes = True
        reading = tuple(self._reading)

        def alone() -> T:
            for thread in reading:
                thread.join()
            return work()

        Errand(self._window, alone, self._ending(then), self._ending(failed))
        return True

    def _ending(self, tell: Callable[[U], object]) -> Callable[[U], None]:
        def end(result: U) -> None:
            self.writes = False
            tell(result)

        return end
