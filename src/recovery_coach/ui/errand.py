"""Work that takes a second or two, done in a thread; what came of it is told in the window's own.

A journal is used by the thread that opened it alone: the work opens its own.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, QTimer

from recovery_coach.journal import JournalTrouble
from recovery_coach.journal.version_rows import BroughtError

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What came of it: one or the other."""

    result: T | None
    error: Exception | None


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
        self._then = then
        self._failed = failed
        self._done: queue.SimpleQueue[Done[T]] = queue.SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        # No widget goes into the thread: it might be the last to know it.
        self.worker = threading.Thread(target=_run, args=(work, self._done), daemon=True)
        self.worker.start()
        self._timer.start()

    def _look(self) -> None:
        if self._done.empty():
            return
        done = self._done.get()
        self._timer.stop()
        self.deleteLater()
        if done.error is None:
            self._then(cast(T, done.result))
        elif isinstance(done.error, FORESEEN):
            self._failed(done.error)
        else:
            raise done.error


def _run(work: Callable[[], T], done: queue.SimpleQueue[Done[T]]) -> None:
    try:
        done.put(Done(work(), None))
    except Exception as error:  # noqa: BLE001 - it is raised again where it can be told
        done.put(Done(None, error))


class Errands:
    """The errands of one window: any number that read, and one at a time that writes."""

    def __init__(self, window: QObject) -> None:
        self._window = window
        self._reading: list[threading.Thread] = []
        self.writes = False
        """Whether one is under way that the window must wait for."""
        self.afterwards: Callable[[], object] | None = None
        """What waits for its end, such as that the window is closed."""

    def read(
        self,
        page: QObject,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Work that only this ``page`` wants to hear of."""
        self._reading = [thread for thread in self._reading if thread.is_alive()]
        self._reading.append(Errand(page, work, then, failed).worker)

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
            waits, self.afterwards = self.afterwards, None
            if waits is not None:
                waits()

        return end
