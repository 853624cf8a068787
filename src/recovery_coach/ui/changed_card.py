"""What was left out of a routine or done another way, and why; before it begins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from recovery_coach.base.i18n import capital, tr
from recovery_coach.coach.adapted import Adapted, Change
from recovery_coach.coach.leaving_out import nothing_left_words, what_words, why_words
from recovery_coach.ui.parts import button, card, column, words


def changed_card(adapted: Adapted, on_background: Callable[[], object]) -> QFrame:
    """The card; it leads to where the person set what they set."""
    frame, inner = card(margin=20)
    inner.addWidget(words(tr("Changed for you"), "heading"))
    if adapted.nothing_left:
        inner.addWidget(words(nothing_left_words()))
    reasons: dict[str, list[Change]] = {}
    for change in adapted.changes:
        reasons.setdefault(why_words(change), []).append(change)
    for why, changes in reasons.items():
        inner.addLayout(_reason(why, changes))
    if any(why != "check" for change in adapted.changes for why in change.codes.values()):
        link = button(tr("Health background"), on_background, "chip")
        link.setAccessibleDescription(tr("Opens what you set to be left out"))
        inner.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return frame


def _reason(why: str, changes: list[Change]) -> QVBoxLayout:
    lines = column(spacing=2)
    for change in changes:
        lines.addWidget(words(what_words(change)))
    lines.addWidget(words(capital(why), "small"))
    return lines
