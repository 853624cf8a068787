"""A page that scrolls, with a foot below it that is always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from recovery_coach.ui.parts import PAGE_MARGIN, ScrollPage, column, row
from recovery_coach.ui.theme import Look

FOOT_TOP, FOOT_BOTTOM = 12, 20


class FootedPage(QWidget):
    """Fill ``body``, and ``foot`` in line with it; ``top`` stands above both and stays there.

    The page itself has the focus when it is shown; a key that nothing on it takes scrolls.
    """

    def __init__(self, name: str, look: Look, widest: int) -> None:
        """``widest`` in pixels where the text has 15, as of a page."""
        super().__init__()
        self.setAccessibleName(name)
        self._look = look
        self._widest = widest
        self.scrolled = ScrollPage(name, widest=widest)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = self.scrolled.body
        self._strips: list[QBoxLayout] = []
        self._inners: list[QWidget] = []
        layout = column(self, spacing=0)
        self.top = self._strip(layout)
        layout.addWidget(self.scrolled, 1)
        self.foot = self._strip(layout)
        self._strips[1].setContentsMargins(PAGE_MARGIN, FOOT_TOP, PAGE_MARGIN, FOOT_BOTTOM)
        self.scrolled.verticalScrollBar().rangeChanged.connect(lambda *_: self._line_up())
        look.changed.connect(self._line_up)
        self._line_up()

    def _strip(self, layout: QVBoxLayout) -> QVBoxLayout:
        """A part as wide as the page, and in the middle as that is."""
        inner = QWidget()
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        holder = QWidget()
        around = row(holder, spacing=0)
        around.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        around.addStretch(1)
        around.addWidget(inner, 1000)
        around.addStretch(1)
        layout.addWidget(holder)
        self._strips.append(around)
        self._inners.append(inner)
        return column(inner)

    @property
    def room(self) -> int:
        """How wide what stands in it may be."""
        widest = self._look.size(self._widest / 15)
        return min(self.width() - self._bar(), widest) - 2 * PAGE_MARGIN

    def _bar(self) -> int:
        bar = self.scrolled.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0

    def _line_up(self) -> None:
        """The scroll bar takes room from the page, so from what stands above and below it."""
        widest = self._look.size(self._widest / 15) - 2 * PAGE_MARGIN
        mirrored = self.isRightToLeft()
        for strip, inner in zip(self._strips, self._inners, strict=True):
            inner.setMaximumWidth(widest)
            margins = strip.contentsMargins()
            margins.setLeft(PAGE_MARGIN + (self._bar() if mirrored else 0))
            margins.setRight(PAGE_MARGIN + (0 if mirrored else self._bar()))
            strip.setContentsMargins(margins)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing else takes scrolls."""
        self.scrolled.keyPressEvent(event)
