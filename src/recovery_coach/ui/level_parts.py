"""What the screens and the cards of a level are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Level
from recovery_coach.ui.columns import Columns
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import column, listed, row, words
from recovery_coach.ui.theme import Look

SIGN = 1.6
"""The sign's size, in body sizes."""


class AlarmSign(QWidget):
    """A shape and a word: red is never the only sign."""

    def __init__(self, level: Level, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sign = QLabel()
        across = row(self, spacing=8)
        across.addWidget(self._sign)
        across.addWidget(words(level_word(level), "alarm-kicker", wrap=False))
        across.addStretch(1)
        look.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        size = self._look.size(SIGN)
        made = icon("triangle-alert", self._look.palette.red_text, size)
        self._sign.setPixmap(made.pixmap(size, size))


def level_word(level: Level) -> str:
    """How soon, in a word or two; empty where that is no matter of time."""
    return {
        "emergency": tr("Emergency"),
        "urgent": tr("Within 24 hours"),
        "book": tr("In the next few days"),
    }.get(level, "")


def add_lines(layout: QVBoxLayout, lines: Sequence[str], role: Literal["lead", "body"]) -> None:
    """A line each."""
    if not lines:
        return
    stacked = column(spacing=6)
    for text in lines:
        stacked.addWidget(words(text, role))
    layout.addLayout(stacked)


def watch_block(watch: Sequence[str], look: Look) -> QWidget:
    """The signs that would change the advice, one a line."""
    block = QWidget()
    stacked = column(block, spacing=4)
    stacked.addWidget(words(tr("Get help at once for"), "heading"))
    stacked.addWidget(Columns([_sign(sign) for sign in watch], look, spacing=4))
    return block


def _sign(text: str) -> QWidget:
    line = QWidget()
    line.setLayout(listed(text))
    return line


def data_note() -> str:
    """Where all this is kept."""
    return tr("What you entered stays on this computer.")
