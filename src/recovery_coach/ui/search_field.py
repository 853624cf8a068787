"""A field to search by: finds as one types, Esc empties it, Down goes on to what was found."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle

from recovery_coach.ui.icons import icon
from recovery_coach.ui.own_keys import OwnKeys
from recovery_coach.ui.theme import Look


class SearchField(OwnKeys, QLineEdit):
    """``textChanged`` tells what is typed; ``went_on`` asks for what was found.

    ``entered``: somebody is about to type.
    """

    went_on = Signal()
    entered = Signal()

    def __init__(self, name: str, hint: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("role", "search")
        look.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        glass, end = self._look.size(1.8), self._look.size(0.4)
        if self.isRightToLeft():  # margins are not mirrored
            glass, end = end, glass
        self.setTextMargins(glass, 0, end, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and a glass in front of the words."""
        super().paintEvent(event)
        size = self._look.size(1.2)
        place = QRect(self._look.size(0.8), (self.height() - size) // 2, size, size)
        painter = QPainter(self)
        sign = icon("search", self._look.palette.muted, size)
        sign.paint(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        painter.end()

    def takes(self, event: QKeyEvent) -> bool | None:
        """Esc is kept from the window as long as there is something to empty."""
        return True if self._empties(event) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, and the arrow that leads out of it; everything else is typed."""
        if self._empties(event):
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Time to make ready what is to be searched."""
        super().focusInEvent(event)
        self.entered.emit()

    def _empties(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())

    def seize(self) -> None:
        """Take the focus, what is there marked to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
