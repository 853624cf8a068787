"""Cards side by side: as many columns as there is room for, all equally wide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

SPACING = 12


class CardGrid(QWidget):
    """A grid that lays its widgets out anew when its width asks for another number of columns.

    ``narrowest`` is asked each time: it grows with the text.
    """

    def __init__(self, narrowest: Callable[[], int], most: int = 4) -> None:
        super().__init__()
        self._narrowest = narrowest
        self._most = most
        self._columns = 0
        self._cards: list[QWidget] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING)

    @property
    def cards(self) -> tuple[QWidget, ...]:
        """What is shown, in its order."""
        return tuple(self._cards)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Replace what is shown; what stays keeps its place under the keyboard."""
        for old in self._cards:
            self._layout.removeWidget(old)
            if old not in cards:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another number of columns."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Larger words in the cards, too."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        room = max(1, (self.width() + SPACING) // (self._narrowest() + SPACING))
        columns = max(1, min(self._most, room))
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._layout.setColumnStretch(column, 0)
        self._columns = columns
        for index, card in enumerate(self._cards):
            self._layout.addWidget(card, index // columns, index % columns)
        for column in range(columns):
            self._layout.setColumnStretch(column, 1)
