"""The advice of a level as a card, for Today and a routine's page: what to do, and why on demand.

Whom to turn to and the watch list are always there; the reasons unfold.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.overview import Overview
from recovery_coach.redflags.model import Level
from recovery_coach.redflags.screen import Screen
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.level_parts import AlarmSign, add_lines, data_note
from recovery_coach.ui.parts import button, column, set_text, words
from recovery_coach.ui.theme import Look


class LevelCard(QFrame):
    """Shows ``screen`` compactly; emergency and urgent have :class:`LevelPage` before them."""

    seen_wanted = Signal()
    check_again = Signal()

    def __init__(self, look: Look, screen: Screen, level: Level) -> None:
        super().__init__()
        self.setProperty("role", "alarm-card" if screen.alarm else "card")
        self.setObjectName("advice")
        inner = column(self, margin=24)
        if screen.alarm:
            inner.addWidget(AlarmSign(level, look))
        inner.addWidget(words(screen.do, "alarm" if screen.alarm else "advice"))
        self._reasons = QWidget()
        reasons = column(self._reasons)
        add_lines(reasons, screen.why, "body")
        add_lines(reasons, screen.said, "body")
        inner.addWidget(self._reasons)
        inner.addWidget(words(screen.whom, "lead"))
        again = words("", "body")
        inner.addWidget(again)
        set_text(again, screen.again)
        if screen.watch:
            inner.addWidget(words(watch_words(screen.watch), "muted"))
        inner.addWidget(words(data_note(), "small"))
        self.why = button("", self._turn, hint=tr("Shows or hides the reasons"))
        line = Flow(spacing=12)
        line.show_items([*self._ways(level), self.why])
        inner.addWidget(line)
        self.show_reasons(False)

    def _ways(self, level: Level) -> list[QPushButton]:
        asks = level == "not fully checked"
        text = tr("Answer the questions") if asks else tr("Answer the check again")
        ways = [button(text, self.check_again.emit, "primary" if asks else "plain")]
        if level in ("book", "urgent", "emergency"):
            text = tr("I have been seen by a professional")
            ways.append(button(text, self.seen_wanted.emit))
        return ways

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


def watch_words(watch: tuple[str, ...]) -> str:
    """The watch list as one sentence."""
    return tr("Get help at once for: {signs}.").format(signs="; ".join(watch))


def put_level(layout: QBoxLayout, overview: Overview, standing: Standing, look: Look) -> LevelCard:
    """The card of what stands, into ``layout``."""
    made = LevelCard(look, overview.screen(standing), standing.level)
    layout.addWidget(made)
    return made
