"""Where each muscle lies on the surface: strips along a bone, between two angles round it.

Where a muscle is deep, a stand-in on the surface above it. Places after the usual anatomy charts
(memory), drawn by eye (editorial).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin, sqrt
from typing import NamedTuple

from recovery_coach.figure.flesh import AHEAD, TRUNK
from recovery_coach.figure.projection import Outline, View
from recovery_coach.figure.skeleton import Body, Limb, thigh_front
from recovery_coach.figure.vectors import Vec, across, along, cross, dot, lerp, sub, unit

ABOVE = 0.97
"""Of the flesh's radius, where a strip is drawn: never beyond the outline."""
EDGE = 72.0
"""Degrees from where the surface faces the viewer: beyond, a strip would be a sliver."""
Shares = tuple[float, ...]
EDGES: Shares = (0.0, 1.0)
ACROSS: Shares = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Across a strip: its edges, and the lines along it."""
PARTS = {
    "trunk": "torso",
    "upper_arm": "upper_arm_{side}",
    "hip": "thigh_{side}",
    "thigh": "thigh_{side}",
    "shin": "shin_{side}",
}
"""What each bone's strips are painted on; ``hip`` is the thigh's upper end."""
BALL_END = 0.23
"""Of a thigh's or an upper arm's length, how far its flesh goes on beyond the joint."""
PROFILE = (
    (0.0, 0.22), (0.07, 0.58), (0.22, 0.9), (0.5, 1.0), (0.78, 0.9), (0.93, 0.58), (1.0, 0.22),
)  # fmt: skip
"""Along a strip: how wide it is there."""


@dataclass(frozen=True, slots=True)
class Strip:
    """On bone ``bone`` from ``start`` to ``end`` of its length, around ``angle``, ``half`` wide.

    Degrees round the bone: 0 in front, 90 on the outer side, 180 behind, 270 on the inner. On the
    trunk, where 0 is the pelvis and 1 the neck, the outer side is that of the body's side.
    ``slant`` turns the far end by so many degrees.
    """

    bone: str
    start: float
    end: float
    angle: float
    half: float
    slant: float = 0.0


STRIPS: dict[str, tuple[Strip, ...]] = {
    "neck": (Strip("trunk", 0.93, 1.0, 165, 14),),
    "upper_trapezius": (Strip("trunk", 0.86, 1.0, 150, 30),),
    "mid_lower_trapezius": (Strip("trunk", 0.50, 0.90, 168, 8, -26),),
    "rhomboids": (Strip("trunk", 0.66, 0.86, 152, 13, 10),),
    "latissimus_dorsi": (Strip("trunk", 0.20, 0.80, 140, 22, -34),),
    "deltoids": (Strip("upper_arm", -0.06, 0.42, 90, 75),),
    "rotator_cuff": (Strip("trunk", 0.74, 0.88, 125, 18),),
    "serratus_anterior": (Strip("trunk", 0.56, 0.74, 72, 20, 14),),
    "pectorals": (Strip("trunk", 0.68, 0.88, 32, 26),),
    "thoracic_extensors": (Strip("trunk", 0.42, 0.94, 166, 9),),
    "lumbar_extensors": (Strip("trunk", 0.02, 0.43, 165, 11),),
    "quadratus_lumborum": (Strip("trunk", 0.12, 0.42, 132, 14),),
    "rectus_abdominis": (Strip("trunk", 0.02, 0.56, 15, 11),),
    "obliques": (Strip("trunk", 0.08, 0.50, 66, 26, 16),),
    "deep_core": (Strip("trunk", 0.12, 0.36, 45, 40),),
    "diaphragm": (Strip("trunk", 0.42, 0.54, 40, 36),),
    "hip_flexors": (Strip("thigh", -0.10, 0.32, 338, 22),),
    "gluteus_maximus": (Strip("hip", -0.20, 0.22, 178, 52),),
    "gluteus_medius": (Strip("hip", -0.22, 0.12, 104, 30),),
    "deep_hip_rotators": (Strip("hip", -0.10, 0.10, 150, 40),),
    "adductors": (Strip("thigh", 0.10, 0.72, 272, 28),),
    "quadriceps": (Strip("thigh", 0.12, 0.90, 8, 46),),
    "hamstrings": (
        Strip("thigh", 0.10, 0.94, 156, 17, -6),
        Strip("thigh", 0.10, 0.94, 206, 17, 6),
    ),
    "calves": (Strip("shin", 0.02, 0.62, 180, 50),),
}
LIMB_RADII = {
    "upper_arm": (0.0325, 0.0262, 0.0200),
    "hip": (0.0530, 0.0475, 0.0325),
    "thigh": (0.0530, 0.0475, 0.0325),
    "shin": (0.0325, 0.0335, 0.0200),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One strip as it is seen: on which part it is painted, its outline, and lines along it."""

    part: str
    outline: Outline
    fibres: tuple[Outline, ...]


class Ring(NamedTuple):
    """A section across a bone, as it is seen: an ellipse about a centre.

    Half its size to the front and to the outer side, in the plane; ``facing_*`` say how far each
    of the two is turned to the viewer.
    """

    x: float
    y: float
    front_x: float
    front_y: float
    outer_x: float
    outer_y: float
    facing_front: float
    facing_outer: float


