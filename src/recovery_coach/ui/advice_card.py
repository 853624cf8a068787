"""Advice as a card: what to do first, why second, whom last. Plain, still, without a picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame

from recovery_coach.base.i18n import tr
from recovery_coach.coach.advice import Advice, after_hurt, watch_line
from recovery_coach.coach.hurts import EMERGENCY, Word
from recovery_coach.coach.numbers import Numbers
from recovery_coach.ui.parts import button, card, words


def advice_card(advice: Advice, alarm: bool, watch: bool = True) -> QFrame:
    """The card; ``alarm`` gives it the red edge, ``watch`` adds the watch list."""
    frame, inner = card("alarm-card" if alarm else "card", margin=24)
    frame.setObjectName("advice")
    inner.addWidget(words(advice.do, "alarm" if alarm else "advice"))
    inner.addWidget(words(advice.why, "lead" if alarm else "body"))
    inner.addWidget(words(advice.whom, "lead" if alarm else "muted"))
    if watch and advice.whom != watch_line():
        inner.addWidget(words(watch_line(), "muted"))
    return frame


def put_warning(
    layout: QBoxLayout, word: Word, numbers: Numbers, on_seen: Callable[[], object]
) -> None:
    """What to mind while a warning sign stands, and the one way to say that it was looked at."""
    layout.addWidget(advice_card(after_hurt(word, numbers), alarm=word in EMERGENCY))
    seen = button(tr("A professional has looked at this"), on_seen)
    layout.addWidget(seen, 0, Qt.AlignmentFlag.AlignLeft)
