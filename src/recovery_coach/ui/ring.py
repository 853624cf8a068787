"""The counting ring: the largest thing on the stage, read from three metres away.

A hold or a rest is one arc that runs out; repetitions are one piece each, filled as they are done.
The kind of moment is told by three signs: colour, shape of the ring, and the word under the count.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.session.states import State
from recovery_coach.session.view import View
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

MOST_PIECES = 24
"""Beyond this many repetitions pieces cannot be told apart: one arc instead."""


class Ring(QWidget):
    """Shows a :class:`View`; paints nothing else and asks nobody."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: View | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 180)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As large as it gets; the layout gives what there is."""
        return QSize(420, 420)

    def show_view(self, view: View) -> None:
        """Show this instant."""
        self._view = view
        paused = view.state is State.PAUSED
        set_name(self, view.phase if paused else f"{view.count} {view.unit}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, count, unit."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 8
        thick = max(10.0, side * 0.058)
        if not self._view.segment.performed:
            thick /= 2  # what prepares is a thin ring: told apart without its colour
        circle = QRectF(0, 0, side - thick, side - thick)
        circle.moveCenter(QPointF(self.rect().center()))
        self._paint_ring(painter, circle, thick, self._view)
        if self._view.state is State.PAUSED:
            self._paint_pause(painter, circle)
        else:
            self._paint_count(painter, circle, self._view)
        painter.end()

    def _paint_ring(self, painter: QPainter, circle: QRectF, thick: float, view: View) -> None:
        colours = self._look.palette
        track = QPen(QColor(colours.raised), thick, Qt.PenStyle.SolidLine)
        track.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(track)
        done, planned = view.parts
        colour = QColor(colours.accent if view.segment.performed else colours.teal)
        if not 0 < planned <= MOST_PIECES:
            painter.drawEllipse(circle)
            left = 1.0 - view.fraction
            if view.segment.kind == "until_done":
                left = 1.0
            self._arc(painter, circle, thick, colour, 0.0, left)
            return
        gap = 0.012 if planned > 1 else 0.0
        for piece in range(planned):
            start, end = piece / planned + gap / 2, (piece + 1) / planned - gap / 2
            self._arc(painter, circle, thick, QColor(colours.raised), start, end, flat=True)
            if piece < done:
                self._arc(painter, circle, thick, QColor(colours.teal), start, end, flat=True)
            elif piece == done:
                now = start + (end - start) * view.fraction
                self._arc(painter, circle, thick, colour, start, now, flat=True)

    def _arc(
        self,
        painter: QPainter,
        circle: QRectF,
        thick: float,
        colour: QColor,
        start: float,
        end: float,
        flat: bool = False,
    ) -> None:
        """An arc from ``start`` to ``end`` of the circle, clockwise from the top."""
        if end - start <= 1e-4:
            return
        pen = QPen(colour, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(circle, round((90 - start * 360) * 16), round(-(end - start) * 360 * 16))

    def _paint_count(self, painter: QPainter, circle: QRectF, view: View) -> None:
        colours = self._look.palette
        if view.count:
            share = 0.46 if len(view.count) < 3 else 0.34
            painter.setFont(self._font(circle.height() * share, bold=True))
            painter.setPen(QColor(colours.text))
            place = circle.translated(0, -circle.height() * 0.05)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, view.count)
        painter.setFont(self._font(max(self._look.size(1.2), circle.height() * 0.075)))
        painter.setPen(QColor(colours.muted))
        below = QRectF(circle)
        below.setTop(circle.center().y() + (circle.height() * 0.2 if view.count else -20))
        flags = Qt.AlignmentFlag.AlignHCenter | (
            Qt.AlignmentFlag.AlignTop if view.count else Qt.AlignmentFlag.AlignVCenter
        )
        if not view.count:
            below = circle
        painter.drawText(below, flags, view.unit)

    def _paint_pause(self, painter: QPainter, circle: QRectF) -> None:
        """Two bars, known from every player."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.text))
        tall, wide = circle.height() * 0.3, circle.height() * 0.09
        for offset in (-1, 1):
            bar = QRectF(0, 0, wide, tall)
            bar.moveCenter(circle.center() + QPointF(offset * wide * 1.1, 0))
            painter.drawRoundedRect(bar, wide / 4, wide / 4)

    def _font(self, pixels: float, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(pixels)))
        font.setBold(bold)
        return font
