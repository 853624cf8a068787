"""Settings as rows of a card: title and help on one side, the control on the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from recovery_coach.settings.described import Described, Section
from recovery_coach.ui.controls import Control, control_for
from recovery_coach.ui.parts import card, column, words
from recovery_coach.ui.theme import Look

WORDS_FROM = 15
"""In body sizes: the words need so much beside the control, else it goes below them."""


class SettingRow(QWidget):
    """One setting; ``control`` is where it is changed."""

    def __init__(self, described: Described, look: Look) -> None:
        super().__init__()
        self._look = look
        self.control: Control = control_for(described, look)
        texts = column(spacing=2)
        texts.addWidget(words(described.title))
        if described.help:
            texts.addWidget(words(described.help, "small"))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addLayout(texts, 1)
        self._layout.addWidget(self.control)
        look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one above the other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self.control.sizeHint().width() - self._layout.spacing()
        wide = room >= self._look.size(WORDS_FROM)
        directions, flags = QBoxLayout.Direction, Qt.AlignmentFlag
        self._layout.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._layout.setAlignment(self.control, flags.AlignVCenter if wide else flags.AlignLeft)


def section_card(section: Section, look: Look) -> tuple[QFrame, dict[str, SettingRow]]:
    """A card with all settings of ``section``, and their rows by name."""
    frame, inner = card(margin=20)
    inner.addWidget(words(section.title, "heading"))
    rows = {}
    for index, described in enumerate(section.settings):
        if index:
            inner.addWidget(rule())
        made = SettingRow(described, look)
        rows[described.name] = made
        inner.addWidget(made)
    return frame, rows


def rule() -> QFrame:
    """A thin line between two rows."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
