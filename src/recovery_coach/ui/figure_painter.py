"""Paints a :class:`Drawing`: flat tones, silhouettes with a thin rim, muscles on the surface."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import acos, atan2, degrees, sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from recovery_coach.figure.drawing import Drawing, Layer
from recovery_coach.figure.muscles import Mark
from recovery_coach.figure.projection import Outline, Rays, Rod, Shape, View
from recovery_coach.figure.props import Shade, Solid
from recovery_coach.ui.palette import Palette

SMOOTH = QPainter.RenderHint.Antialiasing
RIM = 0.0075
"""Half the width of a silhouette's rim, in body heights."""
LEAST_GLOW = 0.02
IN_DEGREES = degrees(1.0)
FEWEST_RIM = 0.9
"""And in pixels, at least."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a drawing is on the paper: pixels per body height, and where its origin is."""

    scale: float
    x: float
    y: float

    def rect(self, room: QRectF) -> QRectF:
        """A piece of the drawing, on the paper."""
        s = self.scale
        return QRectF(
            room.x() * s + self.x, room.y() * s + self.y, room.width() * s, room.height() * s
        )


FLOOR = Place(1000.0, 0.0, 0.0)
"""Paths on the floor are made in thousandths: Qt takes what is small for a curve of few points."""


class FigurePainter:
    """The colours of one theme, ready to paint with."""

    def __init__(self, palette: Palette) -> None:
        tones = palette.figure
        self._rim = QColor(palette.ground)
        self._skin = [_between(tones.far, tones.near, step / 12) for step in range(13)]
        self._cloth = [_between(tones.cloth_far, tones.cloth, step / 12) for step in range(13)]
        self._hair = [_between(tones.hair_far, tones.hair, step / 12) for step in range(13)]
        self._working = QColor(palette.accent)
        self._stretching = QColor(palette.teal)
        self._mat = QColor(tones.mat)
        self._shadow = QColor(tones.shadow)
        self._wall = QColor(tones.wall)
        # What is held has a colour of its own: accent and teal belong to the muscles.
        self._held = QColor(palette.amber)
        self._trail = QColor(palette.muted)
        self._metal = QColor(tones.metal)

    def paint(
        self,
        painter: QPainter,
        drawing: Drawing,
        view: View,
        place: Place,
        rays: Rays,
        quick: bool = False,
    ) -> None:
        """Paint ``drawing``; the painter's brush and pen are changed.

        ``quick``: one of many pictures of a motion, in which nobody sees whether dark rims and
        shadows have smooth edges. They then cost a third.
        """
        painter.setRenderHint(SMOOTH, not quick)
        painter.setPen(Qt.PenStyle.NoPen)
        rim = max(FEWEST_RIM, RIM * place.scale)
        for solid in drawing.ground:
            self._solid(painter, solid, view, place, rays, 0.0)
        if drawing.shadows:
            painter.save()
            painter.setTransform(_floor(view, place), combine=True)
            painter.fillPath(_path(drawing.shadows, FLOOR), self._shadow)
            painter.restore()
        painter.setRenderHint(SMOOTH)
        trunk = next((one.tone for one in drawing.layers if one.name == "torso"), 0.5)
        for layer in drawing.layers:
            if layer.solid is not None:
                self._solid(painter, layer.solid, view, place, rays, rim)
            else:
                self._layer(painter, layer, place, rays, rim, trunk, drawing.glow, quick)

    def _layer(
        self,
        painter: QPainter,
        layer: Layer,
        place: Place,
        rays: Rays,
        rim: float,
        trunk: float,
        glow: float,
        quick: bool,
    ) -> None:
        tone = round(layer.tone * 12)
        if layer.rimmed:
            skin, larger = _path_and_rim(layer.skin, place, rays, rim)
            for rod in layer.hair:
                _add_rod(larger, _on_paper(rod, place), rim)
            painter.setRenderHint(SMOOTH, not quick)
            painter.fillPath(larger, self._rim)
            painter.setRenderHint(SMOOTH)
        else:
            skin = _path(layer.skin, place)
        painter.fillPath(skin, self._skin[tone])
        for other, piece, dressed in layer.joints:
            # One piece of cloth: only what is far is darker than the trunk's.
            colours = self._cloth if dressed else self._skin
            painter.fillPath(_path((piece,), place), colours[round(other * 12)])
        if layer.cloth:
            colour = self._cloth[min(tone, round(trunk * 12))]
            painter.fillPath(_path(layer.cloth, place), colour)
        if layer.cover:
            painter.fillPath(_path(layer.cover, place), self._skin[tone])
        if layer.hair:
            painter.fillPath(_path(layer.hair, place), self._hair[tone])
        if layer.face:
            painter.fillPath(_path(layer.face, place), self._skin[tone])
        for mark in layer.working:
            self._mark(painter, mark, place, self._working, glow, solid=True)
        for mark in layer.stretching:
            self._mark(painter, mark, place, self._stretching, glow, solid=False)

    def _mark(
        self,
        painter: QPainter,
        mark: Mark,
        place: Place,
        colour: QColor,
        glow: float,
        solid: bool,
    ) -> None:
        """Working: a full strip. Stretching: a pale one with lines along it."""
        if glow < LEAST_GLOW:
            return
        path = _path((mark.outline,), place)
        lit = QColor(colour)
        lit.setAlphaF(glow if solid else 0.45 * glow)
        painter.fillPath(path, lit)
        if solid:
            return
        lit.setAlphaF(glow)
        pen = QPen(lit, max(1.0, 0.006 * place.scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for fibre in mark.fibres:
            painter.drawPolyline(_polygon(fibre, place))
        painter.setPen(Qt.PenStyle.NoPen)

    def _solid(
        self,
        painter: QPainter,
        solid: Solid,
        view: View,
        place: Place,
        rays: Rays,
        rim: float,
    ) -> None:
        base = self._colour(solid)
        shapes: dict[Shade, list[Shape]] = {}
        for shape, shade in solid.faces(view, rays):
            shapes.setdefault(shade, []).append(shape)
        faces = [(_path(found, place), shade) for shade, found in shapes.items()]
        if rim and solid.kind != "wall":
            pen = QPen(self._rim, 2 * rim)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for path, _ in faces:
                painter.strokePath(path, pen)
        for path, shade in faces:
            colour = base
            if shade == "light":
                colour = base.lighter(118)
            elif shade == "dark":
                colour = base.darker(118)
            if solid.in_front:
                colour = QColor(colour)
                colour.setAlphaF(0.35)
            painter.fillPath(path, colour)

    def _colour(self, solid: Solid) -> QColor:
        if solid.kind in ("band", "dowel", "roller", "towel"):
            return self._held
        if solid.kind == "trail":
            return self._trail
        if solid.kind == "mat":
            return self._mat
        if solid.kind == "wall":
            return self._wall
        return self._metal


def _between(far: str, near: str, share: float) -> QColor:
    a, b = QColor(far), QColor(near)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def _floor(view: View, place: Place) -> QTransform:
    """From x and z of the floor to the paper."""
    s = place.scale / FLOOR.scale
    (x_right, _, z_right), (x_up, _, z_up) = view.right, view.up
    return QTransform(x_right * s, -x_up * s, z_right * s, -z_up * s, place.x, place.y)


def _polygon(outline: Outline, place: Place) -> QPolygonF:
    s, x0, y0 = place.scale, place.x, place.y
    return QPolygonF([QPointF(x * s + x0, y * s + y0) for x, y in outline])


def _path(shapes: Iterable[Shape], place: Place) -> QPainterPath:
    """The shapes as one area."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for shape in shapes:
        if isinstance(shape, tuple):
            _add_rod(path, _on_paper(shape, place), 0.0)
        else:
            path.addPolygon(_polygon(shape, place))
            path.closeSubpath()
    return path


def _path_and_rim(
    shapes: Iterable[Shape], place: Place, rays: Rays, by: float
) -> tuple[QPainterPath, QPainterPath]:
    """The shapes as one area, and the same ``by`` pixels larger all round."""
    path, rim = QPainterPath(), QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    rim.setFillRule(Qt.FillRule.WindingFill)
    s, x0, y0 = place.scale, place.x, place.y
    for shape in shapes:
        if isinstance(shape, tuple):
            rod = _on_paper(shape, place)
            _add_rod(path, rod, 0.0)
            _add_rod(rim, rod, by)
            continue
        points = [(x * s + x0, y * s + y0) for x, y in shape]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        path.closeSubpath()
        larger = [
            QPointF(x + u * by, y + v * by) for (x, y), (u, v) in zip(points, rays, strict=True)
        ]
        rim.addPolygon(QPolygonF(larger))
        rim.closeSubpath()
    return path, rim


PaperRod = tuple[float, float, float, float, float, float, float, float]
"""A rod in pixels; the way from its first disc to the second, and how far from that its sides
touch them: degrees. Nothing of both where one disc lies within the other."""


def _on_paper(rod: Rod, place: Place) -> PaperRod:
    s = place.scale
    x0, y0, r0 = rod[0] * s + place.x, rod[1] * s + place.y, rod[2] * s
    x1, y1, r1 = rod[3] * s + place.x, rod[4] * s + place.y, rod[5] * s
    dx, dy = x1 - x0, y1 - y0
    far = sqrt(dx * dx + dy * dy)
    if far <= abs(r0 - r1) + 1e-6:
        if r1 > r0:
            return (x1, y1, r1, x1, y1, r1, 0.0, 0.0)
        return (x0, y0, r0, x0, y0, r0, 0.0, 0.0)
    return (x0, y0, r0, x1, y1, r1, atan2(dy, dx) * IN_DEGREES, acos((r0 - r1) / far) * IN_DEGREES)


def _add_rod(path: QPainterPath, rod: PaperRod, by: float) -> None:
    """Two discs and what is between them, the same way round as the outlines."""
    x0, y0, r0, x1, y1, r1, way, off = rod
    r0 += by
    first = QRectF(x0 - r0, y0 - r0, 2 * r0, 2 * r0)
    if off == 0.0:
        path.arcMoveTo(first, 0.0)
        path.arcTo(first, 0.0, -360.0)
    else:
        r1 += by
        last = QRectF(x1 - r1, y1 - r1, 2 * r1, 2 * r1)
        path.arcMoveTo(last, off - way)
        path.arcTo(last, off - way, -2 * off)
        path.arcTo(first, -way - off, 2 * off - 360.0)
    path.closeSubpath()


def fitted(bounds: QRectF, paper: QRectF) -> Place:
    """So that ``bounds`` (in body heights) fill ``paper``, in its middle."""
    scale = min(paper.width() / bounds.width(), paper.height() / bounds.height())
    middle, centre = bounds.center(), paper.center()
    return Place(scale, centre.x() - middle.x() * scale, centre.y() - middle.y() * scale)
