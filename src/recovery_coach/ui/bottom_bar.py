"""What can be done with a page, in view however long that is: buttons, and a word about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import PAGE_MARGIN, ScrollPage, announce, column, row, set_text, words

PAD = 10


class BottomBar(QFrame):
    """Buttons in a line below a page, which makes room for it."""

    def __init__(self, page: ScrollPage, buttons: Sequence[QWidget], widest: int) -> None:
        """``widest`` as that of the page."""
        super().__init__(page)
        self._page = page
        self.setProperty("role", "bar")
        self.setObjectName("bar")
        self._widest = widest
        self._said = words("", "muted")
        self._said.hide()
        self._inner = QWidget()
        inner = column(self._inner, spacing=6)
        inner.setContentsMargins(PAGE_MARGIN, PAD, PAGE_MARGIN, PAD)
        inner.addWidget(self._said)
        self._flow = Flow()
        self._flow.show_items(buttons)
        inner.addWidget(self._flow)
        around = row(self, spacing=0)
        around.addStretch(1)
        around.addWidget(self._inner, 1000)
        around.addStretch(1)
        self._widen()
        page.installEventFilter(self)
        page.viewport().installEventFilter(self)
        self._place()

    def say(self, text: str) -> None:
        """A word above the buttons, read out as well; none takes the last one away."""
        if text and text != self._said.text():
            announce(self, text)
        set_text(self._said, text)

    @property
    def said(self) -> str:
        """The word that stands there."""
        return self._said.text()

    # -- its place -------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As wide as the page."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Other words may make it taller."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def changeEvent(self, event: QEvent) -> None:
        """Larger text, a wider page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()

    def _widen(self) -> None:
        self._inner.setMaximumWidth(self._widest * self.font().pixelSize() // 15)

    def _place(self) -> None:
        """Below the page, beside its scroll bar."""
        page, seen = self._page, self._page.viewport().geometry()
        tall = max(self.heightForWidth(seen.width()), self.minimumSizeHint().height())
        page.setViewportMargins(0, 0, 0, tall)
        self.setGeometry(seen.x(), page.height() - tall, seen.width(), tall)
