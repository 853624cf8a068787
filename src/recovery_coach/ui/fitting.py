"""Labels written smaller where their words have no room: a small window, a language of long words.

A label takes the room its words need, and what stands around it pays for that; here it is told how
much there is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel

from recovery_coach.ui.theme import Look

ENDLESS = 100_000
"""Pixels; as tall as it likes."""
CORNER = 0.7
"""The radius of a chip's corners, in sizes of its text."""


class Fitted:
    """One label, in the largest of ``sizes`` in which it has room; the first is its own."""

    def __init__(
        self, label: QLabel, look: Look, sizes: Sequence[float], bold: bool, chip: bool = False
    ) -> None:
        """``sizes`` are in body sizes, the largest first; ``bold`` as it is in the style sheet.

        A ``chip`` that is less tall has smaller corners: too large ones are left out.
        """
        self._label = label
        self._look = look
        self._sizes = sizes
        self._bold = bold
        self._chip = chip
        self._fitted: tuple[object, ...] = ()

    def fit(self, width: int, height: float = ENDLESS) -> None:
        """Write it in the largest size that has room there, else in the smallest."""
        shape = (self._label.text(), width, round(height), self._look.px)
        if shape == self._fitted:
            return
        self._fitted = shape
        sizes = (size for size in self._sizes if self._has_room(size, width, round(height)))
        size = next(sizes, self._sizes[-1])
        pixels = self._look.size(size)
        sheet = f"font-size: {pixels}px;"
        if self._chip:
            sheet += f" border-radius: {round(CORNER * pixels)}px;"
        self._label.setStyleSheet("" if size == self._sizes[0] else sheet)

    def _has_room(self, size: float, width: int, height: int) -> bool:
        font = QFont(self._label.font())
        font.setPixelSize(self._look.size(size))
        font.setBold(self._bold)
        wraps = self._label.wordWrap()
        flags = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextSingleLine
        room = QRect(0, 0, width, ENDLESS)
        taken = QFontMetrics(font).boundingRect(room, flags, self._label.text())
        return taken.width() <= width and taken.height() <= height
