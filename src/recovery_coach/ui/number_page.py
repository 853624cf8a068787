"""One number of the journal: how much it hurt, when, and a note; to be changed or deleted."""

from __future__ import annotations

from recovery_coach.base.i18n import tr
from recovery_coach.coach.amending import amend_number
from recovery_coach.coach.diary import source_words
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import Entry, PainEntry, Record
from recovery_coach.ui.entry_page import Amend, EntryPage, note_field
from recovery_coach.ui.pain_strip import pain_strip
from recovery_coach.ui.parts import button, column, row, words
from recovery_coach.ui.theme import Look


class NumberPage(EntryPage):
    """Shows a number as it was given; another one is chosen as it was chosen then."""

    def __init__(self, overview: Overview, look: Look, entry: Entry[Record]) -> None:
        super().__init__(tr("A number"), overview, look, entry)
        self.strip = pain_strip(look)
        self.note = note_field(look, "")
        self.build()

    @property
    def record(self) -> PainEntry:
        """The number as it stands."""
        assert isinstance(self.entry.record, PainEntry)
        return self.entry.record

    def refresh(self) -> None:
        """Show what is true now; but what is being written is left alone."""
        if self.amendment() is None:
            super().refresh()

    def fill(self) -> None:
        """The number, the note, and what can be done with them."""
        record = self.record
        self.add_top()
        head = column(spacing=4)
        title = tr("Pain {number} of 10").format(number=record.nrs)
        head.addWidget(words(title, "title"))
        parts = [self.when_words(record.at), source_words(record)]
        head.addWidget(words(" · ".join(part for part in parts if part), "muted"))
        self.part.addLayout(head)
        self.strip = pain_strip(self._look)
        self.strip.show_value(record.nrs)
        self.note = note_field(self._look, record.note)
        self.part.addWidget(self.strip)
        self.part.addWidget(self.note)
        line = row()
        line.addWidget(button(tr("Save"), self._save, "primary"))
        line.addWidget(button(tr("Delete"), self._delete, hint=tr("Undo brings it back.")))
        line.addStretch(1)
        self.part.addLayout(line)
        self.add_versions()

    def _save(self) -> None:
        if self.keep():
            self.left.emit()

    def _delete(self) -> None:
        self._forget()
        self.deleted.emit(self.entry.record_id)

    def _forget(self) -> None:
        """What was changed is not to be written: it is deleted anyway."""
        self.strip.show_value(self.record.nrs)
        self.note.setPlainText(self.record.note)

    def amendment(self) -> Amend | None:
        """The number and the note, where they are other ones."""
        number, note, record_id = self.strip.value, self._typed, self.entry.record_id
        if number is None or (number == self.record.nrs and note == self.record.note):
            return None
        return lambda journal: amend_number(journal, record_id, number, note)

    @property
    def _typed(self) -> str:
        return self.note.toPlainText().strip()
