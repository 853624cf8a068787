"""Everything a check-in asks, in the order a sore person thinks: how much, where, what kind.

New entries and old ones are filled in alike. What may matter lies folded below, and a note comes
when it is asked for; on a bad day how much and where are all there is, until more is wanted.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from recovery_coach.base.i18n import capital, tr, within
from recovery_coach.coach.checkin import facts_of
from recovery_coach.journal import PainEntry, region_scores, region_texts
from recovery_coach.library.regions import body_regions
from recovery_coach.settings.model import Units
from recovery_coach.ui.checkin_matter import WhatMayMatter
from recovery_coach.ui.checkin_pain import (
    HowMuch,
    Section,
    Sides,
    WhatItDoes,
    WhatKind,
)
from recovery_coach.ui.entry_page import note_field
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import PAGE_MARGIN, button, card, column, row, set_text, words
from recovery_coach.ui.places_picker import PlacesPicker
from recovery_coach.ui.sticky import Sticky
from recovery_coach.ui.theme import Look
from recovery_coach.ui.when_field import When

STICKY_MARGIN = 16
NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""For what is put into words without ever being written."""


class CheckinForm(QWidget):
    """Shows an entry and takes answers; ``changed`` with each of them."""

    changed = Signal()

    def __init__(self, look: Look, units: Units, page: QScrollArea) -> None:
        """``page`` is what it scrolls with."""
        super().__init__()
        self._look = look
        self._units = units
        self.much = HowMuch(look)
        self.places = PlacesPicker(look, tr("Where is it?"))
        self.kind = WhatKind()
        self.does = WhatItDoes(look)
        self.matter_button = button("", self._toggle_matter, "filter")
        self.matter_button.setCheckable(True)
        self._inside = words("", "small")
        self.matter = WhatMayMatter(look, units)
        self.note = note_field(look, "")
        self.note.hide()
        self._strange: dict[str, int | None] = {}
        """Places that only a newer program knows."""
        self._shown = PainEntry(at=NO_MOMENT, source="checkin")
        self._page = page
        page.viewport().installEventFilter(self)
        self._lay_out(page)
        for section in self._sections:
            section.changed.connect(self._on_change)
        self.places.changed.connect(lambda _: self._on_change())
        self.note.textChanged.connect(self._on_change)
        look.changed.connect(self._on_look)
        self._tint()
        self.fold()

    def _lay_out(self, page: QScrollArea) -> None:
        layout = column(self, spacing=18)
        layout.addWidget(self.much)
        self.questions = QWidget()
        inner = column(self.questions, spacing=22)
        inner.addWidget(self.kind)
        inner.addWidget(self.does)
        inner.addStretch(1)
        where = Sticky(self._map_card(), page, STICKY_MARGIN)
        self._main = Sides(self._look, where, self.questions)
        layout.addLayout(self._main)
        self.rest = QWidget()
        rest = column(self.rest, spacing=10)
        rest.addWidget(self.matter_button, 0, Qt.AlignmentFlag.AlignLeft)
        rest.addWidget(self._inside)
        rest.addWidget(self.matter)
        layout.addWidget(self.rest)
        layout.addWidget(self.note)

    def _map_card(self) -> QFrame:
        frame, inner = card(margin=20)
        inner.addWidget(self.places, 1)
        return frame

    @property
    def _sections(self) -> tuple[Section, ...]:
        return (self.much, self.kind, self.does, self.matter)

    # -- an entry --------------------------------------------------------------------------

    def show_entry(self, entry: PainEntry) -> None:
        """Show what an entry says, and only that."""
        blocked = self.blockSignals(True)
        for section in self._sections:
            section.show_entry(entry)
        known = {region.id for region in body_regions().regions}
        scores = region_scores(entry)
        self._strange = {place: score for place, score in scores.items() if place not in known}
        self.places.show_scores({place: scores[place] for place in scores if place in known})
        self.note.setPlainText(entry.note)
        self.note.setVisible(bool(entry.note))
        self.blockSignals(blocked)
        self._shown = self.entry(entry)
        self._show_inside()

    def entry(self, base: PainEntry) -> PainEntry:
        """What is answered, with the moment and the source of ``base``."""
        found = {name: value for one in self._sections for name, value in one.fields().items()}
        regions = region_texts(self.places.scores | self._strange)
        return replace(base, **found, regions=regions, note=self.note.toPlainText().strip())

    def amended(self, entry: PainEntry) -> PainEntry:
        """The entry that is shown with what was changed in it; all else stays as it was."""
        told = self.entry(entry)
        names = (field.name for field in fields(PainEntry))
        pairs = ((name, getattr(told, name), getattr(self._shown, name)) for name in names)
        return replace(entry, **{name: now for name, now, was in pairs if now != was})

    @property
    def is_short(self) -> bool:
        """Whether nothing was answered but one number, where it is, and perhaps a note."""
        found = [value for one in self._sections[1:] for value in one.fields().values()]
        return all(value in (None, ()) for value in (self.much.leg.value, *found))

    # -- what is seen of it ----------------------------------------------------------------

    def show_short(self, short: bool) -> None:
        """Only how much and where; or all of it."""
        self.much.leg.setVisible(not short)
        self.questions.setVisible(not short)
        self.rest.setVisible(not short)
        self._turn()

    def fold(self, folded: bool = True) -> None:
        """Fold what may matter, or lay it open."""
        self.matter_button.setChecked(not folded)
        self.matter.setVisible(not folded)
        self._turn()
        self._show_inside()

    def ask_note(self) -> None:
        """Show where a note is written, and go there."""
        self.note.show()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_matter(self) -> None:
        self.fold(not self.matter_button.isChecked())

    def _on_change(self) -> None:
        self._show_inside()
        self.changed.emit()

    def _show_inside(self) -> None:
        """What lies folded: what it asks, or what was answered of it."""
        self.matter_button.setText(tr("What may matter"))
        if self.matter_button.isChecked():
            set_text(self._inside, "")
            return
        asks = tr("Sleep, stress, mood, water, training, what you took")
        inside = PainEntry(at=NO_MOMENT, source="checkin", **self.matter.fields())
        said = " · ".join(within(line) for line in facts_of(inside, self._units))
        set_text(self._inside, capital(said) or asks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Side by side where the page has room."""
        if event.type() == QEvent.Type.Resize:
            self._turn()
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        room = self._page.viewport().width() - 2 * PAGE_MARGIN
        for sides in (self.much.sides, self._main, self.matter.sides):
            sides.turn(room)

    def _on_look(self) -> None:
        self._tint()
        self._turn()

    def _tint(self) -> None:
        size = self._look.size(1.0)
        self.matter_button.setIcon(icon("chevron-down", self._look.palette.muted, size))
        self.matter_button.setIconSize(QSize(size, size))


def headed(title: QWidget, when: When, back: QWidget) -> QBoxLayout:
    """The top of a page with a form: what it is, when it was, and the way back."""
    line = row(spacing=16)
    parts = Flow(spacing=16)
    parts.show_items((title, when.said, when.button))
    line.addWidget(parts, 1)
    line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
    return line
