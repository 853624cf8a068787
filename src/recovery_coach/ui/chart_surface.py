"""A chart on the screen, and what is pointed out in it: one place, or those from one to another."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.coach.charts import Chart, TimeChart
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_base import Plot, Pointed
from recovery_coach.ui.chart_bubble import paint_bubble
from recovery_coach.ui.chart_ink import screen_ink
from recovery_coach.ui.chart_plot import height_of, plot_of
from recovery_coach.ui.parts import announce, set_name
from recovery_coach.ui.theme import Look

AROUND = 0.4
"""Free around the chart, in body sizes: for the ring that shows the focus."""
WIDE, LEAST = 30.0, 14.0
"""How wide it likes to be, and must be."""


class ChartSurface(QWidget):
    """Lays a chart out as large as it is, and paints it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chart: Chart | None = None
        self._whole: Span | None = None
        self._laid_out: Plot | None = None
        self._day: date | None = None
        """The chosen one: it stays chosen when other numbers of it are shown."""
        self._hovered: int | None = None
        self._marked: tuple[int, int] | None = None
        self._by_keys = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        look.changed.connect(self._on_look)

    def show_chart(self, chart: Chart, whole: Span | None = None) -> None:
        """Show a chart; ``whole`` is what it is a part of, where one has looked into it."""
        self._chart, self._whole = chart, whole
        self._hovered = self._marked = None
        set_name(self, chart.title)
        self.setAccessibleDescription(chart.description)
        self._lay_out()

    # -- what is shown -------------------------------------------------------------------------

    @property
    def plot(self) -> Plot | None:
        """The chart as it is laid out; None while there is none, or it has no places."""
        if self._laid_out is None and self._chart is not None:
            room = self._look.px * AROUND
            place = QRectF(self.rect()).adjusted(room, room, -room, -room)
            self._laid_out = plot_of(self._chart, place, screen_ink(self._look))
        return self._laid_out if self._laid_out is not None and self._laid_out.count else None

    @property
    def zoomable(self) -> bool:
        """Whether one can look into a part of it."""
        return isinstance(self._chart, TimeChart) and self._chart.zoomable

    @property
    def is_part(self) -> bool:
        """Whether one has looked into it."""
        return self.shown is not None and self._whole not in (None, self.shown)

    @property
    def shown(self) -> Span | None:
        """The days of a chart over time."""
        return self._chart.span if isinstance(self._chart, TimeChart) else None

    @property
    def chosen(self) -> int | None:
        """The place of the chosen day, if that is shown."""
        plot = self.plot
        return plot.index_of(self._day) if plot is not None and self._day is not None else None

    @property
    def pointed(self) -> Pointed:
        """What is pointed at by the mouse, or else chosen by the keyboard."""
        by_keys = self.chosen if self._by_keys and self.hasFocus() else None
        index = by_keys if self._hovered is None else self._hovered
        return Pointed(index, self._marked)

    # -- what is pointed out -------------------------------------------------------------------

    def choose(self, index: int) -> None:
        """Go to a place by keyboard, and say it."""
        plot = self.plot
        if plot is None:
            return
        index = min(max(0, index), plot.count - 1)
        self._day = plot.span(index).first
        self._hovered, self._by_keys = None, True
        announce(self, plot.reading(index).spoken)
        self.update()

    def mark(self, first: int, last: int) -> None:
        """Mark places to be looked into."""
        self._marked = (first, last)
        self.update()

    def unmark(self) -> None:
        """None are marked any more."""
        self._marked = None
        self.update()

    # -- size and painting ---------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        width = self._look.size(WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As tall as it is at the width it has."""
        least = self._look.size(LEAST)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def hasHeightForWidth(self) -> bool:
        """A calendar is taller where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the chart asks for."""
        if self._chart is None:
            return 0
        room = self._look.px * AROUND * 2
        return math.ceil(height_of(self._chart, width - room, screen_ink(self._look)) + room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another layout."""
        super().resizeEvent(event)
        self._laid_out = None

    def _on_look(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        self._laid_out = None
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart, what a place of it says, and the ring of the focus."""
        if self._chart is None:
            return
        plot, pointed = self.plot, self.pointed
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = screen_ink(self._look)
        if self._laid_out is not None:
            self._laid_out.paint(painter, pointed)
        if plot is not None and pointed.index is not None and pointed.marked is None:
            reading = plot.reading(pointed.index)
            paint_bubble(painter, ink, reading, plot.place(pointed.index), plot.rect)
        if self.hasFocus() and self._by_keys:
            painter.setPen(ink.pen(ink.palette.text, 0.13))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        painter.end()
