"""The 0-10 strip: one click is an answer. Both ends are named, nothing is pre-filled.

The anchors follow facts 4.1 (numeric rating scale; the same words every time). The colour under a
number is an ornament: the number itself stands on plain ground.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.parts import LeavesArrows, PushButton, column, row, words
from recovery_coach.ui.theme import Look, pain_colour

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class NumberButton(LeavesArrows, PushButton):
    """One number of a 0-10 scale; a ``compact`` one stands in a line among others."""

    def __init__(
        self, number: int, look: Look, scale: str, coloured: bool, compact: bool = False
    ) -> None:
        super().__init__(str(number))
        self._compact = compact
        self.number = number
        self._look = look
        self._coloured = coloured
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader tells one of several by it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("{scale}: {number} of 10").format(scale=scale, number=number))

    def sizeHint(self) -> QSize:
        """Wide enough for two digits, tall enough for a finger."""
        if self._compact:
            return QSize(self._look.size(2.2), self._look.size(2.7))
        return QSize(self._look.size(2.6), self._look.size(3.6))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than two digits."""
        return QSize(self._look.size(1.9 if self._compact else 2.2), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tile with the number and, under it, its colour."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        chosen = self.isChecked()
        colour = pain_colour(colours, self.number) if self._coloured else QColor(colours.teal)
        border = QColor(colours.text if self.hasFocus() or chosen else colours.line)
        if self.underMouse() and not chosen:
            border = QColor(colours.muted)
        pen = painter.pen()
        pen.setColor(border)
        pen.setWidthF(3 if chosen else 2)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.raised if chosen else colours.surface))
        round_ = 10 if self._compact else 14
        painter.drawRoundedRect(tile, round_, round_)
        font = self.font()
        font.setPixelSize(self._look.size(1.07 if self._compact else 1.4))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        words_at = tile.adjusted(0, 0, 0, -self._look.size(0.5))
        painter.drawText(words_at, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        bar = QRectF(0, 0, tile.width() * (0.8 if chosen else 0.55), 6 if chosen else 4)
        bar.moveCenter(tile.center())
        bar.moveBottom(tile.bottom() - self._look.size(0.45))
        painter.drawRoundedRect(bar, 3, 3)
        painter.end()


class NumberStrip(QWidget):
    """Eleven numbers with both ends named; Left and Right move, Space or a digit answers.

    0 stands where reading begins: on the right, where one reads from there.
    """

    chosen = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        low: str,
        high: str,
        coloured: bool = True,
        compact: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: list[NumberButton] = []
        tiles = row(spacing=4 if compact else 8)
        for number in range(11):
            tile = NumberButton(number, look, name, coloured, compact)
            self._group.addButton(tile, number)
            self.buttons.append(tile)
            tile.clicked.connect(lambda _, number=number: self.chosen.emit(number))
            tiles.addWidget(tile, 1)
        look.changed.connect(self.update)
        ends = row(spacing=8)
        ends.addWidget(words(low, "small", wrap=False))
        ends.addStretch(1)
        ends.addWidget(words(high, "small", wrap=False))
        layout = column(self, spacing=4)
        layout.addLayout(tiles)
        layout.addLayout(ends)

    @property
    def value(self) -> int | None:
        """The chosen number; None while there is none."""
        checked = self._group.checkedId()
        return checked if checked >= 0 else None

    def show_value(self, number: int | None) -> None:
        """Show a number as chosen, or none, without an answer being given."""
        self._group.setExclusive(False)
        for tile in self.buttons:
            tile.setChecked(tile.number == number)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow moves, a digit answers at once."""
        if event.key() in ARROWS:
            here = next((tile.number for tile in self.buttons if tile.hasFocus()), 0)
            step = ARROWS[Qt.Key(event.key())]
            if self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                step = -step
            place = min(max(0, here + step), len(self.buttons) - 1)
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            return
        if event.text().isdecimal() and len(event.text()) == 1:
            tile = self.buttons[int(event.text())]
            tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
            tile.click()
            return
        super().keyPressEvent(event)


def pain_strip(look: Look, name: str = "", compact: bool = False) -> NumberStrip:
    """Pain right now, with the anchors of facts 4.1; ``name`` is where, if it is not the whole."""
    low, high = tr("0 · no pain"), tr("10 · worst pain you can imagine")
    return NumberStrip(look, name or tr("Pain"), low, high, compact=compact)


def effort_strip(look: Look) -> NumberStrip:
    """Session effort, with anchors of our own (facts 4.5)."""
    return NumberStrip(look, tr("Effort"), tr("0 · rest"), tr("10 · all you had"), coloured=False)
