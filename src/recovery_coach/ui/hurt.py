"""It hurts: already stopped, no question first. Then how strong, what kind, and what may follow.

What is offered is decided by ``coach.hurts``; the words are those of ``coach.advice``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.advice import after_hurt, exercise_ended, word_label
from recovery_coach.coach.hurts import EMERGENCY, WORDS, Verdict, Word
from recovery_coach.coach.practise import HurtAction, Practice
from recovery_coach.ui.advice_card import advice_card
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.pain_strip import pain_strip
from recovery_coach.ui.parts import ScrollPage, button, clear, column, row, words
from recovery_coach.ui.theme import Look


class HurtPage(ScrollPage):
    """Asks, offers, and says what was chosen. The session stands still all the while."""

    decided = Signal(str)
    ended = Signal()
    """A word that ends the session was given: it is over, and only the advice stays."""

    def __init__(self, practice: Practice, look: Look, country: str = "") -> None:
        super().__init__(tr("This hurts"), widest=1000)
        self._practice = practice
        self._country = country
        self._word: Word | None = None
        self.strip = pain_strip(look)
        self.strip.chosen.connect(lambda _: self._judge())
        self.word_buttons: dict[Word, QPushButton] = {}
        self.offers: dict[HurtAction, QPushButton] = {}
        choices = CardGrid(lambda: look.size(14), most=3)
        choices.show_cards([self._word_button(word) for word in WORDS])
        self._questions = QWidget()
        inner = column(self._questions, spacing=12)
        inner.addWidget(words(tr("Stopped. How strong is it?"), "title"))
        inner.addWidget(self.strip)
        inner.addWidget(words(tr("What is it like?"), "heading"))
        inner.addWidget(choices)
        self.body.setSpacing(12)
        self._advice = column(spacing=12)
        self._offers = row(spacing=12)
        self.body.addStretch(1)
        self.body.addWidget(self._questions)
        self.body.addLayout(self._advice)
        self.body.addLayout(self._offers)
        self.body.addStretch(1)
        self._offer(practice.answer_hurt(None, None))

    def _word_button(self, word: Word) -> QPushButton:
        made = button(word_label(word), lambda: self._choose(word), "choice")
        made.setCheckable(True)
        self.word_buttons[word] = made
        return made

    def _choose(self, word: Word) -> None:
        """One word at a time; without a group, in which an arrow would choose what it passes."""
        self._word = word
        for other, made in self.word_buttons.items():
            made.setChecked(other == word)
        self._judge()

    def _judge(self) -> None:
        verdict = self._practice.answer_hurt(self.strip.value, self._word)
        self._offer(verdict)
        if verdict.level == "stop_session":
            self._practice.leave_hurt("stop")
            self.ended.emit()

    def _offer(self, verdict: Verdict) -> None:
        clear(self._advice)
        clear(self._offers)
        self.offers = {}
        if verdict.level == "stop_session" and self._word is not None:
            self._questions.hide()
            alarm = self._word in EMERGENCY
            self._advice.addWidget(advice_card(after_hurt(self._word, self._country), alarm))
            self._add("stop", tr("Close"), primary=False)
        elif verdict.level == "end_exercise":
            self._advice.addWidget(advice_card(exercise_ended(), alarm=False))
            self._add("stop", tr("Stop here"), primary=True)
            self._add("gentle", tr("Gentle moves instead"))
        else:
            if verdict.may_go_on:
                self._add("go_on", tr("Go on"), primary=True)
            self._add("skip", tr("Skip this exercise"))
            self._add("stop", tr("Stop here"))
        self._offers.addStretch(1)

    def _add(self, action: HurtAction, text: str, primary: bool = False) -> None:
        made = button(text, lambda: self.decided.emit(action), "primary" if primary else "plain")
        self.offers[action] = made
        self._offers.addWidget(made)
