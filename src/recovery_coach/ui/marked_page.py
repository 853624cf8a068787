"""A marked day of the journal: its words and its day are changed here; those of a comparison not.

The day a comparison begins with stays for good: it was written down before there were results.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from recovery_coach.base.i18n import tr
from recovery_coach.coach.diary import entry_heading
from recovery_coach.coach.entry_words import one_line
from recovery_coach.coach.events import amend_mark, amended, marked_on, state_words
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import Entry, MarkRecord, Record
from recovery_coach.ui.day_field import DayField
from recovery_coach.ui.entry_page import Amend, EntryPage
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.mark_page import WordsField
from recovery_coach.ui.parts import button, card, column, words
from recovery_coach.ui.theme import Look


class MarkedPage(EntryPage):
    """Shows a mark; what is typed is kept when the page is left."""

    def __init__(self, overview: Overview, look: Look, entry: Entry[Record]) -> None:
        super().__init__(_name(_mark(entry)), overview, look, entry)
        self.day: DayField | None = None
        self._shown_day = entry.day
        self.build()

    @property
    def record(self) -> MarkRecord:
        """The mark as it stands."""
        return _mark(self.entry)

    def refresh(self) -> None:
        """Show what is true now; but what is being written is left alone."""
        if self.amendment() is None:
            super().refresh()

    def fill(self) -> None:
        """What it is, its words, its day, and what it said before."""
        today = self.overview.now.date()
        self.add_top()
        head = column(spacing=4)
        head.addWidget(words(_name(self.record), "title"))
        head.addWidget(words(entry_heading(self.entry, today), "muted"))
        self.part.addLayout(head)
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("Words"), "heading"))
        self.field = WordsField(tr("Words"), one_line(self.record.words))
        self.field.returnPressed.connect(self._save)
        inner.addWidget(self.field)
        inner.addSpacing(12)
        self.day = None
        if self.record.compares:
            self._add_state(inner, today)
        else:
            self._add_day(inner, today)
        self.part.addWidget(frame)
        line = Flow(spacing=12)
        save = button(tr("Save"), self._save, "primary")
        line.show_items([save, button(tr("Delete"), self._delete, hint=tr("Undo brings it back."))])
        self.part.addWidget(line)
        self.add_versions()

    def _add_day(self, inner: QVBoxLayout, today: date) -> None:
        # A clock that ran ahead has left a day that is still to come.
        self.day = DayField(tr("Which day?"), max(today, self.entry.day), self._look)
        self.day.show_day(self.entry.day)
        self._shown_day = self.day.day
        inner.addWidget(words(tr("Which day?"), "heading"))
        inner.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_state(self, inner: QVBoxLayout, today: date) -> None:
        written = marked_on(self.journal, self.entry) if self.journal else self.entry.day
        for text in state_words(self.entry.day, written, today):
            inner.addWidget(words(text))

    def _save(self) -> None:
        if self.keep():
            self.left.emit()

    def _delete(self) -> None:
        self.field.setText(one_line(self.record.words))  # nothing typed is to be kept
        if self.day is not None:
            self.day.show_day(self._shown_day)
        self.deleted.emit(self.entry.record_id)

    def amendment(self) -> Amend | None:
        """The words and the day, where they are other ones."""
        record_id, record = self.entry.record_id, self.record
        chosen = self.day.day if self.day is not None else self._shown_day
        day = record.at.date() if chosen == self._shown_day else chosen
        told = amended(record, self.field.text(), day, self.overview.now)
        if told == record:
            return None
        return lambda journal: amend_mark(journal, record_id, told)


def _name(record: MarkRecord) -> str:
    return tr("From this day on") if record.compares else tr("A marked day")


def _mark(entry: Entry[Record]) -> MarkRecord:
    assert isinstance(entry.record, MarkRecord)
    return entry.record
