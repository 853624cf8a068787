"""Whether a widget can be seen at all: what is hidden, minimised or covered needs no pictures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

TURNS = frozenset(
    {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Expose, QEvent.Type.WindowStateChange}
)


class Seen(QObject):
    """Whether ``widget`` can be seen; ``changed`` says when to ask again.

    A window that is minimised hides and shows what is in it. Some systems also say of one that is
    wholly covered that it is not exposed, and nothing of that reaches the widget: therefore it is
    asked now and then, and after a no the events of the window are looked at. A running session is
    spared them.

    ``widget`` is no window itself: Qt never paints a window that was shown while it was not to be.
    """

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._watched: QObject | None = None
        widget.installEventFilter(self)

    def __call__(self) -> bool:
        """Whether the widget can be seen now."""
        seen = self._is_seen()
        self._watch(not seen)
        # Where no window manager takes a minimised window away, Qt would go on painting it.
        self._widget.setUpdatesEnabled(seen or not self._widget.isVisible())
        return seen

    def _is_seen(self) -> bool:
        if not self._widget.isVisible():
            return False
        window = self._widget.window()
        handle = window.windowHandle()
        return not window.isMinimized() and (handle is None or handle.isExposed())

    def _watch(self, watches: bool) -> None:
        if watches == (self._watched is not None):
            return
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
            return
        self._watched = self._widget.window().windowHandle()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once this event has done what it does, it may be otherwise."""
        if event.type() in TURNS:
            QTimer.singleShot(0, self, self.changed.emit)
        return False
