"""One entry of the journal, from a number alone to a whole check-in: changed or deleted."""

from __future__ import annotations

from dataclasses import replace

from recovery_coach.base.i18n import tr
from recovery_coach.coach.amending import amend_entry
from recovery_coach.coach.checkin import title_of
from recovery_coach.coach.diary import source_words
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import Entry, PainEntry, Record
from recovery_coach.settings.model import Settings
from recovery_coach.ui.bottom_bar import BottomBar
from recovery_coach.ui.checkin_form import CheckinForm, headed
from recovery_coach.ui.entry_page import Amend, EntryPage
from recovery_coach.ui.parts import button, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.when_field import When

WIDEST = 1160


class PainPage(EntryPage):
    """Shows an entry as it was given; every answer can be changed, or taken out again."""

    def __init__(
        self, overview: Overview, look: Look, settings: Settings, entry: Entry[Record]
    ) -> None:
        super().__init__(title_of(_pain(entry)), overview, look, entry, WIDEST)
        self._settings = settings
        self.build()

    @property
    def record(self) -> PainEntry:
        """The entry as it stands."""
        return _pain(self.entry)

    def refresh(self) -> None:
        """Show what is true now; but what is being written is left alone."""
        if self.amendment() is None:
            super().refresh()

    def build(self) -> None:
        """The page, and below it what can be done; made after it, as Tab comes to it last."""
        super().build()
        for old in self.findChildren(BottomBar):
            old.hide()
            old.deleteLater()
        self.note_button = button(tr("Add a note"), self._ask_note, "chip")
        save = button(tr("Save"), self._save, "primary")
        delete = button(tr("Delete"), self._delete, "chip", hint=tr("Undo brings it back."))
        self.bar = BottomBar(self, (save, delete, self.note_button), WIDEST)
        self.bar.show()
        self.note_button.setVisible(not self.record.note)

    def fill(self) -> None:
        """The answers, the day and the time, and what it said before."""
        record = self.record
        self.when = When(
            self._look,
            self.overview.clock.now,
            self._settings.week_start,
            tr("Change the day or time"),
            may_be_now=False,
        )
        self.when.show_moment(record.at)
        title = words(title_of(record), "title", wrap=False)
        back = button(tr("Back"), self.left.emit, "top")
        self.part.addLayout(headed(title, self.when, back))
        if source_words(record):
            self.part.addWidget(words(source_words(record), "muted"))
        self.form = CheckinForm(self._look, self._settings.units, self)
        self.form.show_entry(record)
        self.part.addWidget(self.when)
        self.part.addWidget(self.form)
        self.add_versions()

    def _save(self) -> None:
        if self.when.moment is None:
            self.bar.say(tr("That day and time are still to come. Choose a moment up to now."))
        elif self.keep():
            self.left.emit()

    def _delete(self) -> None:
        self._forget()
        self.deleted.emit(self.entry.record_id)

    def _forget(self) -> None:
        """What was changed is not to be written: it is deleted anyway."""
        self.when.show_moment(self.record.at)
        self.form.show_entry(self.record)

    def _ask_note(self) -> None:
        self.form.ask_note()
        self.note_button.hide()

    def amendment(self) -> Amend | None:
        """The answers, where they are other ones. A moment still to come is none."""
        record_id, record = self.entry.record_id, self.record
        told = replace(self.form.amended(record), at=self.when.moment or record.at)
        if told == record:
            return None
        return lambda journal: amend_entry(journal, record_id, told)


def _pain(entry: Entry[Record]) -> PainEntry:
    assert isinstance(entry.record, PainEntry)
    return entry.record
