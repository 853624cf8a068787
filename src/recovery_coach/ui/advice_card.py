"""Advice as a card: what to do first, why second, whom last. Plain, still, without a picture."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from recovery_coach.coach.advice import Advice
from recovery_coach.redflags.wording import watch_line
from recovery_coach.ui.parts import card, words


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
