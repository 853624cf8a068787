"""One session of the journal: how it went, set by set, what hurt; and its answers, to be changed.

What was counted (sets, times, repetitions, what hurt) is what happened, and is not edited here.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QWidget

from recovery_coach.base.i18n import duration, tr
from recovery_coach.coach.amending import Answers, amend_session
from recovery_coach.coach.diary import title
from recovery_coach.coach.insights import Insights
from recovery_coach.coach.overview import Overview, state_words
from recovery_coach.coach.past_session import Move, hurt_facts, hurt_place, moves_of, names_of
from recovery_coach.coach.session_light import read_light
from recovery_coach.journal import Entry, Record, SessionRecord, SetRecord
from recovery_coach.ui.entry_page import Amend, EntryPage, note_field, question
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.light_card import light_card
from recovery_coach.ui.pain_strip import NumberStrip, effort_strip, pain_strip
from recovery_coach.ui.parts import button, card, column, row, words
from recovery_coach.ui.theme import Look


class SessionPage(EntryPage):
    """Shows a session, or asks for its answers anew."""

    def __init__(self, overview: Overview, look: Look, entry: Entry[Record]) -> None:
        super().__init__(title(entry.record), overview, look, entry)
        self.editing = False
        self.before: NumberStrip | None = None
        self.after: NumberStrip | None = None
        self.effort: NumberStrip | None = None
        self.note: QPlainTextEdit | None = None
        self.build()

    @property
    def record(self) -> SessionRecord:
        """The session as it stands."""
        assert isinstance(self.entry.record, SessionRecord)
        return self.entry.record

    def refresh(self) -> None:
        """Show what is true now; but what is being written is left alone."""
        if not self.editing:
            super().refresh()

    def fill(self) -> None:
        """How it went; or the questions."""
        self.add_top()
        head = column(spacing=4)
        head.addWidget(words(tr(self.record.routine_name), "title"))
        head.addWidget(words(self.when_words(self.record.started_at), "muted"))
        self.part.addLayout(head)
        if self.editing:
            self._build_questions()
        else:
            self._build_answers()

    # -- reading ---------------------------------------------------------------------------

    def _build_answers(self) -> None:
        record = self.record
        parts = [tr("{time} of work").format(time=duration(record.active_seconds))]
        parts.append(state_words(record.state))
        self.part.addWidget(words(" · ".join(parts), "teal"))
        self.part.addWidget(self._answers_card())
        self._buttons()
        self._hurts_card()
        self._light_card()
        self._moves_card()
        self.add_versions()

    def _answers_card(self) -> QFrame:
        record = self.record
        frame, inner = card(margin=24)
        numbers = Flow(spacing=32)
        numbers.show_items(
            [
                _figure(tr("Before"), record.pain_before),
                _figure(tr("After"), record.pain_after),
                _figure(tr("Effort"), record.effort),
            ]
        )
        inner.addWidget(numbers)
        if record.note:
            inner.addWidget(words(record.note))
        return frame

    def _buttons(self) -> None:
        if self.record.state == "running":
            text = tr("It is still under way, or was interrupted: it can be changed once it ended.")
            self.part.addWidget(words(text, "small"))
            return
        line = row()
        line.addWidget(button(tr("Change"), self._edit))
        line.addWidget(
            button(
                tr("Delete"),
                lambda: self.deleted.emit(self.entry.record_id),
                hint=tr("Its sets go with it; its numbers stay. Undo brings it back."),
            )
        )
        line.addStretch(1)
        self.part.addLayout(line)

    @property
    def _sets(self) -> list[SetRecord]:
        found = self.journal.sets_of(self.entry.record_id) if self.journal else []
        return [one.record for one in found]

    @property
    def _breaths(self) -> frozenset[str]:
        """The exercises whose repetitions are breaths."""
        exercises = self.overview.library.exercises
        return frozenset(key for key, one in exercises.items() if one.dose.kind == "breaths")

    def _hurts_card(self) -> None:
        hurts = self.journal.hurts_of(self.entry.record_id) if self.journal else []
        if not hurts:
            return
        known = {key: one.name for key, one in self.overview.library.exercises.items()}
        names = names_of(self._sets, known)
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("It hurt"), "heading"))
        for hurt in hurts:
            lines = column(spacing=2)
            lines.addWidget(words(hurt_place(hurt.record, names)))
            lines.addWidget(words(hurt_facts(hurt.record), "small"))
            inner.addLayout(lines)
        self.part.addWidget(frame)

    def _light_card(self) -> None:
        """The traffic light, where anything was said that it can be read from."""
        if self.journal is None or self.record.state == "running":
            return
        found = read_light(
            Insights(self.journal, self.overview.library.routines),
            self.entry.record_id,
            self.entry.day,
            [hurt.record for hurt in self.journal.hurts_of(self.entry.record_id)],
            self.overview.standing().level,
        )
        if found is not None:
            self.part.addWidget(light_card(found))

    def _moves_card(self) -> None:
        if not self._sets:
            return
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("The moves"), "heading"))
        for move in moves_of(self._sets, self._breaths):
            inner.addLayout(self._move(move))
        self.part.addWidget(frame)

    def _move(self, move: Move) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(2)
        table.setColumnStretch(0, 5)
        table.setColumnStretch(1, 4)
        table.setColumnStretch(2, 3)
        table.addWidget(words(move.name), 0, 0, 1, 3)
        for line, one in enumerate(move.sets, 1):
            table.addWidget(words(one.which, "small"), line, 0)
            table.addWidget(words(one.amount, "small"), line, 1)
            table.addWidget(words(one.outcome, "small"), line, 2)
        return table

    # -- changing --------------------------------------------------------------------------

    def _edit(self) -> None:
        self.editing = True
        self._turn()

    def _turn(self) -> None:
        """The other side of the page, from its top; the button that was pressed is gone."""
        self.build()
        self.verticalScrollBar().setValue(0)
        self.setFocus()

    def _build_questions(self) -> None:
        record = self.record
        self.before, self.after = pain_strip(self._look), pain_strip(self._look)
        self.effort = effort_strip(self._look)
        self.note = note_field(self._look, record.note)
        for strip, text, value in (
            (self.before, tr("How was your back before?"), record.pain_before),
            (self.after, tr("And after it?"), record.pain_after),
            (self.effort, tr("How hard was it?"), record.effort),
        ):
            self.part.addWidget(question(strip, text, value))
        self.part.addWidget(self.note)
        line = row()
        line.addWidget(button(tr("Save"), self._save, "primary"))
        line.addWidget(button(tr("Cancel"), self._cancel))
        line.addStretch(1)
        self.part.addLayout(line)

    @property
    def _answers(self) -> Answers | None:
        """What stands in the fields; None where there are none."""
        if not self.editing or not (self.before and self.after and self.effort and self.note):
            return None
        return Answers(
            before=self.before.value,
            after=self.after.value,
            effort=self.effort.value,
            note=self.note.toPlainText().strip(),
        )

    def _save(self) -> None:
        if self.keep():
            self._cancel()

    def _cancel(self) -> None:
        self.editing = False
        self.read_again()
        self._turn()

    def amendment(self) -> Amend | None:
        """The answers, where they are other ones."""
        answers = self._answers
        if answers is None or answers == Answers.of(self.record):
            return None
        record_id = self.entry.record_id
        return lambda journal: amend_session(journal, record_id, answers)


def _figure(title: str, value: int | None) -> QWidget:
    """A number with what it means above it."""
    made = QWidget()
    inner = column(made, spacing=0)
    inner.addWidget(words(title, "small", wrap=False))
    inner.addWidget(words("–" if value is None else str(value), "title", wrap=False))
    return made
