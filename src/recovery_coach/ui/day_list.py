"""The days of the journal one below the other; those that are as they were stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.coach.diary import Day, day_heading, gap_words
from recovery_coach.ui.entry_line import EntryLine
from recovery_coach.ui.parts import card, column, words
from recovery_coach.ui.theme import Look

Key = tuple[Day, str, tuple[str, ...]]


class DayList(QWidget):
    """``opened`` carries the record id of an entry."""

    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._blocks: dict[Key, DayBlock] = {}
        self._layout = column(self, spacing=16)

    @property
    def lines(self) -> list[EntryLine]:
        """The entries that are shown, in their order."""
        return [line for block in self._blocks.values() for line in block.lines]

    def block_of(self, day: date) -> DayBlock | None:
        """What a day is shown as."""
        return next((block for key, block in self._blocks.items() if key[0].day == day), None)

    def show_days(
        self, days: Sequence[Day], today: date, after: QWidget, sought: Sequence[str] = ()
    ) -> None:
        """Show these days, the words that are ``sought`` marked; for Tab ``after`` comes last."""
        old, self._blocks = self._blocks, {}
        changed = False
        for index, day in enumerate(days):
            key = (day, day_heading(day.day, today), tuple(sought))
            block = old.pop(key, None)
            if block is None:
                changed = True
                block = DayBlock(day, key[1], self._look, sought)
                block.opened.connect(self.opened)
                self._layout.insertWidget(index, block)
            self._blocks[key] = block
        for gone in old.values():
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if changed:
            for before, behind in pairwise([*self.lines, after]):
                QWidget.setTabOrder(before, behind)


class DayBlock(QWidget):
    """One day: the gap above it, its heading, and its entries on a card."""

    opened = Signal(str)

    def __init__(self, day: Day, heading: str, look: Look, sought: Sequence[str] = ()) -> None:
        super().__init__()
        self.lines = [EntryLine(entry, look, sought) for entry in day.entries]
        layout = column(self, spacing=8)
        if day.gap:
            layout.addWidget(words(gap_words(day.gap), "small"))
        layout.addWidget(words(heading, "heading"))
        frame, inner = card(margin=8)
        inner.setSpacing(0)
        for line in self.lines:
            line.opened.connect(self.opened)
            inner.addWidget(line)
        layout.addWidget(frame)
