"""In the child: says when the first picture of a widget was painted and sent to the display."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def say(name: str) -> None:
    """Tell the parent, at once, that ``name`` is reached; the clock is the same in both."""
    os.write(1, f"{name} {time.monotonic():.6f}\n".encode())


class FirstPaint(QObject):
    """Says ``painted`` and calls ``after`` once; then it costs nothing any more."""

    def __init__(self, widget: QWidget, after: Callable[[], object] | None = None) -> None:
        super().__init__(widget)
        self._after = after
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the first paint; the flush follows in the same turn of the event loop."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        say("painted")
        if self._after is not None:
            self._after()
