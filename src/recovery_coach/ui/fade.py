"""A page comes in softly: a veil of the ground colour that clears in less than a fifth of a second.

The page itself is there at once, takes clicks and keys, and is painted as always: only what lies
over it changes. So nothing waits for it, and nothing of it can stay behind.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.ui.theme import Look

MILLISECONDS = 160


class Fade(QWidget):
    """Lies over the pages; hidden but for the moments in which it clears."""

    def __init__(self, pages: QWidget, look: Look) -> None:
        super().__init__(pages)
        self._pages = pages
        self._look = look
        self._strength = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.animation = QVariantAnimation(self)
        self.animation.setDuration(MILLISECONDS)
        self.animation.setStartValue(1.0)
        self.animation.setEndValue(0.0)
        self.animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.animation.valueChanged.connect(self._weaken)
        self.animation.finished.connect(self.hide)
        self.hide()

    def begin(self) -> None:
        """Let the page that is shown by now come in; at once where motion is reduced."""
        self.clear()
        if self._look.reduced_motion or not self._pages.isVisible():
            return
        # All of the window: the pages are only now laid out, and cut off what is too much.
        self.setGeometry(self._pages.window().rect())
        self._strength = 1.0
        self.show()
        self.raise_()
        self.animation.start()

    def clear(self) -> None:
        """Nothing lies over anything, now."""
        if self.animation.state() != QAbstractAnimation.State.Stopped:
            self.animation.stop()
        self.hide()

    def _weaken(self, strength: float) -> None:
        self._strength = strength
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground colour, as strong as it still is."""
        ground = QColor(self._look.palette.ground)
        ground.setAlphaF(self._strength)
        painter = QPainter(self)
        painter.fillRect(event.rect(), ground)
        painter.end()
