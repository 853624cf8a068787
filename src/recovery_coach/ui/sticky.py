"""Something beside a long column that stays in view while the page scrolls past it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget


class Sticky(QWidget):
    """Holds ``inside`` at the top of what is seen of itself; it is as tall as ``inside`` or more.

    Where ``inside`` is taller than the page, it scrolls like everything else.
    """

    def __init__(self, inside: QWidget, page: QScrollArea, margin: int) -> None:
        super().__init__()
        self._inside = inside
        self._page = page
        self._margin = margin
        inside.setParent(self)
        inside.installEventFilter(self)
        page.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """As tall as what it holds."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as what it holds."""
        layout = self._inside.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.totalHeightForWidth(width), self._inside.minimumSizeHint().height())
        return self._inside.sizeHint().height()

    def sizeHint(self) -> QSize:
        """As large as what it holds."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No narrower than what it holds; how tall depends on how wide."""
        least = self._inside.minimumSizeHint()
        wide = max(self.width(), least.width())
        return QSize(least.width(), self.heightForWidth(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as there is room."""
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words inside may make it taller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        tall = min(self.heightForWidth(self.width()), self.height())
        # Not of its viewport: to tell what that is, PySide6 would load every class of widgets. A
        # page has no frame and no bar below, so that both are as tall.
        seen_from = -self.mapTo(self._page, QPoint(0, 0)).y() + self._margin
        fits = tall + 2 * self._margin <= self._page.height()
        top = max(0, min(seen_from, self.height() - tall)) if fits else 0
        self._inside.setGeometry(0, top, self.width(), tall)
