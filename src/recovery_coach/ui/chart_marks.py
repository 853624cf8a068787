"""The numbers themselves: points and lines, dots with their range, steps of weeks.

All that is alike is painted in one go: ten years are as quick as ten days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from recovery_coach.coach.charts import EVERY_POINT, TimeChart
from recovery_coach.insight.plain import Span
from recovery_coach.insight.trends import Week
from recovery_coach.ui.chart_axis import WEEK, DayAxis, ValueAxis
from recovery_coach.ui.chart_ink import ChartInk

DAY = timedelta(days=1)
MARGIN = 0.1
"""Of a day, kept free at both of its ends."""
LINE, THIN = 0.12, 0.085
"""How thick a line is, in body sizes; through the days of a year it is the thin one."""
SMALLEST, SEEN = 0.09, 0.16
"""Of a dot: under the second it has no colour of its own to be seen, and no ring."""


@dataclass
class Marks:
    """What is drawn of a chart's numbers.

    ``lines`` are pieces of the line, each through days or weeks that follow each other; ``ranges``
    strokes from lowest to highest; ``dots`` points by their number, for its colour.
    """

    ink: ChartInk
    scored: bool
    lines: list[QPolygonF] = field(default_factory=list)
    ranges: list[QLineF] = field(default_factory=list)
    thick: float = 1.0
    """Of the ranges."""
    line: float = LINE
    dots: dict[float, list[QPointF]] = field(default_factory=lambda: defaultdict(list))
    radius: float = 0.0
    days: dict[date, list[tuple[float, QPointF]]] = field(default_factory=lambda: defaultdict(list))
    """The dots by their day, to be drawn larger where that is chosen."""

    def dot(self, day: date, value: float, at: QPointF) -> None:
        """One more."""
        self.dots[round(value, 1)].append(at)
        self.days[day].append((value, at))

    def paint(self, painter: QPainter) -> None:
        """Ranges, lines, and dots upon them."""
        pen = QPen(self.ink.range, self.thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(self.ranges)
        painter.setPen(self.ink.pen(self.ink.palette.teal, self.line))
        for line in self.lines:
            painter.drawPolyline(line)
        every = [at for places in self.dots.values() for at in places]
        if self.radius < self.ink.size(SEEN):
            self._discs(painter, every, QColor(self.ink.palette.teal), self.radius)
            return
        self._discs(painter, every, QColor(self.ink.palette.surface), self.radius * 1.5)
        for value, places in self.dots.items():
            self._points(painter, value, places, self.radius)

    def paint_chosen(self, painter: QPainter, span: Span) -> None:
        """The dots of a chosen day, larger."""
        for value, at in self.days.get(span.first, ()):
            self._points(painter, value, [at], max(self.radius * 1.4, self.ink.size(0.3)))

    def _points(
        self, painter: QPainter, value: float, places: list[QPointF], radius: float
    ) -> None:
        colour, ring = self.ink.score(value, self.scored), self.ink.size(0.07)
        painter.setPen(QPen(self.ink.outline(colour), ring))
        painter.setBrush(colour)
        for at in places:
            painter.drawEllipse(at, radius - ring / 2, radius - ring / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _discs(
        self, painter: QPainter, places: list[QPointF], colour: QColor, radius: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for at in places:
            painter.drawEllipse(at, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def points_of(chart: TimeChart, days: DayAxis, values: ValueAxis, ink: ChartInk) -> Marks:
    """Every number at its time of day, and a line through the medians of the days."""
    made = Marks(ink, chart.scored)
    made.radius = _between(ink.size(0.19), days.day_width * 0.34, ink.size(0.27))
    made.lines = _lines_of_days(chart, days, values)
    for point in chart.points:
        if point.day in chart.span:
            x = days.x(point.day, _share(point.at.hour, point.at.minute))
            made.dot(point.day, point.value, QPointF(x, values.y(point.value)))
    return made


def dots_of_days(chart: TimeChart, days: DayAxis, values: ValueAxis, ink: ChartInk) -> Marks:
    """The median of each day as a dot, with the range of its numbers, and the line."""
    made = Marks(ink, chart.scored)
    made.line = THIN if days.day_width < ink.size(0.5) else LINE
    least = SMALLEST if chart.span.days > EVERY_POINT else SEEN
    made.radius = _between(ink.size(least), days.day_width * 0.4, ink.size(0.24))
    made.thick = _between(ink.size(0.08), days.day_width * 0.6, ink.size(0.5))
    made.lines = _lines_of_days(chart, days, values)
    for one in chart.days:
        if one.day not in chart.span:
            continue
        x = days.x(one.day)
        made.dot(one.day, one.median, QPointF(x, values.y(one.median)))
        if one.highest > one.lowest:
            made.ranges.append(QLineF(x, values.y(one.lowest), x, values.y(one.highest)))
    return made


def marks_of_weeks(weeks: Sequence[Week], days: DayAxis, values: ValueAxis, ink: ChartInk) -> Marks:
    """Weeks as steps of their medians, over bars of their range."""
    made = Marks(ink, scored=False, line=THIN)
    made.thick = max(days.day_width * WEEK * 0.72, ink.size(0.04))
    step = QPolygonF()
    for week in weeks:
        if week.median is None or week.lowest is None or week.highest is None:
            made.lines.append(step)
            step = QPolygonF()
            continue
        left, right = days.x(week.span.first, 0), days.x(week.span.last, 1)
        y, x = values.y(week.median), (left + right) / 2
        step.append([QPointF(left, y), QPointF(right, y)])
        low, high = values.y(week.lowest), values.y(week.highest)
        made.ranges.append(QLineF(x, low, x, high))
    made.lines.append(step)
    made.lines = [line for line in made.lines if not line.isEmpty()]
    return made


def _lines_of_days(chart: TimeChart, days: DayAxis, values: ValueAxis) -> list[QPolygonF]:
    """A piece for each run of days: one day alone has none."""
    rated = [one for one in chart.days if one.day in chart.span]
    runs: list[list[QPointF]] = []
    before = None
    for one in rated:
        if before is None or one.day - before != DAY:
            runs.append([])
        runs[-1].append(QPointF(days.x(one.day), values.y(one.median)))
        before = one.day
    return [QPolygonF(run) for run in _longer(runs)]


def _longer(runs: Iterable[list[QPointF]]) -> Iterable[list[QPointF]]:
    return (run for run in runs if len(run) > 1)


def _share(hour: int, minute: int) -> float:
    """How much of a day has gone by, kept off its ends."""
    return MARGIN + (hour * 60 + minute) / (24 * 60) * (1 - 2 * MARGIN)


def _between(least: float, value: float, most: float) -> float:
    return min(max(least, value), most)
