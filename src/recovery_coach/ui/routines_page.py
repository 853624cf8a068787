"""Routines: all of them as cards, filtered by kind, time, equipment and position; and one's own.

What comes first is what was used last. With a number above 5 the gentle ones come first, and it
says why the others stand lower; while a warning sign stands, only the advice is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from recovery_coach.base.i18n import tr, trn
from recovery_coach.base.problems import Problem
from recovery_coach.coach.advice import why_gentle
from recovery_coach.coach.choosing import (
    Filters,
    Traits,
    choose,
    gather,
    offered,
    split_by_gentleness,
    still_there,
)
from recovery_coach.coach.overview import Overview
from recovery_coach.ui.filters import FilterBar
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.level_card import put_level
from recovery_coach.ui.parts import ScrollPage, button, card, clear, column, row, set_text, words
from recovery_coach.ui.routine_card import RoutineCard
from recovery_coach.ui.stills import Stills
from recovery_coach.ui.theme import Look

NARROWEST_CARD = 15
"""In body sizes."""


class RoutinesPage(ScrollPage):
    """Shows the library of an :class:`Overview`; call :meth:`refresh` when something changed."""

    opened = Signal(str)
    problems_opened = Signal()
    seen = Signal()
    check_wanted = Signal()
    folder_wanted = Signal()
    file_wanted = Signal()
    folder_changed = Signal()
    """Something in one's own folder is not what it was."""

    def __init__(self, overview: Overview, look: Look, stills: Stills, folder: Path) -> None:
        super().__init__(tr("Routines"))
        self._stills = stills
        self.overview = overview
        self._look = look
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self.folder_changed.emit())
        self._watcher.fileChanged.connect(lambda _: self.folder_changed.emit())
        self.bar = FilterBar(look)
        self.bar.changed.connect(self._show_routines)
        self._count = words("", "muted", wrap=False)
        self.clear_button = button(tr("Clear filters"), self.clear_filters, "chip")
        self._level = column(spacing=16)
        self.grid = CardGrid(lambda: look.size(NARROWEST_CARD))
        self._lower_heading = words("", "heading")
        self._lower_why = words("", "muted")
        self.lower_grid = CardGrid(lambda: look.size(NARROWEST_CARD))
        self._nothing = self._nothing_card()
        self._problems = column(spacing=16)
        self._own_hint = self._own_card()
        self._lay_out()

    def _lay_out(self) -> None:
        top = row()
        top.addWidget(words(tr("Routines"), "title"), 1)
        folder = button(tr("Open my folder"), self.folder_wanted.emit, "chip", str(self._folder))
        top.addWidget(folder, 0, Qt.AlignmentFlag.AlignVCenter)
        self._status = Flow(spacing=12)
        self._status.show_items([self._count, self.clear_button])
        self.body.addLayout(top)
        self.body.addLayout(self._level)
        for part in (
            self.bar,
            self._status,
            self.grid,
            self._nothing,
            self._lower_heading,
            self._lower_why,
            self.lower_grid,
        ):
            self.body.addWidget(part)
        self.body.addLayout(self._problems)
        self.body.addWidget(self._own_hint)
        self.body.addStretch(1)

    def _nothing_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("No routine fits all of that."), "heading"))
        text = tr("Leave something out of the filters, or clear them to see every routine again.")
        inner.addWidget(words(text, "muted"))
        again = button(tr("Show all routines"), self.clear_filters)
        inner.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _own_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("Your own routines"), "heading"))
        text = tr(
            "A routine is one text file. Drop one anywhere on this window, choose it here, or put"
            " it into your folder: it then stands among the others."
        )
        inner.addWidget(words(text, "muted"))
        chosen = button(tr("Choose a file…"), self.file_wanted.emit)
        inner.addWidget(chosen, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    # -- what is shown ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is true now."""
        standing = self.overview.standing()
        clear(self._level)
        if standing.speaks and standing.level != "self-care":
            put_level(self._level, self, standing, self._look)
        self._show_routines()
        self._show_problems()
        self._own_hint.setVisible(not standing.alarmed and not self.overview.library.own)
        self._watch()

    def clear_filters(self) -> None:
        """Show every routine again."""
        self.bar.filters = Filters()
        self.bar.fold()
        self._show_routines()
        self.setFocus()

    def _show_routines(self) -> None:
        overview = self.overview
        standing = overview.standing()
        warned = standing.alarmed
        every = [] if warned else gather(overview.library, overview.seconds, overview.as_done)
        there = offered(every)
        filters = self.bar.filters if warned else still_there(self.bar.filters, there)
        self.bar.show_filters(filters, there)
        fitting = choose(every, filters, overview.last_used())
        self.bar.setVisible(bool(every))
        self._status.setVisible(bool(every))
        self._count.setText(count_words(len(fitting), len(every)))
        self.clear_button.setVisible(bool(filters))
        self._nothing.setVisible(bool(every) and not fitting)
        first, lower = split_by_gentleness(fitting) if standing.only_gentle else (fitting, [])
        self._show_cards(self.grid, first)
        self._show_lower(lower)

    def _show_lower(self, lower: Sequence[Traits]) -> None:
        set_text(self._lower_heading, tr("For a better day") if lower else "")
        set_text(self._lower_why, why_gentle(self.overview.standing()) if lower else "")
        self._show_cards(self.lower_grid, lower, tr("Stands lower: only gentle moves are open."))

    def _show_cards(self, grid: CardGrid, routines: Sequence[Traits], why: str = "") -> None:
        own = self.overview.library.own
        cards = []
        for traits in routines:
            mark = tr("yours") if traits.routine.id in own else ""
            shows = self.overview.telling(self.overview.library.routines[traits.routine.id])
            made = RoutineCard(
                traits.routine, traits.seconds, self._look, self._stills, shows, mark
            )
            if why:
                made.setAccessibleDescription(f"{made.accessibleDescription()} {why}")
            made.opened.connect(self.opened)
            cards.append(made)
        grid.show_cards(cards)
        grid.setVisible(bool(cards))
        before: QWidget = self.clear_button
        for one in (*self.grid.cards, *self.lower_grid.cards):
            QWidget.setTabOrder(before, one)
            before = one

    def _show_problems(self) -> None:
        clear(self._problems)
        found = self.overview.library.problems
        if not found:
            return
        frame, inner = card(margin=24)
        files = [(file, list(these)) for file, these in groupby(found, key=lambda p: p.file)]
        text = trn("{n} file could not be read", "{n} files could not be read", len(files))
        inner.addWidget(words(text, "heading"))
        for file, these in files:
            self._file(inner, file, [error_words(problem) for problem in these])
        see = button(tr("See what to mend"), self.problems_opened.emit)
        inner.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)
        self._problems.addWidget(frame)

    def _file(self, inner: QVBoxLayout, file: Path, errors: Sequence[str]) -> None:
        lines = column(spacing=2)
        lines.addWidget(words(file.name))
        for error in errors:
            lines.addWidget(words(error, "small"))
        inner.addLayout(lines)

    # -- one's own folder ------------------------------------------------------------------

    def _watch(self) -> None:
        """Notice a file that is put into the folder, or mended there, without being asked."""
        wanted = {str(path) for path in (self._folder, *files_below(self._folder))}
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if wanted - watched and self._folder.is_dir():
            self._watcher.addPaths(sorted(wanted - watched))


def files_below(folder: Path) -> list[Path]:
    """The routine files in a folder; none where there is no folder."""
    from recovery_coach.library.loader import files_in

    return files_in(folder)


def error_words(problem: Problem) -> str:
    """What is wrong and where, without the file: that stands above it."""
    place = [tr("line {line}").format(line=problem.line)] if problem.line is not None else []
    place += [problem.where] if problem.where else []
    if not place:
        return problem.allowed
    return tr("{place}: {allowed}").format(place=", ".join(place), allowed=problem.allowed)


def count_words(fitting: int, every: int) -> str:
    """How many of all are shown."""
    if fitting == every:
        return trn("{n} routine", "{n} routines", every)
    return tr("{fitting} of {every}").format(fitting=fitting, every=every)
