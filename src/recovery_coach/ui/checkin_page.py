"""The check-in: one page, nothing filled in, nothing demanded; on a bad day a number and a place.

What was given stays when the page is left before it was saved: the page holds it, and *Check in*
comes back to it.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from recovery_coach.base.i18n import tr
from recovery_coach.coach.checkin import on_day, says_something
from recovery_coach.journal import PainEntry, PainSource
from recovery_coach.settings.model import Settings
from recovery_coach.ui.bottom_bar import BottomBar
from recovery_coach.ui.checkin_form import CheckinForm, headed
from recovery_coach.ui.parts import ScrollPage, button, set_text, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.when_field import Now, When

WIDEST = 1160


class CheckinPage(ScrollPage):
    """Asks; ``saved`` carries the entry. Whoever wrote it down calls :meth:`clear`.

    Until then everything stays as it is, so that a disk that is full loses nothing.
    """

    saved = Signal(object)
    worry = Signal()
    left = Signal()

    def __init__(self, look: Look, now: Now, settings: Settings) -> None:
        super().__init__(tr("Check-in"), widest=WIDEST)
        self._now = now
        self.flare = False
        self._begun: datetime | None = None
        self._title = words("", "title", wrap=False)
        self._lead = words("", "muted")
        self.back_button = button(tr("Back"), self.left.emit, "top")
        self.when = When(look, now, settings.week_start, tr("It was another day"))
        self.form = CheckinForm(look, settings.units, self)
        self.save_button = button(tr("Save"), self._save, "primary")
        self.more_button = button(
            tr("More"), self._show_more, "chip", tr("What it is like, and more")
        )
        self.note_button = button(tr("Add a note"), self._ask_note, "chip")
        self.worry_button = button(tr("Something new or worrying?"), self.worry.emit, "chip")
        buttons = (self.save_button, self.more_button, self.note_button, self.worry_button)
        self._lay_out(self.body)
        self.bar = BottomBar(self, buttons, WIDEST)
        self.form.changed.connect(self._on_change)
        self.when.changed.connect(lambda: self.bar.say(""))
        self.open()

    def _lay_out(self, body: QVBoxLayout) -> None:
        body.setSpacing(12)
        body.addLayout(headed(self._title, self.when, self.back_button))
        body.addWidget(self._lead)
        body.addWidget(self.when)
        body.addWidget(self.form)
        body.addStretch(1)

    # -- opening and leaving ---------------------------------------------------------------

    def open(self, flare: bool = False) -> None:
        """As a check-in, or for a bad day; what was given before it was left is still there."""
        self.flare = flare
        self._title.setText(tr("A bad day") if flare else tr("Check-in"))
        set_text(self._lead, tr("A number and a place are enough.") if flare else "")
        self._show_short(flare and self.form.is_short)
        if not self.given:  # a day that was looked at and left is not meant any more
            self._show_moment(None)
        self.refresh()

    def show_day(self, day: date) -> None:
        """It is of that day: now, where that is today."""
        now = self._now()
        self._show_moment(None if day == now.date() else on_day(day, now.time(), now))

    def _show_moment(self, moment: datetime | None) -> None:
        self.when.show_moment(moment)
        self.when.open(moment is not None)

    def refresh(self) -> None:
        """Show what is true now. What was begun on another day belongs to that day."""
        begun = self._begun
        if begun is not None and self.when.is_now and begun.date() != self._now().date():
            self.when.show_moment(begun)
        elif self.when.is_now:
            self.when.show_moment(None)

    def clear(self) -> None:
        """It is written down: the next one begins with nothing."""
        self._begun = None
        self.form.show_entry(self._base())
        self.form.fold()
        self._show_moment(None)
        self.bar.say("")
        self.note_button.show()
        self.verticalScrollBar().setValue(0)

    @property
    def given(self) -> bool:
        """Whether anything was answered that is not saved yet."""
        return says_something(self.form.entry(self._base()))

    def _base(self) -> PainEntry:
        source: PainSource = "flare" if self.flare else "checkin"
        return PainEntry(at=self.when.moment or self._now(), source=source)

    # -- what is done ----------------------------------------------------------------------

    def _on_change(self) -> None:
        self.bar.say("")
        if not self.given:
            self._begun = None
        elif self._begun is None:
            self._begun = self._now()

    def _save(self) -> None:
        if self.when.moment is None:
            self.bar.say(tr("That day and time are still to come. Choose a moment up to now."))
        elif not self.given:
            self.bar.say(tr("Nothing is given yet. A number alone is enough."))
        else:
            self.saved.emit(self.form.entry(self._base()))

    def _show_more(self) -> None:
        self._show_short(False)
        self.form.kind.families[0].chips["dull"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_short(self, short: bool) -> None:
        self.form.show_short(short)
        self.more_button.setVisible(short)

    def _ask_note(self) -> None:
        self.form.ask_note()
        self.note_button.hide()
        self.ensureWidgetVisible(self.form.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is the number for the back, as long as nothing else has the keyboard."""
        if self.hasFocus() and event.text().isdecimal() and len(event.text()) == 1:
            self.form.much.back.strip.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
