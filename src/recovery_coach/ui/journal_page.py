"""The journal: what was done and how it felt, day by day, the newest first.

Years of entries open as fast as a week of them, for only the newest are read; more on demand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.diary import STEP, Day, day_heading, gap_words, read_part
from recovery_coach.coach.overview import Overview
from recovery_coach.ui.entry_line import EntryLine
from recovery_coach.ui.parts import ScrollPage, button, card, clear, column, set_text, words
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
        self._oldest: date | None = None
        self._last_opened = ""
        self.lines: list[EntryLine] = []
        self._empty = self._empty_card()
        self._without = words(
            tr("The journal cannot be used right now, so there is nothing to show."), "muted"
        )
        self._days = column(spacing=8)
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

    def refresh(self) -> None:
        """Show what is true now, as far back as it was shown before."""
        journal = self.overview.journal
        clear(self._days)
        self.lines = []
        self._oldest = None
        if journal is not None:
            self._add_part(self._wanted)
        self._without.setVisible(journal is None)
        self._empty.setVisible(journal is not None and not self.lines)
        if not self.lines:
            self.older_button.hide()
        self._show_damaged()

    def show_older(self) -> None:
        """Read further back; the keyboard goes on with the first of them."""
        there = len(self.lines)
        self._add_part(STEP)
        self._wanted = len(self.lines)
        if len(self.lines) > there:
            self.lines[there].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_damaged()

    def come_back(self) -> None:
        """From an entry that was opened: its line has the focus again."""
        opened, self._last_opened = self._last_opened, ""
        for line in self.lines:
            if line.entry.record_id == opened:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_part(self, step: int) -> None:
        journal = self.overview.journal
        if journal is None:
            return
        part = read_part(journal, self._oldest, self._oldest, step)
        self._show_days(part.days)
        if part.days:
            self._oldest = part.days[-1].day
        self.older_button.setVisible(part.more)

    def _show_days(self, days: Sequence[Day]) -> None:
        today = self.overview.now.date()
        there = len(self.lines)
        for day in days:
            if day.gap:
                self._days.addWidget(words(gap_words(day.gap), "small"))
            self._days.addSpacing(8)
            self._days.addWidget(words(day_heading(day.day, today), "heading"))
            frame, inner = card(margin=8)
            inner.setSpacing(0)
            for entry in day.entries:
                line = EntryLine(entry, self._look)
                line.opened.connect(self._open)
                inner.addWidget(line)
                self.lines.append(line)
            self._days.addWidget(frame)
        for before, after in pairwise([*self.lines[max(0, there - 1) :], self.older_button]):
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
