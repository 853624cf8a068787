"""Numbers over days, laid out: every point, days with their range, or weeks, by how many there are.

No line leads over a day without a number: a gap is a gap, and hatched below the chart. Scores keep
their axis from 0 to 10, whatever is in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.charts import EVERY_DAY, EVERY_POINT, TimeChart
from recovery_coach.insight.plain import Event, Rated, Span
from recovery_coach.insight.trends import Week
from recovery_coach.ui.chart_axis import WEEK, DayAxis, ValueAxis
from recovery_coach.ui.chart_base import NOTHING, Plot, Pointed, Reading
from recovery_coach.ui.chart_events import MOST, ROWS, EventMarks
from recovery_coach.ui.chart_frame import Frame, paint_days, paint_values, unit_room, value_room
from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.chart_marks import (
    Marks,
    dots_of_days,
    marks_of_weeks,
    points_of,
)
from recovery_coach.ui.chart_words import measured, span_words

Grain = Literal["points", "days", "weeks"]
LANE = 1.0
"""Height of the row of sessions, in body sizes."""
STRIP = 0.42
"""Height of what shows the missing days."""


def grain_of(chart: TimeChart) -> Grain:
    """How fine a chart is drawn: by its length, and by what it has."""
    if chart.span.days <= EVERY_POINT and chart.points:
        return "points"
    return "weeks" if chart.span.days > EVERY_DAY and chart.weeks else "days"


class TimePlot(Plot):
    """A TimeChart, laid out. Its places are days, or weeks where those are drawn."""

    height = 16.0

    def __init__(self, chart: TimeChart, rect: QRectF, ink: ChartInk) -> None:
        super().__init__(rect, ink)
        self.chart = chart
        self.grain = grain_of(chart)
        self.frame = _frame(chart, rect, ink)
        self.days = self.frame.days
        self.values = self.frame.values
        self._events = EventMarks(chart.events, self.days, ink)
        self._weeks = chart.weeks if self.grain == "weeks" else ()
        self.count = len(self._weeks) or chart.span.days
        self.page = 52 if self._weeks else WEEK if chart.span.days <= EVERY_POINT else 30
        self.marks = self._make_marks()
        self.gaps = self._make_gaps()
        self._ticks = _session_ticks(self)
        self._rated = {one.day: one for one in chart.days}

    @classmethod
    def height_of(cls, chart: Any, width: float, ink: ChartInk) -> float:
        """Words above it do not take from its own height: one row of them, or all."""
        each = width / max(1, len(chart.events))
        rows = 0 if not chart.events else 1 if each > ink.size(MOST) else ROWS
        return ink.size(cls.height) + rows * ink.line()

    def _make_marks(self) -> Marks:
        if self.grain == "weeks":
            return marks_of_weeks(self._weeks, self.days, self.values, self.ink)
        if self.grain == "days":
            return dots_of_days(self.chart, self.days, self.values, self.ink)
        return points_of(self.chart, self.days, self.values, self.ink)

    def _make_gaps(self) -> list[QRectF]:
        """Where the missing days, or weeks without any number, lie below the chart."""
        spans: Sequence[Span] = self.chart.gaps
        if self.grain == "weeks":
            spans = [week.span for week in self._weeks if week.median is None]
        top, high = self.values.base, self.ink.size(STRIP)
        return [
            QRectF(self.days.x(span.first, 0), top, span.days * self.days.day_width, high)
            for span in spans
        ]

    # -- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter, pointed: Pointed = NOTHING) -> None:
        """Ground, grid, what was marked, the numbers, and the words around them."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.frame.paint_gaps(painter, self.gaps)
        self.frame.paint_marked(painter, self._marked(pointed))
        paint_values(painter, self.frame, self.ink, self.chart.unit)
        head, base = self.values.head, self.values.base
        self._events.paint_lines(painter, head, base)
        if pointed.index is not None:
            self.frame.paint_pointer(painter, self.place(pointed.index))
        self.marks.paint(painter)
        if pointed.index is not None:
            self.marks.paint_chosen(painter, self.span(pointed.index))
        if not self.chart.days and not self.chart.points:
            self.frame.paint_nothing(painter)
        self._events.paint_words(painter, head)
        painter.setPen(self.ink.pen(self.ink.palette.teal, 0.14))
        painter.drawLines(self._ticks)
        paint_days(painter, self.frame, self.ink)
        painter.restore()

    def _marked(self, pointed: Pointed) -> QRectF | None:
        if pointed.marked is None:
            return None
        first, last = sorted(pointed.marked)
        return self.place(first).united(self.place(last))

    # -- what lies where -------------------------------------------------------------------

    def index_at(self, at: QPointF) -> int | None:
        """By x alone: whatever is above or below belongs to its day."""
        return self.index_of(self.days.day_at(at.x()))

    def place(self, index: int) -> QRectF:
        """A strip as tall as the chart."""
        span = self.span(index)
        left, width = self.days.x(span.first, 0), span.days * self.days.day_width
        return QRectF(left, self.values.head, width, self.values.base - self.values.head)

    def span(self, index: int) -> Span:
        """The day, or the week."""
        if self._weeks:
            return self._weeks[index].span
        day = self.chart.span.first + timedelta(days=index)
        return Span(day, day)

    def index_of(self, day: date) -> int | None:
        """By counting: after the first week, which may be cut off, each has its seven days."""
        if day not in self.chart.span:
            return None
        if not self._weeks:
            return (day - self.chart.span.first).days
        index = max(0, -((self._weeks[0].span.last - day).days // WEEK))
        return index if index < self.count and day in self._weeks[index].span else None

    # -- in words --------------------------------------------------------------------------

    def reading(self, index: int) -> Reading:
        """The day or the week, its numbers, sessions, and what was marked."""
        span = self.span(index)
        if self._weeks:
            lines = _week_lines(self._weeks[index], self.chart.unit)
        else:
            lines = _day_lines(self._rated.get(span.first), self.chart.unit)
        sessions = sum(day in span for day in self.chart.sessions)
        if sessions:
            lines.append(trn("{n} session", "{n} sessions", sessions))
        lines += [event_words(event) for event in self.chart.events if event.day in span]
        return Reading(span_words(span), tuple(lines))


def event_words(event: Event) -> str:
    """What was marked, in a line."""
    return tr("From this day: {words}").format(words=event.words) if event.compares else event.words


def _day_lines(rated: Rated | None, unit: str) -> list[str]:
    if rated is None:
        return [tr("No number")]
    if rated.n == 1:
        return [measured(rated.median, unit)]
    return [_range_words(rated.median, rated.lowest, rated.highest, unit), numbers_words(rated.n)]


def _week_lines(week: Week, unit: str) -> list[str]:
    if week.median is None or week.lowest is None or week.highest is None:
        return [tr("No number")]
    rated = tr("{n} of {all} days").format(n=week.rated, all=week.span.days)
    return [_range_words(week.median, week.lowest, week.highest, unit), rated]


def _range_words(median: float, lowest: float, highest: float, unit: str) -> str:
    middle = tr("Median {number}").format(number=measured(median, unit))
    if lowest == highest:
        return middle
    ends = tr("{first} to {last}").format(first=measured(lowest, ""), last=measured(highest, unit))
    return f"{middle} · {ends}"


def numbers_words(count: int) -> str:
    """How many numbers a day has."""
    return trn("{n} number", "{n} numbers", count)


# -- laying out ----------------------------------------------------------------------------------


def _frame(chart: TimeChart, rect: QRectF, ink: ChartInk) -> Frame:
    """The room of the numbers: what is left when the words around them have theirs."""
    left = rect.left() + value_room(chart.bottom, chart.top, chart.unit, ink)
    days = DayAxis(chart.span, left, rect.right() - ink.size(0.6))
    above = max(ink.size(0.7), EventMarks(chart.events, days, ink).height)
    head = rect.top() + above + unit_room(chart.unit, ink)
    lane = ink.size(LANE) if chart.sessions else 0.0
    below = ink.size(STRIP + 0.25) + lane + 2 * ink.line()
    values = ValueAxis(chart.bottom, chart.top, rect.bottom() - below, head)
    return Frame(rect, days, values, ink, words_from=rect.bottom() - 2 * ink.line())


def _session_ticks(plot: TimePlot) -> list[QLineF]:
    """A stroke for each day with a session; for weeks as tall as many days of them have one."""
    middle = plot.values.base + plot.ink.size(STRIP + 0.1 + LANE / 2)
    high = plot.ink.size(LANE * 0.5)
    parts: Mapping[float, float]
    if plot.grain == "weeks":
        parts = _shares(plot)
    else:
        parts = {plot.days.x(day): 1.0 for day in plot.chart.sessions if day in plot.chart.span}
    return [
        QLineF(x, middle + high / 2, x, middle + high / 2 - high * share)
        for x, share in parts.items()
    ]


def _shares(plot: TimePlot) -> dict[float, float]:
    counts: dict[int, int] = {}
    for day in frozenset(plot.chart.sessions):
        index = plot.index_of(day)
        if index is not None:
            counts[index] = counts.get(index, 0) + 1
    return {plot.place(index).center().x(): count / WEEK for index, count in counts.items()}
