"""A level that ends training for now, alone in the window: what to do, why, and whom to turn to.

Still and plain: no picture, no praise, nothing to start. Whom to call stays in sight below, however
much there is to read above. The crisis screen (E-13) is the same without the red.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Level
from recovery_coach.redflags.screen import Screen
from recovery_coach.ui.fitting import Fitted
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.level_parts import AlarmSign, add_lines, data_note, watch_block
from recovery_coach.ui.parts import PAGE_MARGIN, ScrollPage, button, column, row, words
from recovery_coach.ui.theme import Look

WIDEST = 1000
CARD_MARGIN = 28
DO = (3.4, 2.7, 2.2)
"""Sizes of the first line, in body sizes: as large as the name of a move on the stage."""
DO_SHARE = 0.3
"""So much of the height the first line may take, before it is written smaller."""
WHOM = (2.0, 1.6)
WHOM_SHARE = 0.16


class LevelPage(QWidget):
    """Shows ``screen``; it stays until a check is answered anew or a professional was seen."""

    seen_wanted = Signal()
    """To say that a professional has looked at it: :class:`~recovery_coach.ui.seen_page.SeenPage`."""
    check_again = Signal()
    journal_opened = Signal()

    def __init__(self, look: Look, screen: Screen, level: Level, crisis: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(screen.do)
        self._look = look
        self._screen = screen
        self._level = level
        self._red = screen.alarm and not crisis
        self.do = words(screen.do, "level-alarm" if self._red else "level")
        self.whom = words(screen.whom, "title")
        self._scroll = ScrollPage(screen.do, widest=WIDEST)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the page itself has it
        self._lay_out()
        self._fits_do = Fitted(self.do, look, DO, bold=True)
        self._fits_whom = Fitted(self.whom, look, WHOM, bold=True)
        look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("role", "alarm-card" if self._red else "card")
        frame.setObjectName("advice")
        inner = column(frame, margin=CARD_MARGIN, spacing=16)
        if self._red:
            inner.addWidget(AlarmSign(self._level, self._look))
        inner.addWidget(self.do)
        add_lines(inner, self._screen.why, "lead")
        add_lines(inner, self._screen.said, "body")
        body = self._scroll.body
        body.addStretch(1)
        body.addWidget(frame)
        if self._screen.watch:
            body.addWidget(watch_block(self._screen.watch))
        body.addWidget(words(data_note(), "small"))
        body.addStretch(1)
        layout = column(self, spacing=0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot())

    def _foot(self) -> QWidget:
        """Whom to turn to, and what is left to do here: always in sight."""
        self.seen = button(tr("I have been seen by a professional"), self.seen_wanted.emit)
        self.again = button(tr("Answer the check again"), self.check_again.emit)
        ways = [self.seen, self.again]
        if self._level in ("urgent", "emergency"):
            ways.append(button(tr("See the journal"), self.journal_opened.emit))
        line = Flow(spacing=12)
        line.show_items(ways)
        inner = QWidget()
        inner.setMaximumWidth(self._look.size(WIDEST / 15) - 2 * PAGE_MARGIN)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        stacked = column(inner, spacing=12)
        stacked.addWidget(self.whom)
        stacked.addWidget(line)
        foot = QWidget()
        around = row(foot, spacing=0)
        around.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 24)
        around.addStretch(1)
        around.addWidget(inner, 1000)
        around.addStretch(1)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window a long line is written smaller."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widest = self._look.size(WIDEST / 15)
        wide = min(self.width(), widest) - 2 * PAGE_MARGIN
        self._fits_do.fit(wide - 2 * CARD_MARGIN - 4, self.height() * DO_SHARE)
        self._fits_whom.fit(wide, self.height() * WHOM_SHARE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no button takes scrolls."""
        self._scroll.keyPressEvent(event)
