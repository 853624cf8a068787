"""(Being built.)"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from recovery_coach.coach.charts import BarsChart
from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.chart_plot import NOTHING, Plot, Pointed


class BarsPlot(Plot):
    """A BarsChart, laid out."""

    def __init__(self, chart: BarsChart, rect: QRectF, ink: ChartInk) -> None:
        super().__init__(rect, ink)
        self._chart = chart

    def paint(self, painter: QPainter, pointed: Pointed = NOTHING) -> None:
        """Its title alone, for now."""
        self.ink.words(painter, self._chart.title, self.rect, "centre")

    def index_at(self, at: QPointF) -> int | None:
        """Nothing, for now."""
        return None
