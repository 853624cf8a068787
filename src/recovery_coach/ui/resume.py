"""A session was interrupted: go on, keep what was done, or discard it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from recovery_coach.base.i18n import tr, when
from recovery_coach.coach.unfinished import Unfinished
from recovery_coach.ui.parts import ScrollPage, button, row, words


class ResumePage(ScrollPage):
    """Three answers to one question."""

    going_on = Signal()
    kept = Signal()
    discarded = Signal()

    def __init__(self, unfinished: Unfinished, now: datetime) -> None:
        super().__init__(tr("Interrupted session"), widest=860)
        self.body.addStretch(1)
        began = unfinished.record.started_at.astimezone(now.tzinfo)
        self.body.addWidget(words(tr("Begun {when}").format(when=when(began, now)), "muted"))
        place = tr("You were in {place}.").format(place=unfinished.place)
        self.body.addWidget(words(place, "title"))
        text = tr(
            "{routine} was interrupted. Everything you finished before that is in the journal."
        ).format(routine=tr(unfinished.record.routine_name))
        self.body.addWidget(words(text, "lead"))
        line = row()
        self.on = button(tr("Go on"), self.going_on.emit, "primary")
        self.keep = button(tr("Keep what I did"), self.kept.emit)
        self.discard = button(tr("Discard"), self.discarded.emit)
        for choice in (self.on, self.keep, self.discard):
            line.addWidget(choice)
        line.addStretch(1)
        self.body.addLayout(line)
        self.on.setVisible(unfinished.timeline is not None)  # sooner it would be a window
        self.body.addStretch(1)
