"""It hurts: already stopped, no question first. Then how strong, what kind, where, one at a time.

What was answered becomes a line of buttons, each of which asks it again; what may follow stands
below all the while. That is decided by ``coach.hurts``, in the words of ``coach.advice``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.advice import after_hurt, exercise_ended, word_label
from recovery_coach.coach.hurts import EMERGENCY, WORDS, Verdict, Word
from recovery_coach.coach.numbers import Numbers
from recovery_coach.coach.past_session import hurt_place
from recovery_coach.coach.practise import HurtAction, Practice
from recovery_coach.figure.store import Figures
from recovery_coach.library.regions import body_regions
from recovery_coach.ui.advice_card import advice_card
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.hurt_offers import HurtOffers
from recovery_coach.ui.pain_strip import ARROWS, pain_strip
from recovery_coach.ui.parts import (
    PAGE_MARGIN,
    PAGE_TOP,
    ScrollPage,
    announce,
    button,
    clear,
    column,
    set_text,
    words,
)
from recovery_coach.ui.theme import Look
from recovery_coach.ui.where import Where

WIDEST = 1000
MOST_PLACES = 2
"""Places on the body that are asked for: one is enough, a second one may be added."""

Asking = Literal["first", "score", "word", "where", "nothing"]
"""The question on the page; ``first`` is score and word together, before both are known."""


class HurtPage(QWidget):
    """Asks, offers, and says what was chosen. The session stands still all the while."""

    decided = Signal(str)
    ended = Signal()
    """A word that ends the session was given: it is over, and only the advice stays."""

    def __init__(self, practice: Practice, look: Look, figures: Figures, numbers: Numbers) -> None:
        super().__init__()
        self.setAccessibleName(tr("This hurts"))
        self._practice = practice
        self._numbers = numbers
        self._word: Word | None = None
        self.regions: list[str] = []
        self._asking: Asking = "first"
        self._question_shown = ""
        self.word_buttons: dict[Word, QPushButton] = {}
        self.answers = Flow()
        self._advice = column(spacing=12)
        self._place = words(hurt_place(practice.hurts[-1], practice.names), "muted")
        self._title = words("", "title")
        self._after_advice = words("", "heading")
        self.strip = pain_strip(look)
        self.strip.chosen.connect(lambda _: self._on_answer())
        self._kind = words(tr("What is it like?"), "heading")
        self._words = CardGrid(lambda: look.size(14), most=3)
        self._words.show_cards([self._word_button(word) for word in WORDS])
        self.where = Where(body_regions(), look)
        self.where.chosen.connect(self._on_region)
        self.where.turned.connect(self._show)
        self._bar = HurtOffers(practice, look, figures, WIDEST)
        self._bar.decided.connect(self.decided.emit)
        self._lay_out()
        self._judge()

    def _lay_out(self) -> None:
        page = ScrollPage(tr("This hurts"), widest=WIDEST)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the page itself has it
        page.body.setSpacing(12)
        page.body.setContentsMargins(PAGE_MARGIN, PAGE_TOP, PAGE_MARGIN, 0)
        page.body.addStretch(1)
        page.body.addWidget(self._place)
        page.body.addWidget(self.answers)
        page.body.addLayout(self._advice)
        asked = (self._title, self._after_advice, self.strip, self._kind, self._words, self.where)
        for part in asked:
            page.body.addWidget(part)
        page.body.addStretch(1)
        self._body = page.body
        layout = column(self, spacing=0)
        layout.addWidget(page, 1)
        layout.addWidget(self._bar)

    @property
    def offers(self) -> dict[HurtAction, QPushButton]:
        """What may follow now."""
        return self._bar.buttons

    # -- answers ---------------------------------------------------------------------------

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
        self._on_answer()

    def _on_answer(self) -> None:
        """With both of the first two known, they make room for the third."""
        if self.strip.value is not None and self._word is not None:
            self._asking = "nothing" if self.regions else "where"
        self._judge()

    def _on_region(self, identifier: str) -> None:
        if identifier not in self.regions:
            self.regions.append(identifier)
        self._asking = "nothing"
        self._judge()

    def _ask(self, asking: Asking) -> None:
        """Ask something again."""
        self._asking = asking
        self._show()

    def _ask_place(self, instead_of: str = "") -> None:
        """Another place, or one in the place of another."""
        self.regions = [region for region in self.regions if region != instead_of]
        self._asking = "where"
        self._judge()

    # -- what follows ----------------------------------------------------------------------

    def _judge(self) -> None:
        verdict = self._practice.answer_hurt(self.strip.value, self._word, self.regions)
        self._advise(verdict)
        self._bar.offer(verdict)
        if verdict.level == "stop_session":
            self._asking = "nothing"
        elif self._asking == "where":
            self.where.ask(self.regions)
        self._show()
        if verdict.level == "stop_session":
            self._practice.leave_hurt("stop")
            self.ended.emit()

    def _advise(self, verdict: Verdict) -> None:
        clear(self._advice)
        if verdict.level == "stop_session" and self._word is not None:
            alarm = self._word in EMERGENCY
            self._advice.addWidget(advice_card(after_hurt(self._word, self._numbers), alarm))
        elif verdict.level == "end_exercise":
            self._advice.addWidget(advice_card(exercise_ended(), alarm=False))

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        """The one question; the page takes the keyboard from the answer that is gone."""
        asking, level = self._asking, self._bar.verdict.level
        over = level == "stop_session"
        before = self._question_shown
        advised = level == "end_exercise" and asking != "first"
        self._place.setVisible(not over and not advised)
        self.answers.show_items([] if over or asking == "first" else self._answered())
        self.answers.setVisible(not over and asking != "first")
        self._question_shown = "" if over else self._question()
        set_text(self._title, "" if advised else self._question_shown)
        set_text(self._after_advice, self._question_shown if advised else "")
        self.strip.setVisible(asking in ("first", "score") and not over)
        self._kind.setVisible(asking == "first" and not over)
        self._words.setVisible(asking in ("first", "word") and not over)
        self.where.setVisible(asking == "where")
        self._body.setStretch(0, 2 if asking == "nothing" else 1)
        if before and before != self._question_shown:
            self.setFocus()
            announce(self, self._question_shown)

    def _question(self) -> str:
        if self._asking == "where":
            return self.where.title
        if self._asking == "nothing" and self._bar.verdict.level == "end_exercise":
            return ""  # the advice says what next
        return {
            "first": tr("Stopped. How strong is it?"),
            "score": tr("How strong is it?"),
            "word": tr("What is it like?"),
        }.get(self._asking, tr("What now?"))

    def _answered(self) -> list[QWidget]:
        """What is known, as buttons that ask it again."""
        made: list[QWidget] = []
        if self.strip.value is not None:
            text = tr("{number} of 10").format(number=self.strip.value)
            made.append(_answer(text, lambda: self._ask("score")))
        if self._word is not None:
            made.append(_answer(word_label(self._word), lambda: self._ask("word")))
        for region in self.regions:
            made.append(self._region(region))
        if self._asking == "where" and self.where.in_area:
            made.append(button(tr("Somewhere else"), self.where.back, "quiet"))
        elif self._asking != "where" and len(self.regions) < MOST_PLACES:
            text = tr("Another place") if self.regions else tr("Say where it is")
            made.append(button(text, self._ask_place, "quiet"))
        return made

    def _region(self, region: str) -> QPushButton:
        return _answer(body_regions().words(region), lambda: self._ask_place(region))

    # -- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is the score while that is asked; an arrow goes to the first answer."""
        digit = event.text().isdecimal() and len(event.text()) == 1
        if self.strip.isVisible() and (digit or event.key() in ARROWS):
            if digit:
                self.strip.keyPressEvent(event)
            else:
                self.strip.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.where.isVisible() and event.key() in ARROWS:
            self.where.grid.enter()
        elif self._words.isVisible() and event.key() in ARROWS:
            self.word_buttons[WORDS[0]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _answer(text: str, on_click: Callable[[], object]) -> QPushButton:
    made = button(text, on_click, "chip")
    made.setAccessibleDescription(tr("Change this answer"))
    return made
