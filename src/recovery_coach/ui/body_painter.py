"""Paints the body map: figures, marks with their scores, where mouse and keyboard are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from recovery_coach.base.i18n import tr
from recovery_coach.ui.body_places import Placed, PlacedFigure, Places
from recovery_coach.ui.palette import ink_on
from recovery_coach.ui.theme import Look, pain_colour

NO_SCORE = "–"
"""On a mark without a number: it is missing, not 0."""
CORNER = 84.0
"""Beside the head, in the units of the drawing, for a figure's name."""
FOOT = 50.0
"""Beside the feet, for whose side it is."""
BESIDE_FEET = 128.0
"""How tall the room beside the feet is."""
FAINT = 0.4
"""Lines that only make it a body are no edges of anything."""
MIDDLE = Qt.AlignmentFlag.AlignCenter
BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Shown:
    """What is painted, besides the body."""

    scores: Mapping[str, int | None]
    selected: str = ""
    hovered: str = ""
    cursor: Placed | None = None
    """Where the keyboard is, if it is in use."""
    bubble: QPointF | None = None
    """Where the score of the selected region is shown while it is dragged."""


class BodyPainter:
    """Paints with ``painter`` in the colours and sizes of ``look``."""

    def __init__(self, painter: QPainter, look: Look, places: Places) -> None:
        self._painter = painter
        self._look = look
        self._colours = look.palette
        self._places = places
        self._font = painter.font()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, shown: Shown) -> None:
        """Everything, from the back to the front."""
        for figure in self._places.figures:
            self._body(figure, shown)
            self._captions(figure)
        for one in self._places.placed:
            if one.shape.region == shown.selected:
                self._ring(one.path, Qt.PenStyle.SolidLine)
        for one in self._places.placed:
            if one.shape.region in shown.scores:
                self._number(one, shown.scores[one.shape.region])
        if shown.cursor is not None and shown.cursor.shape.region != shown.selected:
            self._ring(shown.cursor.path, Qt.PenStyle.DashLine)
        if shown.bubble is not None:
            self._bubble(shown.bubble, shown.scores.get(shown.selected))

    def line(self, room: QRectF, text: str, hint: str) -> None:
        """The words of a place in ``room``; where there are none, how it is done."""
        colour = self._colours.text if text else self._colours.muted
        font = QFont(self._font)
        font.setPixelSize(self._look.size(1.0 if text else 0.87))
        wide = QFontMetricsF(font).horizontalAdvance(text or hint)
        if wide > room.width():
            font.setPixelSize(max(9, int(font.pixelSize() * room.width() / wide)))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(room, MIDDLE, text or hint)

    # -- the body --------------------------------------------------------------------------

    def _body(self, figure: PlacedFigure, shown: Shown) -> None:
        painter, colours = self._painter, self._colours
        painter.setPen(self._pen(colours.line, 1.2))
        painter.setBrush(QColor(colours.raised))
        for path in figure.still:
            painter.drawPath(path)
        plain = {r: QColor(colours.raised) for r in self._unmarked(figure, shown)}
        if shown.hovered in plain:
            plain[shown.hovered] = QColor(colours.line)
        self._regions(figure, plain)
        painter.setOpacity(FAINT)
        painter.setPen(self._pen(colours.figure.cloth, 1.2))
        for line in figure.details:
            painter.drawPolyline(line)
        painter.setOpacity(1.0)
        marks = {r: mark_colour(self._look, score) for r, score in shown.scores.items()}
        self._regions(figure, marks)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(colours.muted, 2.4))
        for one in figure.placed:
            if one.shape.region == shown.hovered:
                painter.drawPath(one.path)

    def _unmarked(self, figure: PlacedFigure, shown: Shown) -> list[str]:
        every = (one.shape.region for one in figure.placed)
        return [region for region in every if region not in shown.scores]

    def _regions(self, figure: PlacedFigure, fills: Mapping[str, QColor]) -> None:
        self._painter.setPen(self._pen(self._colours.figure.cloth, 1.45))
        for one in figure.placed:
            if one.shape.region in fills:
                self._painter.setBrush(fills[one.shape.region])
                self._painter.drawPath(one.path)

    def _pen(self, colour: str, width: float) -> QPen:
        made = QPen(QColor(colour), width * max(0.8, self._places.scale))
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
        return made

    def _captions(self, figure: PlacedFigure) -> None:
        s, box = self._places.scale, figure.box
        name = tr("Front view") if figure.facing == "front" else tr("Back view")
        corner = QRectF(box.left(), box.top(), CORNER * s, self._look.size(1.6))
        self._words(corner, name, self._colours.text, bold=True)
        sides = tr("Your right"), tr("Your left")
        here, there = sides if figure.facing == "front" else sides[::-1]
        foot = QRectF(box.left(), box.bottom() - BESIDE_FEET * s, FOOT * s, BESIDE_FEET * s)
        self._words(foot, here, self._colours.muted, BELOW)
        foot.moveRight(box.right())
        self._words(foot, there, self._colours.muted, BELOW)

    def _words(
        self, room: QRectF, text: str, colour: str, flags: int = MIDDLE, bold: bool = False
    ) -> None:
        font = QFont(self._font)
        font.setBold(bold)
        font.setPixelSize(self._look.size(0.87))
        wide = max(QFontMetricsF(font).horizontalAdvance(word) for word in text.split())
        if wide > room.width():
            font.setPixelSize(max(9, int(font.pixelSize() * room.width() / wide)))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(room, flags, text)

    # -- what is marked --------------------------------------------------------------------

    def _number(self, one: Placed, score: int | None) -> None:
        font = QFont(self._font)
        font.setBold(True)
        text = score_sign(score)
        font.setPixelSize(max(10, round((13 if len(text) == 1 else 11) * self._places.scale)))
        room = QRectF(0, 0, 60, 40)
        room.moveCenter(one.number)
        self._painter.setFont(font)
        self._painter.setPen(QColor(ink_on(mark_colour(self._look, score).name())))
        self._painter.drawText(room, MIDDLE, text)

    def _ring(self, path: QPainterPath, style: Qt.PenStyle) -> None:
        """An outline that is seen on every colour."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(self._pen(self._colours.surface, 5))
        self._painter.drawPath(path)
        pen = self._pen(self._colours.text, 2.8)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setStyle(style)
        if style == Qt.PenStyle.DashLine:
            pen.setDashPattern([2.4, 1.4])
        self._painter.setPen(pen)
        self._painter.drawPath(path)

    def _bubble(self, at: QPointF, score: int | None) -> None:
        size = self._look.size
        plate = QRectF(0, 0, size(4.4), size(3.0))
        plate.moveCenter(at)
        painter, colours = self._painter, self._colours
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(plate, size(1.0), size(1.0))
        font = QFont(self._font)
        font.setBold(True)
        font.setPixelSize(size(2.0))
        painter.setFont(font)
        painter.drawText(plate.adjusted(size(1.0), 0, 0, 0), MIDDLE, score_sign(score))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colour(self._look, score))
        painter.drawEllipse(
            QPointF(plate.left() + size(1.0), plate.center().y()), *[size(0.45)] * 2
        )


def mark_colour(look: Look, score: int | None) -> QColor:
    """The colour of a mark; one without a score has none of the scale."""
    return QColor(look.palette.muted) if score is None else pain_colour(look.palette, score)


def score_sign(score: int | None) -> str:
    """What stands on a mark."""
    return NO_SCORE if score is None else str(score)
