"""A flash over the screen at changes, for those who hear no sound: by choice, soft and seldom.

Light that flashes more than three times in a second can bring on a seizure (WCAG 2.3.1), so between
two flashes there is always half a second, however fast somebody skips. With reduced motion it is a
border instead, which stands still for a second.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.base.clock import Clock
from recovery_coach.session.events import SegmentEntered
from recovery_coach.ui.theme import Look

APART = 0.5
"""Seconds between two flashes, at least."""
LATE = 1.0
"""Seconds after which a change is no news any more."""
FADE_MS = 400
BORDER_MS = 1000
LIGHT = 0.5
"""How much of the colour there is in the first instant."""
BORDER = 14
"""Pixels."""
QUIET = ("get_ready",)
"""What begins without anything ending; ``transition``, ``rest`` and ``switch`` end a set."""


class Flash(QWidget):
    """Covers one face at a time, and takes no clicks."""

    def __init__(self, look: Look, clock: Clock, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._clock = clock
        self._last = -math.inf
        self._colour = QColor()
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.fade = QVariantAnimation(self)
        self.fade.setStartValue(LIGHT)
        self.fade.setEndValue(0.0)
        self.fade.setDuration(FADE_MS)
        self.fade.setEasingCurve(QEasingCurve.Type.OutQuad)
        self.fade.valueChanged.connect(lambda _: self.update())
        self.fade.finished.connect(self.hide)
        self.border = QTimer(self)
        self.border.setSingleShot(True)
        self.border.setInterval(BORDER_MS)
        self.border.timeout.connect(self.hide)
        self.hide()
        over.installEventFilter(self)

    def cover(self, widget: QWidget) -> None:
        """From now on it is ``widget`` that lights up."""
        self.end()
        self._over.removeEventFilter(self)
        self._over = widget
        self.setParent(widget)
        widget.installEventFilter(self)

    def at(self, event: SegmentEntered) -> None:
        """A set begins or ends, or sides switch."""
        now = self._clock.monotonic()
        told = event.segment.kind in QUIET or event.late > LATE
        if told or now - self._last < APART or not self._over.isVisible():
            return
        self._last = now
        colours = self._look.palette
        self._colour = QColor(colours.accent if event.segment.performed else colours.teal)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        if self._look.reduced_motion:
            self.border.start()
        else:
            self.fade.stop()
            self.fade.start()

    def end(self) -> None:
        """No light any more."""
        self.fade.stop()
        self.border.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of it at any size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Light that fades, or a border that stays."""
        painter = QPainter(self)
        if self.border.isActive():
            for edge in _edges(self.width(), self.height()):
                painter.fillRect(*edge, self._colour)
        else:
            colour = QColor(self._colour)
            colour.setAlphaF(float(self.fade.currentValue() or 0.0))
            painter.fillRect(self.rect(), colour)
        painter.end()


def _edges(wide: int, tall: int) -> tuple[tuple[int, int, int, int], ...]:
    return (
        (0, 0, wide, BORDER),
        (0, tall - BORDER, wide, BORDER),
        (0, 0, BORDER, tall),
        (wide - BORDER, 0, BORDER, tall),
    )
