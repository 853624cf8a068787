"""What is beside the body: mat, wall, band, roller … as simple solids at their place.

A prop's points may be points of the body, so a band lengthens as it is pressed, and a towel stays
round the sole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from recovery_coach.figure.flesh import Blob, ball
from recovery_coach.figure.models import Prop, PropKind
from recovery_coach.figure.order import Item
from recovery_coach.figure.poses import mirrored
from recovery_coach.figure.projection import Outline, Rays, Shape, View, rod, support, wrapped
from recovery_coach.figure.vectors import (
    WORLD,
    Vec,
    across,
    add,
    along,
    cross,
    dot,
    lerp,
    sub,
    times,
    unit,
)

Shade = Literal["fill", "light", "dark", "line"]
Face = tuple[Shape, Shade]

RADII: dict[PropKind, float] = {
    "band": 0.006,
    "dowel": 0.008,
    "post": 0.014,
    "rail": 0.012,
    "roller": 0.043,
    "towel": 0.010,
    "trail": 0.004,
}
"""Half the thickness where a file does not say."""
BOXES = ("bench", "box", "chair", "pillow")
ARROW = 0.035
"""How long an arrow's head is."""
HELD = 0.012
"""Body heights that a prop counts as farther away: hands close round what they hold."""
SEAT = 0.05
"""How thick the seat of a bench or chair is."""
CORNERS = tuple((i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1))
FACES: tuple[tuple[Vec, tuple[int, int, int, int], Shade], ...] = (
    ((0.0, 1.0, 0.0), (2, 3, 7, 6), "light"),
    ((0.0, -1.0, 0.0), (0, 1, 5, 4), "dark"),
    ((1.0, 0.0, 0.0), (4, 5, 7, 6), "fill"),
    ((-1.0, 0.0, 0.0), (0, 1, 3, 2), "fill"),
    ((0.0, 0.0, 1.0), (1, 3, 7, 5), "dark"),
    ((0.0, 0.0, -1.0), (0, 2, 6, 4), "dark"),
)


@dataclass(frozen=True, slots=True)
class Solid:
    """One piece of a prop. ``flat``: it lies behind everything and is painted first."""

    kind: PropKind
    points: tuple[Vec, ...]
    radius: float
    flat: bool = False
    in_front: bool = False

    def item(self, view: View) -> Item:
        """For the order of painting."""
        points = self.points
        radius = self.radius
        if self.kind in BOXES:
            low, high = self.points
            size = sub(high, low)
            middle = lerp(low, high, 0.5)
            radius = min(abs(size[0]), abs(size[1]), abs(size[2])) / 2
            axis = 0 if abs(size[0]) >= abs(size[2]) else 2
            ends = [list(middle), list(middle)]
            ends[0][axis], ends[1][axis] = low[axis], high[axis]
            points = tuple((e[0], e[1], e[2]) for e in ends)
        line = tuple([(*view.flat(p), view.nearness(p) - HELD, radius) for p in points])
        return Item(f"prop:{self.kind}", line)

    def faces(self, view: View, rays: Rays) -> Iterator[Face]:
        """Its outlines as they are seen, in the order they are painted."""
        if self.kind == "mat":
            yield from self._mat(view)
        elif self.kind == "wall":
            yield self._wall(view), "fill"
        elif self.kind in BOXES:
            yield from self._box(view)
        elif self.kind == "roller":
            yield from self._roller(view, rays)
        elif self.kind == "trail":
            for a, b in list(zip(self.points, self.points[1:], strict=False))[::2]:
                yield rod(ball(a, self.radius), ball(b, self.radius), view), "fill"
        else:
            for a, b in zip(self.points, self.points[1:], strict=False):
                yield rod(ball(a, self.radius), ball(b, self.radius), view), "fill"

    def _mat(self, view: View) -> Iterator[Face]:
        (x0, _, z0), (x1, _, z1) = self.points[:2]
        corners = ((x0, z0), (x1, z0), (x1, z1), (x0, z1))
        yield [view.flat((x, 0.0, z)) for x, z in corners], "fill"

    def _wall(self, view: View) -> Outline:
        (x0, y0, z0), (x1, y1, z1) = self.points[:2]
        corners = ((x0, y0, z0), (x1, y0, z1), (x1, y1, z1), (x0, y1, z0))
        return [view.flat(corner) for corner in corners]

    def _box(self, view: View) -> Iterator[Face]:
        low, high = self.points
        size = sub(high, low)
        corners = [
            (low[0] + size[0] * i, low[1] + size[1] * j, low[2] + size[2] * k)
            for i, j, k in CORNERS
        ]
        for normal, indices, shade in FACES:
            if dot(normal, view.near) > 1e-3:
                yield [view.flat(corners[index]) for index in indices], shade

    def _roller(self, view: View, rays: Rays) -> Iterator[Face]:
        a, b = self.points
        axis = unit(sub(b, a))
        up = across((0.0, 1.0, 0.0), axis, (1.0, 0.0, 0.0))
        frame = (axis, up, cross(axis, up))
        size = (0.0005, self.radius, self.radius)
        first: Blob = (a, frame, size)
        last: Blob = (b, frame, size)
        one, other = support(first, view, rays), support(last, view, rays)
        yield wrapped(one, other), "fill"
        nearer = b if dot(axis, view.near) > 0 else a
        end = other if nearer is b else one
        yield wrapped(end, end), "light"
        hollow = support(
            (nearer, frame, (0.0005, self.radius * 0.5, self.radius * 0.5)), view, rays
        )
        yield wrapped(hollow, hollow), "dark"


