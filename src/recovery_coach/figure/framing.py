"""Room for some poses of a figure beside each other, in one scale, all on one floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recovery_coach.figure.projection import View
from recovery_coach.figure.showing import Bounds, Showing, bounds_about
from recovery_coach.figure.skeleton import Body, points_of

FLESH = 0.05
"""Body heights from a named point to what is painted about it, at most."""


def bounds_of(showing: Showing, body: Body, view: View) -> Bounds:
    """Room for one body, one of ``showing``'s, and for what it holds or lies on."""
    return bounds_about(showing.room(body, view, points_of(body).values(), FLESH), view)


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
