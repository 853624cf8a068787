"""Words that are as large as there is room for, up to a size that is given.

A label asks for the room its words take; on a face for the floor it is the other way round.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

SMALLEST = 11
"""Pixels; what does not fit then ends in an ellipsis."""
SHRINK = 0.95
LEADING = 1.17
"""From one line to the next, in sizes of the font; fonts differ too much in their own."""
LIFTED = 0.03
"""How far capitals stand above the middle of their line: what hangs below it has room."""
MEASURED = 1000
"""The size at which a font is measured: capital letters have a fixed share of it."""


def pixels_for_cap(font: QFont, cap: float) -> int:
    """The size of ``font`` in which a capital letter is ``cap`` pixels tall."""
    large = QFont(font)
    large.setPixelSize(MEASURED)
    return max(SMALLEST, round(cap * MEASURED / QFontMetricsF(large).capHeight()))


class BigWords(QWidget):
    """One text, on one line or ``lines`` of them; painted again only when it changes."""

    def __init__(
        self,
        look: Look,
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        bold: bool = True,
        colour: str = "text",
        shrinks: bool = True,
    ) -> None:
        """``shrinks``: else what has no room is left out, and an ellipsis stands for it."""
        super().__init__()
        self._shrinks = shrinks
        self._look = look
        self._lines = lines
        self._align = align
        self._bold = bold
        self._colour = colour
        self._largest = look.px
        self._fitted: tuple[tuple[object, ...], int] = ((), 0)
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_text(self, text: str) -> None:
        """Show ``text``; a screen reader reads it as it stands."""
        if text != self.text:
            self.text = text
            set_name(self, text)
            self.update()

    def show_size(self, pixels: int) -> None:
        """No larger than ``pixels``, and as tall as its lines of them are."""
        self._largest = pixels
        self.setFixedHeight(round(pixels * LEADING * self.lines))
        self.update()

    @property
    def lines(self) -> int:
        """How many lines there is room for."""
        return self._lines

    def write_on(self, lines: int) -> None:
        """Make room for so many lines."""
        if lines != self._lines:
            self._lines = lines
            self.show_size(self._largest)

    @property
    def room(self) -> QRectF:
        """Where the words stand."""
        return QRectF(self.rect())

    def words_font(self, pixels: int | None = None) -> QFont:
        """The font they are painted in; or the same in another size."""
        font = QFont(self.font())
        font.setBold(self._bold)
        font.setPixelSize(self.fitting_pixels() if pixels is None else pixels)
        return font

    def fitting_pixels(self) -> int:
        """The largest size in which they fit."""
        room = self.room
        shape = (self.text, room.width(), room.height(), self._largest, self._lines)
        if shape != self._fitted[0]:
            pixels = float(self._largest)
            while self._shrinks and pixels > SMALLEST and not self.fits(self.text, round(pixels)):
                pixels *= SHRINK
            self._fitted = (shape, max(SMALLEST, round(pixels)))
        return self._fitted[1]

    def fits(self, text: str, pixels: int) -> bool:
        """Whether ``text`` has room in that size."""
        metrics = QFontMetrics(self.words_font(pixels))
        lines = self._broken(text, metrics)
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        tall = len(lines) * LEADING * pixels
        room = self.room
        return len(lines) <= self._lines and wide <= room.width() and tall <= room.height() + 1

    def lines_needed(self, most: int = 2) -> int:
        """How many lines it would take in its largest size, up to ``most``."""
        metrics = QFontMetrics(self.words_font(self._largest))
        return min(most, len(self._broken(self.text, metrics, most)))

    def _broken(self, text: str, metrics: QFontMetrics, most: int | None = None) -> list[str]:
        """The text in lines, broken where a line is full; one line where there is room for one."""
        if (most or self._lines) == 1:
            return [text]
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if lines[-1] and metrics.horizontalAdvance(longer) > self.room.width():
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    @property
    def word_width(self) -> int:
        """How wide the text is as it is painted, on one line."""
        wide = QFontMetrics(self.words_font()).horizontalAdvance(self.text)
        return min(wide, int(self.room.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words."""
        painter = QPainter(self)
        self.paint_words(painter, self._colour, self.room)
        painter.end()

    def paint_words(self, painter: QPainter, colour: str, place: QRectF) -> None:
        """In a colour of the palette."""
        font = self.words_font()
        painter.setFont(font)
        painter.setPen(QColor(getattr(self._look.palette, colour)))
        metrics = QFontMetrics(font)
        lines = self._broken(self.text, metrics)
        if len(lines) > self._lines:
            lines = [*lines[: self._lines - 1], " ".join(lines[self._lines - 1 :])]
        tall = LEADING * font.pixelSize()
        top = place.top() + (place.height() - tall * len(lines)) / 2
        top += (metrics.capHeight() - metrics.ascent() + metrics.descent()) / 2 - LIFTED * tall
        flags = int(self._align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        for number, line in enumerate(lines):
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
            painter.drawText(
                QRectF(place.left(), top + number * tall, place.width() + 1, tall), flags, text
            )
