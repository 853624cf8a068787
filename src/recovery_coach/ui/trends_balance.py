"""Habit and balance: days of a kind beside the own aim, left beside right, the longest holds."""

from __future__ import annotations

from itertools import groupby

from recovery_coach.base.i18n import tr
from recovery_coach.coach.balance_words import (
    MOST,
    habit_words,
    marked_words,
    plank_words,
    sides_words,
)
from recovery_coach.coach.trends_below import Balance, balance_of, habit_chart, name_of
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.parts import column
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_parts import CardSection, Lines, Scene, Section

NARROWEST = 26
"""In body sizes: as narrow as a card may be before the next one stands below it."""


class BalanceSection(Section):
    """Two charts of habit, and two cards of lines; each is hidden while it has nothing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.habits = (ChartCard(look), ChartCard(look))
        self._habits = CardGrid(lambda: look.size(NARROWEST), most=2)
        self._habits.show_cards(self.habits)
        for card in self.habits:
            card.day_opened.connect(self.day_opened)
        self.sides = _LinesCard(tr("Left and right"), tr("In the sessions of the last 12 weeks"))
        self.planks = _LinesCard(tr("Longest clean holds"), tr("To their end, and without pain"))
        layout = column(self, spacing=16)
        for part in (self._habits, self.sides, self.planks):
            layout.addWidget(part)

    def fill(self, scene: Scene) -> bool:
        """What there is of it."""
        today = scene.frame.today
        found = balance_of(scene.insights, scene.frame, *scene.aims)
        for card, habit in zip(self.habits, found.habits, strict=True):
            said = habit_words(habit, today)
            card.show_chart(habit_chart(habit, said, today), said)
        practised = any(week.trainings for habit in found.habits for week in habit.weeks)
        self._habits.setVisible(practised)
        sides = self.sides.show_lines(_sides(found, scene))
        planks = self.planks.show_lines(_planks(found, scene))
        return practised or sides or planks


class _LinesCard(CardSection):
    def __init__(self, heading: str, lead: str) -> None:
        super().__init__(heading, lead)
        self.lines = Lines()
        self.inner.addWidget(self.lines)

    def show_lines(self, lines: list[str]) -> bool:
        self.lines.show_lines(lines)
        self.setVisible(bool(lines))
        return bool(lines)


def _sides(found: Balance, scene: Scene) -> list[str]:
    held = [sides_words(one, name_of(scene.library, one.exercise)) for one in found.sides[:MOST]]
    return [*held, *(marked_words(*one) for one in found.marked[:MOST])]


def _planks(found: Balance, scene: Scene) -> list[str]:
    parts = groupby(found.planks, key=lambda one: one.exercise)
    today = scene.frame.today
    return [plank_words(name_of(scene.library, name), list(held), today) for name, held in parts]
