"""Exercises: all of them as cards with their figures, to be searched and filtered.

With a number above 5 the gentle ones stand first, and it says why the others stand lower; while a
warning sign stands, only the advice is here.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.advice import why_gentle
from recovery_coach.coach.finding import (
    Findable,
    Wanted,
    findable,
    gentle_first,
    offered,
    search,
    still_there,
)
from recovery_coach.coach.overview import Overview
from recovery_coach.figure.store import Figures
from recovery_coach.library.loader import Library
from recovery_coach.library.models import Exercise
from recovery_coach.ui.exercise_card import ExerciseCard
from recovery_coach.ui.exercise_filters import ExerciseFilters
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.level_card import put_level
from recovery_coach.ui.parts import ScrollPage, button, card, clear, column, row, set_text, words
from recovery_coach.ui.search_field import SearchField
from recovery_coach.ui.stills import Stills
from recovery_coach.ui.theme import Look

NARROWEST_CARD = 14
"""In body sizes."""


class ExercisesPage(ScrollPage):
    """Shows the exercises of an :class:`Overview`; call :meth:`refresh` when something changed."""

    opened = Signal(str)
    seen = Signal()
    check_wanted = Signal()

    def __init__(self, overview: Overview, figures: Figures, look: Look) -> None:
        super().__init__(tr("Exercises"))
        self.overview = overview
        self._look = look
        self._library: Library | None = None
        self._all: list[Findable] = []
        self._opened = ""
        self.stills = Stills(lambda: figures, look, self)
        self.field = SearchField(
            tr("Search the exercises"), tr("Name, muscle, position, equipment…"), look
        )
        self.field.textChanged.connect(lambda _: self._show_exercises())
        self.field.went_on.connect(self._to_first)
        self.bar = ExerciseFilters(look)
        self.bar.changed.connect(self._show_exercises)
        self._count = words("", "muted", wrap=False)
        self.clear_button = button(tr("Show all exercises"), self.show_all, "chip")
        self._level = column(spacing=16)
        self.grid = CardGrid(lambda: look.size(NARROWEST_CARD))
        self._lower_heading = words("", "heading")
        self._lower_why = words("", "muted")
        self.lower_grid = CardGrid(lambda: look.size(NARROWEST_CARD))
        self._nothing_text = words("", "heading")
        self._nothing = self._nothing_card()
        self._lay_out()
        for keys in (QKeySequence(Qt.Key.Key_Slash), QKeySequence(QKeySequence.StandardKey.Find)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._to_field)

    def _lay_out(self) -> None:
        self._status = Flow(spacing=12)
        self._status.show_items([self._count, self.clear_button])
        self._top = QWidget()
        top = row(self._top, spacing=0)
        top.addWidget(self.field, 3)
        top.addStretch(1)
        self.body.addWidget(words(tr("Exercises"), "title"))
        self.body.addLayout(self._level)
        for part in (
            self._top,
            self.bar,
            self._status,
            self._nothing,
            self.grid,
            self._lower_heading,
            self._lower_why,
            self.lower_grid,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _nothing_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(self._nothing_text)
        text = tr("Try another word, or leave something out of the filters.")
        inner.addWidget(words(text, "muted"))
        again = button(tr("Show all exercises"), self.show_all)
        inner.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    # -- what is shown ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is true now."""
        if self._library is not self.overview.library:
            self._library = self.overview.library
            self._all = findable(self._library.exercises.values())
            self.grid.show_cards([])  # one of them may have been read anew
            self.lower_grid.show_cards([])
        standing = self.overview.standing()
        clear(self._level)
        if standing.speaks and standing.level != "self-care":
            put_level(self._level, self, standing, self._look)
        self._show_exercises()

    def show_all(self) -> None:
        """Neither words nor filters, again."""
        self.bar.fold()
        self.bar.filters = Wanted()
        self.field.clear()
        self._show_exercises()
        self.setFocus()

    def _show_exercises(self) -> None:
        standing = self.overview.standing()
        warned = standing.alarmed
        every = [] if warned else self._all
        there = offered(one.exercise for one in every)
        wanted = self.bar.filters if warned else still_there(self.bar.filters, there)
        self.bar.show_filters(wanted, there)
        fitting = [one for one in every if wanted.fits(one.exercise)]
        found = search(fitting, self.field.text())
        for part in (self._top, self.bar):
            part.setVisible(bool(every))
        self._status.setVisible(bool(found))
        self._count.setText(count_words(len(found), len(every)))
        self.clear_button.setVisible(bool(wanted) or bool(self.field.text().strip()))
        self._show_nothing(bool(every) and not found)
        first, lower = gentle_first(found) if standing.only_gentle else (found, [])
        self._show_cards(self.grid, first)
        self._show_lower(lower)

    def _show_nothing(self, nothing: bool) -> None:
        typed = self.field.text().strip()
        text = tr("No exercise has “{words}”.").format(words=typed)
        self._nothing_text.setText(text if typed else tr("No exercise fits all of that."))
        self._nothing.setVisible(nothing)

    def _show_lower(self, lower: Sequence[Findable]) -> None:
        set_text(self._lower_heading, tr("For a better day") if lower else "")
        set_text(self._lower_why, why_gentle(self.overview.standing()) if lower else "")
        self._show_cards(self.lower_grid, lower)

    def _show_cards(self, grid: CardGrid, found: Sequence[Findable]) -> None:
        there = {one.exercise.id: one for one in grid.cards if isinstance(one, ExerciseCard)}
        wanted = [one.exercise for one in found]
        if [one.id for one in wanted] == list(there):
            grid.setVisible(bool(wanted))
            return
        grid.show_cards([there.get(one.id) or self._card(one) for one in wanted])
        grid.setVisible(bool(wanted))
        before: QWidget = self.clear_button
        for one in self._cards:
            QWidget.setTabOrder(before, one)
            before = one

    def _card(self, exercise: Exercise) -> ExerciseCard:
        made = ExerciseCard(exercise, self._look, self.stills)
        made.opened.connect(self._on_opened)
        return made

    def _on_opened(self, exercise: str) -> None:
        self._opened = exercise
        self.opened.emit(exercise)

    # -- by keyboard -----------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether figures of cards that were seen are still to be painted."""
        return self.stills.busy

    def come_back(self) -> None:
        """The focus goes to the card that was opened from here."""
        opened, self._opened = self._opened, ""
        for one in self._cards:
            if one.exercise.id == opened:
                one.setFocus()
                self.ensureWidgetVisible(one)

    @property
    def _cards(self) -> list[ExerciseCard]:
        both = (*self.grid.cards, *self.lower_grid.cards)
        return [one for one in both if isinstance(one, ExerciseCard)]

    def _to_field(self) -> None:
        self.ensureWidgetVisible(self.field)
        self.field.seize()

    def _to_first(self) -> None:
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)


def count_words(found: int, every: int) -> str:
    """How many of all are shown."""
    if found == every:
        return trn("{n} exercise", "{n} exercises", every)
    return tr("{fitting} of {every}").format(fitting=found, every=every)
