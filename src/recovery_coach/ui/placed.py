"""What lays out its parts itself: a layout that turns when resized has told a wrong height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget


class Placed(QWidget):
    """Gives each of ``parts`` its place; from the right where one reads from there."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = parts
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def places(self, width: int) -> Sequence[QRect]:
        """One for each part, as if one read from the left."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """Narrow, it is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Down to the lowest part."""
        return max((place.bottom() + 1 for place in self.places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A part that folds, or other words in it, ask for other places."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for part, place in zip(self._parts, self.places(self.width()), strict=True):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
