"""Changed on two computers: each way an entry was left in, side by side, and which one to keep.

Nothing is dropped: what is not kept stays in the older versions of the entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from recovery_coach.base.i18n import tr, trn, when
from recovery_coach.coach.diary import entry_heading
from recovery_coach.coach.fork_words import Question, Side, question_of, where_words
from recovery_coach.coach.overview import Overview
from recovery_coach.journal.forks import Fork
from recovery_coach.ui.columns import Columns
from recovery_coach.ui.parts import LivePage, button, card, clear, column, words
from recovery_coach.ui.theme import Look

FEW = 20
"""So many are shown at a time; the next ones when these are settled."""


class ForksPage(LivePage):
    """Asks about the forks of an :class:`Overview`'s journal; what is chosen is told."""

    left = Signal()
    kept = Signal(object, str)
    """A ``Fork``, and the version of it that is right."""

    def __init__(self, overview: Overview, look: Look) -> None:
        super().__init__(tr("Changed on two computers"))
        self._overview = overview
        self._look = look
        self._forks: Sequence[Fork] = ()
        self.keepers: list[list[QPushButton]] = []
        """The buttons, by fork and side, in their order."""
        back = button(tr("Back"), self.left.emit)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(words(tr("Changed on two computers"), "title"))
        self._lead = words("", "muted")
        self.body.addWidget(self._lead)
        self._cards = column(spacing=16)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is to be chosen now."""
        journal = self._overview.journal
        found = journal.forks() if journal is not None else []
        if self.keepers and found == self._forks:
            return
        self._forks = found
        self._lead.setText(_lead(len(found)))
        clear(self._cards)
        self.keepers = []
        device = journal.device if journal is not None else ""
        for fork in found[:FEW]:
            self._cards.addWidget(self._card(question_of(fork, device)))

    def go_on(self) -> None:
        """The keyboard goes on with the next one; with the page where there is none."""
        if self.keepers:
            self.keepers[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, question: Question) -> QFrame:
        frame, inner = card(margin=24)
        heading = entry_heading(question.fork.shown, self._overview.now.date())
        inner.addWidget(words(heading, "heading"))
        self.keepers.append([])
        sides = [self._side(question.fork, heading, side) for side in question.sides]
        inner.addWidget(Columns(sides, self._look, spacing=12))
        return frame

    def _side(self, fork: Fork, heading: str, side: Side) -> QFrame:
        frame, inner = card("side", margin=16)
        inner.setSpacing(6)
        inner.addWidget(words(where_words(side), "kicker" if side.shown else "small"))
        now = self._overview.now
        changed = when(side.written_at.astimezone(now.tzinfo), now)
        if side.deleted:
            inner.addWidget(words(tr("Deleted"), "heading"))
            inner.addWidget(words(tr("It was: {what}").format(what=side.title)))
            written = tr("Deleted {when}").format(when=changed)
        else:
            _add_said(inner, side)
            written = tr("Changed {when}").format(when=changed)
        inner.addWidget(words(written, "small"))
        inner.addStretch(1)
        text = tr("Leave it deleted") if side.deleted else tr("Keep this one")
        keeper = button(text, partial(self.kept.emit, fork, side.version_id), "outline")
        name = tr("{do}: {what}, {where}, {written}; {entry}")
        what = tr("Deleted") if side.deleted else side.title
        keeper.setAccessibleName(
            name.format(do=text, what=what, where=where_words(side), written=written, entry=heading)
        )
        inner.addWidget(keeper, 0, Qt.AlignmentFlag.AlignLeft)
        self.keepers[-1].append(keeper)
        return frame


def _add_said(inner: QVBoxLayout, side: Side) -> None:
    inner.addWidget(words(side.title, "heading"))
    for name, value in side.differs:
        inner.addWidget(words(tr("{what}: {value}").format(what=name, value=value)))
    if side.note:
        inner.addWidget(words(tr("“{text}”").format(text=side.note)))
    if side.facts:
        inner.addWidget(words(side.facts, "muted"))


def _lead(count: int) -> str:
    if not count:
        return tr("There is nothing to choose: all computers agree.")
    return trn(
        "{n} entry was changed on two computers before they heard of each other. Keep what is"
        " right; the other way stays in the entry’s older versions.",
        "{n} entries were changed on two computers before they heard of each other. Keep what is"
        " right; the other ways stay in the entries’ older versions.",
        count,
    )
