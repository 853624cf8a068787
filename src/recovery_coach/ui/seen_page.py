"""Somebody who can judge it has looked at it: when that was, and what was said about exercise."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Choice
from recovery_coach.ui.answers import Choices
from recovery_coach.ui.day_field import DayField
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import ScrollPage, button, card, words
from recovery_coach.ui.theme import Look


class SeenPage(ScrollPage):
    """Two questions; the second may stay open, which counts as not sure."""

    seen = Signal(object, str)
    """The date, and ``yes``, ``no`` or ``unsure``."""
    left = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__(tr("Seen by a professional"), widest=860)
        self._fine = "unsure"
        self.body.addStretch(1)
        self.body.addWidget(words(tr("Seen by a professional"), "title"))
        text = tr("A doctor, a nurse or a physiotherapist: somebody who could look at it.")
        self.body.addWidget(words(text, "muted"))
        frame, inner = card(margin=24)
        when = tr("On which date?")
        inner.addWidget(words(when, "heading"))
        self.day = DayField(when, today, look)
        inner.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addSpacing(8)
        asks = tr("Were you told that exercise is fine?")
        inner.addWidget(words(asks, "heading"))
        self.fine = Choices(
            asks,
            (
                Choice("yes", tr("Yes")),
                Choice("no", tr("No")),
                Choice("unsure", tr("Not sure")),
            ),
        )
        self.fine.told.connect(self._on_fine)
        inner.addWidget(self.fine)
        hint = tr("Without a clear yes, the gentle routines come first.")
        inner.addWidget(words(hint, "small"))
        self.body.addWidget(frame)
        self.save = button(tr("Save"), self._on_save, "primary")
        line = Flow(spacing=12)
        line.show_items([self.save, button(tr("Back"), self.left.emit)])
        self.body.addWidget(line)
        self.body.addStretch(1)

    def escape(self) -> None:
        """What the Escape key does."""
        self.left.emit()

    def _on_fine(self, value: str) -> None:
        self._fine = value or "unsure"

    def _on_save(self) -> None:
        self.seen.emit(self.day.day, self._fine)
