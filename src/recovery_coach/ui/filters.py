"""The filters of the routines: four buttons in a line, and below it the choices of the open one."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from recovery_coach.base.i18n import tr
from recovery_coach.coach.choosing import UP_TO, Filters, Offered
from recovery_coach.library.naming import position_name
from recovery_coach.ui.choices import ChoiceBar, titled, without_words
from recovery_coach.ui.theme import Look


class FilterBar(ChoiceBar):
    """Shows :class:`Filters` and changes them."""

    filters: Filters

    def __init__(self, look: Look) -> None:
        super().__init__(look, Filters(), ("tag", "up_to", "without", "avoided"))
        self._offered = Offered((), (), ())

    def show_filters(self, filters: Filters, there: Offered) -> None:
        """Show ``filters``, with what is ``there`` to choose from."""
        self.filters = filters
        if there != self._offered:
            self._offered = there
            self.show_choices()
        self.show_texts(self._texts())

    def _texts(self) -> dict[str, str]:
        filters, there = self.filters, self._offered
        tag = titled(tr("Kind"), tr(filters.tag))
        without = titled(tr("Equipment"), without_words([*map(tr, sorted(filters.without))]))
        avoided = without_words([position_name(one) for one in sorted(filters.avoided)])
        return {
            "tag": tag if there.tags else "",
            "up_to": titled(tr("Time"), up_to_words(filters.up_to) if filters.up_to else ""),
            "without": without if there.equipment else "",
            "avoided": titled(tr("Positions"), avoided),
        }

    def choices_of(self, name: str) -> tuple[str, list[QPushButton]]:
        """What each of the four offers."""
        there = self._offered
        if name == "tag":
            texts = [(tr("Any kind"), ""), *((tr(tag), tag) for tag in there.tags)]
            return tr("What it is for"), self.one_of("tag", texts)
        if name == "up_to":
            lengths = [(up_to_words(minutes), minutes) for minutes in UP_TO]
            return tr("How long it may take"), self.one_of("up_to", [*lengths, (tr("Any"), None)])
        if name == "without":
            texts = [(tr(item), item) for item in there.equipment]
            return tr("What you do not have"), self.some_of("without", texts)
        if name == "avoided":
            texts = [(position_name(position), position) for position in there.positions]
            return tr("Positions to leave out"), self.some_of("avoided", texts)
        return "", []


def up_to_words(minutes: int) -> str:
    """A longest time, as it is chosen."""
    return tr("up to {n} min").format(n=minutes)
