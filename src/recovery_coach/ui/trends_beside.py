"""Beside pain: the days one by one, morning stiffness, sleep, stress, each on its own scale."""

from __future__ import annotations

from recovery_coach.coach.trends import heat_map, small_charts
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.parts import column
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_parts import Scene, Section

NARROWEST = 20
"""In body sizes: as narrow as a chart may be before the next one stands below it."""


class BesideSection(Section):
    """The heat map across, the small charts below it beside each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.heat = ChartCard(look)
        self.heat.day_opened.connect(self.day_opened)
        self.small: list[ChartCard] = []
        self._grid = CardGrid(lambda: look.size(NARROWEST), most=3)
        layout = column(self, spacing=16)
        layout.addWidget(self.heat)
        layout.addWidget(self._grid)

    def fill(self, scene: Scene) -> bool:
        """What there is of it."""
        heat = heat_map(scene.insights, scene.frame)
        self.heat.setVisible(heat is not None)
        if heat is not None:
            self.heat.show_chart(heat)
        charts = small_charts(scene.insights, scene.frame)
        if len(self.small) != len(charts):
            self.small = [self._make() for _ in charts]
            self._grid.show_cards(self.small)
        for card, chart in zip(self.small, charts, strict=True):
            card.show_chart(chart)
        self._grid.setVisible(bool(charts))
        return heat is not None or bool(charts)

    def _make(self) -> ChartCard:
        made = ChartCard(self._look)
        made.day_opened.connect(self.day_opened)
        return made
