"""A card with a chart: its title, a sentence, the chart or its numbers as a table, its legend."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from recovery_coach.base.i18n import tr
from recovery_coach.coach.charts import Chart
from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_legend import Legend
from recovery_coach.ui.chart_table import ChartTable
from recovery_coach.ui.chart_view import ChartView
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import button, column, set_name, set_text, words
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look

TITLE_FROM = 12
"""In body sizes: a title needs so much beside the buttons."""


class ChartCard(QFrame):
    """Shows any chart; ``day_opened`` and ``zoomed`` are those of :class:`ChartView`."""

    day_opened = Signal(object)
    zoomed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._chart: Chart | None = None
        self.title = words("", "heading")
        self.lead = words("", "muted")
        self.whole_button = button(tr("Whole time"), lambda: self.zoomed.emit(None), "chip")
        self.table_button = button(tr("Show as a table"), self._turn, "chip")
        self.table_button.setCheckable(True)
        self.view = ChartView(look)
        self.table = ChartTable(look)
        self.legend = Legend(look)
        for shown in (self.view, self.table):
            shown.day_opened.connect(self.day_opened)
        self.view.zoomed.connect(self.zoomed)
        ways = Flow()
        ways.show_items([self.whole_button, self.table_button])
        inner = column(self, spacing=8)
        inner.setContentsMargins(24, 18, 20, 18)
        inner.addWidget(SideBySide(self.title, ways, look, TITLE_FROM))
        for part in (self.lead, self.view, self.table, self.legend):
            inner.addWidget(part)
        self.show_table(False)

    def show_chart(self, chart: Chart, lead: str = "", whole: Span | None = None) -> None:
        """Show a chart with its title and ``lead``; ``whole``: see :class:`ChartView`."""
        set_text(self.title, chart.title)
        set_text(self.lead, lead)
        name = tr("{title}: show as a table").format(title=chart.title)
        set_name(self.table_button, name)
        self.view.show_chart(chart, whole)
        self._chart = chart
        self.legend.show_chart(chart)
        self.whole_button.setVisible(self.view.is_part)
        self.show_table(self.shows_table)

    @property
    def shows_table(self) -> bool:
        """Whether the numbers stand there as a table."""
        return self.table_button.isChecked()

    def show_table(self, shown: bool) -> None:
        """Show the table, or the chart."""
        self.table_button.setChecked(shown)
        if shown and self._chart is not None:  # nobody reads most of them so
            self.table.show_chart(self._chart)
        self.view.setVisible(not shown)
        self.table.setVisible(shown)
        self.legend.setVisible(not shown and self.legend.has_signs)

    def _turn(self) -> None:
        self.show_table(self.shows_table)
