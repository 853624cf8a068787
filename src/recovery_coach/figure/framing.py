"""Room for some poses of a figure beside each other, in one scale, all on one floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recovery_coach.figure.projection import View
from recovery_coach.figure.props import solids_of
from recovery_coach.figure.showing import Bounds, Showing
from recovery_coach.figure.skeleton import Body, points_of

FLESH = 0.05
"""Body heights from a named point to what is painted about it, at most."""
GROUND = ("wall", "mat")
"""What may run out of the picture."""


def bounds_of(showing: Showing, body: Body, view: View) -> Bounds:
    """Room for one body, one of ``showing``'s, and for what it holds or lies on."""
    xs: list[float] = []
    ys: list[float] = []
    places = points_of(body)
    spots = [(place, FLESH) for place in places.values()]
    for solid in solids_of(showing.figure.props, places, view, showing.mirrored):
        if solid.kind not in GROUND:
            spots += [(place, solid.radius) for place in solid.points]
    for place, radius in spots:
        x, y = view.flat(place)
        xs += (x - radius, x + radius)
        ys += (y - radius, y + radius)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Frames:
    """How wide the widest of some pictures is, and how high they are on one floor."""

    bounds: tuple[Bounds, ...]
    width: float
    top: float
    bottom: float


def frames_of(showing: Showing, bodies: Sequence[Body], view: View) -> Frames:
    """The frames of pictures that stand beside each other."""
    bounds = tuple(bounds_of(showing, body, view) for body in bodies)
    return Frames(
        bounds,
        max(b.right - b.left for b in bounds),
        min(b.top for b in bounds),
        max(b.bottom for b in bounds),
    )
