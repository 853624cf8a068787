"""Pairs of numbers, laid out: a stroke from the first to the second, in the order of their days.

Down is a full arrow, up an open one, the same a ring: the shape says it, and no colour judges.
"""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from recovery_coach.base.i18n import tr
from recovery_coach.coach.charts import PairsChart
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_axis import DayAxis, ValueAxis
from recovery_coach.ui.chart_base import NOTHING, Plot, Pointed, Reading
from recovery_coach.ui.chart_frame import Frame, paint_empty, paint_values, value_room
from recovery_coach.ui.chart_ink import ChartInk, mixed
from recovery_coach.ui.chart_words import day_words, short_day

Way = Literal["down", "up", "same"]
WIDEST = 3.0
"""Of one pair, in body sizes."""
HEAD = 0.36
"""Half of an arrow's width, at the most."""


class PairsPlot(Plot):
    """A PairsChart, laid out. Its places are the pairs."""

    height = 14.0

    def __init__(self, chart: PairsChart, rect: QRectF, ink: ChartInk) -> None:
        super().__init__(rect, ink)
        self.chart = chart
        self.count = len(chart.pairs)
        left = rect.left() + value_room(0.0, 10.0, "", ink)
        self.values = ValueAxis(0, 10, rect.bottom() - ink.line() * 1.3, rect.top() + ink.size(0.7))
        self._left, self._right = left, rect.right() - ink.size(0.6)
        room = (self._right - left) / max(1, self.count)
        self.wide = min(room, ink.size(WIDEST))

    @classmethod
    def is_empty(cls, chart: Any) -> bool:
        """Whether there is nothing in it."""
        return not chart.pairs

    # -- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter, pointed: Pointed = NOTHING) -> None:
        """Grid, pairs, and the days of some."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self._left, self.values.head, self._right - self._left, 0.0)
        room.setBottom(self.values.base)
        if not self.count:
            paint_empty(painter, self.ink, room)
            painter.restore()
            return
        if pointed.index is not None:
            ground = mixed(self.ink.palette.surface, self.ink.palette.raised, 0.9)
            painter.fillRect(self.place(pointed.index), ground)
        paint_values(painter, self._frame(), self.ink)
        for way in ("same", "down", "up"):
            self._paint_way(painter, way)
        self._paint_days(painter)
        painter.restore()

    def _frame(self) -> Frame:
        day = self.chart.pairs[0].occasion.day
        days = DayAxis(Span(day, day), self._left, self._right)
        return Frame(self.rect, days, self.values, self.ink, self.rect.bottom())

    def _paint_way(self, painter: QPainter, way: Way) -> None:
        """All that go one way: their strokes, then their heads."""
        strokes, heads = [], QPainterPath()
        size = min(self.wide * 0.36, self.ink.size(HEAD))
        for index, pair in enumerate(self.chart.pairs):
            if way_of(pair.change) != way:
                continue
            x, y = self.place(index).center().x(), self.values.y(pair.second)
            if way != "same":
                back = size if way == "down" else -size
                strokes.append(QLineF(x, self.values.y(pair.first), x, y - back))
            add_head(heads, way, QPointF(x, y), size)
        paint_pairs(painter, self.ink, way, strokes, heads, min(0.2, size / self.ink.body * 0.6))

    def _paint_days(self, painter: QPainter) -> None:
        """Below as many pairs as have room for it."""
        free = self.rect.left()
        for index, pair in enumerate(self.chart.pairs):
            text = short_day(pair.occasion.day)
            wide = self.ink.width(text)
            left = self.place(index).center().x() - wide / 2
            if left < free or left + wide > self.rect.right():
                continue
            top = self.values.base + self.ink.line() * 0.3
            self.ink.words(painter, text, QRectF(left, top, wide, self.ink.line()))
            free = left + wide + self.ink.size(1.0)

    # -- what lies where, and in words -----------------------------------------------------

    def index_at(self, at: QPointF) -> int | None:
        """By x alone."""
        index = int((at.x() - self._left) // self.wide)
        return index if 0 <= index < self.count else None

    def place(self, index: int) -> QRectF:
        """A strip as tall as the chart."""
        high = self.values.base - self.values.head
        return QRectF(self._left + index * self.wide, self.values.head, self.wide, high)

    def span(self, index: int) -> Span:
        """The day of the session."""
        day = self.chart.pairs[index].occasion.day
        return Span(day, day)

    def reading(self, index: int) -> Reading:
        """Both numbers."""
        pair = self.chart.pairs[index]
        names = ((self.chart.first_name, pair.first), (self.chart.second_name, pair.second))
        lines = tuple(tr("{name}: {number}").format(name=n, number=v) for n, v in names)
        return Reading(day_words(pair.occasion.day), lines)


def way_of(change: float) -> Way:
    """Less, more, or the same."""
    return "same" if change == 0 else "down" if change < 0 else "up"


def add_head(path: QPainterPath, way: Way, at: QPointF, size: float) -> None:
    """The end of a stroke: its tip lies at the second number."""
    if way == "same":
        path.addEllipse(at, size * 0.75, size * 0.75)
        return
    back = -size * 1.5 if way == "down" else size * 1.5
    path.moveTo(at)
    path.lineTo(at.x() - size, at.y() + back)
    path.lineTo(at.x() + size, at.y() + back)
    path.closeSubpath()


def paint_pairs(
    painter: QPainter,
    ink: ChartInk,
    way: Way,
    lines: list[QLineF],
    heads: QPainterPath,
    thick: float,
) -> None:
    """Strokes and heads of one way; an open head is filled with the ground."""
    colour = QColor({"down": ink.palette.teal, "up": ink.palette.text}.get(way, ink.palette.muted))
    painter.setPen(ink.pen(colour, thick))
    painter.drawLines(lines)
    painter.fillPath(heads, colour if way == "down" else QColor(ink.palette.surface))
    painter.strokePath(heads, ink.pen(colour, min(0.1, thick)))
