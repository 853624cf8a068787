"""Questions that belong together, as a card that is as small as it may be.

Briefly: what is asked, a line each, and one button that says no to all of it. Unfolded: each with
its answers. Answered: one line that says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Group, Question
from recovery_coach.ui.answers import Answer, Strip, When, answer_for
from recovery_coach.ui.check_answers import CheckAnswers
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import ButtonKind, button, clear, column, listed, row, words
from recovery_coach.ui.setting_rows import rule
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look

Shape = Literal["brief", "open", "line"]

WORDS_FROM = 18
"""In body sizes: a question needs so much beside its answers."""
TITLE_FROM = 11
"""The same, of a title beside its buttons."""
MARGINS = {"brief": (16, 8, 12, 10), "open": (16, 12, 16, 12), "line": (16, 4, 12, 4)}


class GroupCard(QFrame):
    """Asks the questions of one group; ``given`` after each answer."""

    given = Signal()
    left = Signal()
    """Done with it: on to the next one."""
    turned = Signal()
    """It has folded or unfolded, so there are other things in it."""

    def __init__(self, group: Group, answers: CheckAnswers, look: Look, now: datetime) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(group.title)
        self.group = group
        self._answers = answers
        self._look = look
        self._now = now
        self.controls: dict[str, Answer] = {}
        self.none: QPushButton | None = None
        self.opener: QPushButton | None = None
        self._inner = column(self)
        self.shape: Shape = "open"
        self._turn(self._resting)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard can go in it, in order."""
        parts = [self, *self.findChildren(QWidget)]
        return [p for p in parts if p.focusPolicy() and not p.focusProxy() and not p.isHidden()]

    def enter(self) -> None:
        """The focus comes to its button; unfolded, to the card: no answer is to look chosen."""
        first = self.none if self.shape == "brief" else self.opener
        (first or self).setFocus(Qt.FocusReason.TabFocusReason)

    # -- its shapes ------------------------------------------------------------------------

    @property
    def _resting(self) -> Shape:
        """As small as it may be."""
        if self._answers.is_full(self.group):
            return "line"
        return "brief" if self.group.none else "open"

    def _turn(self, shape: Shape) -> None:
        self.shape = shape
        self.controls, self.none, self.opener = {}, None, None
        policy = Qt.FocusPolicy.TabFocus if shape == "open" else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        clear(self._inner)
        holder = QWidget()
        inner = column(holder, spacing=4 if shape == "brief" else 12)
        {"brief": self._ask_briefly, "open": self._ask, "line": self._say}[shape](inner)
        self._inner.setContentsMargins(*MARGINS[shape])
        self._inner.addWidget(holder)
        self.turned.emit()

    def _unfold(self) -> None:
        self._turn("open")
        self.enter()

    def _leave(self) -> None:
        """Fold it and go on; what has nothing to fold to stays as it is."""
        done = self._answers.is_done(self.group)
        self._turn("line" if done else self._resting)
        self.left.emit()

    # -- one line --------------------------------------------------------------------------

    def _say(self, inner: QVBoxLayout) -> None:
        state = self._answers.state_words(self.group)
        said = tr("{setting}: {choice}").format(setting=self.group.title, choice=state)
        text = QWidget()
        across = row(text, spacing=8)
        across.addWidget(Tick(self._look))
        across.addWidget(words(said, "muted"), 1)
        self.opener = self._small(tr("Change"), self._unfold)
        inner.addWidget(SideBySide(text, self.opener, self._look, TITLE_FROM))

    # -- briefly ---------------------------------------------------------------------------

    def _ask_briefly(self, inner: QVBoxLayout) -> None:
        self.none = self._small(self._answers.none_words(self.group), self._on_none, "outline")
        asked = [self._asked(question) for question in self.group.questions]
        self.none.setAccessibleDescription(" ".join(asked))
        self.opener = self._some()
        ways = Flow()
        ways.show_items([self.none, self.opener])
        title = words(self.group.title, "heading")
        inner.addWidget(SideBySide(title, ways, self._look, TITLE_FROM))
        signs = column(spacing=2)
        for question, text in zip(self.group.questions, asked, strict=True):
            said = question.field in self._answers.given
            signs.addLayout(listed(text, "teal" if said else "asked"))
        inner.addLayout(signs)

    def _asked(self, question: Question) -> str:
        """A question with what was answered; while it is open, with its hint."""
        said = self._answers.label_of(question) or question.hint
        return f"{question.text} {said}".strip()

    def _some(self) -> QPushButton:
        """What says that there is more than a no. A plain yes is an answer at once."""
        if len(self.group.questions) > 1:
            return self._small(tr("One of these…"), self._unfold)
        (question,) = self.group.questions
        others = [one for one in question.choices if one.value != question.none]
        if len(others) > 1:
            return self._small(tr("Yes…"), self._unfold)
        (other,) = others
        return self._small(other.label, lambda: self._on_answer(question, other.value))

    def _small(
        self, text: str, action: Callable[[], object], kind: ButtonKind = "chip"
    ) -> QPushButton:
        made = button(text, action, kind)
        name = tr("{setting}: {choice}").format(setting=self.group.title, choice=text)
        made.setAccessibleName(name)
        return made

    # -- unfolded --------------------------------------------------------------------------

    def _ask(self, inner: QVBoxLayout) -> None:
        if len(self.group.questions) > 1:
            inner.addWidget(words(self.group.title, "heading"))
        for question in self.group.questions:
            if self.controls:
                inner.addWidget(rule())
            inner.addWidget(self._line(question))
        shown: list[QWidget] = []
        if self.group.none:
            self.none = self._small("", self._on_none, "outline")
            shown.append(self.none)
        if self.group.none or len(self.controls) > 1:
            shown.append(self._small(tr("Next"), self._leave))
        if shown:
            line = Flow(spacing=12)
            line.show_items(shown)
            inner.addWidget(line)
        self._show_none()

    def _line(self, question: Question) -> QWidget:
        control = answer_for(question, self._look, self._now)
        control.show_answer(self._answers.given.get(question.field, ""))
        control.told.connect(lambda value: self._on_answer(question, value))
        self.controls[question.field] = control
        text = QWidget()
        stacked = column(text, spacing=2)
        alone = len(self.group.questions) == 1
        stacked.addWidget(words(question.text, "heading" if alone else "body"))
        if question.hint:
            stacked.addWidget(words(question.hint, "small"))
        if not isinstance(control, Strip | When):
            return SideBySide(text, control, self._look, WORDS_FROM)
        below = QWidget()
        lines = column(below, spacing=8)
        lines.addWidget(text)
        lines.addWidget(control)
        return below

    # -- answers ---------------------------------------------------------------------------

    def _on_answer(self, question: Question, value: str) -> None:
        self._answers.give(question.field, value)
        self._show_none()
        self.given.emit()
        alone = len(self.group.questions) == 1 and question.asks == "choice"
        if alone and value:
            self._leave()

    def _on_none(self) -> None:
        self._answers.none_of(self.group)
        self.given.emit()
        self._leave()

    def _show_none(self) -> None:
        if self.none is not None:
            self.none.setText(self._answers.none_words(self.group))
            name = tr("{setting}: {choice}")
            text = name.format(setting=self.group.title, choice=self.none.text())
            self.none.setAccessibleName(text)


class Tick(QLabel):
    """A check mark."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        size = self._look.size(1.2)
        self.setPixmap(icon("check", self._look.palette.teal_text, size).pixmap(size, size))
