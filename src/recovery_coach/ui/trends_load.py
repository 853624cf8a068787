"""What was trained, week by week, beside the usual; in words, and no colour that judges."""

from __future__ import annotations

from recovery_coach.coach.load_words import load_lines, load_words
from recovery_coach.coach.trends_below import load_chart, load_of
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.parts import column
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_parts import Lines, Scene, Section


class LoadSection(Section):
    """Bars, and sentences about them; bars alone while a level stands."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.card = ChartCard(look)
        self.card.day_opened.connect(self.day_opened)
        self.lines = Lines()
        inner = self.card.layout()
        assert inner is not None
        inner.addWidget(self.lines)
        column(self).addWidget(self.card)

    def fill(self, scene: Scene) -> bool:
        """Hidden where nothing was trained that could be counted."""
        found = load_of(scene.insights, scene.frame)
        if not any(week.trainings for week in found.weeks):
            return False
        said = "" if scene.grave else load_words(found.jump)
        self.card.show_chart(load_chart(found, said, scene.frame.today), said)
        self.lines.show_lines(() if scene.grave else load_lines(found))
        return True
