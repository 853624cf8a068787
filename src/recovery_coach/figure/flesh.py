"""The body's parts as round solids about its bones: what a silhouette is drawn from.

A blob is an ellipsoid; two that are linked are wrapped together. Radii are in body heights, drawn
by eye (editorial).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, hypot, sin

from recovery_coach.figure.lengths import BALL, HAND
from recovery_coach.figure.poses import thumb_of
from recovery_coach.figure.skeleton import Body, Limb
from recovery_coach.figure.vectors import (
    Frame,
    Vec,
    add,
    along,
    cross,
    lerp,
    times,
    unit,
    within,
)

Blob = tuple[Vec, Frame | None, Vec]
"""Centre, axes, and half its size along each; without axes a ball of the first size."""
Link = tuple[int, int]

TRUNK: tuple[tuple[float, float, float], ...] = (
    # depth (front to back), length (along the spine), width; all half
    (0.060, 0.040, 0.086),
    (0.056, 0.034, 0.083),
    (0.050, 0.032, 0.074),
    (0.050, 0.032, 0.072),
    (0.054, 0.034, 0.077),
    (0.059, 0.038, 0.083),
    (0.060, 0.038, 0.087),
    (0.052, 0.034, 0.084),
    (0.036, 0.024, 0.046),
)
"""Each station of the spine, from the pelvis to the top of the ribcage."""
TRUNK_LINKS = (
    (9, 0), (0, 2), (2, 4), (4, 6), (6, 8), (7, 10), (7, 11), (8, 10), (8, 11),
)  # fmt: skip
"""What wraps the trunk; the stations left out lie within."""
SHORTS: tuple[Link, ...] = ((9, 0), (0, 1))
AHEAD = (-0.004, 0.0, 0.002, 0.003, 0.004, 0.005, 0.005, 0.002, 0.0)
"""How far each lies in front of the spine's line."""
SEAT = (0.056, 0.034, 0.078)
"""The lower pelvis, below the first station."""
BELLY, RIBS = 0.17, 0.10
"""How much deeper belly and ribs are at the end of a full breath in, as a share."""
TOE = 0.0105
"""The radius of the toes."""
TOE_REST = 0.011
"""The height of their middle on the floor."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the body: its blobs, which are wrapped together, which are clothed.

    ``line`` is its centre line with radii, for what lies in front of what; ``tone`` names the
    limb that it shares its tone with; ``rests`` are points beyond the line that may touch a floor.
    """

    name: str
    tone: str
    blobs: tuple[Blob, ...]
    links: tuple[Link, ...]
    line: tuple[tuple[Vec, float], ...]
    cloth: tuple[Link, ...] = ()
    rests: tuple[tuple[Vec, float], ...] = ()


def ball(centre: Vec, radius: float) -> Blob:
    """A round blob."""
    return (centre, None, (radius, radius, radius))


def parts_of(body: Body, breath: float = 0.0) -> tuple[Part, ...]:
    """All parts; ``breath`` from 0 (out) to 1 (in)."""
    return (
        _torso(body, breath),
        _head(body),
        *_arm(body.arm_l, "l"),
        *_arm(body.arm_r, "r"),
        *_leg(body.leg_l, "l"),
        *_leg(body.leg_r, "r"),
    )


def _torso(body: Body, breath: float) -> Part:
    blobs: list[Blob] = []
    line: list[tuple[Vec, float]] = []
    for index, (place, frame) in enumerate(body.spine):
        depth, tall, wide = TRUNK[index]
        more = breath * (BELLY if 1 <= index <= 4 else RIBS if 5 <= index <= 6 else 0.0)
        centre = along(place, frame[0], AHEAD[index] + depth * more)
        blobs.append((centre, frame, (depth * (1 + more), tall, wide * (1 + more / 3))))
        if index % 2 == 0:
            line.append((centre, (depth + wide) / 2 if index < 8 else 0.04))
    base = body.spine[0][1]
    seat = add(body.pelvis, within(base, (-0.010, -0.026, 0.0)))
    blobs.append((seat, base, SEAT))  # 9
    blobs.append(ball(body.arm_l.root, 0.034))  # 10
    blobs.append(ball(body.arm_r.root, 0.034))  # 11
    return Part("torso", "torso", tuple(blobs), TRUNK_LINKS, tuple(line), SHORTS)


def _head(body: Body) -> Part:
    frame, base = body.head_frame, body.head

    def at(ahead: float, up: float) -> Vec:
        return add(base, within(frame, (ahead, up, 0.0)))

    top = body.spine[-1]
    blobs: tuple[Blob, ...] = (
        ball(along(top[0], top[1][1], -0.008), 0.033),
        ball(at(0.0, 0.014), 0.0295),
        ball(at(-0.012, 0.064), 0.0430),  # the back of the skull
        ball(at(0.011, 0.061), 0.0405),  # the forehead
        ball(at(0.019, 0.026), 0.0265),  # the jaw
        ball(at(0.050, 0.040), 0.0075),  # the nose
        ball(at(-0.017, 0.069), 0.0435),  # hair
        ball(at(0.004, 0.076), 0.0380),
    )
    line = ((base, 0.027), (at(-0.002, 0.055), 0.048))
    links = ((0, 1), (2, 3), (3, 4), (2, 4), (4, 5))
    return Part("head", "head", blobs, links, line)