def solids_of(
    props: Iterable[Prop],
    places: Mapping[str, Vec],
    view: View,
    mirror: bool = False,
    trails: Mapping[str, Sequence[Vec]] | None = None,
    begun: Mapping[str, Vec] | None = None,
) -> list[Solid]:
    """The solids of ``props``; ``places`` are the body's points, of the side that is shown.

    ``begun``: the same where the motion begins, for what rolls along.
    """
    found: list[Solid] = []
    for prop in props:
        if prop.kind == "trail":
            found.extend(_trails(prop, trails or {}, mirror))
            continue
        points = [point_of(point, places, mirror) for point in prop.points]
        if prop.rolls is not None and begun:
            name = other_side(prop.rolls) if mirror else prop.rolls
            moved = times(sub(places[name], begun[name]), 0.5)
            points = [add(point, (moved[0], 0.0, moved[2])) for point in points]
        if prop.beyond and len(points) > 1:
            points[0] = along(points[0], unit(sub(points[0], points[1])), prop.beyond)
            points[-1] = along(points[-1], unit(sub(points[-1], points[-2])), prop.beyond)
        found.extend(_solids(prop, points, places["pelvis"], view))
    return found


def point_of(point: Vec | str, places: Mapping[str, Vec], mirror: bool = False) -> Vec:
    """A prop's point: numbers or a name, of the authored side; mirrored for the other."""
    if isinstance(point, str):
        return places[other_side(point) if mirror else point]
    return mirrored(point) if mirror else point


def other_side(name: str) -> str:
    """``hand_l`` for ``hand_r``; a name without a side stays."""
    if name.endswith("_l"):
        return f"{name[:-1]}r"
    return f"{name[:-1]}l" if name.endswith("_r") else name


def _trails(prop: Prop, trails: Mapping[str, Sequence[Vec]], mirror: bool) -> Iterator[Solid]:
    for name in prop.points:
        if isinstance(name, str) and name in trails:
            way = [mirrored(p) if mirror else p for p in trails[name]]
            radius = prop.radius or RADII["trail"]
            yield Solid("trail", tuple(way), radius, flat=True)
            yield from _arrow(way, radius)


def _arrow(way: Sequence[Vec], radius: float) -> Iterator[Solid]:
    """Which way it goes: a head a third of the way along, in the plane of its turn."""
    index = len(way) // 3
    if index < 2:
        return
    before, at, after = way[index - 2], way[index], way[index + 2]
    ahead = unit(sub(after, before))
    inwards = across(sub(way[2 * index], at), ahead)
    back = along(at, ahead, -ARROW)
    for side in (-ARROW / 2, ARROW / 2):
        yield Solid("trail", (along(back, inwards, side), at), radius * 1.3, flat=True)


def _solids(prop: Prop, points: list[Vec], body: Vec, view: View) -> Iterator[Solid]:
    radius = prop.radius or RADII.get(prop.kind, 0.02)
    if prop.kind == "mat":
        yield Solid("mat", tuple(points), radius, flat=True)
    elif prop.kind == "wall":
        before = _before_wall(points, body, view)
        yield Solid("wall", tuple(points), radius, flat=not before, in_front=before)
    elif prop.kind in ("bench", "chair"):
        yield from _seat(prop.kind, _ordered(points), radius)
    elif prop.kind in BOXES:
        yield Solid(prop.kind, _ordered(points), radius)
    else:
        for a, b in pairwise(points):
            yield Solid(prop.kind, (a, b), radius)


def _ordered(points: Sequence[Vec]) -> tuple[Vec, Vec]:
    a, b = points[0], points[1]
    low = (min(a[0], b[0]), min(a[1], b[1]), min(a[2], b[2]))
    return low, (max(a[0], b[0]), max(a[1], b[1]), max(a[2], b[2]))


def _before_wall(points: Sequence[Vec], body: Vec, view: View) -> bool:
    """Whether the wall stands between the viewer and the body."""
    way = sub(points[1], points[0])
    normal = unit(cross((way[0], 0.0, way[2]), WORLD[1]))
    to_body = dot(sub(body, points[0]), normal)
    return dot(normal, view.near) * to_body < 0


def _seat(kind: PropKind, corners: tuple[Vec, Vec], radius: float) -> Iterator[Solid]:
    """A seat on four legs; a chair with a back on its side of smaller x."""
    low, high = corners
    inset = 0.02
    for x in (low[0] + inset, high[0] - inset):
        for z in (low[2] + inset, high[2] - inset):
            yield Solid("post", ((x, 0.012, z), (x, high[1] - SEAT, z)), 0.011)
    if kind == "chair":
        back = (low[0] - 0.02, high[1] + 0.24, high[2])
        yield Solid("box", ((low[0] - 0.045, high[1] - SEAT, low[2]), back), 0.02)
    yield Solid(kind, ((low[0], high[1] - SEAT, low[2]), high), radius)
