"""The check of warning signs: every group a small card, all of them on one screen where they fit.

One button says no to a group, and the next group's is then under the keyboard: who has none of it
all is through in as many presses as there are groups. Nobody has to answer; what stays open is
unknown, and the page says what that means. Every answer is told at once, since one of them may be
an emergency.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.numbers import Numbers
from recovery_coach.redflags.model import Answers, Group
from recovery_coach.redflags.questions import spoken
from recovery_coach.ui.check_answers import CheckAnswers
from recovery_coach.ui.check_group import GroupCard
from recovery_coach.ui.check_more import More
from recovery_coach.ui.columns import SPACING, Columns
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.footed_page import FootedPage
from recovery_coach.ui.parts import PAGE_MARGIN, announce, button, column, set_text, words
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look

WIDEST = 1200
TOP = 10
HEAD_FROM, FOOT_FROM = 26, 12
"""In body sizes: the words need so much beside whom to call, and beside the ways on."""
ABOVE = 12
"""Pixels left above a card that comes into sight."""
LONG_NAME = 24
"""Characters of a routine's name that still have room on a button."""


class CheckPage(FootedPage):
    """Asks ``groups``; ``starting`` is the routine that the answers stand before.

    ``counting``: the fields that count when they are left open; all, where none is named. What
    has none of them is optional.
    """

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
        counting: Collection[str] = (),
        numbers: Numbers,
        now: datetime,
    ) -> None:
        title = tr("A full check") if full else tr("First a few questions")
        super().__init__(title, look, WIDEST)
        asked = spoken(groups)
        self._answers = CheckAnswers(asked, answers, counting)
        cards = [GroupCard(group, self._answers, look, now) for group in asked]
        counts = [card for card in cards if self._answers.counts(card.group)]
        optional = [card for card in cards if card not in counts]
        self.cards = [*counts, *optional]
        self.more = More(optional, look) if optional else None
        self._progress = words("", "heading")
        self._note = words("", "small")
        self._fill(title, numbers, Columns(counts, look))
        self._fill_foot(starting)
        self._connect()
        self._show_progress()

    @property
    def answers(self) -> dict[str, str]:
        """What was answered so far."""
        return dict(self._answers.given)

    def escape(self) -> None:
        """What the Escape key does: not now."""
        self.left.emit()

    # -- layout ----------------------------------------------------------------------------

    def _connect(self) -> None:
        for card in self.cards:
            card.given.connect(self._on_answer)
            card.turned.connect(self._chain)
            card.left.connect(lambda card=card: self._go_on(card))
        if self.more is not None:
            self.more.opened.connect(self._on_more)

    def _fill(self, title: str, numbers: Numbers, columns: Columns) -> None:
        help_now = tr("If you need help now: call {number}").format(number=numbers.emergency)
        self.help_line = words(help_now, "lead", wrap=False)
        text = QWidget()
        stacked = column(text, spacing=2)
        stacked.addWidget(words(title, "title"))
        asks = tr("Answer what you can. This is a check, not a diagnosis.")
        stacked.addWidget(words(asks, "muted"))
        self.top.setContentsMargins(0, TOP, 0, TOP)
        self.top.addWidget(SideBySide(text, self.help_line, self._look, HEAD_FROM))
        self.body.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        self.body.setSpacing(SPACING)
        self.body.addWidget(columns)
        if self.more is not None:
            self.body.addWidget(self.more)
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
        self.foot.addWidget(SideBySide(text, ways, self._look, FOOT_FROM))

    def showEvent(self, event: QShowEvent) -> None:
        """In a window, the keyboard's way through it is put in order."""
        super().showEvent(event)
        self._chain()

    def _chain(self) -> None:
        """From card to card as they are read, then on: what a card shows anew would come last."""
        if not self.isVisible():
            return
        more = [self.more.button] if self.more is not None else []
        stops: list[QWidget] = [self]
        for card in self.cards:
            if more and not self._answers.counts(card.group):
                stops.append(more.pop())
            stops += card.stops
        stops += [*more, self.leave, self.done]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # -- answers ---------------------------------------------------------------------------

    def _on_answer(self) -> None:
        self._show_progress()
        self.changed.emit(self.answers)

    def _on_done(self) -> None:
        self.answered.emit(self.answers)

    def _show_progress(self) -> None:
        self._progress.setText(self._answers.progress())
        note = ""
        if self._answers.open:
            note = tr("You can leave questions open. Without those answers we cannot give advice.")
        elif not all(self._answers.is_done(card.group) for card in self.cards):
            note = tr("The rest is optional. Without it, perhaps only gentle routines are open.")
        set_text(self._note, note)
        self._dress(ready=not self._answers.open)

    def _dress(self, ready: bool) -> None:
        """Done is the one thing to do as soon as nothing that counts is open."""
        kind = "primary" if ready else "plain"
        if self.done.property("kind") != kind:
            self.done.setProperty("kind", kind)
            self.done.style().unpolish(self.done)
            self.done.style().polish(self.done)

    # -- from card to card -----------------------------------------------------------------

    def _go_on(self, after: GroupCard) -> None:
        """To the next card that is open; after the last of them to what comes then."""
        if not self.isVisible():  # what was answered has led elsewhere
            return
        following = self._next(after)
        if following is not None:
            following.enter()
            announce(self, f"{following.group.title}. {self._progress.text()}")
            self._bring_up(following)
            return
        if self.more is not None and not self._answers.open:
            self.more.open()
            self._bring_up(self.more)
        self.done.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, f"{self._progress.text()}. {self._note.text()}".strip())

    def _next(self, after: GroupCard) -> GroupCard | None:
        """Of the optional ones only where one comes from there."""
        start = self.cards.index(after) + 1
        optional = not self._answers.counts(after.group)
        for card in (*self.cards[start:], *self.cards[: start - 1]):
            asked = optional or self._answers.counts(card.group)
            if asked and not self._answers.is_done(card.group):
                return card
        return None

    def _on_more(self) -> None:
        assert self.more is not None
        first = self.more.cards[0]
        first.enter()
        self._bring_up(first)

    def _bring_up(self, card: QWidget) -> None:
        """Where part of the card is out of sight, it moves to the top."""
        QTimer.singleShot(0, card, lambda: self._scroll_to(card))

    def _scroll_to(self, card: QWidget) -> None:
        bar, room = self.scrolled.verticalScrollBar(), self.scrolled.viewport().height()
        top = bar.value() + card.mapTo(self.scrolled.viewport(), QPoint(0, 0)).y()
        if top < bar.value() or top + card.height() > bar.value() + room:
            bar.setValue(top - ABOVE)


def done_words(starting: str) -> str:
    """What the main button says; a long name has no room there."""
    if not starting:
        return tr("Done")
    if len(starting) > LONG_NAME:
        return tr("Done, go on")
    return tr("Done, go on to {name}").format(name=starting)
