"""The finish: what was done, the numbers before and after, effort, a note; all may be skipped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from recovery_coach.base.i18n import duration, tr
from recovery_coach.coach.past_session import hurt_line
from recovery_coach.coach.practise import Practice
from recovery_coach.session.states import State
from recovery_coach.ui.pain_strip import NumberStrip, effort_strip, pain_strip
from recovery_coach.ui.parts import PAGE_MARGIN, ScrollPage, button, column, row, words
from recovery_coach.ui.theme import Look

TOP = 16
"""Pixels above and below: all of it is to be seen at once in the smallest window."""


class FinishPage(ScrollPage):
    """Asks what only the person knows; ``saved`` and ``skipped`` end it."""

    saved = Signal(object)
    """Carries the versions that were written: what to undo to take it back."""
    skipped = Signal()

    def __init__(self, practice: Practice, look: Look) -> None:
        super().__init__(tr("Finish"), widest=1000)
        self._practice = practice
        finished = practice.player.state is State.FINISHED
        self.body.setSpacing(12)
        self.body.setContentsMargins(PAGE_MARGIN, TOP, PAGE_MARGIN, TOP)
        self.body.addStretch(1)
        self.body.addWidget(words(tr("Done.") if finished else tr("Stopped here."), "title"))
        facts = tr("{routine} · {sets} of {planned} sets · {time} of work").format(
            routine=tr(practice.routine.name),
            sets=practice.sets_done,
            planned=practice.sets_planned,
            time=duration(practice.active_seconds),
        )
        self.body.addWidget(words(facts, "lead"))
        for hurt in practice.hurts:
            self.body.addWidget(words(hurt_line(hurt, practice.names), "muted"))
        self.before: NumberStrip | None = None
        if practice.asks_before:
            self.before = pain_strip(look)
            self._ask(tr("How was your back before?"), self.before)
        self.after = pain_strip(look)
        self._ask(tr("And now?"), self.after)
        self.effort = effort_strip(look)
        self._ask(tr("How hard was it?"), self.effort)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("A note, if you like"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(look.size(3.8))
        self.body.addWidget(self.note)
        line = row()
        self.save_button = button(tr("Save"), self._save, "primary")
        line.addWidget(self.save_button)
        line.addWidget(
            button(tr("Skip"), self.skipped.emit, hint=tr("The session itself is saved already."))
        )
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)

    def _ask(self, question: str, strip: NumberStrip) -> None:
        inner = column(spacing=4)
        inner.addWidget(words(question, "heading"))
        inner.addWidget(strip)
        for tile in strip.buttons:  # two strips of pain: by the question they can be told apart
            tile.setAccessibleDescription(question)
        self.body.addLayout(inner)

    def _save(self) -> None:
        before = self.before.value if self.before is not None else None
        note = self.note.toPlainText().strip()
        after, effort = self.after.value, self.effort.value
        self.saved.emit(self._practice.save_finish(after, effort, note, before))
