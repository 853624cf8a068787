"""Nights, rest and hard days beside the others: context, and how little it says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.factor_words import caveat, factor_title, factor_words
from recovery_coach.coach.trends_below import factors
from recovery_coach.insight.factors import Factor
from recovery_coach.ui.parts import clear, column, set_text, words
from recovery_coach.ui.trends_parts import CardSection, Scene


class FactorsSection(CardSection):
    """Shows each factor with its lag and its n; hidden where nothing was ever told."""

    def __init__(self) -> None:
        super().__init__(tr("Nights, rest and hard days"))
        self._lines = column(spacing=12)
        self.inner.addLayout(self._lines)

    def fill(self, scene: Scene) -> bool:
        """Each that has any day on both sides."""
        found = [one for one in factors(scene.insights, scene.frame) if _told(one)]
        text = tr("The back now on the days after, {days}")
        set_text(self.lead, text.format(days=scene.days))
        clear(self._lines)
        for one in found:
            self._lines.addWidget(_line(one))
        self._lines.addWidget(words(caveat(), "small"))
        return bool(found)


def _told(found: Factor) -> bool:
    return bool(found.with_it.n and found.without.n)


def _line(found: Factor) -> QWidget:
    made = QWidget()
    lines = column(made, spacing=2)
    lines.addWidget(words(factor_title(found.name)))
    lines.addWidget(words(factor_words(found), "muted"))
    return made
