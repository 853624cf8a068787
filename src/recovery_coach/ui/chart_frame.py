"""What stands around a chart's numbers: grid, axes with their words, missing days, pointers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from recovery_coach.base.i18n import tr
from recovery_coach.ui.chart_axis import DayAxis, ValueAxis, day_ticks
from recovery_coach.ui.chart_ink import PLAIN, ChartInk, hatching, mixed
from recovery_coach.ui.chart_words import measured

BETWEEN = 0.7
"""Between two words of an axis, in body sizes."""
APART = 2.0
"""Between two lines of the grid, at the least."""
LONG = 3.0
"""A unit that is wider stands above the axis."""
HATCH = 0.36
"""Between two lines of what is hatched."""
NARROW, NARROWEST = 0.36, 0.3
"""Under the first a place has no room for slanted lines, under the second no ground of its own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Both axes of a chart, and from where down the words of the days stand; ``each`` is how many
    days there are to one mark."""

    rect: QRectF
    days: DayAxis
    values: ValueAxis
    ink: ChartInk
    words_from: float
    each: int = 1

    def paint_gaps(self, painter: QPainter, places: Sequence[QRectF]) -> None:
        """A quiet ground behind missing days, and below them a hatched strip."""
        head, wide = self.values.head, self.ink.size(NARROWEST)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink.missing)
        painter.drawRects(
            [
                QRectF(one.left(), head, one.width(), one.top() - head)
                for one in places
                if one.width() > wide
            ]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_hatched(painter, self.ink, places)

    def paint_nothing(self, painter: QPainter) -> None:
        """Where there is no number at all, that is said."""
        days, values = self.days, self.values
        place = QRectF(days.left, values.head, days.right - days.left, values.base - values.head)
        paint_empty(painter, self.ink, place)

    def paint_marked(self, painter: QPainter, place: QRectF | None) -> None:
        """What is being chosen to be looked into."""
        if place is None:
            return
        painter.fillRect(place, mixed(self.ink.palette.surface, self.ink.palette.accent, 0.2))
        painter.setPen(self.ink.pen(self.ink.palette.accent, 0.1))
        ends = (place.left(), place.right())
        painter.drawLines([QLineF(x, place.top(), x, place.bottom()) for x in ends])

    def paint_pointer(self, painter: QPainter, place: QRectF) -> None:
        """The line of the chosen day."""
        x = place.center().x()
        painter.setPen(self.ink.pen(self.ink.palette.text, 0.09))
        painter.drawLine(QLineF(x, place.top(), x, place.bottom()))


def paint_empty(painter: QPainter, ink: ChartInk, place: QRectF) -> None:
    """In words, on a ground of their own."""
    text = tr("No numbers from these days")
    wide, high = ink.width(text, PLAIN) + ink.size(2.0), ink.line(PLAIN) * 1.8
    ground = QRectF(0.0, 0.0, wide, high)
    ground.moveCenter(place.center())
    painter.fillRect(ground, QColor(ink.palette.surface))
    ink.words(painter, text, place, "centre", PLAIN)


def paint_hatched(painter: QPainter, ink: ChartInk, places: Sequence[QRectF]) -> None:
    """The sign of missing days; on screens and paper alike made of lines."""
    colour = mixed(ink.palette.surface, ink.palette.muted, 0.7)
    narrow = ink.size(NARROW)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects([one for one in places if one.width() <= narrow])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = ink.pen(colour, 0.06)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(hatching([one for one in places if one.width() > narrow], ink.size(HATCH)))


def value_room(bottom: float, top: float, unit: str, ink: ChartInk) -> float:
    """How much the numbers of an axis take beside it; a long unit stands above them."""
    unit = "" if is_long(unit, ink) else unit
    widest = max(ink.width(measured(value, unit)) for value in (bottom, top))
    return widest + ink.size(0.7)


def is_long(unit: str, ink: ChartInk) -> bool:
    """Whether a unit would take too much beside the axis."""
    return ink.width(unit) > ink.size(LONG)


def unit_room(unit: str, ink: ChartInk) -> float:
    """How much a unit takes above the axis."""
    return ink.line() * 1.2 if is_long(unit, ink) else 0.0


def paint_values(painter: QPainter, frame: Frame, ink: ChartInk, unit: str = "") -> None:
    """The grid, and its numbers; the highest has the unit, if that is short."""
    left, right, values = frame.days.left, frame.days.right, frame.values
    ticks = values.ticks(ink.size(APART))
    painter.setPen(ink.pen(ink.grid, 0.07))
    painter.drawLines([QLineF(left, values.y(one), right, values.y(one)) for one in ticks])
    painter.setPen(ink.pen(mixed(ink.palette.surface, ink.palette.muted, 0.6), 0.08))
    painter.drawLine(QLineF(left, values.base, right, values.base))
    high = ink.line()
    if is_long(unit, ink):
        place = QRectF(frame.rect.left(), frame.rect.top(), 0.0, high)
        ink.words(painter, unit, place)
        unit = ""
    for one in ticks:
        place = QRectF(frame.rect.left(), values.y(one) - high / 2, 0.0, high)
        place.setRight(left - ink.size(0.5))
        text = measured(one, unit if one == ticks[-1] else "")
        ink.words(painter, text, place, "right")


def paint_days(painter: QPainter, frame: Frame, ink: ChartInk) -> None:
    """The words below the days: fine ones in the middle of their day, coarse ones where they begin,
    with a stroke between two of them."""
    high, days = ink.line(), frame.days
    ticks = day_ticks(days, ink.width, ink.size(BETWEEN), frame.each)
    rows = 1 + max((tick.row for tick in ticks), default=0)
    strokes = []
    for tick in ticks:
        top = frame.words_from + tick.row * high
        coarse = tick.row == rows - 1
        begin, end = days.x(tick.day, 0), days.x(tick.last, 1)
        place = QRectF(begin, top, end - begin, high)
        if coarse and begin > days.left:
            strokes.append(QLineF(begin, frame.values.base, begin, top + high * 0.8))
        if coarse:
            place.setLeft(begin + (ink.size(0.4) if begin > days.left else 0.0))
        ink.words(painter, tick.text, place, "left" if coarse else "centre")
    painter.setPen(ink.pen(ink.grid, 0.07))
    painter.drawLines(strokes)
