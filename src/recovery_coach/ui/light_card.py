"""The traffic light of a session on its page: words for each column, and that it is borrowed."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from recovery_coach.coach.traffic_words import Reading
from recovery_coach.ui.parts import card, column, words


def light_card(found: Reading) -> QFrame:
    """The card; its zone is a word in its title, and no colour judges."""
    frame, inner = card(margin=24)
    inner.addWidget(words(found.title, "heading"))
    if found.columns:
        lines = column(spacing=4)
        for text in found.columns:
            lines.addWidget(words(text, "muted"))
        inner.addLayout(lines)
    if found.step:
        inner.addWidget(words(found.step))
    inner.addWidget(words(found.note, "small"))
    return frame
