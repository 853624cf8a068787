"""The morning after: one question, one tap, or not now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from recovery_coach.base.i18n import tr
from recovery_coach.ui.pain_strip import NumberStrip
from recovery_coach.ui.parts import button, column, words
from recovery_coach.ui.theme import Look


class MorningCard(QFrame):
    """Asks ``text``; ``chosen`` carries the number, ``skipped`` says that it is not answered."""

    chosen = Signal(int)
    skipped = Signal()

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(text)
        low, high = tr("0 · no pain"), tr("10 · worst pain you can imagine")
        self.strip = NumberStrip(look, tr("Pain"), low, high)
        for tile in self.strip.buttons:
            tile.setAccessibleDescription(text)
        self.strip.chosen.connect(self.chosen)
        self.later_button = button(tr("Not now"), self.skipped.emit, "top")
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(words(text, "heading"))
        layout.addWidget(self.strip)
        layout.addWidget(self.later_button, 0, Qt.AlignmentFlag.AlignLeft)
