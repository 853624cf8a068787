"""Any chart, laid out and painted: the one entrance for the window and for paper."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from recovery_coach.coach.charts import BarsChart, Chart, HeatMap, PairsChart, TimeChart
from recovery_coach.ui.chart_bars import BarsPlot
from recovery_coach.ui.chart_base import Plot
from recovery_coach.ui.chart_heat import HeatPlot
from recovery_coach.ui.chart_ink import ChartInk
from recovery_coach.ui.chart_pairs import PairsPlot
from recovery_coach.ui.chart_time import TimePlot

_KINDS: dict[type[Chart], Any] = {
    TimeChart: TimePlot,
    HeatMap: HeatPlot,
    PairsChart: PairsPlot,
    BarsChart: BarsPlot,
}
"""Each is laid out by its own class."""


def plot_of(chart: Chart, rect: QRectF, ink: ChartInk) -> Plot:
    """Any chart, laid out."""
    made: Plot = _KINDS[type(chart)](chart, rect, ink)
    return made


def height_of(chart: Chart, width: float, ink: ChartInk) -> float:
    """How tall a chart of a width likes to be."""
    height: float = _KINDS[type(chart)].height_of(chart, width, ink)
    return height


def paint_chart(painter: QPainter, rect: QRectF, chart: Chart, ink: ChartInk) -> None:
    """Paint a chart once, into a rectangle: for paper."""
    plot_of(chart, rect, ink).paint(painter)
