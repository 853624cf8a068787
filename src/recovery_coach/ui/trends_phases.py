"""From a day on something was done: the fourteen days before and after it, and what may be said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.phase_words import again_words, always_add, comparison_words
from recovery_coach.coach.trend_words import day_words
from recovery_coach.coach.trends_below import Compared, comparisons
from recovery_coach.ui.parts import button, clear, column, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_parts import CardSection, Scene


class PhasesSection(CardSection):
    """Each comparison with its verdict; and the way to begin one, unless a level stands."""

    def __init__(self, look: Look, begin: Callable[[], object]) -> None:
        super().__init__(tr("Fourteen days before and after"))
        self._lines = column(spacing=20)
        self.inner.addLayout(self._lines)
        self._how = words(
            tr(
                "Will you do something else from today on? Mark it before you look: the back now of"
                " the fourteen days before it and of the fourteen from it on will stand here."
            ),
            "muted",
        )
        self._again = words(again_words(), "small")
        self.begin_button = button(tr("Compare from today on"), begin, "chip")
        self.inner.addWidget(self._how)
        self.inner.addWidget(self._again)
        self.inner.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, scene: Scene) -> bool:
        """What was marked, the newest first."""
        found = comparisons(scene.insights, scene.frame.today)
        clear(self._lines)
        for one in found:
            self._lines.addWidget(_block(one, scene))
        self._again.setVisible(bool(found) and not scene.grave)
        self._how.setVisible(not found and not scene.grave)
        self.begin_button.setVisible(not scene.grave)
        return bool(found) or not scene.grave


def _block(one: Compared, scene: Scene) -> QWidget:
    made = QWidget()
    lines = column(made, spacing=4)
    title = tr("{words}, from {day}")
    day = day_words(one.event.day, scene.frame.today)
    lines.addWidget(words(title.format(words=one.event.words, day=day)))
    told = comparison_words(one.comparison, scene.frame.today)
    *numbers, verdict = told.lines
    for line in numbers:
        lines.addWidget(words(line, "muted"))
    lines.addWidget(words(verdict))
    for line in always_add(one.beside):
        lines.addWidget(words(line, "small"))
    return made
