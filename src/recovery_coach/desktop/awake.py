"""Keeps the screen on while somebody on a mat looks at it and touches nothing.

What keeps it on differs from desktop to desktop; wakepy knows them. On Linux it asks over D-Bus,
where a broken bus may take seconds to answer or never does: so all of it happens in one thread of
its own, which nobody waits for. Should the process die, every desktop lets go by itself.
"""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from wakepy import Mode

PARTING = 0.5
"""Seconds to wait at most for the desktop to be told, when the app closes."""


class AwakeScreen(QObject):
    """Keeps the screen on between ``keep_on(True)`` and ``keep_on(False)``."""

    refused = Signal()
    """Nothing on this computer keeps it on; said once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = False
        self._ends = False
        self._news = threading.Event()
        self._thread: threading.Thread | None = None

    def keep_on(self, on: bool) -> None:
        """Have it on, or not; what was asked for last is what counts."""
        self._wanted = on
        if on and self._thread is None:
            # A daemon: a bus that never answers must not keep the process alive.
            self._thread = threading.Thread(target=self._work, name="awake", daemon=True)
            self._thread.start()
        self._news.set()

    def close(self) -> None:
        """Let go of the screen, for good."""
        self._wanted = False
        self._ends = True
        self._news.set()
        if self._thread is not None:
            self._thread.join(PARTING)

    def _work(self) -> None:
        mode: Mode | None = None
        told = False
        while True:
            self._news.wait()
            self._news.clear()
            ends, wanted = self._ends, self._wanted  # in this order: whoever ends it wants nothing
            if wanted and mode is None:
                mode = _enter()
                if mode is None and not told:
                    told = True
                    with suppress(RuntimeError):  # the app has closed meanwhile
                        self.refused.emit()
            elif not wanted and mode is not None:
                _leave(mode)
                mode = None
            if ends:
                return


def _enter() -> Mode | None:
    """A mode that keeps the screen on; None where there is none."""
    from wakepy import keep

    adapter = None
    if sys.platform == "linux":
        from recovery_coach.desktop.bus import Bus

        adapter = Bus
    mode = keep.presenting(on_fail="pass", dbus_adapter=adapter)
    try:
        mode.__enter__()
    except Exception:  # noqa: BLE001 - whatever a desktop does, the session goes on
        return None
    if not mode.active:
        _leave(mode)
        return None
    return mode


def _leave(mode: Mode) -> None:
    with suppress(Exception):  # the desktop has gone, and what was asked of it with it
        mode.__exit__(None, None, None)
