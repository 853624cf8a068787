"""One entry of the journal: read, changed, deleted. What the pages of both kinds have in common.

Leaving the page with changes keeps them, as if Save had been pressed (the window sees to it):
nothing that was typed is lost, and Undo takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from recovery_coach.base.i18n import tr, trn, when
from recovery_coach.coach.diary import day_heading
from recovery_coach.coach.overview import Overview
from recovery_coach.coach.versions import Version, versions_of
from recovery_coach.journal import Entry, Journal, Record
from recovery_coach.ui.pain_strip import NumberStrip
from recovery_coach.ui.parts import ScrollPage, button, card, clear, column, row, words
from recovery_coach.ui.theme import Look

Amend = Callable[[Journal], list[str]]
"""Writes a change, and returns the versions to undo it by."""


class EntryPage(ScrollPage):
    """Shows one record and its versions; the journal itself is changed by who hears of it."""

    left = Signal()
    amended = Signal(object)
    """Carries an ``Amend``."""
    deleted = Signal(str)

    def __init__(
        self,
        name: str,
        overview: Overview,
        look: Look,
        entry: Entry[Record],
        widest: int = 900,
    ) -> None:
        super().__init__(name, widest)
        self.overview = overview
        self._look = look
        self.entry = entry
        self.versions_open = False
        self._kept = False
        self.part = column()

    @property
    def journal(self) -> Journal | None:
        """The journal, unless it cannot be used."""
        return self.overview.journal

    def read_again(self) -> bool:
        """Look the record up again; whether it is still there."""
        found = self.journal.get(self.entry.record_id) if self.journal else None
        if found is None:
            return False
        self.entry = found
        return True

    def refresh(self) -> None:
        """Show what is true now; a record that is gone is left."""
        if self.read_again():
            self.build()
        else:
            self.left.emit()

    def build(self) -> None:
        """Fill the page anew."""
        clear(self.body)
        holder = QWidget()
        self.part = column(holder, spacing=16)
        self.fill()
        self.body.addWidget(holder)
        self.body.addStretch(1)

    def fill(self) -> None:
        """Put into ``part`` what is to be seen."""
        raise NotImplementedError

    def amendment(self) -> Amend | None:
        """What writes down the changes that were not saved yet; None where there are none."""
        raise NotImplementedError

    def keep(self) -> bool:
        """Write them down; whether nothing is left to be written."""
        amend = self.amendment()
        if amend is None:
            return True
        self._kept = False

        def write(journal: Journal) -> list[str]:
            versions = amend(journal)
            self._kept = True
            return versions

        self.amended.emit(write)
        if self._kept:
            self.read_again()
        return self._kept

    # -- parts -----------------------------------------------------------------------------

    def add_top(self) -> None:
        """The way back."""
        back = button(tr("Back"), self.left.emit)
        self.part.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def when_words(self, moment: datetime) -> str:
        """The day and time of the record, where it was."""
        day = day_heading(self.entry.day, self.overview.now.date())
        return tr("{date}, {clock}").format(date=day, clock=f"{moment:%H:%M}")

    def add_versions(self) -> None:
        """How often it was changed; on demand what it said before, and since when."""
        if self.journal is None:
            return
        found = versions_of(self.journal.history(self.entry.record_id))
        edits = sum(version.edited for version in found)
        if len(found) < 2:
            return
        text = trn("Edited {n} time", "Edited {n} times", edits) if edits else tr("Older versions")
        opener = button(text, self._toggle_versions, "filter", tr("Shows or hides older versions"))
        opener.setCheckable(True)
        opener.setChecked(self.versions_open)
        self.versions_button = opener
        self.part.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)
        self._versions = column(spacing=0)
        self.part.addLayout(self._versions)
        self._show_versions(found)

    def _toggle_versions(self) -> None:
        self.versions_open = not self.versions_open
        if self.journal is not None:
            self._show_versions(versions_of(self.journal.history(self.entry.record_id)))

    def _show_versions(self, found: Sequence[Version]) -> None:
        clear(self._versions)
        if not self.versions_open:
            return
        frame, inner = card(margin=20)
        now = self.overview.now
        for version in found:
            lines = column(spacing=2)
            written = version.written_at.astimezone(now.tzinfo)
            lines.addWidget(words(when(written, now), "small"))
            for change in version.changes:
                lines.addWidget(words(change))
            inner.addLayout(lines)
        self._versions.addWidget(frame)


def note_field(look: Look, text: str) -> QPlainTextEdit:
    """Where a note is written."""
    field = QPlainTextEdit(text)
    field.setAccessibleName(tr("Note"))
    field.setPlaceholderText(tr("A note, if you like"))
    field.setTabChangesFocus(True)
    field.setFixedHeight(look.size(6))
    return field


def question(strip: NumberStrip, text: str, value: int | None) -> QWidget:
    """A number to change, with the way to take it out again."""
    strip.show_value(value)
    made = QWidget()
    inner = column(made, spacing=6)
    line: QHBoxLayout = row()
    line.addWidget(words(text, "heading"), 1)
    without = button(tr("No number"), lambda: strip.show_value(None), "chip")
    without.setAccessibleName(tr("{question} No number").format(question=text))
    line.addWidget(without)
    inner.addLayout(line)
    inner.addWidget(strip)
    return made
