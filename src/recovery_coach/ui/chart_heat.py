"""A calendar of numbers, laid out: weeks as columns, one below another where there are many.

A number stands in its field; where that is too small, the field is filled as high as the number, so
that the colour is never the only sign. A day without a number is an outline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from recovery_coach.base.i18n import short_month, short_weekday, tr
from recovery_coach.coach.charts import HeatMap
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_axis import WEEK, months_of
from recovery_coach.ui.chart_base import NOTHING, Plot, Pointed, Reading
from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.chart_words import day_words, measured, plain_number
from recovery_coach.ui.palette import ink_on

SMALLEST, LARGEST = 1.1, 2.1
"""A field, in body sizes."""
WRITTEN = 1.5
"""A field that is smaller has no number in it."""
FREE = 0.12
"""Between two fields, as a share of one."""
CORNER = 0.18
"""Of a field, as a share of it."""
LOWEST = 0.14
"""How high the field of a 0 is filled."""

Key = Qt.Key
ARROWS = {Key.Key_Left: -WEEK, Key.Key_Right: WEEK, Key.Key_Up: -1, Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Fields:
    """So many weeks in a row, ``rows`` of them one below another; a field of ``size``."""

    first: date
    left: float
    top: float
    size: float
    across: int
    rows: int
    head: float
    """Above each row, for the names of its months."""

    @property
    def tall(self) -> float:
        """One row, its months, and what is free below it."""
        return self.head + self.size * (WEEK + 0.35)

    def at(self, day: date) -> QRectF:
        """The field of a day."""
        week, below = divmod((day - self.first).days, WEEK)
        row, column = divmod(week, self.across)
        top = self.top + row * self.tall + self.head + below * self.size
        return QRectF(self.left + column * self.size, top, self.size, self.size)

    def day(self, at: QPointF) -> date | None:
        """The day that is there."""
        row, y = divmod(at.y() - self.top, self.tall)
        column, below = (at.x() - self.left) // self.size, (y - self.head) // self.size
        if not (0 <= column < self.across and 0 <= below < WEEK and 0 <= row < self.rows):
            return None
        return self.first + timedelta(days=int((row * self.across + column) * WEEK + below))


def fields_of(chart: HeatMap, rect: QRectF, ink: ChartInk) -> Fields:
    """As many weeks side by side as there is room for, and no rows of different lengths."""
    first = chart.span.first
    first -= timedelta(days=(first.weekday() - chart.first_weekday) % WEEK)
    weeks = ((chart.span.last - first).days + WEEK) // WEEK
    names = max(ink.width(short_weekday(index)) for index in range(WEEK)) + ink.size(0.5)
    room = max(1.0, rect.width() - names)
    rows = -(-weeks // max(1, int(room // ink.size(SMALLEST))))
    across = -(-weeks // rows)
    size = min(ink.size(LARGEST), room / across)
    return Fields(first, rect.left() + names, rect.top(), size, across, rows, ink.line())


class HeatPlot(Plot):
    """A HeatMap, laid out. Its places are the days of its span."""

    arrows = ARROWS
    page = 4 * WEEK

    def __init__(self, chart: HeatMap, rect: QRectF, ink: ChartInk) -> None:
        super().__init__(rect, ink)
        self.chart = chart
        self.count = chart.span.days
        self.fields = fields_of(chart, rect, ink)
        self._values = dict(chart.values)
        self.is_written = self.fields.size >= ink.size(WRITTEN)

    @classmethod
    def height_of(cls, chart: Any, width: float, ink: ChartInk) -> float:
        """As tall as its rows."""
        fields = fields_of(chart, QRectF(0, 0, width, 0), ink)
        return fields.rows * fields.tall

    # -- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter, pointed: Pointed = NOTHING) -> None:
        """Names of days and months, empty fields, full ones."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        full: dict[float, list[QRectF]] = defaultdict(list)
        empty: list[QRectF] = []
        for day in self._days():
            field = self._inner(self.fields.at(day))
            found = full[self._values[day]] if day in self._values else empty
            found.append(field)
        gauges = [] if self.is_written else [one for places in full.values() for one in places]
        painter.setPen(self.ink.pen(self.ink.edge, 0.07))
        self._paint_fields(painter, empty + gauges)
        for value, places in full.items():
            self._paint_values(painter, value, places)
        if pointed.index is not None:
            painter.setPen(self.ink.pen(self.ink.palette.text, 0.16))
            self._paint_fields(painter, [self._inner(self.place(pointed.index))])
        painter.restore()

    def _paint_values(self, painter: QPainter, value: float, places: list[QRectF]) -> None:
        """The fields of one number."""
        ink, colour = self.ink, self.ink.score(value, scored=True)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.is_written:
            self._paint_fields(painter, places)
        else:
            painter.setPen(ink.pen(ink.outline(colour), 0.05))
            empty = 1 - max(LOWEST, min(10.0, value) / 10)
            painter.drawRects([one.adjusted(0, one.height() * empty, 0, 0) for one in places])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        text, letters = plain_number(value), ink_on(colour.name())
        for place in places if self.is_written else ():
            ink.words(painter, text, place, "centre", 0.73, colour=letters)

    def _paint_fields(self, painter: QPainter, places: list[QRectF]) -> None:
        """With round corners where they are large enough for that: small ones are many."""
        if not self.is_written:
            painter.drawRects(places)
            return
        corner = self.fields.size * CORNER
        for place in places:
            painter.drawRoundedRect(place, corner, corner)

    def _paint_names(self, painter: QPainter) -> None:
        fields, ink = self.fields, self.ink
        for row in range(fields.rows):
            for below in range(WEEK):
                day = fields.first + timedelta(days=row * fields.across * WEEK + below)
                place = fields.at(day)
                place.setRect(self.rect.left(), place.top(), fields.left - self.rect.left(), 0)
                place.setWidth(place.width() - ink.size(0.4))
                place.setHeight(fields.size)
                ink.words(painter, short_weekday(day.weekday()), place, "right")
        for name, place in self._months():
            ink.words(painter, name, place)

    def _months(self) -> Iterator[tuple[str, QRectF]]:
        """Above the week in which a month begins, if it has room before the next one's name."""
        free, year = QRectF(), 0
        for part in months_of(self.chart.span):
            field = self.fields.at(part.first)
            top = field.top() - (field.top() - self.fields.top) % self.fields.tall
            name = short_month(part.first.month)
            if part.first.year != year:
                name = tr("{month} {year}").format(month=name, year=part.first.year)
            place = QRectF(field.left(), top, self.ink.width(name), self.fields.head)
            after = field.left() + part.days / WEEK * self.fields.size
            if place.left() < free.right() and place.top() == free.top():
                continue
            if place.right() > max(after, field.right()) and part.first.year != year:
                name = short_month(part.first.month)
                place.setWidth(self.ink.width(name))
            else:
                year = part.first.year
            if place.right() <= self.rect.right():
                free = place.adjusted(0.0, 0.0, self.ink.size(0.4), 0.0)
                yield name, place

    def _days(self) -> Iterator[date]:
        first = self.chart.span.first
        return (first + timedelta(days=index) for index in range(self.count))

    def _inner(self, field: QRectF) -> QRectF:
        free = self.fields.size * FREE / 2
        return field.adjusted(free, free, -free, -free)

    # -- what lies where, and in words -----------------------------------------------------

    def index_at(self, at: QPointF) -> int | None:
        """The field that is there."""
        day = self.fields.day(at)
        return self.index_of(day) if day is not None else None

    def place(self, index: int) -> QRectF:
        """The field of a day."""
        return self.fields.at(self.chart.span.first + timedelta(days=index))

    def span(self, index: int) -> Span:
        """The day."""
        day = self.chart.span.first + timedelta(days=index)
        return Span(day, day)

    def index_of(self, day: date) -> int | None:
        """By counting."""
        return (day - self.chart.span.first).days if day in self.chart.span else None

    def reading(self, index: int) -> Reading:
        """The day, and its highest number."""
        day = self.span(index).first
        value = self._values.get(day)
        if value is None:
            return Reading(day_words(day), (tr("No number"),))
        return Reading(day_words(day), (tr("Highest {number}").format(number=measured(value, "")),))
