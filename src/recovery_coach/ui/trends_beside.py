"""Beside pain: the days one by one, morning stiffness, sleep, stress, each on its own scale."""

from __future__ import annotations

from recovery_coach.coach.trends import heat_map, small_charts
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.parts import clear, column
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_parts import NARROWEST, Scene, Section

NARROW = 20
"""In body sizes: as narrow as a small chart may be before the next one stands below it."""
FEW_WEEKS = 16
"""Up to so many, the calendar has room beside another chart."""


class BesideSection(Section):
    """The calendar with the small charts beside it; above them where it is long."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._narrowest = NARROWEST
        self.heat = self._make()
        self.small: list[ChartCard] = []
        self._above = column()
        self._grid = CardGrid(lambda: look.size(self._narrowest), most=3)
        layout = column(self, spacing=12)
        layout.addLayout(self._above)
        layout.addWidget(self._grid)
        self._above.addWidget(self.heat)

    def fill(self, scene: Scene) -> bool:
        """What there is of it."""
        heat = heat_map(scene.insights, scene.frame)
        charts = small_charts(scene.insights, scene.frame)
        if len(self.small) != len(charts):
            self.small = [self._make() for _ in charts]
        for card, chart in zip(self.small, charts, strict=True):
            card.show_chart(chart)
        among = heat is not None and bool(charts) and heat.span.days <= 7 * FEW_WEEKS
        self._place(among)
        self.heat.setVisible(heat is not None)
        if heat is not None:
            self.heat.show_chart(heat)
        return heat is not None or bool(charts)

    def _place(self, among: bool) -> None:
        """The calendar among the others, or above them."""
        if among != (self.heat in self._grid.cards):
            clear(self._above)  # the grid takes away what it shows no more
            self.heat = self._make()
            if not among:
                self._above.addWidget(self.heat)
        self._narrowest = NARROWEST if among else NARROW
        cards = (self.heat, *self.small) if among else (*self.small,)
        if cards != self._grid.cards:
            self._grid.show_cards(cards)
        self._grid.setVisible(bool(cards))

    def _make(self) -> ChartCard:
        made = ChartCard(self._look)
        made.day_opened.connect(self.day_opened)
        return made
