"""The check-in about the pain itself: how much, what kind, what it does.

Every section shows the fields of an entry that are its own and gives them back; what was not
answered is None or empty, and nothing is filled in.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.checkin import MOST_QUALITIES, families, runs_down, runs_sides
from recovery_coach.journal import PainEntry
from recovery_coach.ui.amount import Amount
from recovery_coach.ui.chips import Chips
from recovery_coach.ui.pain_strip import NumberStrip
from recovery_coach.ui.parts import announce, column, row, set_text, words
from recovery_coach.ui.scale import Scale
from recovery_coach.ui.theme import Look

BESIDE_FROM = 60
"""Width, in body sizes, from which two strips, or map and questions, stand side by side."""
COLUMNS = 24
"""Pixels between them."""
LONGEST_STIFF = 600
"""Minutes."""


class Section(QWidget):
    """Some fields of an entry."""

    changed = Signal()

    def show_entry(self, entry: PainEntry) -> None:
        """Show what an entry says, without an answer being given."""
        raise NotImplementedError

    def fields(self) -> dict[str, Any]:
        """What is answered here, by the fields of an entry."""
        raise NotImplementedError


class Sides(QBoxLayout):
    """Two parts side by side where the page has room for both, else one below the other."""

    def __init__(self, look: Look, first: QWidget, second: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._look = look
        self._parts = (first, second)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(COLUMNS)
        self.addWidget(first, 1)
        self.addWidget(second, 1)

    def turn(self, room: int) -> None:
        """``room`` is what the page has: what stands side by side would never let it shrink."""
        wanted = sum(part.minimumSizeHint().width() for part in self._parts) + COLUMNS
        across = room >= max(wanted, self._look.size(BESIDE_FROM))
        directions = QBoxLayout.Direction
        self.setDirection(directions.LeftToRight if across else directions.TopToBottom)


def pain_scale(look: Look, name: str) -> Scale:
    """Pain with the anchors of facts 4.1, the same every time."""
    low, high = tr("0 · no pain"), tr("10 · worst pain you can imagine")
    return Scale(name, NumberStrip(look, name, low, high))


class HowMuch(Section):
    """Back and leg apart: the leg is what tells the two kinds of back pain from each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.back = pain_scale(look, tr("Back pain right now"))
        self.leg = pain_scale(look, tr("Leg pain right now"))
        self.sides = Sides(look, self.back, self.leg)
        self.setLayout(self.sides)
        for scale in (self.back, self.leg):
            scale.changed.connect(self.changed)

    def show_entry(self, entry: PainEntry) -> None:
        """Both numbers."""
        self.back.show_value(entry.nrs)
        self.leg.show_value(entry.leg_nrs)

    def fields(self) -> dict[str, Any]:
        """Both numbers."""
        return {"nrs": self.back.value, "leg_nrs": self.leg.value}


class WhatKind(Section):
    """Up to three words; a fourth is refused calmly."""

    def __init__(self) -> None:
        super().__init__()
        self._words = words(tr("Up to three words."), "small")
        head = column(spacing=2)
        head.addWidget(words(tr("What is it like?"), "heading"))
        head.addWidget(self._words)
        layout = column(self, spacing=12)
        layout.addLayout(head)
        self.families: list[Chips] = []
        for family in families():
            chips = Chips(family.title, family.words)
            chips.picked.connect(lambda value, chips=chips: self._on_picked(chips, value))
            chips.changed.connect(self.changed)
            self.families.append(chips)
            layout.addWidget(chips)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The words."""
        return tuple(word for chips in self.families for word in chips.values)

    def show_entry(self, entry: PainEntry) -> None:
        """The words of an entry; one that is not known here goes with the first of them."""
        known = {word for chips in self.families for word in chips.chips}
        for index, chips in enumerate(self.families):
            mine = [word for word in entry.qualities if word in chips.chips]
            strange = [word for word in entry.qualities if word not in known]
            chips.show_values([*mine, *strange] if index == 0 else mine)
        self._say(tr("Up to three words."))

    def fields(self) -> dict[str, Any]:
        """The words."""
        return {"qualities": self.chosen}

    def _on_picked(self, chips: Chips, value: str) -> None:
        if len(self.chosen) <= MOST_QUALITIES:
            self._say(tr("Up to three words."))
            return
        chips.take_out(value)
        text = tr("Three words are enough. Take one out to choose another.")
        self._say(text)
        announce(self, text)

    def _say(self, text: str) -> None:
        set_text(self._words, text)


class WhatItDoes(Section):
    """The worst of a day, the morning, the night, and whether it runs down."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.worst = pain_scale(look, tr("Worst pain in the last 24 hours"))
        stiff = tr("Stiff in the morning")
        self.stiff = Amount(stiff, tr("{n} min"), LONGEST_STIFF, 5, 10)
        woke = tr("Did it wake you at night?")
        self.woke = Chips(woke, (("yes", tr("Yes")), ("no", tr("No"))), one=True)
        running = tr("Does it run down from the back or buttock?")
        self.runs = Chips(running, runs_down(), one=True)
        self.side = Chips(tr("On which side?"), runs_sides(), one=True)
        layout = column(self, spacing=14)
        layout.addWidget(self.worst)
        layout.addLayout(beside(stiff, self.stiff))
        layout.addLayout(beside(woke, self.woke))
        down = column(spacing=6)
        down.addWidget(words(running))
        down.addWidget(self.runs)
        down.addWidget(self.side)
        layout.addLayout(down)
        self.runs.changed.connect(self._on_runs)
        for part in (self.worst, self.stiff, self.woke, self.runs, self.side):
            part.changed.connect(self.changed)
        self._on_runs()

    def show_entry(self, entry: PainEntry) -> None:
        """What an entry says of it."""
        self.worst.show_value(entry.worst_nrs)
        self.stiff.show_value(entry.stiff_minutes)
        woke = {True: "yes", False: "no"}.get(entry.woke) if entry.woke is not None else None
        self.woke.show_values([woke])
        self.runs.show_values([entry.runs_down])
        self.side.show_values([entry.runs_side])
        self._on_runs()

    def fields(self) -> dict[str, Any]:
        """What is answered; a side only where it runs down."""
        woke, minutes = self.woke.value, self.stiff.value
        return {
            "worst_nrs": self.worst.value,
            "stiff_minutes": None if minutes is None else round(minutes),
            "woke": None if woke is None else woke == "yes",
            "runs_down": self.runs.value,
            "runs_side": self.side.value if self._runs else None,
        }

    @property
    def _runs(self) -> bool:
        return self.runs.value not in (None, "no")

    def _on_runs(self) -> None:
        self.side.setVisible(self._runs)


def beside(text: str, control: QWidget) -> QBoxLayout:
    """A short question with its control at the end of the line."""
    line = row(spacing=16)
    line.addWidget(words(text), 1)
    line.addWidget(control)
    return line
