"""What a chart is painted with, on the screen and on paper: colours by their use, and letters.

Everything is painted as lines, areas and letters, in full colours: nothing of it becomes a picture
in a PDF, and its words can be marked there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from recovery_coach.base.i18n import text_direction
from recovery_coach.ui.palette import PAPER, Palette
from recovery_coach.ui.sheet_ink import FAMILIES, FINE, keep_letters_apart
from recovery_coach.ui.theme import Look, pain_colour

SMALL, PLAIN = 0.8, 0.87
"""Sizes of letters, in body sizes."""
PAPER_BODY = 10.0
"""Points."""

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class ChartInk:
    """A palette, and the size of the body text, in the unit of what is painted on.

    ``fine``: letters are measured so much larger, so that their places on paper are not rounded.
    """

    palette: Palette
    body: float
    fine: int = 1
    families: tuple[str, ...] = field(default=())

    def size(self, factor: float) -> float:
        """A length, as a multiple of the body text."""
        return self.body * factor

    # -- colours -------------------------------------------------------------------------------

    @property
    def grid(self) -> QColor:
        """The calm lines behind everything."""
        return mixed(self.palette.surface, self.palette.line, 0.75)

    @property
    def edge(self) -> QColor:
        """The outline of an empty field."""
        return mixed(self.palette.surface, self.palette.muted, 0.32)

    @property
    def missing(self) -> QColor:
        """The ground of days without a number."""
        return mixed(self.palette.surface, self.palette.raised, 0.6)

    @property
    def range(self) -> QColor:
        """From the lowest to the highest: less than what stands in its middle."""
        return mixed(self.palette.surface, self.palette.teal, 0.36)

    def score(self, value: float, scored: bool) -> QColor:
        """Of a number: that of the pain scale, or the one for all."""
        return pain_colour(self.palette, value) if scored else QColor(self.palette.teal)

    def outline(self, colour: QColor) -> QColor:
        """Around a point of some colour, so that it stands out from any ground."""
        return mixed(colour, self.palette.text, 0.45)

    # -- letters -------------------------------------------------------------------------------

    def font(self, factor: float = SMALL, bold: bool = False) -> QFont:
        """Letters of a size."""
        return _font(self.families, max(1, round(self.body * factor * self.fine)), bold, self.fine)

    def width(self, text: str, factor: float = SMALL, bold: bool = False) -> float:
        """How wide a text is."""
        font = self.font(factor, bold)
        return QFontMetricsF(font).horizontalAdvance(text) / self.fine

    def line(self, factor: float = SMALL) -> float:
        """How tall a line of letters is."""
        return self.size(factor) * 1.3

    def elided(self, text: str, width: float, factor: float = SMALL, bold: bool = False) -> str:
        """As much of a text as there is room for; nothing, where not even a word's begin has."""
        metrics = QFontMetricsF(self.font(factor, bold))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * self.fine)

    def words(
        self,
        painter: QPainter,
        text: str,
        place: QRectF,
        align: Align = "left",
        factor: float = SMALL,
        bold: bool = False,
        colour: str | QColor = "",
    ) -> None:
        """A line of letters, in the middle of the height of ``place``; it may reach out of it."""
        font = self.font(factor, bold)
        metrics = QFontMetricsF(font)
        free = place.width() - metrics.horizontalAdvance(text) / self.fine
        left = place.left() + {"left": 0.0, "centre": free / 2, "right": free}[align]
        base = place.center().y() * self.fine + (metrics.ascent() - metrics.descent()) / 2
        painter.save()
        painter.scale(1 / self.fine, 1 / self.fine)
        painter.setLayoutDirection(_direction())
        painter.setFont(font)
        painter.setPen(QColor(colour or self.palette.muted))
        painter.drawText(QPointF(left * self.fine, base), text)
        painter.restore()

    @property
    def begins(self) -> Align:
        """The side from which words are read."""
        return "right" if text_direction() == "rtl" else "left"

    # -- lines ---------------------------------------------------------------------------------

    def pen(self, colour: str | QColor, thick: float) -> QPen:
        """A pen with round ends; ``thick`` in body sizes."""
        pen = QPen(QColor(colour), self.size(thick))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def dashed(self, colour: str | QColor, thick: float) -> QPen:
        """A pen of short strokes."""
        pen = QPen(QColor(colour), self.size(thick))
        pen.setDashPattern([3.0, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


def screen_ink(look: Look) -> ChartInk:
    """For the window, as it looks now."""
    return ChartInk(look.palette, look.px)


def paper_ink(body: float = PAPER_BODY) -> ChartInk:
    """For a page; ``body`` in points."""
    return ChartInk(PAPER, body, FINE, FAMILIES)


def mixed(first: str | QColor, second: str | QColor, share: float) -> QColor:
    """A full colour between two: half-transparent ones would not print everywhere."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def hatching(places: Sequence[QRectF], apart: float) -> list[QLineF]:
    """Slanted lines in some rectangles: lines of their own, since a brush's would be a picture."""
    return [line for place in places for line in _slanted(place, apart)]


def _slanted(place: QRectF, apart: float) -> list[QLineF]:
    """x + y is the same along each of them, and a multiple of ``apart``."""
    left, top, right, bottom = place.left(), place.top(), place.right(), place.bottom()
    first = int((left + top) // apart) + 1
    last = int((right + bottom) // apart)
    lines = []
    for total in (step * apart for step in range(first, last + 1)):
        x1, x2 = max(left, total - bottom), min(right, total - top)
        if x2 > x1:
            lines.append(QLineF(x1, total - x1, x2, total - x2))
    return lines


@lru_cache(maxsize=64)
def _font(families: tuple[str, ...], pixels: int, bold: bool, fine: int) -> QFont:
    font = QFont(QGuiApplication.font())
    if families:
        font.setFamilies([*families, *font.families()])
    font.setPixelSize(pixels)
    font.setBold(bold)
    if fine > 1:
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        keep_letters_apart(font)
    return font


def _direction() -> Qt.LayoutDirection:
    rtl = text_direction() == "rtl"
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
