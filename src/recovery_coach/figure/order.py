"""What lies in front of what: parts compared where they overlap, then put in one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recovery_coach.figure.vectors import nearest_shares

Bead = tuple[float, float, float, float]
"""A point of a centre line as it is seen: x, y, nearness, radius."""
SLACK = 1.08
"""Parts overlap where their centre lines are nearer than this share of their radii."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be painted: its centre line, and what it hangs on (``host``)."""

    name: str
    line: tuple[Bead, ...]
    host: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of all it may overlap with."""
        return (
            min(bead[0] - bead[3] * SLACK for bead in self.line),
            min(bead[1] - bead[3] * SLACK for bead in self.line),
            max(bead[0] + bead[3] * SLACK for bead in self.line),
            max(bead[1] + bead[3] * SLACK for bead in self.line),
        )

    @property
    def nearness(self) -> float:
        """Of the whole, on average."""
        return sum(bead[2] for bead in self.line) / len(self.line)


def in_order(items: Sequence[Item]) -> tuple[list[int], list[bool]]:
    """Indices from the farthest to the nearest; and whether each lies over another one."""
    count = len(items)
    behind: list[set[int]] = [set() for _ in items]  # what must be painted before each
    over = [False] * count
    boxes = [item.box for item in items]
    for i in range(count):
        left, top, right, bottom = boxes[i]
        for j in range(i + 1, count):
            x0, y0, x1, y1 = boxes[j]
            if x0 > right or x1 < left or y0 > bottom or y1 < top:
                continue  # they do not even come near each other
            nearer, overlaps = _compare(items[i], items[j])
            if nearer > 0:
                behind[i].add(j)
                over[i] |= overlaps
            elif nearer < 0:
                behind[j].add(i)
                over[j] |= overlaps
    mean = [item.nearness for item in items]
    waiting = sorted(range(count), key=mean.__getitem__)
    done: list[int] = []
    placed: set[int] = set()
    while waiting:
        # Where three go round in a circle, the farthest of all goes first.
        chosen = next((k for k in waiting if behind[k] <= placed), waiting[0])
        waiting.remove(chosen)
        placed.add(chosen)
        done.append(chosen)
    return done, over


def _compare(one: Item, other: Item) -> tuple[int, bool]:
    """1 where ``one`` is in front, -1 where it is behind, 0 where it does not matter.

    And whether they overlap, as far as they do not just hang together.
    """
    if one.host == other.name:
        return _hanging(one, other)
    if other.host == one.name:
        found, overlaps = _hanging(other, one)
        return -found, overlaps
    return _sign(_overlap(one.line, other.line), 1e-4), True


def _hanging(limb: Item, host: Item) -> tuple[int, bool]:
    """A limb against what it hangs on: its outer part decides, the joint itself says nothing."""
    (x0, y0, n0, r0), (x1, y1, n1, r1) = limb.line[0], limb.line[1]
    s = 0.45
    outer = ((x0 + (x1 - x0) * s, y0 + (y1 - y0) * s, n0 + (n1 - n0) * s, r0 + (r1 - r0) * s),)
    found = _sign(_overlap((*outer, *limb.line[1:]), host.line), 0.004)
    if found or host.name.startswith(("upper_arm", "thigh")):
        return found, True
    joint = limb.line[0][2]
    nearest = min(host.line, key=lambda bead: (bead[0] - x0) ** 2 + (bead[1] - y0) ** 2)
    return (1 if joint >= nearest[2] - 0.03 else -1), False


def _sign(value: float | None, least: float) -> int:
    if value is None or abs(value) < least:
        return 0
    return 1 if value > 0 else -1


def _overlap(first: Sequence[Bead], second: Sequence[Bead]) -> float | None:
    """How much nearer ``first`` is where the two overlap most; None where they do not."""
    deepest = 0.0
    found: float | None = None
    for a, b in _pieces(first):
        for c, d in _pieces(second):
            most = max(a[3], b[3]) + max(c[3], d[3])
            if (
                min(a[0], b[0]) - max(c[0], d[0]) > most
                or min(c[0], d[0]) - max(a[0], b[0]) > most
                or min(a[1], b[1]) - max(c[1], d[1]) > most
                or min(c[1], d[1]) - max(a[1], b[1]) > most
            ):
                continue
            s, t, far = closest(a, b, c, d)
            radii = a[3] + (b[3] - a[3]) * s + c[3] + (d[3] - c[3]) * t
            depth = radii * SLACK - far
            if depth > deepest:
                deepest = depth
                found = a[2] + (b[2] - a[2]) * s - c[2] - (d[2] - c[2]) * t
    return found


def _pieces(line: Sequence[Bead]) -> list[tuple[Bead, Bead]]:
    if len(line) == 1:
        return [(line[0], line[0])]
    return list(pairwise(line))


def closest(a: Bead, b: Bead, c: Bead, d: Bead) -> tuple[float, float, float]:
    """Where two pieces come nearest in the plane: the share of each, and how far apart."""
    ux, uy = b[0] - a[0], b[1] - a[1]
    vx, vy = d[0] - c[0], d[1] - c[1]
    wx, wy = a[0] - c[0], a[1] - c[1]
    uu, uv, vv = ux * ux + uy * uy, ux * vx + uy * vy, vx * vx + vy * vy
    uw, vw = ux * wx + uy * wy, vx * wx + vy * wy
    s, t = nearest_shares(uu, uv, vv, uw, vw)
    dx, dy = wx + ux * s - vx * t, wy + uy * s - vy * t
    return s, t, (dx * dx + dy * dy) ** 0.5
