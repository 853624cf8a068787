"""Things in a line that goes on in the next one where there is no room: chips, filters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget


class Flow(QWidget):
    """Lays its widgets out like words in a paragraph, from the right where one reads from there."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self._spacing = spacing
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_items(self, items: Sequence[QWidget]) -> None:
        """Replace what is shown."""
        for old in self._items:
            if old not in items:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._items = list(items)
        for item in items:
            item.setParent(self)
            item.show()
        self._arrange()

    def heightForWidth(self, width: int) -> int:
        """As tall as its lines."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def hasHeightForWidth(self) -> bool:
        """Fewer lines where it is wide."""
        return True

    def sizeHint(self) -> QSize:
        """All in one line, if there is room."""
        hints = [_wanted(item) for item in self._shown]
        width = sum(hint.width() + self._spacing for hint in hints) - self._spacing
        return QSize(max(0, width), max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the widest."""
        width = max((_wanted(item).width() for item in self._shown), default=0)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another number of lines."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Other words in one of them may push the others on."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @property
    def _shown(self) -> list[QWidget]:
        return [item for item in self._items if not item.isHidden()]

    def _arrange(self) -> None:
        for item, place in zip(self._shown, self._places(self.width()), strict=True):
            item.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        line: list[QRect] = []
        corner = QPoint(0, 0)
        for item in self._shown:
            hint = _wanted(item)
            if line and corner.x() + hint.width() > width:
                corner = QPoint(0, max(place.bottom() for place in line) + 1 + self._spacing)
                line = []
            place = QRect(corner, QSize(min(hint.width(), max(1, width)), hint.height()))
            line.append(place)
            places.append(place)
            corner += QPoint(hint.width() + self._spacing, 0)
        return _centred(places)


def _wanted(item: QWidget) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSizeHint())


def _centred(places: list[QRect]) -> list[QRect]:
    """Each in the middle of its line's height."""
    heights: dict[int, int] = {}
    for place in places:
        heights[place.top()] = max(heights.get(place.top(), 0), place.height())
    return [
        QStyle.alignedRect(
            Qt.LayoutDirection.LeftToRight,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            place.size(),
            QRect(place.left(), place.top(), place.width(), heights[place.top()]),
        )
        for place in places
    ]
