"""Words and shapes on a page of paper, in points; mirrored where one reads from the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from recovery_coach.base.i18n import text_direction
from recovery_coach.ui.palette import PAPER

FINE = 20
"""Letters are measured this much larger, so that their places are not rounded to points."""


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: size and distance of lines in points."""

    size: float
    line: float
    bold: bool = False
    italic: bool = False
    colour: str = PAPER.text
    spaced: float = 0.0


TITLE = Style(24, 29, bold=True)
SUMMARY = Style(10, 13.2, colour=PAPER.muted)
FACTS = Style(10, 13, bold=True)
KICKER = Style(8, 11, bold=True, colour=PAPER.muted, spaced=0.6)
NAME = Style(13, 15.5, bold=True)
DOSE = Style(10.5, 13, bold=True, colour=PAPER.teal_text)
BODY = Style(9.8, 12.6)
NOTE = Style(9.8, 12.6, italic=True)
SMALL = Style(9, 11.6, colour=PAPER.muted)
CAPTION = Style(8.5, 11, colour=PAPER.muted)
TICK = Style(9.5, 14, bold=True)
TICK_NAME = Style(9.5, 14)
STOP = Style(9, 11.5, bold=True)
SIGNS = Style(8.5, 10.8)
FOOT = Style(8, 11, colour=PAPER.muted)
BADGE = Style(10.5, 13, bold=True, colour=PAPER.surface)
FAMILIES = (
    "Inter", "Source Sans 3", "Noto Sans", "Open Sans", "Segoe UI", "Helvetica Neue", "Arial",
    "Liberation Sans", "Nimbus Sans",
)  # fmt: skip
"""Letters that are made for small print on paper, in the order they are looked for."""


@cache
def font_of(style: Style) -> QFont:
    """The letters of a style, so large as they are measured."""
    font = QFont(QGuiApplication.font())
    font.setFamilies([*FAMILIES, *font.families()])
    font.setPixelSize(round(style.size * FINE))
    font.setBold(style.bold)
    font.setItalic(style.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    keep_letters_apart(font)
    if style.spaced:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spaced * FINE)
    return font


def keep_letters_apart(font: QFont) -> None:
    """No ligatures on paper: with "fi" as one sign, nobody finds "five" in the PDF."""
    font.setFeature(QFont.Tag("liga"), 0)


class Words:
    """A text broken into lines of a width; ``height`` is what it takes.

    Its first ``lead`` letters are bold. ``own``: a person wrote it, in a language that may be
    written another way than that of the program.
    """

    def __init__(
        self,
        text: str,
        style: Style,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        lead: int = 0,
        own: bool = False,
    ) -> None:
        self.style = style
        self.width = width
        self.text = text
        self._layout = QTextLayout(text, font_of(style))
        if lead:
            self._layout.setFormats([_bold(lead)])
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        mirrored = (text_way(text) if own else text_direction()) == "rtl"
        ways = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        option.setTextDirection(ways[mirrored])
        if mirrored and align == Qt.AlignmentFlag.AlignLeading:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        lines = 0
        self.used = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width * FINE)
            # The letters stand in the middle of their line, whatever the font takes for itself.
            free = style.line * FINE - line.ascent() - line.descent()
            line.setPosition(QPointF(0.0, lines * style.line * FINE + free / 2))
            self.used = max(self.used, line.naturalTextWidth() / FINE)
            lines += 1
        self._layout.endLayout()
        self.lines = lines
        self.height = lines * style.line

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Set them with the left upper corner at ``x``, ``y``."""
        self.paint_lines(painter, x, y, 0, self.lines)

    def paint_lines(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Set the lines from ``first`` to before ``last``, the first of them at ``y``."""
        painter.save()
        painter.translate(x, y - first * self.style.line)
        painter.scale(1 / FINE, 1 / FINE)
        painter.setPen(QColor(self.style.colour))
        for number in range(first, last):
            self._layout.lineAt(number).draw(painter, QPointF(0.0, 0.0))
        painter.restore()

    def text_of_lines(self, first: int, last: int) -> str:
        """What stands in these lines."""
        if first >= last:
            return ""
        begin, end = self._layout.lineAt(first), self._layout.lineAt(last - 1)
        # Qt counts as UTF-16 does: a letter beyond the first plane is two.
        whole = self.text.encode("utf-16-le")
        part = whole[2 * begin.textStart() : 2 * (end.textStart() + end.textLength())]
        return part.decode("utf-16-le", "replace")


