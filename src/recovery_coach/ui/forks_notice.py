"""A line at the top of the journal, where entries were changed on two computers: go and choose."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import tr, trn
from recovery_coach.ui.parts import button, column, words
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look


class ForksNotice(QFrame):
    """Hidden while there is nothing to choose."""

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        stacked = QWidget()
        texts = column(stacked)
        self._text = words("")
        texts.addWidget(self._text)
        self.button = button(tr("Choose which to keep"), self.wanted.emit, "outline")
        column(self, margin=16).addWidget(SideBySide(stacked, self.button, look))
        self.hide()

    def show_forks(self, count: int) -> None:
        """So many entries are to be chosen about."""
        text = trn(
            "{n} entry was changed on two computers. Both ways are kept: choose which is right.",
            "{n} entries were changed on two computers. All ways are kept: choose which are right.",
            count,
        )
        self._text.setText(text)
        self.setVisible(count > 0)
