"""A card with a chart: its title, a sentence, the chart or its numbers as a table, its legend."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from recovery_coach.coach.charts import Chart
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_view import ChartView
from recovery_coach.ui.parts import column, set_text, words
from recovery_coach.ui.theme import Look


class ChartCard(QFrame):
    """Shows any chart; ``day_opened`` and ``zoomed`` are those of :class:`ChartView`."""

    day_opened = Signal(object)
    zoomed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = words("", "heading")
        self.lead = words("", "muted")
        self.view = ChartView(look)
        self.view.day_opened.connect(self.day_opened)
        self.view.zoomed.connect(self.zoomed)
        inner = column(self, margin=24)
        for part in (self.title, self.lead, self.view):
            inner.addWidget(part)

    def show_chart(self, chart: Chart, lead: str = "", whole: Span | None = None) -> None:
        """Show a chart with its title and ``lead``; ``whole``: see :class:`ChartView`."""
        set_text(self.title, chart.title)
        set_text(self.lead, lead)
        self.view.show_chart(chart, whole)
