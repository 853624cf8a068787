"""Whether this user has the screen: not while it is locked, nor while another user is at it.

On Linux logind knows. A thread of its own waits for its news and wakes nobody until there are some;
where there is no logind it ends at once. On Windows (WTSRegisterSessionNotification) and macOS
(NSWorkspace's notifications) nothing is looked at yet: it would begin in :meth:`LoginSeat.watch`.
"""

from __future__ import annotations

import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, Signal


class LoginSeat(QObject):
    """Watches from the first :meth:`watch` until the process ends."""

    changed = Signal(bool)
    """Whether this user has the screen, whenever that is otherwise than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None

    def watch(self) -> None:
        """Begin; asked for again, it goes on."""
        if self._thread is None and sys.platform == "linux":
            # A daemon: it waits for news that may never come.
            self._thread = threading.Thread(target=self._work, name="seat", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        with suppress(Exception):  # no bus, no logind, or none any more; or the app has closed
            from recovery_coach.desktop.logind import follow

            follow(self.changed.emit)
