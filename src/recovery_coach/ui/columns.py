"""Cards of their own heights in columns: read down the first one, then down the next.

What stands in which column is settled once for a width and a size of text, by the heights that the
cards have then. A card that folds or unfolds moves what is below it, and nothing across.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from recovery_coach.ui.placed import Placed
from recovery_coach.ui.theme import Look

SPACING = 8
NARROWEST = 28
"""In body sizes: a second column begins only where each is as wide."""


class Columns(Placed):
    """Lays ``cards`` out in one column, or in two of much the same height."""

    def __init__(self, cards: Sequence[QWidget], look: Look, spacing: int = SPACING) -> None:
        super().__init__(cards)
        self._spacing = spacing
        self._look = look
        self._settled: dict[tuple[int, int], int] = {}

    def sizeHint(self) -> QSize:
        """One column that is wide enough to read."""
        width = self._look.size(NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest card in one column."""
        least = max((card.minimumSizeHint().width() for card in self._parts), default=0)
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def places(self, width: int) -> list[QRect]:
        """One below the other, in one column or two."""
        two = len(self._parts) > 1 and width >= 2 * self._look.size(NARROWEST) + SPACING
        wide = (width - SPACING) // 2 if two else width
        heights = [_height(card, wide) for card in self._parts]
        first = self._in_first(wide, heights) if two else len(heights)
        places: list[QRect] = []
        top = 0
        for index, tall in enumerate(heights):
            top = 0 if index == first else top
            left = 0 if index < first else wide + SPACING
            places.append(QRect(left, top, wide, tall))
            top += tall + self._spacing
        return places

    def _in_first(self, wide: int, heights: Sequence[int]) -> int:
        """How many cards stand in the first column: then the taller of the two is the least."""
        shape = (wide, self._look.px)
        if shape not in self._settled:
            tallest = [
                max(self._stacked(heights[:count]), self._stacked(heights[count:]))
                for count in range(1, len(heights))
            ]
            self._settled = {shape: 1 + tallest.index(min(tallest))}
        return self._settled[shape]

    def _stacked(self, heights: Sequence[int]) -> int:
        return sum(heights) + self._spacing * (len(heights) - 1)


def _height(card: QWidget, width: int) -> int:
    for part in (card, *card.findChildren(QWidget)):
        part.ensurePolished()  # until then its words have another size
    tall = card.heightForWidth(width) if card.hasHeightForWidth() else -1
    return max(tall, card.minimumSizeHint().height()) if tall < 0 else tall
