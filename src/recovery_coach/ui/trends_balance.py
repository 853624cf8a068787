"""Habit and balance: days of a kind beside the own aim, left beside right, the longest holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.balance import Balance, balance_of, habit_chart
from recovery_coach.coach.balance_words import (
    MOST,
    Row,
    habit_words,
    marked_row,
    plank_row,
    sides_row,
)
from recovery_coach.coach.trend_words import days_words
from recovery_coach.coach.trends_below import name_of
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.parts import clear, column, set_text, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_parts import NARROWEST, CardSection, Scene, Section


class BalanceSection(Section):
    """Two charts of habit, and two cards of lines; each is hidden while it has nothing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.habits = (ChartCard(look), ChartCard(look))
        self._habits = CardGrid(lambda: look.size(NARROWEST), most=2)
        self._habits.show_cards(self.habits)
        for card in self.habits:
            card.day_opened.connect(self.day_opened)
        self.sides = _RowsCard(tr("Left and right"))
        self.planks = _RowsCard(tr("Longest clean holds"))
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
        lately = days_words(found.lately, today)
        sides = self.sides.show_rows(_sides(found, scene), lately)
        held = tr("{days}, to their end and without pain").format(days=scene.days)
        planks = self.planks.show_rows(_planks(found, scene), held)
        return practised or sides or planks


class _RowsCard(CardSection):
    """Rows of a name, and of its left and right beside each other."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._holder = column()
        self.inner.addLayout(self._holder)

    def show_rows(self, rows: Sequence[Row], lead: str) -> bool:
        """Whether there are any; ``lead`` says of which days."""
        set_text(self.lead, lead)
        clear(self._holder)
        holder = QWidget()
        table = QGridLayout(holder)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(10)
        for across, stretch in enumerate((4, 3, 3)):
            table.setColumnStretch(across, stretch)
        for line, (name, *said) in enumerate(rows):
            table.addWidget(words(name), line, 0)
            for across, text in enumerate(said, 1):
                table.addWidget(words(text, "muted"), line, across)
        self._holder.addWidget(holder)
        self.setVisible(bool(rows))
        return bool(rows)


def _sides(found: Balance, scene: Scene) -> list[Row]:
    held = [sides_row(one, name_of(scene.library, one.exercise)) for one in found.sides[:MOST]]
    return [*held, *(marked_row(*one) for one in found.marked[:MOST])]


def _planks(found: Balance, scene: Scene) -> list[Row]:
    parts = groupby(found.planks, key=lambda one: one.exercise)
    today = scene.frame.today
    return [plank_row(name_of(scene.library, name), list(held), today) for name, held in parts]
