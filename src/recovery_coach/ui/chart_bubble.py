"""What a place of a chart says, beside it: a quiet card that is painted within the chart."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from recovery_coach.ui.chart_base import Reading
from recovery_coach.ui.chart_ink import PLAIN, SMALL, ChartInk

PADDING, AWAY, CORNER = 0.6, 0.7, 0.6
"""Within the card, between card and place, and its corners: in body sizes."""
WIDEST = 22.0


def paint_bubble(
    painter: QPainter, ink: ChartInk, reading: Reading, beside: QRectF, within: QRectF
) -> QRectF:
    """Paint it on the side where there is more room, wholly ``within``; where it came to lie."""
    padding = ink.size(PADDING)
    widest = min(ink.size(WIDEST), within.width()) - 2 * padding
    title = ink.elided(reading.title, widest, PLAIN, bold=True)
    lines = [ink.elided(line, widest) for line in reading.lines]
    width = max([ink.width(title, PLAIN, bold=True), *(ink.width(line) for line in lines)])
    high = ink.line(PLAIN) + len(lines) * ink.line(SMALL)
    place = _beside(beside, within, width + 2 * padding, high + 2 * padding, ink.size(AWAY))
    _paint_card(painter, ink, place)
    top = place.top() + padding
    row = QRectF(place.left() + padding, top, width, ink.line(PLAIN))
    align = ink.begins
    ink.words(painter, title, row, align, PLAIN, bold=True, colour=ink.palette.text)
    row = QRectF(row.left(), row.bottom(), width, ink.line(SMALL))
    for line in lines:
        ink.words(painter, line, row, align, SMALL, colour=ink.palette.text)
        row.translate(0.0, row.height())
    return place


def _beside(beside: QRectF, within: QRectF, width: float, high: float, away: float) -> QRectF:
    right_free = within.right() - beside.right()
    left = beside.right() + away
    if right_free < width + away and beside.left() - within.left() > right_free:
        left = beside.left() - away - width
    left = min(max(within.left(), left), within.right() - width)
    top = beside.top() + away
    return QRectF(left, min(max(within.top(), top), within.bottom() - high), width, high)


def _paint_card(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    path = QPainterPath()
    path.addRoundedRect(place, ink.size(CORNER), ink.size(CORNER))
    painter.fillPath(path, QColor(ink.palette.raised))
    painter.strokePath(path, ink.pen(ink.palette.muted, 0.07))
