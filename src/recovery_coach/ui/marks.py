"""The signs of the journal, the same in a line and in the calendar, told apart by their shapes.

A dot is a number, in its colour; a ring a session; a diamond a flare; a triangle a check that asked
for a professional; a small square anything else.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from recovery_coach.coach.months import marks_of
from recovery_coach.journal import Entry, PainEntry, Record
from recovery_coach.ui.palette import Palette
from recovery_coach.ui.theme import pain_colour

Sign = Literal["dot", "ring", "diamond", "triangle", "square"]


def sign_of(entry: Entry[Record]) -> tuple[Sign, int | None]:
    """The one sign of an entry, and the number that colours it."""
    mark = marks_of([entry])[entry.day]
    if mark.warned:
        return "triangle", None
    if mark.sessions:
        return "ring", None
    if mark.flare:
        return "diamond", mark.number
    if isinstance(entry.record, PainEntry) and mark.number is not None:
        return "dot", mark.number
    return "square", None


def paint_sign(
    painter: QPainter, place: QRectF, sign: Sign, colours: Palette, number: int | None = None
) -> None:
    """Paint it into a square place."""
    colour = _colour(sign, colours) if number is None else pain_colour(colours, number)
    if sign == "ring":
        thick = max(1.5, place.width() / 6)
        painter.setPen(QPen(colour, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if sign == "dot":
        painter.drawEllipse(place)
    elif sign == "square":
        inset = place.width() * 0.18
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), 2, 2)
    else:
        painter.drawPolygon(_corners(sign, place))


def _colour(sign: Sign, colours: Palette) -> QColor:
    names = {"ring": colours.teal, "diamond": colours.accent, "triangle": colours.amber}
    return QColor(names.get(sign, colours.muted))


def _corners(sign: Sign, place: QRectF) -> QPolygonF:
    middle = place.center()
    if sign == "triangle":
        corners = [
            QPointF(middle.x(), place.top()),
            QPointF(place.right(), place.bottom()),
            QPointF(place.left(), place.bottom()),
        ]
    else:
        corners = [
            QPointF(middle.x(), place.top()),
            QPointF(place.right(), middle.y()),
            QPointF(middle.x(), place.bottom()),
            QPointF(place.left(), middle.y()),
        ]
    return QPolygonF(corners)
