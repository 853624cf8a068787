"""What covers the window and dims it: a question, or the list of keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.ui.theme import Look


class Veil(QWidget):
    """Covers its parent at any size, until :meth:`lift`."""

    lifted = Signal()

    def __init__(self, parent: QWidget, look: Look, name: str) -> None:
        super().__init__(parent)
        self._look = look
        self._parent = parent
        self.setAccessibleName(name)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())

    def lift(self) -> None:
        """Take it away, for good."""
        if self.isHidden():
            return
        self._parent.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.lifted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the parent at any size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._parent.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil of the ground colour."""
        veil = QColor(self._look.palette.ground)
        veil.setAlphaF(0.86)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()
