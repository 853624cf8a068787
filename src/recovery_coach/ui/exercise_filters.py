"""The filters of the exercises: kind, part of the body, position, and what is not at hand."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from recovery_coach.base.i18n import tr
from recovery_coach.coach.finding import Offered, Wanted, part_name
from recovery_coach.library.naming import position_name
from recovery_coach.ui.choices import ChoiceBar, some_words, titled, without_words
from recovery_coach.ui.theme import Look


class ExerciseFilters(ChoiceBar):
    """Shows a :class:`Wanted` and changes it."""

    filters: Wanted

    def __init__(self, look: Look) -> None:
        super().__init__(look, Wanted(), ("tags", "parts", "positions", "without"))
        self._offered = Offered()

    def show_filters(self, wanted: Wanted, there: Offered) -> None:
        """Show ``wanted``, with what is ``there`` to choose from."""
        changed = (wanted, there) != (self.filters, self._offered)
        self.filters, self._offered = wanted, there
        if changed:
            self.show_choices()
        there_words = self._texts()
        self.show_texts(
            {name: there_words[name] if getattr(there, name) else "" for name in there_words}
        )

    def _texts(self) -> dict[str, str]:
        wanted = self.filters
        return {
            "tags": titled(tr("Kind"), some_words([*map(tr, sorted(wanted.tags))])),
            "parts": titled(
                tr("Part of the body"), some_words([*map(part_name, sorted(wanted.parts))])
            ),
            "positions": titled(
                tr("Position"), some_words([*map(position_name, sorted(wanted.positions))])
            ),
            "without": titled(tr("Equipment"), without_words([*map(tr, sorted(wanted.without))])),
        }

    def choices_of(self, name: str) -> tuple[str, list[QPushButton]]:
        """What each of the four offers."""
        there = self._offered
        if name == "tags":
            return tr("What it is for"), self.some_of(name, [(tr(tag), tag) for tag in there.tags])
        if name == "parts":
            texts = [(part_name(part), part) for part in there.parts]
            return tr("What works or stretches"), self.some_of(name, texts)
        if name == "positions":
            texts = [(position_name(position), position) for position in there.positions]
            return tr("How you want to be"), self.some_of(name, texts)
        if name == "without":
            return tr("What you do not have"), self.some_of(
                name, [(tr(i), i) for i in there.without]
            )
        return "", []
