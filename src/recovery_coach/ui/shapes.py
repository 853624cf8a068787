"""A shape for each kind of moment, painted: told apart without its colour, and without reading."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from recovery_coach.session.states import State
from recovery_coach.session.view import Moment
from recovery_coach.ui.palette import Palette

LINE = 0.15
"""How thick an open shape is drawn, as a share of its height."""


class Shape(Enum):
    """What kind of moment it is."""

    HOLD = "hold"
    MOVE = "move"
    DOWN = "down"
    UP = "up"
    BREATHE_IN = "breathe in"
    BREATHE_OUT = "breathe out"
    REST = "rest"
    SWITCH = "switch"
    GET_READY = "get ready"
    PAUSED = "paused"
    YOUR_TIME = "your time"
    OVER = "over"


_OF_STATE = {
    State.PAUSED: Shape.PAUSED,
    State.RESUMING: Shape.GET_READY,
    State.FINISHED: Shape.OVER,
    State.STOPPED: Shape.OVER,
}
_OF_KIND = {
    "hold": Shape.HOLD,
    "work": Shape.MOVE,
    "rest": Shape.REST,
    "switch": Shape.SWITCH,
    "until_done": Shape.YOUR_TIME,
}
_OF_PHASE = {
    "hold": Shape.HOLD,
    "lower": Shape.DOWN,
    "down": Shape.DOWN,
    "lift": Shape.UP,
    "raise": Shape.UP,
    "up": Shape.UP,
    "inhale": Shape.BREATHE_IN,
    "exhale": Shape.BREATHE_OUT,
    "switch": Shape.SWITCH,
}


def shape_of(moment: Moment) -> Shape:
    """The shape of a moment."""
    if moment.state in _OF_STATE:
        return _OF_STATE[moment.state]
    if moment.rep is not None and moment.span is not None:
        return _OF_PHASE.get(moment.span.name, Shape.MOVE)
    return _OF_KIND.get(moment.segment.kind, Shape.GET_READY)


def colour_of(shape: Shape, palette: Palette) -> str:
    """Effort, calm, or standing still."""
    if shape is Shape.PAUSED:
        return palette.amber_text
    effort = (Shape.HOLD, Shape.MOVE, Shape.DOWN, Shape.UP, Shape.YOUR_TIME)
    return palette.accent if shape in effort else palette.teal


def paint_shape(painter: QPainter, shape: Shape, place: QRectF, colour: str) -> None:
    """As large as ``place``, a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.translate(place.topLeft())
    painter.scale(place.width(), place.height())
    _PAINTED[shape](painter)
    painter.restore()


def paint_arrow(painter: QPainter, place: QRectF, leftwards: bool) -> None:
    """A large arrow with the brush that is set."""
    x, y, wide, tall = place.x(), place.y(), place.width(), place.height()
    points = [(0, 0.5), (0.5, 0), (0.5, 0.28), (1, 0.28), (1, 0.72), (0.5, 0.72), (0.5, 1)]
    at = [(px if leftwards else 1 - px, py) for px, py in points]
    painter.drawPolygon(QPolygonF([QPointF(x + px * wide, y + py * tall) for px, py in at]))


# -- each in a square of 1 by 1 ----------------------------------------------------------------


def _hold(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(0.08, 0.08, 0.84, 0.84), 0.12, 0.12)


def _bars(painter: QPainter) -> None:
    for left in (0.12, 0.58):
        painter.drawRoundedRect(QRectF(left, 0.05, 0.3, 0.9), 0.06, 0.06)


def _move(painter: QPainter) -> None:
    """Two arrows in one: there and back."""
    points = [(0, 0.5), (0.34, 0.12), (0.34, 0.36), (0.66, 0.36), (0.66, 0.12), (1, 0.5)]
    points += [(x, 1 - y) for x, y in reversed(points[1:-1])]
    painter.drawPolygon(_polygon(points))


def _up(painter: QPainter) -> None:
    painter.drawPolygon(_polygon([(y, x) for x, y in _ARROW]))


def _down(painter: QPainter) -> None:
    painter.drawPolygon(_polygon([(y, 1 - x) for x, y in _ARROW]))


def _switch(painter: QPainter) -> None:
    """One arrow there, one back."""
    for top, leftwards in ((0.02, False), (0.52, True)):
        paint_arrow(painter, QRectF(0, top, 1, 0.46), leftwards)


def _breathe_in(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(0.02, 0.02, 0.96, 0.96))


def _breathe_out(painter: QPainter) -> None:
    painter.setPen(QPen(painter.brush().color(), LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(0.1, 0.1, 0.8, 0.8))


def _rest(painter: QPainter) -> None:
    """A crescent."""
    moon, shadow = QPainterPath(), QPainterPath()
    moon.addEllipse(QRectF(0.02, 0.02, 0.96, 0.96))
    shadow.addEllipse(QRectF(0.32, -0.08, 0.86, 0.86))
    painter.drawPath(moon.subtracted(shadow))


def _get_ready(painter: QPainter) -> None:
    painter.drawPolygon(_polygon([(0.1, 0.02), (0.98, 0.5), (0.1, 0.98)]))


def _your_time(painter: QPainter) -> None:
    painter.drawPolygon(_polygon([(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)]))


def _over(painter: QPainter) -> None:
    """A tick: done."""
    points = [(0.02, 0.56), (0.17, 0.41), (0.37, 0.61), (0.83, 0.13), (0.98, 0.28), (0.37, 0.91)]
    painter.drawPolygon(_polygon(points))


def _polygon(points: list[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


_ARROW = [(0, 0.5), (0.5, 0.04), (0.5, 0.3), (1, 0.3), (1, 0.7), (0.5, 0.7), (0.5, 0.96)]
"""To the left; turned for the others."""
_PAINTED: dict[Shape, Callable[[QPainter], None]] = {
    Shape.HOLD: _hold,
    Shape.MOVE: _move,
    Shape.DOWN: _down,
    Shape.UP: _up,
    Shape.BREATHE_IN: _breathe_in,
    Shape.BREATHE_OUT: _breathe_out,
    Shape.REST: _rest,
    Shape.SWITCH: _switch,
    Shape.GET_READY: _get_ready,
    Shape.PAUSED: _bars,
    Shape.YOUR_TIME: _your_time,
    Shape.OVER: _over,
}
