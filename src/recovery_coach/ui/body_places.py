"""Where the parts of the body map lie in a widget of some size, and which part is next to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from recovery_coach.library.body_map import BodyDrawing, Facing, Figure, Shape
from recovery_coach.library.outlines import Outline

BETWEEN = 8
"""Between the two figures, in the units of the drawing."""
REACH = 6
"""Pixels beside a region that still mean it: some are no wider than a fingertip."""
ACROSS = 1.5
"""How much farther a place seems for not lying straight in the direction of an arrow."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A region as it lies in the widget."""

    shape: Shape
    path: QPainterPath
    number: QPointF


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """One of the figures, as it lies in the widget; ``box`` is all that is its own."""

    facing: Facing
    box: QRectF
    placed: tuple[Placed, ...]
    still: tuple[QPainterPath, ...]
    details: tuple[QPolygonF, ...]


class Places:
    """The drawing laid into ``room``: both figures side by side, the front first."""

    def __init__(self, drawing: BodyDrawing, room: QRectF) -> None:
        self._drawing = drawing
        wide = drawing.width * 2 + BETWEEN
        self.scale = max(0.1, min(room.width() / wide, room.height() / drawing.height))
        left = room.center().x() - wide * self.scale / 2
        top = room.center().y() - drawing.height * self.scale / 2
        step = (drawing.width + BETWEEN) * self.scale
        size = (drawing.width * self.scale, drawing.height * self.scale)
        boxes = [QRectF(left + step * i, top, *size) for i in range(len(drawing.figures))]
        both = zip(drawing.figures, boxes, strict=True)
        self.figures = tuple(self._figure(figure, box) for figure, box in both)
        self.placed = tuple(one for figure in self.figures for one in figure.placed)

    def height_for(self, width: int) -> int:
        """How tall both figures are, side by side in ``width``."""
        return round(width * self._drawing.height / (self._drawing.width * 2 + BETWEEN))

    def at(self, point: QPointF) -> Placed | None:
        """The region at a point of the widget, or the nearest within reach."""
        for figure, placed in zip(self._drawing.figures, self.figures, strict=True):
            if placed.box.adjusted(-REACH, -REACH, REACH, REACH).contains(point):
                x = (point.x() - placed.box.center().x()) / self.scale
                y = (point.y() - placed.box.top()) / self.scale
                shape = figure.at(x, y, REACH / self.scale)
                if shape is not None:
                    return next(one for one in placed.placed if one.shape is shape)
        return None

    def next(self, here: Placed, right: int, down: int) -> Placed:
        """The nearest place in a direction; ``here``, where there is none."""
        ways = []
        for one in self.placed:
            way = one.number - here.number
            along = way.x() * right + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * right)
            if along > max(2.0, aside / 3):
                ways.append((along + ACROSS * aside, one))
        return min(ways, key=lambda way: way[0])[1] if ways else here

    def find(self, region: str, facing: Facing | None = None) -> Placed | None:
        """A region, in the view that is asked for if it is seen in that."""
        found = [one for one in self.placed if one.shape.region == region]
        exact = [one for one in found if one.shape.facing == facing]
        return next(iter(exact or found), None)

    def _figure(self, figure: Figure, box: QRectF) -> PlacedFigure:
        return PlacedFigure(
            facing=figure.facing,
            box=box,
            placed=tuple(
                Placed(shape, self._path(shape.outline, box), self._points([shape.number], box)[0])
                for shape in figure.shapes
            ),
            still=tuple(self._path(outline, box) for outline in figure.still),
            details=tuple(QPolygonF(self._points(line, box)) for line in figure.details),
        )

    def _path(self, outline: Outline, box: QRectF) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF(self._points(outline, box)))
        path.closeSubpath()
        return path

    def _points(self, points: Sequence[tuple[float, float]], box: QRectF) -> list[QPointF]:
        axis, top, s = box.center().x(), box.top(), self.scale
        return [QPointF(axis + x * s, top + y * s) for x, y in points]