class Surface:
    """The skin of one body from one camera: where on it a muscle is seen."""

    def __init__(self, body: Body, view: View) -> None:
        self._body = body
        self._view = view
        self._bones: dict[tuple[str, str], tuple[Ring, ...]] = {}

    def marks(self, muscle: str, lines: bool = False) -> list[Mark]:
        """What is seen of a muscle, ``lines`` with its fibres; nothing of one that is unknown.

        The name may end in ``:l`` or ``:r``.
        """
        name, _, side = muscle.partition(":")
        found = (
            self._mark(strip, one, lines) for strip in STRIPS.get(name, ()) for one in side or "lr"
        )
        return [mark for mark in found if mark is not None]

    def _mark(self, strip: Strip, side: str, lines: bool) -> Mark | None:
        shares = ACROSS if lines else EDGES
        rings = self._rings(strip.bone, side)
        rows = []
        for share, wide in PROFILE:
            place = strip.start + (strip.end - strip.start) * share
            ring = _ring_at(rings, place)
            row = _row(ring, strip.angle + strip.slant * share, strip.half * wide, shares)
            if row is not None:
                rows.append(row)
        if len(rows) < 2:
            return None
        outline = [row[0] for row in rows] + [row[-1] for row in reversed(rows)]
        fibres = tuple([row[index] for row in rows] for index in range(1, len(shares) - 1))
        part = PARTS[strip.bone].format(side=side)
        return Mark(part, outline, fibres)

    def _rings(self, bone: str, side: str) -> tuple[Ring, ...]:
        key = (bone, side)
        if key not in self._bones:
            trunk = bone == "trunk"
            self._bones[key] = tuple(self._trunk(side) if trunk else self._limb(bone, side))
        return self._bones[key]

    def _trunk(self, side: str) -> Iterator[Ring]:
        out = 1.0 if side == "r" else -1.0
        for (place, frame), (depth, _, wide), shift in zip(
            self._body.spine, TRUNK, AHEAD, strict=True
        ):
            centre = along(place, frame[0], shift)
            yield self._ring(centre, frame[0], frame[2], depth, out * wide)

    def _limb(self, bone: str, side: str) -> Iterator[Ring]:
        limb: Limb = getattr(self._body, f"{'arm' if bone == 'upper_arm' else 'leg'}_{side}")
        root, end = (limb.middle, limb.end) if bone == "shin" else (limb.root, limb.middle)
        axis = unit(sub(end, root))
        front = across(limb.bend, axis)
        if bone == "hip":  # what comes from the pelvis does not turn with the thigh about itself
            front = thigh_front(self._body.spine[0][1], axis)
        if bone == "upper_arm":  # an elbow points back
            front = (-front[0], -front[1], -front[2])
        right = cross(axis, front)
        out = 1.0 if side == "r" else -1.0
        for index, radius in enumerate(LIMB_RADII[bone]):
            yield self._ring(lerp(root, end, index / 2), front, right, radius, out * radius)

    def _ring(self, centre: Vec, front: Vec, right: Vec, depth: float, wide: float) -> Ring:
        """``wide`` is negative where the outer side is the left one."""
        view = self._view
        x, y = view.flat(centre)
        fx, fy = view.flat(front)
        ox, oy = view.flat(right)
        d, w = depth * ABOVE, wide * ABOVE
        return Ring(
            x,
            y,
            fx * d,
            fy * d,
            ox * w,
            oy * w,
            # A point of an ellipse looks along the product of the other half size.
            dot(front, view.near) * abs(w),
            dot(right, view.near) * (d if wide > 0 else -d),
        )


def _ring_at(rings: tuple[Ring, ...], place: float) -> Ring:
    """The section at a share of the bone; beyond its ends as wide as there."""
    at = place * (len(rings) - 1)
    index = min(len(rings) - 2, max(0, int(at)))
    a, b, t = rings[index], rings[index + 1], at - index
    inside = min(1.0, max(0.0, t))
    x, y = a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t
    sizes = [p + (q - p) * inside for p, q in zip(a[2:], b[2:], strict=True)]
    if place < 0.0:  # round the end of the bone, as on a ball
        shrinks = sqrt(max(0.04, 1.0 - (place / BALL_END) ** 2))
        sizes[:4] = [size * shrinks for size in sizes[:4]]
    return Ring(x, y, *sizes)


def _row(ring: Ring, angle: float, half: float, shares: Shares) -> Outline | None:
    """Points across ``angle`` ± ``half``, degrees, as far as that is turned to the viewer."""
    facing = degrees(atan2(ring.facing_outer, ring.facing_front))
    off = (angle - facing + 180) % 360 - 180
    low, high = max(off - half, -EDGE), min(off + half, EDGE)
    if high - low < 1.0:
        return None
    found = []
    for share in shares:
        turn = radians(facing + low + (high - low) * share)
        c, s = cos(turn), sin(turn)
        found.append(
            (
                ring.x + ring.front_x * c + ring.outer_x * s,
                ring.y + ring.front_y * c + ring.outer_y * s,
            )
        )
    return found
