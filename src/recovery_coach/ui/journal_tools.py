"""Above the entries of the journal: the field to search them by, and what of them is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.diary import SHOWN, Kinds, Shown
from recovery_coach.coach.searching import words_of
from recovery_coach.journal import Journal
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.journal_search import JournalSearch
from recovery_coach.ui.parts import button, column
from recovery_coach.ui.search_field import SearchField
from recovery_coach.ui.theme import Look


class JournalTools(QWidget):
    """``found``: there is an answer to what was typed; ``emptied``: nothing is typed any more.

    ``chosen``: other kinds are to be shown. ``asked`` carries what reads the journal.
    """

    found = Signal()
    emptied = Signal()
    chosen = Signal()
    asked = Signal(object)

    def __init__(self, look: Look, journal: Callable[[], Journal | None]) -> None:
        super().__init__()
        self.shown: Shown = "all"
        self.search = JournalSearch(self)
        self.search.asked.connect(self.asked)
        self.search.found.connect(self.found)
        self._journal = journal
        self.field = SearchField(tr("Search the journal"), tr("Notes, places, routines…"), look)
        self.field.entered.connect(self._make_ready)
        self.field.textChanged.connect(self._on_typed)
        self.chips = {name: self._chip(name, text) for name, text in shown_words().items()}
        layout = column(self, spacing=12)
        layout.addWidget(self.field)
        chips = Flow()
        chips.setAccessibleName(tr("What is shown"))
        chips.show_items(list(self.chips.values()))
        layout.addWidget(chips)

    def _chip(self, name: Shown, text: str) -> QPushButton:
        made = button(text, partial(self._choose, name), "chip")
        made.setCheckable(True)
        made.setChecked(name == self.shown)
        return made

    @property
    def kinds(self) -> Kinds:
        """The kinds of records that are shown."""
        return SHOWN[self.shown]

    def _choose(self, name: Shown) -> None:
        self.show_kinds(name)
        self.chosen.emit()

    def show_kinds(self, name: Shown) -> None:
        """Mark what is shown, without telling of it."""
        self.shown = name
        for other, chip in self.chips.items():
            chip.setChecked(other == name)

    # -- searching -----------------------------------------------------------------------------

    def answer(self) -> list[str]:
        """The record ids of what has the words that are typed, the newest first."""
        self.search.follow(self._journal())
        return self.search.find(self.field.text(), self.kinds)

    def clear(self) -> None:
        """Nothing is searched for any more; nobody is told."""
        self.search.stop()
        before = self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(before)

    def _make_ready(self) -> None:
        self.search.make_ready(self._journal())

    def _on_typed(self, text: str) -> None:
        if words_of(text):
            self._make_ready()
            self.search.begin()
        else:
            self.search.stop()
            self.emptied.emit()


def shown_words() -> Mapping[Shown, str]:
    """What can be looked at by itself, as its chip says it."""
    return {
        "all": tr("All"),
        "sessions": tr("Sessions"),
        "pain": tr("Pain"),
        "checks": tr("Checks"),
        "marks": tr("Marked days"),
    }
