"""Large answers beside and below each other, whose words go on in a second line where they must.

Arrows move as it is seen, and choose nothing; Space, Enter or a click is an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from recovery_coach.ui.parts import LeavesArrows, Toggling
from recovery_coach.ui.theme import Look

ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
"""Rows and columns to go."""
SPACING = 10
WORDS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
PAD = 0.7
"""Around the words, in body sizes."""
LEAST = 3.0
"""As tall as a finger, in body sizes."""


class Tile(LeavesArrows, Toggling, QAbstractButton):
    """One answer; ``value`` is what it stands for."""

    def __init__(self, text: str, value: str, look: Look, name: str = "", hint: str = "") -> None:
        """``name`` and ``hint`` are for a screen reader, where there is more to say."""
        super().__init__()
        self.value = value
        self._look = look
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(hint)
        self.setToolTip(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """A narrow one needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its lines, and never smaller than a finger."""
        pad = self._look.size(PAD)
        room = QRect(0, 0, max(1, width - 2 * pad), 10_000)
        tall = QFontMetrics(self._font()).boundingRect(room, WORDS, self.text()).height()
        return max(self._look.size(LEAST), tall + 2 * self._look.size(0.5))

    def sizeHint(self) -> QSize:
        """As wide as its longest word, so that nothing is cut off; as tall as that asks for."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same: only its place in the grid makes it wider."""
        metrics = QFontMetrics(self._font())
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split() or [""])
        wide = longest + 2 * self._look.size(PAD)
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words on a plate; the edge tells where the keyboard is."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        ground = colours.teal if chosen else colours.line if self.isDown() else colours.raised
        edge = colours.text if self.hasFocus() else ground
        if self.underMouse() and not self.hasFocus():
            edge = colours.muted
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(ground))
        round_ = min(plate.height() / 2, self._look.size(1.4))
        painter.drawRoundedRect(plate, round_, round_)
        painter.setFont(self._font())
        painter.setPen(QColor(colours.on_teal if chosen else colours.text))
        pad = self._look.size(PAD)
        painter.drawText(self.rect().adjusted(pad, 0, -pad, 0), WORDS, self.text())
        painter.end()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.size(1.07))
        return font


class TileGrid(QWidget):
    """Tiles in rows; None leaves a place free."""

    chosen = Signal(str)

    def __init__(self, rows: Sequence[Sequence[Tile | None]]) -> None:
        super().__init__()
        self._rows = [list(row) for row in rows]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        for line, row in enumerate(self._rows):
            for column, tile in enumerate(row):
                layout.setColumnStretch(column, 1)
                if tile is not None:
                    layout.addWidget(tile, line, column)
                    tile.clicked.connect(lambda _=False, value=tile.value: self.chosen.emit(value))

    @property
    def tiles(self) -> list[Tile]:
        """All of them, row by row."""
        return [tile for row in self._rows for tile in row if tile is not None]

    def show_chosen(self, values: Sequence[str]) -> None:
        """Mark those that are answers already."""
        for tile in self.tiles:
            tile.setChecked(tile.value in values)

    def enter(self) -> None:
        """The first one, from the keyboard."""
        self.tiles[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow moves to the next tile in its direction, as it is seen."""
        way = ARROWS.get(Qt.Key(event.key()))
        here = next(((r, c) for r, c, tile in self._places() if tile.hasFocus()), None)
        if way is None or here is None:
            super().keyPressEvent(event)
            return
        down, across = way[0], -way[1] if self.isRightToLeft() else way[1]
        self._go(here, down, across)

    def _places(self) -> list[tuple[int, int, Tile]]:
        return [
            (r, c, tile)
            for r, row in enumerate(self._rows)
            for c, tile in enumerate(row)
            if tile is not None
        ]

    def _go(self, here: tuple[int, int], down: int, across: int) -> None:
        """To the nearest tile that way: within the row, or in the next row the one below."""
        row, column = here
        ways = [
            (abs(r - row), abs(c - column), tile)
            for r, c, tile in self._places()
            if ((r - row) * down > 0 if down else r == row and (c - column) * across > 0)
        ]
        if ways:
            nearest = min(ways, key=lambda way: way[:2])
            nearest[2].setFocus(Qt.FocusReason.TabFocusReason)
