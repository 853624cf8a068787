"""The body on paper: on how many days each region was marked, as numbers and as shades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from recovery_coach.base.i18n import tr
from recovery_coach.library.body_map import BodyDrawing, body_drawing
from recovery_coach.ui.body_places import BETWEEN, Placed, PlacedFigure, Places
from recovery_coach.ui.chart_ink import mixed
from recovery_coach.ui.palette import PAPER, ink_on
from recovery_coach.ui.sheet_ink import Style, Words, width_of

SIDE = Style(7, 9, colour=PAPER.muted)
LEAST, MOST = 0.22, 0.9
"""Shares of the shade, for one day and for the most there are."""
LETTER = 9.0
"""Of a number, in the units of the drawing."""
SMALLEST = 4.8
"""Points of a number of one or two digits; of more they are smaller."""
READABLE = 3.6
CENTRE = Qt.AlignmentFlag.AlignHCenter


def body_height(width: float) -> float:
    """How tall both figures are in a width, with the words below them."""
    drawing = body_drawing()
    return width * drawing.height / _wide(drawing) + SIDE.line


def _wide(drawing: BodyDrawing) -> float:
    return drawing.width * 2 + BETWEEN


def paint_body(painter: QPainter, room: QRectF, counts: Mapping[str, int]) -> None:
    """Front and back with the days of each region; the person's own left and right."""
    places = Places(body_drawing(), room.adjusted(0, 0, 0, -SIDE.line))
    most = max(counts.values(), default=1)
    for figure in places.figures:
        _figure(painter, figure, places.scale, {r: n / most for r, n in counts.items()})
        _words(painter, figure, room.bottom() - SIDE.line)
    for one in places.placed:
        if one.shape.region in counts:
            _number(painter, one, places.scale, counts[one.shape.region], most)


def _shade(share: float) -> QColor:
    return mixed(PAPER.surface, PAPER.teal, LEAST + (MOST - LEAST) * share)


def _figure(
    painter: QPainter, figure: PlacedFigure, scale: float, shares: Mapping[str, float]
) -> None:
    painter.setPen(_pen(PAPER.line, 0.9 * scale))
    painter.setBrush(QColor(PAPER.raised))
    for path in figure.still:
        painter.drawPath(path)
    for one in figure.placed:
        painter.drawPath(one.path)
    painter.setPen(_pen(PAPER.muted, 1.1 * scale))
    for one in figure.placed:
        if one.shape.region in shares:
            painter.setBrush(_shade(shares[one.shape.region]))
            painter.drawPath(one.path)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _pen(colour: str, width: float) -> QPen:
    made = QPen(QColor(colour), width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def _words(painter: QPainter, figure: PlacedFigure, y: float) -> None:
    box = figure.box
    sides = tr("right"), tr("left")
    here, there = sides if figure.facing == "front" else sides[::-1]
    name = tr("Front view") if figure.facing == "front" else tr("Back view")
    text = tr("{left} · {name} · {right}").format(left=here, name=name, right=there)
    style = replace(SIDE, size=SIDE.size * min(1.0, box.width() / width_of(text, SIDE)) - 0.1)
    Words(text, style, box.width(), CENTRE).paint(painter, box.left(), y)


def _number(painter: QPainter, one: Placed, scale: float, days: int, most: int) -> None:
    text = str(days)
    size = max(SMALLEST, LETTER * scale) * min(1.0, 2.4 / len(text))
    if size < READABLE:  # the lines beside the body tell it, too
        return
    style = Style(size, size * 1.2, bold=True, colour=ink_on(_shade(days / most).name()))
    words = Words(text, style, 8 * size, CENTRE)
    corner = one.number - QPointF(words.width / 2, words.height / 2)
    words.paint(painter, corner.x(), corner.y())