def _arm(arm: Limb, side: str) -> tuple[Part, Part]:
    tone = f"arm_{side}"
    front = (-arm.bend[0], -arm.bend[1], -arm.bend[2])
    upper: tuple[Blob, ...] = (
        ball(arm.root, 0.0325),
        ball(along(lerp(arm.root, arm.middle, 0.45), front, 0.003), 0.0262),
        ball(arm.middle, 0.0200),
    )
    thumb = thumb_of(arm.along, arm.face, side)
    knuckles = along(arm.end, arm.along, 0.044 - 0.004 * arm.grip)
    # Closed fingers go round what they hold: first towards the palm's side, then back to it.
    curl = 2.7 * arm.grip
    reach = HAND - 0.008 - 0.044 - 0.010 * arm.grip
    tips = along(along(knuckles, arm.along, reach * cos(curl)), arm.face, reach * sin(curl))
    tips = along(tips, arm.face, 0.016 * arm.grip)
    thick = 0.0025 * arm.grip
    lower: tuple[Blob, ...] = (
        ball(arm.middle, 0.0202),
        ball(along(lerp(arm.middle, arm.end, 0.3), front, 0.001), 0.0218),
        ball(arm.end, 0.0145),
        ball(along(knuckles, thumb, 0.0090), 0.0105),
        ball(along(knuckles, thumb, -0.0090), 0.0100),
        ball(along(tips, thumb, 0.0050 + thick), 0.0080 + thick),
        ball(along(tips, thumb, -0.0050 - thick), 0.0078 + thick),
        ball(along(along(arm.end, arm.along, 0.018), thumb, 0.010), 0.0105),
        ball(_thumb_tip(arm, thumb), 0.0068 + thick / 2),
    )
    links = ((0, 1), (1, 2), (2, 3), (2, 4), (3, 5), (4, 6), (7, 8))
    upper_line = ((arm.root, 0.031), (arm.middle, 0.02))
    lower_line = ((arm.middle, 0.02), (arm.end, 0.015), (arm.tip, 0.010))
    return (
        Part(f"upper_arm_{side}", tone, upper, ((0, 1), (1, 2)), upper_line),
        Part(f"forearm_{side}", tone, lower, links, lower_line),
    )


def _thumb_tip(arm: Limb, thumb: Vec) -> Vec:
    """A closed hand's thumb lies across its fingers."""
    shut = arm.grip
    place = along(arm.end, arm.along, 0.048 - 0.006 * shut)
    return along(along(place, thumb, 0.0285 - 0.018 * shut), arm.face, 0.026 * shut)


def _leg(leg: Limb, side: str) -> tuple[Part, Part]:
    tone = f"leg_{side}"
    back = (-leg.bend[0], -leg.bend[1], -leg.bend[2])
    thigh: tuple[Blob, ...] = (
        ball(leg.root, 0.053),
        ball(lerp(leg.root, leg.middle, 0.42), 0.0475),
        ball(leg.middle, 0.0325),
    )
    toes, _ = toes_of(leg)
    aside = cross(leg.along, leg.face)
    heel = along(along(leg.end, leg.along, -0.026), leg.face, -0.0215)
    front = along(along(leg.end, leg.along, BALL - 0.006), leg.face, -0.0275)
    shin: tuple[Blob, ...] = (
        ball(leg.middle, 0.0325),
        ball(along(lerp(leg.middle, leg.end, 0.3), back, 0.006), 0.0335),
        ball(lerp(leg.middle, leg.end, 0.74), 0.0215),
        ball(leg.end, 0.0185),
        ball(heel, 0.0205),
        ball(along(front, aside, 0.0110), 0.0145),
        ball(along(front, aside, -0.0110), 0.0145),
        ball(along(toes, aside, 0.0105), TOE),
        ball(along(toes, aside, -0.0105), TOE),
    )
    links = ((0, 1), (1, 2), (2, 3), (3, 4), (3, 5), (3, 6), (4, 5), (4, 6), (5, 7), (6, 8))
    thigh_line = ((leg.root, 0.05), (leg.middle, 0.034))
    shin_line = ((leg.middle, 0.033), (leg.end, 0.021), (toes, 0.016))
    return (
        Part(f"thigh_{side}", tone, thigh, ((0, 1), (1, 2)), thigh_line, ((0, 1),)),
        Part(f"shin_{side}", tone, shin, links, shin_line, rests=((heel, 0.0205),)),
    )


def toes_of(leg: Limb) -> tuple[Vec, Vec]:
    """The middle of the toes and where they point: on the floor they bend up to lie on it."""
    joint = along(along(leg.end, leg.along, BALL), leg.face, -0.031)
    way = 0.022
    lowest = (TOE_REST - joint[1]) / way
    if leg.along[1] >= lowest:
        return along(joint, leg.along, way), leg.along
    down, up = leg.along[1], leg.face[1]
    size = hypot(down, up)
    if size < 1e-6 or lowest >= size:
        ahead = leg.face if up > down else leg.along
    else:
        # The least bend towards the instep that lifts their middle to where it rests.
        angle = atan2(up, down) - acos(max(-1.0, min(1.0, lowest / size)))
        ahead = unit(add(times(leg.along, cos(angle)), times(leg.face, sin(angle))))
    return along(joint, ahead, way), ahead


def lowest(part: Part) -> float:
    """The height of a part's lowest point."""
    found = []
    for centre, frame, size in part.blobs:
        if frame is None:
            found.append(centre[1] - size[0])
            continue
        down = hypot(*(axis[1] * half for axis, half in zip(frame, size, strict=True)))
        found.append(centre[1] - down)
    return min(found)
