"""The journal: what was done and how it felt, day by day, the newest first.

Years of entries open as fast as a week of them, for only the newest are read; more on demand.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.diary import STEP, Day, Part, day_heading, gap_words, read_part
from recovery_coach.coach.overview import Overview
from recovery_coach.ui.entry_line import EntryLine
from recovery_coach.ui.parts import ScrollPage, button, card, column, set_text, words
from recovery_coach.ui.theme import Look


class JournalPage(ScrollPage):
    """Shows the journal of an :class:`Overview`; call :meth:`refresh` when it changed."""

    opened = Signal(str)
    older_wanted = Signal(object)
    """Carries the page itself."""
    today_wanted = Signal()

    def __init__(self, overview: Overview, look: Look) -> None:
        super().__init__(tr("Journal"), widest=900)
        self.overview = overview
        self._look = look
        self._wanted = STEP
        self._last_opened = ""
        self._shown = Part((), False)
        self._blocks: dict[tuple[Day, str], DayBlock] = {}
        self._empty = self._empty_card()
        self._without = words(
            tr("The journal cannot be used right now, so there is nothing to show."), "muted"
        )
        self._days = column(spacing=16)
        self.older_button = button(tr("Show older"), lambda: self.older_wanted.emit(self))
        self._damaged = words("", "small")
        self.body.addWidget(words(tr("Journal"), "title"))
        self.body.addWidget(self._without)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._days)
        self.body.addWidget(self.older_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._damaged)
        self.body.addStretch(1)

    def _empty_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("Nothing here yet"), "heading"))
        text = tr(
            "Your sessions and the numbers you give stand here, day by day, to be opened, changed"
            " or taken out again. It begins with a number or a routine on Today."
        )
        inner.addWidget(words(text, "muted"))
        today = button(tr("Go to Today"), self.today_wanted.emit, "primary")
        inner.addWidget(today, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    # -- what is shown ---------------------------------------------------------------------

    @property
    def lines(self) -> list[EntryLine]:
        """The entries that are shown, in their order."""
        return [line for block in self._blocks.values() for line in block.lines]

    def refresh(self) -> None:
        """Show what is true now, as far back as it was shown before."""
        journal = self.overview.journal
        part = read_part(journal, step=self._wanted) if journal is not None else Part((), False)
        self._show_part(part)
        self._without.setVisible(journal is None)
        self._empty.setVisible(journal is not None and not part.days)

    def show_older(self) -> None:
        """Read further back; the keyboard goes on with the first of them."""
        journal, there = self.overview.journal, len(self.lines)
        if journal is None:
            return
        older = read_part(journal, self._oldest, self._oldest)
        self._show_part(Part((*self._shown.days, *older.days), older.more))
        lines = self.lines
        self._wanted = max(STEP, len(lines))
        if len(lines) > there:
            lines[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def come_back(self) -> None:
        """From an entry that was opened: its line has the focus again."""
        opened, self._last_opened = self._last_opened, ""
        for line in self.lines:
            if line.entry.record_id == opened:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _oldest(self) -> date | None:
        return self._shown.days[-1].day if self._shown.days else None

    def _show_part(self, part: Part) -> None:
        """Show these days; those that stand there already, and are as they were, stay."""
        today = self.overview.now.date()
        old, self._blocks = self._blocks, {}
        changed = False
        for index, day in enumerate(part.days):
            key = (day, day_heading(day.day, today))
            block = old.pop(key, None)
            if block is None:
                changed = True
                block = DayBlock(day, key[1], self._look)
                block.opened.connect(self._open)
                self._days.insertWidget(index, block)
            self._blocks[key] = block
        for gone in old.values():
            self._days.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown = part
        self.older_button.setVisible(part.more)
        self._show_damaged()
        if changed:
            for before, after in pairwise([*self.lines, self.older_button]):
                QWidget.setTabOrder(before, after)

    def _open(self, record_id: str) -> None:
        self._last_opened = record_id
        self.opened.emit(record_id)

    def _show_damaged(self) -> None:
        journal = self.overview.journal
        damaged = journal.damaged if journal is not None else 0
        text = trn(
            "{n} damaged entry could not be read. It was left in the file as it is.",
            "{n} damaged entries could not be read. They were left in the file as they are.",
            damaged,
        )
        set_text(self._damaged, text if damaged else "")


class DayBlock(QWidget):
    """One day: the gap above it, its heading, and its entries on a card."""

    opened = Signal(str)

    def __init__(self, day: Day, heading: str, look: Look) -> None:
        super().__init__()
        self.lines = [EntryLine(entry, look) for entry in day.entries]
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
