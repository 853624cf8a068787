"""A check, a visit to a professional, a week or a background as it was written down, to be read.

A check is never deleted: that would be a way around a warning sign. A background is what the rules
rest on, and is changed on its own page.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from recovery_coach.base.i18n import capital, long_date, tr
from recovery_coach.coach.diary import note_of, title
from recovery_coach.coach.entry_words import exercise_words, impact_items, seen_day
from recovery_coach.coach.overview import Overview
from recovery_coach.coach.record_words import answers_of
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    Entry,
    ImpactRecord,
    Record,
    SeenRecord,
)
from recovery_coach.library.naming import caution_short
from recovery_coach.ui.entry_page import Amend, EntryPage
from recovery_coach.ui.parts import button, card, column, words
from recovery_coach.ui.theme import Look

Lines = Sequence[tuple[str, str]]


def is_shown(record: Record) -> bool:
    """Whether this page shows records of its kind."""
    return isinstance(record, CheckRecord | SeenRecord | ImpactRecord | BackgroundRecord)


class RecordPage(EntryPage):
    """Shows a record with all that was answered."""

    def __init__(self, overview: Overview, look: Look, entry: Entry[Record]) -> None:
        super().__init__(title(entry.record), overview, look, entry)
        self.build()

    def fill(self) -> None:
        """What it is, when it was, what was answered, and what can be done with it."""
        record = self.entry.record
        self.add_top()
        head = column(spacing=4)
        head.addWidget(words(title(record), "title"))
        head.addWidget(words(self.when_words(record.moment), "muted"))
        self.part.addLayout(head)
        self._answers_card(lines_of(record))
        if isinstance(record, ImpactRecord | SeenRecord):
            delete = button(tr("Delete"), self._delete, hint=deleting_words(record))
            self.part.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)
        self.part.addWidget(words(deleting_words(record), "small"))
        self.add_versions()

    def _answers_card(self, lines: Lines) -> None:
        frame, inner = card(margin=24)
        if not lines:
            inner.addWidget(words(tr("Nothing was answered."), "muted"))
        table = QGridLayout()
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(10)
        table.setColumnStretch(0, 3)
        table.setColumnStretch(1, 2)
        for line, (asked, answered) in enumerate(lines):
            table.addWidget(words(asked, "muted"), line, 0)
            table.addWidget(words(answered), line, 1)
        inner.addLayout(table)
        note = note_of(self.entry.record)
        if note:
            inner.addWidget(words(note))
        self.part.addWidget(frame)

    def _delete(self) -> None:
        self.deleted.emit(self.entry.record_id)

    def amendment(self) -> Amend | None:
        """Nothing is typed here."""
        return None


def lines_of(record: Record) -> Lines:
    """What was asked, and what was answered."""
    if isinstance(record, ImpactRecord):
        return [(name, _of_ten(value)) for name, value in impact_items(record)]
    if isinstance(record, SeenRecord):
        return [
            (tr("Seen on"), long_date(seen_day(record))),
            (tr("Exercise"), capital(exercise_words(record.exercise_fine))),
        ]
    found = answers_of(record)
    if isinstance(record, BackgroundRecord) and record.codes:
        found.append((tr("Cautions"), capital(tr(", ").join(map(caution_short, record.codes)))))
    return found


def _of_ten(value: int | None) -> str:
    return "–" if value is None else tr("{number} of 10").format(number=value)


def deleting_words(record: Record) -> str:
    """What deleting it would do, or why it cannot be."""
    if isinstance(record, CheckRecord):
        return tr(
            "A check stays in the journal: deleting it must never be a way around a warning sign."
            " A fresh check, or “seen by a professional”, takes its place."
        )
    if isinstance(record, SeenRecord):
        return tr("If you delete this, what it had closed stands again. Undo brings it back.")
    if isinstance(record, BackgroundRecord):
        return tr("It is changed on the page of your health background.")
    return tr("Undo brings it back.")
