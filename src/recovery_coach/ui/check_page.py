"""The check of warning signs: a card for each group of questions, calm and still.

Before a session, what was triggered stands on one screen. The full check unfolds one card at a
time. Nobody has to answer; what stays open is unknown, and the page says what that means. Every
answer is told at once, since one of them may be an emergency.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.numbers import Numbers
from recovery_coach.redflags.model import Answers, Group
from recovery_coach.ui.check_answers import CheckAnswers
from recovery_coach.ui.check_group import GroupCard
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.footed_page import FootedPage
from recovery_coach.ui.parts import PAGE_MARGIN, announce, button, column, set_text, words
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look

WIDEST = 900
TOP = 16
ABOVE = 16
"""Pixels left above a card that was unfolded."""
LONG_NAME = 24
"""Characters of a routine's name that still have room on a button."""


class CheckPage(FootedPage):
    """Asks ``groups``; ``starting`` is the routine that the answers stand before."""

    changed = Signal(dict)
    """After every answer: all of them so far, each as the text of facts 5.4."""
    answered = Signal(dict)
    """Done: all that was answered."""
    left = Signal()

    def __init__(
        self,
        look: Look,
        groups: Sequence[Group],
        answers: Answers,
        full: bool,
        starting: str = "",
        *,
        numbers: Numbers,
        now: datetime,
    ) -> None:
        title = tr("A full check") if full else tr("First a few questions")
        super().__init__(title, look, WIDEST)
        self._full = full
        self._answers = CheckAnswers(groups, answers)
        self.cards = [GroupCard(group, self._answers, look, now, folds=full) for group in groups]
        self._progress = words("", "heading")
        self._note = words("", "small")
        self._connect()
        self._fill(title, numbers)
        self._fill_foot(starting)
        self._show_progress()
        if full:
            self._open_next()

    @property
    def answers(self) -> dict[str, str]:
        """What was answered so far."""
        return dict(self._answers.given)

    # -- layout ----------------------------------------------------------------------------

    def _connect(self) -> None:
        for card in self.cards:
            card.given.connect(self._on_answer)
            if self._full:
                card.wanted.connect(lambda card=card: self._open(card))
                card.left.connect(lambda card=card: self._open_next(card))
                card.none_given.connect(lambda card=card: self._open_next(card))

    def _fill(self, title: str, numbers: Numbers) -> None:
        help_now = tr("If you need help now: call {number}").format(number=numbers.emergency)
        self.help_line = words(help_now, "lead")
        self.top.setContentsMargins(0, TOP, 0, TOP)
        self.top.addWidget(self.help_line)
        self.body.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        head = column(spacing=4)
        head.addWidget(words(title, "title"))
        asks = tr("Answer what you can. This is a check, not a diagnosis.")
        head.addWidget(words(asks, "muted"))
        self.body.addLayout(head)
        for card in self.cards:
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _fill_foot(self, starting: str) -> None:
        """How far it is, and the ways on: always in sight."""
        text = QWidget()
        stacked = column(text, spacing=2)
        stacked.addWidget(self._progress)
        stacked.addWidget(self._note)
        self.done = button(done_words(starting), self._on_done, "primary")
        if starting:
            said = tr("Done, go on to {name}").format(name=starting)
            self.done.setAccessibleName(said)
        self.leave = button(tr("Not now"), self.left.emit)
        ways = Flow(spacing=12)
        ways.show_items([self.leave, self.done])
        self.foot.addWidget(SideBySide(text, ways, self._look))

    # -- answers ---------------------------------------------------------------------------

    def _on_answer(self) -> None:
        self._show_progress()
        self.changed.emit(self.answers)

    def _on_done(self) -> None:
        self.answered.emit(self.answers)

    def _show_progress(self) -> None:
        self._progress.setText(self._answers.progress(by_group=self._full))
        note = tr("You can leave questions open. Without those answers we cannot give advice.")
        set_text(self._note, note if self._answers.open else "")

    # -- one card at a time ----------------------------------------------------------------

    def _open_next(self, after: GroupCard | None = None) -> None:
        """The next card with an open question; after the last of them, all are folded."""
        start = self.cards.index(after) + 1 if after is not None else 0
        coming = (*self.cards[start:], *self.cards[:start])
        wanted = (card for card in coming if card is not after)
        self._open(next((c for c in wanted if not self._answers.is_done(c.group)), None))

    def _open(self, wanted: GroupCard | None) -> None:
        for card in self.cards:
            if card is wanted or card.is_open:
                card.unfold(card is wanted)
        if not self.isVisible():
            return
        if wanted is None:
            self.done.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._progress.text())
            return
        wanted.setFocus()  # Tab goes on from there, and no answer looks chosen
        announce(self, f"{wanted.group.title}. {self._progress.text()}")
        QTimer.singleShot(0, wanted, lambda: self._bring_up(wanted))

    def _bring_up(self, card: GroupCard) -> None:
        """Where part of the card is out of sight, it moves to the top."""
        bar, room = self.scrolled.verticalScrollBar(), self.scrolled.viewport().height()
        top, bottom = card.y() - ABOVE, card.y() + card.height()
        if top < bar.value() or bottom > bar.value() + room:
            bar.setValue(top)


def done_words(starting: str) -> str:
    """What the main button says; a long name has no room there."""
    if not starting:
        return tr("Done")
    if len(starting) > LONG_NAME:
        return tr("Done, go on")
    return tr("Done, go on to {name}").format(name=starting)
