"""A page of paper on the screen: painted as it is printed, read by a screen reader as words."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.paper import Paper
from recovery_coach.ui.palette import PAPER
from recovery_coach.ui.theme import Look


class Readable(Protocol):
    """Pages that can be painted and read."""

    paper: Paper

    @property
    def count(self) -> int:
        """How many there are."""

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number`` (from 0); the painter counts in points."""

    def text(self, number: int) -> str:
        """What is read on a page."""


class PaperView(QWidget):
    """One page, as wide as it may be."""

    def __init__(self, look: Look, pages: Readable, number: int) -> None:
        super().__init__()
        self._look = look
        self._pages = pages
        self._number = number
        self._kept: QPixmap | None = None
        name = tr("Page {n} of {all}").format(n=number + 1, all=pages.count)
        self.setAccessibleName(name)
        self.setAccessibleDescription(pages.text(number))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """It has the shape of its paper."""
        return True

    def heightForWidth(self, width: int) -> int:
        """It has the shape of its paper."""
        return round(width * self._pages.paper.height / self._pages.paper.width)

    def sizeHint(self) -> QSize:
        """As wide as a page of paper on a table."""
        wide = self._look.size(40)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """It can be a small picture."""
        wide = self._look.size(16)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is another picture."""
        super().resizeEvent(event)
        self._kept = None
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, and a frame where the keyboard is."""
        painter = QPainter(self)
        if self._kept is None or self._kept.devicePixelRatio() != self.devicePixelRatioF():
            self._kept = self._drawn()
        painter.drawPixmap(0, 0, self._kept)
        wide = self._look.size(0.2) if self.hasFocus() else 1
        colour = self._look.palette.accent if self.hasFocus() else self._look.palette.line
        painter.setPen(QPen(QColor(colour), wide))
        half = wide // 2
        painter.drawRect(self.rect().adjusted(half, half, -half - 1, -half - 1))
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(PAPER.surface))
        painter = QPainter(made)
        scale = self.width() / self._pages.paper.width
        painter.scale(scale, scale)
        self._pages.paint(painter, self._number)
        painter.end()
        return made
