"""Fields that keep some keys, and leave the wheel to the page that they stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent

# At run time nothing: a class can have one parent only that is Qt's.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    _Widget = QWidget
else:
    _Widget = object

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OwnKeys(_Widget):
    """Keeps the keys that it takes from the shortcuts of the window."""

    def takes(self, event: QKeyEvent) -> bool | None:
        """Whether a key is its own; None where that is as usual with Qt."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Qt asks before a shortcut is used: who accepts then has the key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            taken = self.takes(event)
            if taken is not None:
                event.setAccepted(taken)
                return True
        return super().event(event)


class LeavesWheel(_Widget):
    """A field whose value the wheel does not change: it is the page's."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand it on."""
        event.ignore()


def is_typed(event: QKeyEvent) -> bool:
    """Enter, a letter or a digit."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return event.key() in ENTER or (plain and event.text().isalnum())


def takes_line(event: QKeyEvent, can_undo: bool) -> bool | None:
    """Of a line of text: Enter ends it, and undo is the window's where nothing was typed."""
    if event.key() in ENTER:
        return True
    if event.matches(QKeySequence.StandardKey.Undo) and not can_undo:
        return False
    return None
