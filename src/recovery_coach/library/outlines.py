"""Outlines as polygons: smooth lines through points, and what lies in them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, inf

Point = tuple[float, float]
Outline = tuple[Point, ...]

STEPS = 6
"""Straight pieces between two points of a line."""


def smooth(points: Sequence[Point]) -> list[Point]:
    """A line through all of ``points``, with ``STEPS`` pieces between two (Catmull and Rom).

    One that ends on the axis ends there as if it went on in the mirror.
    """
    before, after = _beyond(points[1], points[0]), _beyond(points[-2], points[-1])
    line = [points[0]]
    around = [before, *points, after]
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:], strict=False):
        line += [_between(a, b, c, d, step / STEPS) for step in range(1, STEPS)]
        line.append(c)
    return line


def _beyond(inside: Point, end: Point) -> Point:
    if end[0] == 0.0:
        return (-inside[0], inside[1])
    return (2 * end[0] - inside[0], 2 * end[1] - inside[1])


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """The point ``t`` of the way from ``b`` to ``c``; no tangent is longer than that way."""
    far = hypot(c[0] - b[0], c[1] - b[1])
    first = min(1.0, 2 * far / (hypot(c[0] - a[0], c[1] - a[1]) or 1.0)) / 2
    last = min(1.0, 2 * far / (hypot(d[0] - b[0], d[1] - b[1]) or 1.0)) / 2
    tt, ttt = t * t, t * t * t
    out, into = ttt - 2 * tt + t, ttt - tt
    start, end = 2 * ttt - 3 * tt + 1, 3 * tt - 2 * ttt
    x, y = (
        start * b[i] + end * c[i] + out * first * (c[i] - a[i]) + into * last * (d[i] - b[i])
        for i in (0, 1)
    )
    return (x, y)


def mirrored(outline: Sequence[Point]) -> Outline:
    """The same on the other side of the axis."""
    return tuple((-x, y) for x, y in outline)


def contains(outline: Sequence[Point], x: float, y: float) -> bool:
    """Whether the point is inside."""
    inside = False
    for (x0, y0), (x1, y1) in _edges(outline):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def distance(outline: Sequence[Point], x: float, y: float) -> float:
    """How far the point is from the outline, on whichever side of it."""
    nearest = inf
    for (x0, y0), (x1, y1) in _edges(outline):
        dx, dy = x1 - x0, y1 - y0
        along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy or 1.0)
        t = min(1.0, max(0.0, along))
        nearest = min(nearest, hypot(x0 + t * dx - x, y0 + t * dy - y))
    return nearest


def _edges(outline: Sequence[Point]) -> list[tuple[Point, Point]]:
    return [*pairwise(outline), (outline[-1], outline[0])]
