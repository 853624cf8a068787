"""A level that ends training for now, alone in the window: what to do, why, and whom to turn to.

Still and plain: no picture, no praise, nothing to start. Whom to call stays in sight below, however
much there is to read above. The crisis screen (E-13) is the same without the red.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Level
from recovery_coach.redflags.screen import Screen
from recovery_coach.ui.fitting import Fitted
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.footed_page import FootedPage
from recovery_coach.ui.level_parts import AlarmSign, add_lines, data_note, watch_block
from recovery_coach.ui.parts import announce, button, card, words
from recovery_coach.ui.theme import Look

WIDEST = 1000
CARD_MARGIN = 28
DO = (3.4, 2.7, 2.2)
"""Sizes of the first line, in body sizes: as large as the name of a move on the stage."""
DO_SHARE = 0.3
"""So much of the height the first line may take, before it is written smaller."""
WHOM = (2.0, 1.6)
WHOM_SHARE = 0.16


class LevelPage(FootedPage):
    """Shows ``screen``; it stays until a check is answered anew or a professional was seen."""

    seen_wanted = Signal()
    """To say that a professional has looked at it, which ``SeenPage`` asks about."""
    check_again = Signal()
    journal_opened = Signal()
    report_wanted = Signal()
    """What was written down, on paper for whoever looks at it (facts 5.2, rule 5)."""

    def __init__(self, look: Look, screen: Screen, level: Level, crisis: bool = False) -> None:
        super().__init__(screen.do, look, WIDEST)
        red = screen.alarm and not crisis
        self.do = words(screen.do, "level-alarm" if red else "level")
        self.whom = words(screen.whom, "title")
        self._fill(screen, level, red)
        self._fill_foot(level)
        self._fits_do = Fitted(self.do, look, DO, bold=True)
        self._fits_whom = Fitted(self.whom, look, WHOM, bold=True)
        look.changed.connect(self._fit)

    def _fill(self, screen: Screen, level: Level, red: bool) -> None:
        frame, inner = card("alarm-card" if red else "card", CARD_MARGIN)
        frame.setObjectName("advice")
        inner.setSpacing(16)
        if red:
            inner.addWidget(AlarmSign(level, self._look))
        inner.addWidget(self.do)
        add_lines(inner, screen.why, "lead")
        add_lines(inner, screen.said, "body")
        add_lines(inner, (screen.again,) if screen.again else (), "body")
        self.body.addStretch(1)
        self.body.addWidget(frame)
        if screen.watch:
            self.body.addWidget(watch_block(screen.watch, self._look))
        self.body.addWidget(words(data_note(), "small"))
        self.body.addStretch(1)

    def _fill_foot(self, level: Level) -> None:
        """Whom to turn to, and what is left to do here: always in sight."""
        self.seen = button(tr("I have been seen by a professional"), self.seen_wanted.emit)
        self.again = button(tr("Answer the check again"), self.check_again.emit)
        ways = [self.seen, self.again]
        if level in ("urgent", "emergency"):
            ways.append(button(tr("See the journal"), self.journal_opened.emit))
            hint = tr("What you wrote down, on one page for a clinician")
            ways.append(button(tr("A report"), self.report_wanted.emit, hint=hint))
        line = Flow(spacing=12)
        line.show_items(ways)
        self.foot.addWidget(self.whom)
        self.foot.addWidget(line)

    def showEvent(self, event: QShowEvent) -> None:
        """What to do and whom to call are said at once, wherever the focus is."""
        super().showEvent(event)
        announce(self, f"{self.do.text()} {self.whom.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window a long line is written smaller."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._fits_do.fit(self.room - 2 * CARD_MARGIN - 4, self.height() * DO_SHARE)
        self._fits_whom.fit(self.room, self.height() * WHOM_SHARE)
