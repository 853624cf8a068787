"""A day is marked: "deadlift PR", "week off"; or from today on something is done, and compared.

What is compared, and when a word on it comes, stands here before anything is begun (facts 4.11).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from recovery_coach.base.i18n import tr
from recovery_coach.coach.diary import day_heading
from recovery_coach.coach.entry_words import one_line
from recovery_coach.coach.events import LONGEST, Before, ideas, mark_of, plan_words
from recovery_coach.journal import MarkRecord
from recovery_coach.ui.bottom_bar import BottomBar
from recovery_coach.ui.day_field import DayField
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.line_field import OwnLine
from recovery_coach.ui.parts import ScrollPage, button, card, listed, row, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.tiles import Tile, TileGrid
from recovery_coach.ui.when_field import Now

WIDEST = 900
DAY, COMPARES = "day", "compares"


class WordsField(OwnLine):
    """A line of a person's own words; Enter is as good as Save."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__()
        self.setMaxLength(max(LONGEST, 2 * len(text)))
        self.setText(text)
        self.setCursorPosition(0)
        self.setAccessibleName(name)


class MarkPage(ScrollPage):
    """Asks; ``saved`` carries the record."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, look: Look, now: Now, before: Before) -> None:
        super().__init__(tr("Mark a day"), widest=WIDEST)
        self._now = now
        self._look = look
        self._today = now().date()
        self._before = before
        self.compares = False
        self._asked = words("", "heading")
        self.field = WordsField(tr("Words"))
        self.field.setPlaceholderText(tr("In your own words"))
        self.ideas = {compares: self._ideas(compares) for compares in (False, True)}
        self.day = DayField(tr("Which day?"), self._today, look)
        self._day_said = words(day_heading(self._today, self._today), "lead")
        self.kinds = self._kinds()
        self._plan = self._plan_card()
        self._lay_out()
        save = button(tr("Save"), self._save, "primary")
        self.bar = BottomBar(self, (save, button(tr("Not now"), self.left.emit, "chip")), WIDEST)
        self.field.returnPressed.connect(self._save)
        self.field.textChanged.connect(lambda _: self.bar.say(""))
        self._show()

    # -- building --------------------------------------------------------------------------

    def _kinds(self) -> TileGrid:
        both = tr("From today on I do this: compare the two weeks before with the two weeks after")
        tiles = [
            Tile(tr("A day to remember"), DAY, self._look),
            Tile(both, COMPARES, self._look),
        ]
        grid = TileGrid([tiles])
        grid.setAccessibleName(tr("What kind of mark"))
        grid.chosen.connect(lambda kind: self.choose(kind == COMPARES))
        return grid

    def _ideas(self, compares: bool) -> Flow:
        made = Flow()
        made.setAccessibleName(tr("Ideas"))
        found = ideas(compares)
        made.show_items([button(text, partial(self._take, text), "chip") for text in found])
        return made

    def _lay_out(self) -> None:
        head = row()
        head.addWidget(words(tr("Mark a day"), "title"), 1)
        head.addWidget(button(tr("Back"), self.left.emit, "top"))
        self.body.addLayout(head)
        lead = tr("Something worth seeing beside your numbers, in the journal and in the charts.")
        self.body.addWidget(words(lead, "muted"))
        self.body.addWidget(self.kinds)
        frame, inner = card(margin=24)
        inner.addWidget(self._asked)
        inner.addWidget(self.field)
        for some in self.ideas.values():
            inner.addWidget(some)
        inner.addSpacing(12)
        inner.addWidget(words(tr("Which day?"), "heading"))
        inner.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._day_said)
        self.body.addWidget(frame)
        self.body.addWidget(self._plan)
        if self._before.barred:
            self.kinds.hide()
            self.body.addWidget(words(self._before.barred, "muted"))
        self.body.addStretch(1)

    def _plan_card(self) -> QFrame:
        frame, inner = card(margin=24)
        inner.addWidget(words(tr("What will be compared"), "heading"))
        for text in plan_words(self._before, self._today):
            inner.addLayout(listed(text))
        hint = tr("Nothing is compared for warning signs: those are for a professional to look at.")
        inner.addWidget(words(hint, "small"))
        return frame

    # -- what is shown ---------------------------------------------------------------------

    def choose(self, compares: bool) -> None:
        """A day to remember; or something is compared from today on."""
        self.compares = compares
        self._show()

    def _show(self) -> None:
        self.kinds.show_chosen([COMPARES if self.compares else DAY])
        asked = tr("What do you do from today on?") if self.compares else tr("What was it?")
        self._asked.setText(asked)
        self.field.setAccessibleName(asked)
        for compares, some in self.ideas.items():
            some.setVisible(compares == self.compares)
        self.day.setVisible(not self.compares)
        self._day_said.setVisible(self.compares)
        self._plan.setVisible(self.compares)

    def _take(self, text: str) -> None:
        """Words to begin with: they can be gone on with at once."""
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- saving ----------------------------------------------------------------------------

    @property
    def record(self) -> MarkRecord | None:
        """What is to be marked; None without words."""
        now, typed = self._now(), self.field.text()
        day = now.date() if self.compares else self.day.day
        return mark_of(typed, day, self.compares, now) if one_line(typed) else None

    def _save(self) -> None:
        record = self.record
        if record is None:
            self.bar.say(tr("Nothing is written yet. A word or two are enough."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.saved.emit(record)
