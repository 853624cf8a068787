"""The advice of a level as a card above the routines: what to do, and what was said on demand.

Whom to turn to and the watch list are always there. That it all stays on this computer says the
sidebar beside it.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.overview import Overview
from recovery_coach.redflags.model import Level
from recovery_coach.redflags.screen import Screen
from recovery_coach.redflags.wording import watch_line
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.level_parts import AlarmSign, add_lines
from recovery_coach.ui.parts import button, column, words
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look

TITLE_FROM = 24
"""In body sizes: what to do needs so much beside the buttons."""


class LevelCard(QFrame):
    """Shows ``screen``; what ends training is large, everything else leaves room for the rest."""

    seen_wanted = Signal()
    check_again = Signal()

    def __init__(self, look: Look, screen: Screen, level: Level) -> None:
        super().__init__()
        self.setObjectName("advice")
        self._reasons = QWidget()
        self.why = button("", self._turn, "chip", hint=tr("Shows or hides the reasons"))
        self._ways = Flow(spacing=8)
        self._ways.show_items(self._buttons(level))
        if screen.alarm:
            self._fill_alarm(look, screen, level)
        else:
            self._fill(look, screen)
        self.show_reasons(False)

    def _fill_alarm(self, look: Look, screen: Screen, level: Level) -> None:
        self.setProperty("role", "alarm-card")
        inner = column(self, margin=24)
        inner.addWidget(AlarmSign(level, look))
        inner.addWidget(words(screen.do, "alarm"))
        add_lines(column(self._reasons), (*screen.why, *screen.said), "body")
        inner.addWidget(self._reasons)
        inner.addWidget(words(screen.whom, "lead"))
        if screen.watch:
            inner.addWidget(words(watch_line(screen.watch), "muted"))
        inner.addWidget(self._ways)

    def _fill(self, look: Look, screen: Screen) -> None:
        self.setProperty("role", "card")
        inner = column(self, spacing=6)
        inner.setContentsMargins(20, 12, 16, 14)
        do = words(screen.do, "advice-short")
        inner.addWidget(SideBySide(do, self._ways, look, TITLE_FROM))
        inner.addWidget(words(" ".join(part for part in (*screen.why, screen.again) if part)))
        add_lines(column(self._reasons), screen.said, "body")
        inner.addWidget(self._reasons)
        small = (screen.whom, watch_line(screen.watch) if screen.watch else "")
        inner.addWidget(words(" ".join(part for part in small if part), "small"))

    def _buttons(self, level: Level) -> list[QPushButton]:
        if level == "not fully checked":  # that is all of why, and it stands there
            return [button(tr("Answer the questions"), self.check_again.emit, "outline")]
        ways = [button(tr("Answer the check again"), self.check_again.emit, "chip")]
        if level in ("book", "urgent", "emergency"):
            text = tr("I have been seen by a professional")
            ways.append(button(text, self.seen_wanted.emit, "chip"))
        return [*ways, self.why]

    @property
    def is_open(self) -> bool:
        """Whether the reasons are shown."""
        return not self._reasons.isHidden()

    def show_reasons(self, shown: bool) -> None:
        """Unfold the reasons, or fold them."""
        self._reasons.setVisible(shown)
        self.why.setText(tr("Hide the reasons") if shown else tr("Why"))

    def _turn(self) -> None:
        self.show_reasons(not self.is_open)


class Asked(Protocol):
    """A page that shows what stands, and hands on what is done about it."""

    overview: Overview

    @property
    def seen(self) -> SignalInstance:
        """A professional has looked at it."""

    @property
    def check_wanted(self) -> SignalInstance:
        """The check is to be answered again."""


def put_level(layout: QBoxLayout, page: Asked, standing: Standing, look: Look) -> None:
    """The card of what stands, into ``layout`` of ``page``."""
    made = LevelCard(look, page.overview.screen(standing), standing.level)
    made.seen_wanted.connect(page.seen)
    made.check_again.connect(page.check_wanted)
    layout.addWidget(made)
