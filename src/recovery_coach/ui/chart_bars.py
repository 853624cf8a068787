"""Bars of weeks, laid out: all of one colour. What is not known is a gap, never a zero.

A week that is not over is an outline; a plus says that there was more which cannot be counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.charts import BarsChart
from recovery_coach.insight.load import Loaded
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_axis import WEEK, DayAxis, ValueAxis, round_top
from recovery_coach.ui.chart_base import NOTHING, Plot, Pointed, Reading
from recovery_coach.ui.chart_frame import (
    Frame,
    paint_days,
    paint_empty,
    paint_values,
    unit_room,
    value_room,
)
from recovery_coach.ui.chart_ink import ChartInk, hatching, mixed
from recovery_coach.ui.chart_words import measured, plain_number, span_words

STRIP = 0.42
"""Height of what shows an unknown week, in body sizes."""
BAR = 0.64
"""How wide a bar is, as a share of its week."""
THIN = 0.12
"""A week without any training still has so much of a bar."""


class BarsPlot(Plot):
    """A BarsChart, laid out. Its places are the weeks."""

    height = 14.0
    page = 4

    def __init__(self, chart: BarsChart, rect: QRectF, ink: ChartInk) -> None:
        super().__init__(rect, ink)
        self.chart = chart
        self.count = len(chart.weeks)
        self.top = round_top(max(self._numbers(), default=0.0))
        if not self.count:
            return
        left = rect.left() + value_room(0.0, self.top, chart.unit, ink)
        right = rect.right() - max(ink.size(0.6), self._names_width())
        below = ink.size(STRIP + 0.25) + 2 * ink.line()
        head = ink.line() + unit_room(chart.unit, ink)
        values = ValueAxis(0, self.top, rect.bottom() - below, rect.top() + head)
        days = DayAxis(self._whole_weeks(), left, right)
        self.frame = Frame(rect, days, values, ink, rect.bottom() - 2 * ink.line(), WEEK)

    def _numbers(self) -> Iterator[float]:
        yield from (week.load for week in self.chart.weeks if week.load is not None)
        yield from (line for line in (self.chart.usual, self.chart.goal) if line is not None)

    def _whole_weeks(self) -> Span:
        """A week that is cut off takes as much room as any other."""
        first, last = self.chart.weeks[0].span, self.chart.weeks[-1].span
        if self.count == 1:
            return Span(first.first, first.first + timedelta(days=WEEK - 1))
        begin = first.last - timedelta(days=WEEK - 1)
        return Span(begin, last.first + timedelta(days=WEEK - 1))

    def _lines(self) -> list[tuple[float, str]]:
        """What lies across, from the top down: its number, and its name."""
        named = ((self.chart.usual, tr("usual")), (self.chart.goal, tr("your aim")))
        return sorted(((n, text) for n, text in named if n is not None), reverse=True)

    def _names_width(self) -> float:
        widths = [self.ink.width(text) for _, text in self._lines()]
        return max(widths, default=0.0) + self.ink.size(0.5) if widths else 0.0

    @classmethod
    def is_empty(cls, chart: Any) -> bool:
        """Whether there is nothing in it."""
        return not chart.weeks

    # -- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter, pointed: Pointed = NOTHING) -> None:
        """Gaps, grid, bars, what is usual, and numbers where they have room."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.count:
            paint_empty(painter, self.ink, self.rect)
            painter.restore()
            return
        self.frame.paint_gaps(painter, self.gaps())
        if pointed.index is not None:
            ground = mixed(self.ink.palette.surface, self.ink.palette.raised, 0.9)
            painter.fillRect(self.place(pointed.index), ground)
        paint_values(painter, self.frame, self.ink, self.chart.unit)
        self._paint_bars(painter)
        self._paint_lines(painter)
        self._paint_numbers(painter)
        paint_days(painter, self.frame, self.ink)
        painter.restore()

    def gaps(self) -> list[QRectF]:
        """Below the weeks of which nothing is known."""
        base, high = self.frame.values.base, self.ink.size(STRIP)
        places = (self.place(i) for i, week in enumerate(self.chart.weeks) if week.load is None)
        return [QRectF(one.left(), base, one.width(), high) for one in places]

    def bar(self, index: int) -> QRectF:
        """The bar of a week; empty where there is none."""
        load, place = self.chart.weeks[index].load, self.place(index)
        if load is None:
            return QRectF()
        aside = place.width() * (1 - BAR) / 2
        base = self.frame.values.base
        top = min(self.frame.values.y(load), base - self.ink.size(THIN))
        return QRectF(place.left() + aside, top, place.width() - 2 * aside, base - top)

    def _paint_bars(self, painter: QPainter) -> None:
        """Full ones in one go, and the one that is not over."""
        ink, colour = self.ink, QColor(self.ink.palette.teal)
        last = self.count - 1
        open_one = last if self.chart.is_open else -1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        full = [self.bar(index) for index in range(self.count) if index != open_one]
        painter.drawRects([one for one in full if not one.isEmpty()])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if open_one >= 0 and not self.bar(open_one).isEmpty():
            paint_open_bar(painter, ink, self.bar(open_one))

    def _paint_lines(self, painter: QPainter) -> None:
        """Each with its name beside it; names that would lie on each other move apart."""
        days, values, ink = self.frame.days, self.frame.values, self.ink
        free = self.rect.top()
        for number, text in self._lines():
            y = values.y(number)
            painter.setPen(ink.dashed(ink.palette.text, 0.1))
            painter.drawLine(QLineF(days.left, y, days.right, y))
            top = max(free, y - ink.line() / 2)
            place = QRectF(days.right + ink.size(0.3), top, 0.0, ink.line())
            ink.words(painter, text, place, colour=ink.palette.text)
            free = top + ink.line()

    def _paint_numbers(self, painter: QPainter) -> None:
        """Above their bars, if all of them have room there; else their pluses alone."""
        ink, room = self.ink, self.frame.days.day_width * WEEK
        texts = [_number(week) for week in self.chart.weeks]
        if max(ink.width(text) for text in texts) + ink.size(0.3) > room:
            texts = ["+" if week.uncounted else "" for week in self.chart.weeks]
        for index, text in enumerate(texts):
            bar = self.bar(index)
            if not text or bar.isEmpty():
                continue
            place = QRectF(0, bar.top() - ink.line() * 1.1, ink.width(text), ink.line())
            place.moveLeft(bar.center().x() - place.width() / 2)
            painter.fillRect(place, QColor(ink.palette.surface))
            ink.words(painter, text, place, "centre", colour=ink.palette.text)

    # -- what lies where, and in words -----------------------------------------------------

    def index_at(self, at: QPointF) -> int | None:
        """By x alone."""
        if not self.count:
            return None
        days = self.frame.days
        return (days.day_at(at.x()) - days.span.first).days // WEEK

    def place(self, index: int) -> QRectF:
        """A strip as tall as the chart."""
        days, values = self.frame.days, self.frame.values
        wide = days.day_width * WEEK
        left = days.left + index * wide
        return QRectF(left, values.head, wide, values.base - values.head)

    def span(self, index: int) -> Span:
        """The week."""
        return self.chart.weeks[index].span

    def reading(self, index: int) -> Reading:
        """The week, and what is known of it."""
        week = self.chart.weeks[index]
        if week.load is None:
            return Reading(span_words(week.span), (tr("Not known"),))
        lines = [measured(week.load, self.chart.unit)]
        if week.trainings and week.trainings != week.load:
            lines.append(trn("{n} training", "{n} trainings", week.trainings))
        if week.uncounted:
            text = tr("{n} of them cannot be counted")
            lines.append(text.format(n=week.uncounted))
        if index == self.count - 1 and self.chart.is_open:
            lines.append(tr("The week is not over"))
        return Reading(span_words(week.span), tuple(lines))


def _number(week: Loaded) -> str:
    if week.load is None:
        return ""
    return plain_number(week.load) + ("+" if week.uncounted else "")


def paint_open_bar(painter: QPainter, ink: ChartInk, bar: QRectF) -> None:
    """A bar that may still grow: its outline, and slanted lines in it."""
    pen = ink.pen(ink.palette.teal, 0.06)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(hatching([bar], ink.size(0.36)))
    pen.setWidthF(ink.size(0.1))
    painter.setPen(pen)
    painter.drawRect(bar)
