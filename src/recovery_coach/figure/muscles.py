"""Where each muscle lies on the surface: strips along a bone, between two angles round it.

Where a muscle is deep, a stand-in on the surface above it. Places after the usual anatomy charts
(memory), drawn by eye (editorial).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin

from recovery_coach.figure.flesh import AHEAD, TRUNK
from recovery_coach.figure.projection import Outline, View
from recovery_coach.figure.skeleton import Body, Limb
from recovery_coach.figure.vectors import Vec, across, along, cross, dot, lerp, sub, unit

ABOVE = 1.01
"""How far above the flesh a strip is drawn."""
EDGE = 72.0
"""Degrees from where the surface faces the viewer: beyond, a strip would be a sliver."""
Shares = tuple[float, ...]
EDGES: Shares = (0.0, 1.0)
ACROSS: Shares = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Across a strip: its edges, and the lines along it."""
PROFILE = ((0.0, 0.45), (0.18, 0.86), (0.5, 1.0), (0.82, 0.86), (1.0, 0.45))
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
    "gluteus_maximus": (Strip("thigh", -0.20, 0.22, 178, 52),),
    "gluteus_medius": (Strip("thigh", -0.22, 0.12, 104, 30),),
    "deep_hip_rotators": (Strip("thigh", -0.10, 0.10, 150, 40),),
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
    "thigh": (0.0530, 0.0475, 0.0325),
    "shin": (0.0325, 0.0335, 0.0200),
}
HOST = {"trunk": "torso", "upper_arm": "upper_arm", "thigh": "thigh", "shin": "shin"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One strip as it is seen: on which part it is painted, its outline, and lines along it."""

    part: str
    outline: Outline
    fibres: tuple[Outline, ...]


def marks(body: Body, view: View, muscle: str, lines: bool = False) -> list[Mark]:
    """What is seen of a muscle; ``muscle`` may end in ``:l`` or ``:r``; ``lines`` with fibres.

    Nothing of unknown ones."""
    name, _, side = muscle.partition(":")
    found = []
    for strip in STRIPS.get(name, ()):
        for one in side or "lr":
            mark = _mark(body, view, strip, one, lines)
            if mark is not None:
                found.append(mark)
    return found


def _mark(body: Body, view: View, strip: Strip, side: str, lines: bool) -> Mark | None:
    shares = ACROSS if lines else EDGES
    rows = []
    for share, wide in PROFILE:
        place = strip.start + (strip.end - strip.start) * share
        angle = strip.angle + strip.slant * share
        if strip.bone == "trunk":
            row = _trunk_row(body, view, place, angle, strip.half * wide, side, shares)
        else:
            row = _limb_row(body, view, strip.bone, place, angle, strip.half * wide, side, shares)
        if row is not None:
            rows.append(row)
    if len(rows) < 2:
        return None
    left = [row[0] for row in rows]
    right = [row[-1] for row in rows]
    fibres = tuple([row[index] for row in rows] for index in range(1, len(shares) - 1))
    part = "torso" if strip.bone == "trunk" else f"{HOST[strip.bone]}_{side}"
    return Mark(part, left + right[::-1], fibres)


def _seen(angle: float, half: float, facing: float) -> tuple[float, float] | None:
    """The part of ``angle`` ± ``half`` that is turned to the viewer, ``facing``; degrees."""
    off = (angle - facing + 180) % 360 - 180
    low, high = max(off - half, -EDGE), min(off + half, EDGE)
    if high - low < 1.0:
        return None
    return facing + low, facing + high


def _row(
    view: View, centre: Vec, front: Vec, outer: Vec, sizes: tuple[float, float], angles: list[float]
) -> Outline:
    """Points on an ellipse about ``centre``, half ``sizes`` along front and outer side."""
    found = []
    for angle in angles:
        c, s = cos(radians(angle)) * sizes[0], sin(radians(angle)) * sizes[1]
        found.append(view.flat(along(along(centre, front, c), outer, s)))
    return found


def _steps(low: float, high: float, shares: Shares) -> list[float]:
    return [low + (high - low) * share for share in shares]


def _trunk_row(
    body: Body, view: View, place: float, angle: float, half: float, side: str, shares: Shares
) -> Outline | None:
    at = min(max(place, 0.0), 1.0) * 8
    index = min(7, int(at))
    part = at - index
    (a, frame), (b, upper) = body.spine[index], body.spine[index + 1]
    front = unit(lerp(frame[0], upper[0], part))
    right = unit(lerp(frame[2], upper[2], part))
    outer = right if side == "r" else (-right[0], -right[1], -right[2])
    depth = (TRUNK[index][0] + (TRUNK[index + 1][0] - TRUNK[index][0]) * part) * ABOVE
    wide = (TRUNK[index][2] + (TRUNK[index + 1][2] - TRUNK[index][2]) * part) * ABOVE
    shift = AHEAD[index] + (AHEAD[index + 1] - AHEAD[index]) * part
    facing = degrees(atan2(dot(outer, view.near) * wide, dot(front, view.near) * depth))
    seen = _seen(angle, half, facing)
    if seen is None:
        return None
    centre = along(lerp(a, b, part), front, shift)
    return _row(view, centre, front, outer, (depth, wide), _steps(*seen, shares))


def _limb_row(
    body: Body,
    view: View,
    bone: str,
    place: float,
    angle: float,
    half: float,
    side: str,
    shares: Shares,
) -> Outline | None:
    limb: Limb = getattr(body, f"{'arm' if bone == 'upper_arm' else 'leg'}_{side}")
    root, end = (limb.middle, limb.end) if bone == "shin" else (limb.root, limb.middle)
    axis = unit(sub(end, root))
    bend = limb.bend
    if bone == "upper_arm":
        bend = (-bend[0], -bend[1], -bend[2])  # an elbow points back
    front = across(bend, axis)
    right = cross(axis, front)
    outer = right if side == "r" else (-right[0], -right[1], -right[2])
    facing = degrees(atan2(dot(outer, view.near), dot(front, view.near)))
    seen = _seen(angle, half, facing)
    if seen is None:
        return None
    radii = LIMB_RADII[bone]
    inside = min(1.0, max(0.0, place)) * 2
    low = min(1, int(inside))
    size = (radii[low] + (radii[low + 1] - radii[low]) * (inside - low)) * ABOVE
    centre = lerp(root, end, place)
    return _row(view, centre, front, outer, (size, size), _steps(*seen, shares))
