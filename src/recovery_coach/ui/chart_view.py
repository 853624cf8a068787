"""A chart in the window: read by mouse, finger or keyboard, and spoken; opened, and looked into."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.coach.charts import Chart
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_ink import screen_ink
from recovery_coach.ui.chart_plot import Plot, plot_of
from recovery_coach.ui.theme import Look


class ChartView(QWidget):
    """Shows any chart.

    ``day_opened`` carries a day. ``zoomed`` carries the Span that is wanted, None for the whole:
    who listens gathers the numbers anew and calls :meth:`show_chart`.
    """

    day_opened = Signal(object)
    zoomed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chart: Chart | None = None
        self._plot: Plot | None = None

    def show_chart(self, chart: Chart, whole: Span | None = None) -> None:
        """Show a chart; ``whole`` is what it is a part of, where one has looked into it."""
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart."""
        if self._chart is None:
            return
        painter = QPainter(self)
        plot_of(self._chart, QRectF(self.rect()), screen_ink(self._look)).paint(painter)
        painter.end()
