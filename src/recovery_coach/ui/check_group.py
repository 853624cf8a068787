"""Questions that belong together, as a card: each on its line, and one button that answers all.

Where there are many such cards, all but one are folded to what was answered in them.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Group, Question
from recovery_coach.ui.answers import Answer, Strip, When, answer_for
from recovery_coach.ui.check_answers import CheckAnswers
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import button, clear, column, words
from recovery_coach.ui.setting_rows import rule
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look

WORDS_FROM = 18
"""In body sizes: a question needs so much beside its answers."""


class GroupCard(QFrame):
    """Asks the questions of one group; ``given`` after each answer."""

    given = Signal()
    none_given = Signal()
    """The one button has answered all of it."""
    wanted = Signal()
    """It is asked to unfold."""
    left = Signal()
    """On to the next one."""

    def __init__(
        self, group: Group, answers: CheckAnswers, look: Look, now: datetime, folds: bool
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(group.title)
        self.group = group
        self.is_open = not folds
        self._answers = answers
        self._look = look
        self._now = now
        self._folds = folds
        self.controls: dict[str, Answer] = {}
        self.none: QPushButton | None = None
        self.opener: QPushButton | None = None
        self._inner = column(self, margin=20, spacing=12)
        self._build()

    def unfold(self, is_open: bool) -> None:
        """Show the questions, or what was answered."""
        if self._folds:
            self.is_open = is_open
            self._build()

    def _build(self) -> None:
        clear(self._inner)
        self.controls, self.none, self.opener = {}, None, None
        holder = QWidget()
        inner = column(holder, spacing=12)
        if self.is_open:
            self._ask(inner)
        else:
            inner.addWidget(self._folded())
        self._inner.addWidget(holder)

    # -- folded ----------------------------------------------------------------------------

    def _folded(self) -> QWidget:
        text = QWidget()
        stacked = column(text, spacing=2)
        stacked.addWidget(words(self.group.title, "heading"))
        stacked.addWidget(words(self._answers.state_words(self.group), "muted"))
        begun = self._answers.is_begun(self.group)
        self.opener = button(tr("Change") if begun else tr("Answer"), self.wanted.emit)
        name = tr("{setting}: {choice}").format(setting=self.group.title, choice=self.opener.text())
        self.opener.setAccessibleName(name)
        return SideBySide(text, self.opener, self._look)

    # -- open ------------------------------------------------------------------------------

    def _ask(self, inner: QVBoxLayout) -> None:
        inner.addWidget(words(self.group.title, "heading"))
        for question in self.group.questions:
            if self.controls:
                inner.addWidget(rule())
            inner.addWidget(self._line(question))
        line = Flow(spacing=12)
        shown: list[QWidget] = []
        if self.group.none:
            self.none = button("", self._on_none, "choice")
            self.none.setCheckable(True)
            shown.append(self.none)
        if self._folds:
            shown.append(button(tr("Next"), self.left.emit))
        line.show_items(shown)
        if shown:
            inner.addWidget(line)
        self._show_none()

    def _line(self, question: Question) -> QWidget:
        control = answer_for(question, self._look, self._now)
        control.show_answer(self._answers.given.get(question.field, ""))
        control.told.connect(lambda value: self._on_answer(question.field, value))
        self.controls[question.field] = control
        text = QWidget()
        stacked = column(text, spacing=2)
        stacked.addWidget(words(question.text))
        if question.hint:
            stacked.addWidget(words(question.hint, "small"))
        if not isinstance(control, Strip | When):
            return SideBySide(text, control, self._look, WORDS_FROM)
        below = QWidget()
        lines = column(below, spacing=8)
        lines.addWidget(text)
        lines.addWidget(control)
        return below

    def _on_answer(self, field: str, value: str) -> None:
        self._answers.give(field, value)
        self._show_none()
        self.given.emit()

    def _on_none(self) -> None:
        self._answers.none_of(self.group)
        for field, control in self.controls.items():
            control.show_answer(self._answers.given[field])
        self._show_none()
        self.given.emit()
        self.none_given.emit()

    def _show_none(self) -> None:
        """It stays pressed only while all of it is a no."""
        if self.none is None:
            return
        answers, group = self._answers, self.group
        self.none.setText(answers.none_words(group))
        name = tr("{setting}: {choice}").format(setting=group.title, choice=self.none.text())
        self.none.setAccessibleName(name)
        self.none.setChecked(answers.is_done(group) and not answers.says_something(group))
