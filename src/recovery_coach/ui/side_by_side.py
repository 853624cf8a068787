"""Words, and at the end of their line a control for them; below the words where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from recovery_coach.ui.placed import Placed
from recovery_coach.ui.theme import Look

WORDS_FROM = 15
"""In body sizes: the words need so much beside the control, else it goes below them."""
SPACING = 12


class SideBySide(Placed):
    """``texts`` first, ``at_end`` at the other end; words keep ``words_from`` body sizes."""

    def __init__(
        self, texts: QWidget, at_end: QWidget, look: Look, words_from: float = WORDS_FROM
    ) -> None:
        super().__init__((texts, at_end))
        self._look = look
        self._words_from = words_from
        self._texts = texts
        self._at_end = at_end

    def sizeHint(self) -> QSize:
        """Side by side."""
        width = self._look.size(self._words_from) + SPACING + _wanted(self._at_end).width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the control."""
        width = max(_least(self._at_end), self._texts.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def places(self, width: int) -> tuple[QRect, QRect]:
        """Words and control, side by side or one above the other."""
        wanted = _wanted(self._at_end)
        room = width - wanted.width() - SPACING
        if room < self._look.size(self._words_from):
            tall = self._texts.heightForWidth(width)
            return QRect(0, 0, width, tall), QRect(QPoint(0, tall + SPACING), self._below(width))
        tall = self._texts.heightForWidth(room)
        whole = max(tall, wanted.height())
        return (
            QRect(0, (whole - tall) // 2, room, tall),
            QRect(QPoint(room + SPACING, (whole - wanted.height()) // 2), wanted),
        )

    def _below(self, width: int) -> QSize:
        """The control on lines of its own: as many as it needs, if it can take several."""
        wanted = _wanted(self._at_end)
        if wanted.width() <= width or not self._at_end.hasHeightForWidth():
            return wanted
        return QSize(width, self._at_end.heightForWidth(width))


def _wanted(control: QWidget) -> QSize:
    return control.sizeHint().expandedTo(control.minimumSizeHint())


def _least(control: QWidget) -> int:
    if control.hasHeightForWidth():
        return control.minimumSizeHint().width()
    return _wanted(control).width()