def text_way(text: str) -> str:
    """Which way a text is written: by its first letter that has one, else as the program's are."""
    ways = {"L": "ltr", "R": "rtl", "AL": "rtl"}
    found = (ways.get(unicodedata.bidirectional(letter)) for letter in text)
    return next(filter(None, found), text_direction())


def _bold(count: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = 0, count
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    found.format = form
    return found


def width_of(text: str, style: Style) -> float:
    """How wide a text is in one line."""
    return Words(text, style, 100_000).used


class Ink:
    """Puts things on one page; x is counted from where reading begins."""

    def __init__(self, painter: QPainter, width: float) -> None:
        self.painter = painter
        self._width = width
        self._mirrored = text_direction() == "rtl"

    def place(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Where a thing comes to lie."""
        left = self._width - x - width if self._mirrored else x
        return QRectF(left, y, width, height)

    def words(self, words: Words, x: float, y: float) -> None:
        """A text."""
        words.paint(self.painter, self.place(x, y, words.width, 0).left(), y)

    def line(self, x: float, y: float, width: float, thick: float, colour: str) -> None:
        """A level line; ``y`` is its upper edge."""
        self.painter.fillRect(self.place(x, y, width, thick), QColor(colour))

    def frame(
        self,
        rect: tuple[float, float, float, float],
        radius: float,
        thick: float,
        colour: str,
        filling: str | None = None,
    ) -> None:
        """A rectangle with round corners."""
        path = QPainterPath()
        path.addRoundedRect(self.place(*rect), radius, radius)
        self._shape(path, thick, colour, filling)

    def disc(self, x: float, y: float, size: float, filling: str) -> None:
        """A full circle."""
        path = QPainterPath()
        path.addEllipse(self.place(x, y, size, size))
        self.painter.fillPath(path, QColor(filling))

    def corners(
        self,
        place: QRectF,
        points: Sequence[tuple[float, float]],
        thick: float,
        colour: str,
        filling: str | None = None,
    ) -> None:
        """A shape by its corners, in parts of ``place``."""
        shape = QPolygonF(
            [
                QPointF(place.left() + u * place.width(), place.top() + v * place.height())
                for u, v in points
            ]
        )
        path = QPainterPath()
        path.addPolygon(shape)
        path.closeSubpath()
        self._shape(path, thick, colour, filling)

    def _shape(self, path: QPainterPath, thick: float, colour: str, filling: str | None) -> None:
        if filling is not None:
            self.painter.fillPath(path, QColor(filling))
        pen = QPen(QColor(colour), thick)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.strokePath(path, pen)

    def arrow(self, x: float, y: float, size: float, colour: str, down: bool = False) -> None:
        """A small arrow head in a square of ``size``: onward, or ``down``."""
        place = self.place(x, y, size, size)
        points = ((0.25, 0.1), (0.75, 0.5), (0.25, 0.9))
        if down:
            points = ((0.1, 0.25), (0.5, 0.75), (0.9, 0.25))
        elif self._mirrored:
            points = ((0.75, 0.1), (0.25, 0.5), (0.75, 0.9))
        pen = QPen(QColor(colour), size * 0.16)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawPolyline(
            QPolygonF([QPointF(place.left() + u * size, place.top() + v * size) for u, v in points])
        )
