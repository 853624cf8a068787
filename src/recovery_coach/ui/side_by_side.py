"""Words, and at the end of their line a control for them; below the words where it is narrow.

It lays itself out: a layout that turns when it is resized has told a wrong height before.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from recovery_coach.ui.theme import Look

WORDS_FROM = 15
"""In body sizes: the words need so much beside the control, else it goes below them."""
SPACING = 12


class SideBySide(QWidget):
    """``texts`` first, ``at_end`` at the other end; words keep ``words_from`` body sizes."""

    def __init__(
        self, texts: QWidget, at_end: QWidget, look: Look, words_from: float = WORDS_FROM
    ) -> None:
        super().__init__()
        self._look = look
        self._words_from = words_from
        self._texts = texts
        self._at_end = at_end
        for part in (texts, at_end):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrow, it is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as words and control, side by side or one above the other."""
        words_at, control_at = self._places(width)
        return max(words_at.bottom(), control_at.bottom()) + 1

    def sizeHint(self) -> QSize:
        """Side by side."""
        width = self._look.size(self._words_from) + SPACING + _wanted(self._at_end).width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the control."""
        width = max(_least(self._at_end), self._texts.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Other words, or larger ones, ask for other places."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for part, place in zip(
            (self._texts, self._at_end), self._places(self.width()), strict=True
        ):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _places(self, width: int) -> tuple[QRect, QRect]:
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
