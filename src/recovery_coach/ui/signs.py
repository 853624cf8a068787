"""Two signs read from far away: what is to be done now, and on which side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent

from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.shapes import Shape, colour_of, paint_arrow, paint_shape
from recovery_coach.ui.theme import Look

SHAPE = 0.74
"""Size of a shape, as a share of the sign's height; what is left is air."""
AIR = 0.18
"""Between shape and word, in heights."""


class PhaseSign(BigWords):
    """Colour, shape and word of the moment, side by side."""

    def __init__(self, look: Look, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> None:
        super().__init__(look, align=align)
        self.shape = Shape.GET_READY
        self._words = ("", "")

    def show_phase(self, shape: Shape, word: str, with_seconds: str = "") -> None:
        """``with_seconds`` is the word with the seconds left of it, shown where it fits."""
        if shape is not self.shape:
            self.shape = shape
            self.update()
        self._words = (word, with_seconds)
        self._choose()

    def _choose(self) -> None:
        word, with_seconds = self._words
        fits = bool(with_seconds) and self.fits(_widest(with_seconds), self._largest)
        self.show_text(with_seconds if fits else word)
        set_name(self, word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the seconds may fit."""
        super().resizeEvent(event)
        self._choose()

    @property
    def room(self) -> QRectF:
        """Beside the shape."""
        taken = round(self.height() * (SHAPE + AIR))
        return QRectF(taken, 0, max(1, self.width() - taken), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both together, in the direction of reading."""
        painter = QPainter(self)
        size, air = self.height() * SHAPE, self.height() * AIR
        word = self.word_width
        free = self.width() - size - air - word
        mirrored = self.isRightToLeft()
        centred = bool(self._align & Qt.AlignmentFlag.AlignHCenter)
        start = free / 2 if centred else free if mirrored else 0.0
        shape_at, word_at = (start + word + air, start) if mirrored else (start, start + size + air)
        place = QRectF(shape_at, (self.height() - size) / 2, size, size)
        colours = self._look.palette
        paint_shape(painter, self.shape, place, colour_of(self.shape, colours))
        self.paint_words(painter, "text", QRectF(word_at, 0, word, self.height()))
        painter.end()


class SideSign(BigWords):
    """The side as a word and a large arrow that points there.

    Left is the body's left in every language: the arrow keeps its way and its end of the sign, also
    where the words run from right to left.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look, align=Qt.AlignmentFlag.AlignHCenter)
        self.side = ""

    def show_side(self, side: str | None, word: str) -> None:
        """``left``, ``right``, ``alternate`` or none."""
        if (side or "") != self.side:
            self.side = side or ""
            self.update()
        self.show_text(word)
        if self.isHidden() == bool(word):
            self.setVisible(bool(word))

    @property
    def arrows(self) -> tuple[bool, bool]:
        """Whether there is one to the left, and to the right."""
        return self.side in ("left", "alternate"), self.side in ("right", "alternate")

    @property
    def _arrow(self) -> float:
        return self.height() * 0.72

    @property
    def _ends(self) -> tuple[float, float]:
        """What lies beside the word, on the left and on the right."""
        pad = self.height() * 0.36
        before, after = (pad + (self._arrow + pad / 2) * there for there in self.arrows)
        return before, after

    @property
    def room(self) -> QRectF:
        """Between the arrows."""
        before, after = self._ends
        return QRectF(before, 0, max(1.0, self.width() - before - after), self.height())

    @property
    def plate(self) -> QRectF:
        """As wide as its words, on the side that it names."""
        wide = min(float(self.width()), sum(self._ends) + self.word_width)
        leftwards, rightwards = self.arrows
        free = self.width() - wide
        left = 0.0 if leftwards and not rightwards else free / 2 if leftwards else free
        return QRectF(left, 0, wide, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plate with the arrow at its end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._look.palette
        painter.setBrush(QColor(colours.accent))
        plate, (before, after) = self.plate, self._ends
        painter.drawRoundedRect(plate, plate.height() / 2.6, plate.height() / 2.6)
        painter.setBrush(QColor(colours.on_accent))
        arrow, pad = self._arrow, self.height() * 0.36
        leftwards, rightwards = self.arrows
        place = QRectF(plate.left() + pad, (self.height() - arrow) / 2, arrow, arrow)
        if leftwards:
            paint_arrow(painter, place, True)
        if rightwards:
            place.moveRight(plate.right() - pad)
            paint_arrow(painter, place, False)
        self.paint_words(painter, "on_accent", plate.adjusted(before, 0, -after, 0))
        painter.end()


def _widest(text: str) -> str:
    """The same with two digits, so that seconds do not come and go as they count down."""
    digits = [i for i, letter in enumerate(text) if letter.isdigit()]
    return f"{text[: digits[0]]}00{text[digits[-1] + 1 :]}" if digits else text
