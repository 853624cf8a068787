"""From solids to the plane: a camera, and the outline that wraps two blobs together.

Orthographic. In the plane x goes right and y down, in body heights; nearness grows towards the
viewer.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, radians, sin, sqrt

from recovery_coach.figure.flesh import Blob
from recovery_coach.figure.vectors import Vec, dot

Flat = tuple[float, float]
Outline = list[Flat]
"""A polygon; one that wraps blobs has a corner for each of the directions it was made with."""
Rod = tuple[float, float, float, float, float, float]
"""What wraps two discs: x, y and radius of each."""
Shape = Outline | Rod
Rays = tuple[tuple[float, float], ...]
Support = list[tuple[float, float, float]]
"""How far a blob reaches in each direction, and the point where it does."""


@dataclass(frozen=True, slots=True)
class View:
    """A camera's axes in the world: to its right, up, and towards the viewer."""

    right: Vec
    up: Vec
    near: Vec

    def flat(self, place: Vec) -> Flat:
        """Where a point is seen."""
        return (dot(place, self.right), -dot(place, self.up))

    def nearness(self, place: Vec) -> float:
        """How near it is to the viewer."""
        return dot(place, self.near)


def view_from(yaw: float, pitch: float) -> View:
    """The camera ``yaw`` degrees round the body and ``pitch`` from above.

    At 0 it sees the body's right side; at yaw -90 its front, at 90 its back.
    """
    cy, sy = cos(radians(yaw)), sin(radians(yaw))
    cp, sp = cos(radians(pitch)), sin(radians(pitch))
    return View(
        right=(cy, 0.0, sy),
        up=(sy * sp, cp, -cy * sp),
        near=(-sy * cp, sp, cy * cp),
    )


def rays(count: int) -> Rays:
    """Directions all round, in the plane."""
    return tuple((cos(2 * pi * k / count), sin(2 * pi * k / count)) for k in range(count))


RAYS = rays(20)
"""Enough for the screen: an outline is off by little more than a hundredth of its radius."""
FINE_RAYS = rays(64)
"""For paper."""


def support(blob: Blob, view: View, directions: Rays) -> Support:
    """How far ``blob`` reaches in each direction as seen by ``view``."""
    centre, frame, size = blob
    right, up = view.right, view.up
    cx = centre[0] * right[0] + centre[1] * right[1] + centre[2] * right[2]
    cy = -(centre[0] * up[0] + centre[1] * up[1] + centre[2] * up[2])
    if frame is None:
        r = size[0]
        return [(cx * u + cy * v + r, cx + r * u, cy + r * v) for u, v in directions]
    xx = xy = yy = 0.0
    for axis, half in zip(frame, size, strict=True):
        a = half * (axis[0] * right[0] + axis[1] * right[1] + axis[2] * right[2])
        b = -half * (axis[0] * up[0] + axis[1] * up[1] + axis[2] * up[2])
        xx += a * a
        xy += a * b
        yy += b * b
    found = []
    for u, v in directions:
        p, q = xx * u + xy * v, xy * u + yy * v
        far = sqrt(p * u + q * v) or 1e-9
        found.append((cx * u + cy * v + far, cx + p / far, cy + q / far))
    return found


def wrapped(first: Support, second: Support) -> Outline:
    """The outline round two blobs: in each direction the one that reaches further."""
    return [(x, y) for _, x, y in map(max, first, second)]


def rod(first: Blob, second: Blob, view: View) -> Rod:
    """What wraps two round blobs."""
    (x, y, z), (p, q, r) = first[0], second[0]
    (a, b, c), (d, e, f) = view.right, view.up
    return (
        x * a + y * b + z * c,
        -(x * d + y * e + z * f),
        first[2][0],
        p * a + q * b + r * c,
        -(p * d + q * e + r * f),
        second[2][0],
    )
