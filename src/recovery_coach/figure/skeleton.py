"""From a pose to the places of all joints: a bending spine, and limbs that never change length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, cos, sin, sqrt

from recovery_coach.figure.lengths import (
    CLAVICLE_ASIDE,
    CLAVICLE_BELOW,
    FOREARM,
    HAND,
    HEAD,
    HIP_ASIDE,
    HIP_BELOW,
    LUMBAR,
    LUMBAR_PARTS,
    NECK,
    SHIN,
    SHOULDER_ASIDE,
    SHOULDER_BELOW,
    THIGH,
    THORACIC,
    THORACIC_PARTS,
    UPPER_ARM,
)
from recovery_coach.figure.poses import Arm, Leg, Pose, mirrored
from recovery_coach.figure.vectors import (
    Frame,
    Vec,
    across,
    add,
    along,
    as_frame,
    cross,
    dot,
    length,
    rotation,
    sub,
    times,
    turned,
    unit,
    within,
)

STRAIGHT = 0.9995
"""A limb reaches no further than this share of its length: it always bends the same way."""
SHRUG, PROTRACTION = 0.32, 0.16
"""How far a shoulder goes up with an arm overhead, and forward with one stretched out in front."""
SETTLING = 6
"""Steps in which the pelvis finds where all planted knees and elbows are their bone away."""

Anchors = Mapping[str, Vec]
"""Where planted knees and elbows stay: ``knee_l`` … ``elbow_r``."""


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm from the shoulder, or a leg from the hip: three bones, end to end.

    ``bend`` is where elbow or knee points to; ``face`` where the palm or the sole's other side,
    the instep, looks to; ``grip`` how far a hand is closed, 0 to 1.
    """

    root: Vec
    middle: Vec
    end: Vec
    tip: Vec
    bend: Vec
    along: Vec
    face: Vec
    grip: float = 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """All joints of one instant.

    ``spine`` has a place and its axes at each of nine stations from the pelvis to the top of the
    ribcage; ``head`` is where the skull begins.
    """

    pelvis: Vec
    spine: tuple[tuple[Vec, Frame], ...]
    head: Vec
    head_frame: Frame
    arm_l: Limb
    arm_r: Limb
    leg_l: Limb
    leg_r: Limb

    @property
    def top(self) -> Vec:
        """Where the neck begins."""
        return self.spine[-1][0]


@dataclass(frozen=True, slots=True)
class Trunk:
    """The part of the body that limbs hang on: where shoulders (at rest) and hips are."""

    pelvis: Vec
    spine: tuple[tuple[Vec, Frame], ...]
    shoulder_l: Vec
    shoulder_r: Vec
    hip_l: Vec
    hip_r: Vec


def trunk_of(pose: Pose, anchors: Anchors | None = None) -> Trunk:
    """Spine, shoulders and hips; the pelvis gives way so that ``anchors`` stay planted."""
    spine = _spine(pose)
    top, chest = spine[-1]
    base = spine[0][1]
    hip_l = within(base, (0.0, -HIP_BELOW, -HIP_ASIDE))
    hip_r = within(base, (0.0, -HIP_BELOW, HIP_ASIDE))
    rest_l = add(top, within(chest, (0.0, -SHOULDER_BELOW, -SHOULDER_ASIDE)))
    rest_r = add(top, within(chest, (0.0, -SHOULDER_BELOW, SHOULDER_ASIDE)))
    pelvis = pose.pelvis
    if anchors:
        planted = []
        for name, place in anchors.items():
            if name == "knee_l":
                planted.append((hip_l, THIGH, place))
            elif name == "knee_r":
                planted.append((hip_r, THIGH, place))
            else:
                side = name[-1]
                wrist = pose.arm_l.wrist if side == "l" else pose.arm_r.wrist
                rest = rest_l if side == "l" else rest_r
                raised = shoulder(rest, chest, sub(wrist, pelvis), side)
                planted.append((raised, UPPER_ARM, place))
        pelvis = _settled(pelvis, planted)
    return Trunk(
        pelvis=pelvis,
        spine=tuple([(add(pelvis, place), frame) for place, frame in spine]),
        shoulder_l=add(pelvis, rest_l),
        shoulder_r=add(pelvis, rest_r),
        hip_l=add(pelvis, hip_l),
        hip_r=add(pelvis, hip_r),
    )


def body_of(pose: Pose, anchors: Anchors | None = None) -> Body:
    """The body in ``pose``; planted knees and elbows stay at their ``anchors``."""
    return with_limbs(pose, trunk_of(pose, anchors), anchors)


def with_limbs(pose: Pose, trunk: Trunk, anchors: Anchors | None = None) -> Body:
    """The whole body on a trunk that is known already."""
    planted = anchors or {}
    top, chest = trunk.spine[-1]
    neck, head_frame = _head(pose, chest)
    rest_l, rest_r = trunk.shoulder_l, trunk.shoulder_r
    return Body(
        pelvis=trunk.pelvis,
        spine=trunk.spine,
        head=add(top, neck),
        head_frame=head_frame,
        arm_l=_arm(pose.arm_l, rest_l, chest, "l", planted.get("elbow_l")),
        arm_r=_arm(pose.arm_r, rest_r, chest, "r", planted.get("elbow_r")),
        leg_l=_leg(pose.leg_l, trunk.hip_l, planted.get("knee_l")),
        leg_r=_leg(pose.leg_r, trunk.hip_r, planted.get("knee_r")),
    )


def mirror_body(body: Body) -> Body:
    """The same on the other side: the mirror of every joint."""
    return Body(
        pelvis=mirrored(body.pelvis),
        spine=tuple([(mirrored(place), _seen_frame(frame)) for place, frame in body.spine]),
        head=mirrored(body.head),
        head_frame=_seen_frame(body.head_frame),
        arm_l=_seen_limb(body.arm_r),
        arm_r=_seen_limb(body.arm_l),
        leg_l=_seen_limb(body.leg_r),
        leg_r=_seen_limb(body.leg_l),
    )


def thigh_front(base: Frame, thigh: Vec) -> Vec:
    """Where the front of a thigh looks that is not turned about itself.

    ``base`` is the pelvis, ``thigh`` the way from hip to knee. At right angles to the thigh and to
    the pelvis' axis from side to side, as in the joint coordinate system (Grood and Suntay 1983;
    memory).
    """
    return unit(cross(times(thigh, -1.0), base[2]), base[0])


def _seen_frame(frame: Frame) -> Frame:
    x, y, z = frame
    return (mirrored(x), mirrored(y), (-z[0], -z[1], z[2]))  # right stays the body's right


def _seen_limb(limb: Limb) -> Limb:
    return Limb(
        mirrored(limb.root),
        mirrored(limb.middle),
        mirrored(limb.end),
        mirrored(limb.tip),
        mirrored(limb.bend),
        mirrored(limb.along),
        mirrored(limb.face),
        limb.grip,
    )


def _spine(pose: Pose) -> list[tuple[Vec, Frame]]:
    """Nine stations from the pelvis, with the pelvis as origin."""
    frame = as_frame(pose.turn)
    place: Vec = (0.0, 0.0, 0.0)
    stations = [(place, frame)]
    for bend, size, parts in (
        (pose.lumbar, LUMBAR, LUMBAR_PARTS),
        (pose.thoracic, THORACIC, THORACIC_PARTS),
    ):
        if bend == (0.0, 0.0, 0.0):
            step = None
        else:
            step = rotation(bend[0] / parts, bend[1] / parts, bend[2] / parts)
        for _ in range(parts):
            if step is not None:
                frame = turned(frame, step)
            place = along(place, frame[1], size / parts)
            stations.append((place, frame))
    return stations


def _head(pose: Pose, chest: Frame) -> tuple[Vec, Frame]:
    """Half of the neck's bend is in the neck, the rest above it."""
    half = rotation(pose.neck[0] / 2, pose.neck[1] / 2, pose.neck[2] / 2)
    neck = turned(chest, half)
    return times(neck[1], NECK), turned(neck, half)


def shoulder(rest: Vec, chest: Frame, wrist: Vec, side: str) -> Vec:
    """Where the shoulder joint is: it goes along with an arm raised overhead or stretched forward.

    ``rest`` is where it is with the arm hanging.
    """
    out = -1.0 if side == "l" else 1.0
    to = sub(wrist, rest)
    arm = UPPER_ARM + FOREARM
    share = min(1.0, length(to) / arm) / arm
    up = max(0.0, dot(to, chest[1])) * share
    ahead = max(0.0, dot(to, chest[0])) * share
    if up == 0.0 and ahead == 0.0:
        return rest
    bone = (0.0, CLAVICLE_BELOW - SHOULDER_BELOW, out * (SHOULDER_ASIDE - CLAVICLE_ASIDE))
    size = length(bone)
    lifted = (PROTRACTION * ahead * ahead, bone[1] / size + SHRUG * up * up, bone[2] / size)
    return add(rest, within(chest, sub(times(unit(lifted), size), bone)))


def _settled(pelvis: Vec, planted: list[tuple[Vec, float, Vec]]) -> Vec:
    """Move the pelvis as little as it takes for each (offset, length, place) to fit."""
    for _ in range(SETTLING):
        shift: Vec = (0.0, 0.0, 0.0)
        for offset, size, place in planted:
            to = sub(place, add(pelvis, offset))
            far = length(to)
            if far > 1e-6:
                shift = along(shift, to, (far - size) / far)
        pelvis = along(pelvis, shift, 1 / len(planted) if len(planted) > 1 else 1.0)
    return pelvis


def bent(root: Vec, target: Vec, bend: Vec, first: float, second: float) -> tuple[Vec, Vec]:
    """Two bones from ``root`` towards ``target``, the joint between them on the side of ``bend``.

    The second ends in ``target``, or as near to it as the bones reach.
    """
    to = sub(target, root)
    far = length(to)
    axis = unit(to)
    reach = min(max(far, abs(first - second) + 1e-4), (first + second) * STRAIGHT)
    foot = (first * first - second * second + reach * reach) / (2 * reach)
    aside = sqrt(max(0.0, first * first - foot * foot))
    middle = along(along(root, axis, foot), across(bend, axis), aside)
    return middle, along(root, axis, reach)


def _planted(root: Vec, target: Vec, place: Vec, first: float, second: float) -> tuple[Vec, Vec]:
    """The same where the joint between is planted at ``place``."""
    middle = along(root, unit(sub(place, root)), first)
    return middle, along(middle, unit(sub(target, middle)), second)


def _arm(arm: Arm, rest: Vec, chest: Frame, side: str, planted: Vec | None) -> Limb:
    root = shoulder(rest, chest, arm.wrist, side)
    if planted is None:
        elbow, wrist = bent(root, arm.wrist, arm.elbow, UPPER_ARM, FOREARM)
    else:
        elbow, wrist = _planted(root, arm.wrist, planted, UPPER_ARM, FOREARM)
    finger = unit(arm.finger)
    return Limb(
        root=root,
        middle=elbow,
        end=wrist,
        tip=along(wrist, finger, HAND),
        bend=_bend(root, elbow, wrist, arm.elbow),
        along=finger,
        face=across(arm.palm, finger),
        grip=min(1.0, max(0.0, arm.grip)),
    )


def _leg(leg: Leg, hip: Vec, planted: Vec | None) -> Limb:
    if planted is None:
        knee, ankle = bent(hip, leg.ankle, leg.knee, THIGH, SHIN)
    else:
        knee, ankle = _planted(hip, leg.ankle, planted, THIGH, SHIN)
    bend = _bend(hip, knee, ankle, leg.knee)
    toe = unit(leg.toe)
    return Limb(
        root=hip,
        middle=knee,
        end=ankle,
        tip=along(ankle, toe, 0.1),
        bend=bend,
        along=toe,
        face=_instep(unit(sub(ankle, knee)), bend, toe),
    )


def _bend(root: Vec, middle: Vec, end: Vec, hint: Vec) -> Vec:
    """Where the joint points to: away from the line between the ends; of a straight limb the hint.

    Near to straight the two are blended, so that it never flips.
    """
    axis = unit(sub(end, root), (0.0, -1.0, 0.0))
    off = sub(middle, along(root, axis, dot(sub(middle, root), axis)))
    size = length(off)
    wished = across(hint, axis)
    share = min(1.0, size / 0.02)
    return unit(add(times(off, share / max(size, 1e-9)), times(wished, 1 - share)), wished)


def _instep(shin: Vec, front: Vec, toe: Vec) -> Vec:
    """Which way the upper side of the foot looks: up the shin, or forward where it is pointed."""
    ahead = across(front, shin)
    angle = atan2(dot(toe, shin), dot(toe, ahead))
    raw = add(times(shin, -cos(angle)), times(ahead, sin(angle)))
    return across(raw, toe)


def points_of(body: Body) -> dict[str, Vec]:
    """The body's named points, for props, shadows and checks."""
    found: dict[str, Vec] = {"pelvis": body.pelvis, "head": body.head, "top": body.top}
    base, chest, skull = body.spine[0][1], body.spine[6][1], body.head_frame
    found["sacrum"] = add(body.pelvis, within(base, (-0.055, 0.02, 0.0)))
    found["upper_back"] = add(body.spine[6][0], within(chest, (-0.062, 0.0, 0.0)))
    found["low_back"] = add(body.spine[2][0], within(body.spine[2][1], (-0.05, 0.0, 0.0)))
    found["chest"] = add(body.spine[7][0], within(chest, (0.06, 0.0, 0.0)))
    found["crown"] = along(body.head, skull[1], HEAD)
    found["head_back"] = add(body.head, within(skull, (-0.055, HEAD * 0.55, 0.0)))
    for side in "lr":
        arm: Limb = getattr(body, f"arm_{side}")
        leg: Limb = getattr(body, f"leg_{side}")
        found[f"shoulder_{side}"], found[f"elbow_{side}"] = arm.root, arm.middle
        found[f"wrist_{side}"], found[f"fingers_{side}"] = arm.end, arm.tip
        found[f"hand_{side}"] = along(along(arm.end, arm.along, 0.045), arm.face, 0.014)
        found[f"hip_{side}"], found[f"knee_{side}"] = leg.root, leg.middle
        found[f"ankle_{side}"], found[f"toe_{side}"] = leg.end, leg.tip
        found.update(_sole(leg, side))
    return found


def _sole(leg: Limb, side: str) -> dict[str, Vec]:
    """Under the foot: heel, middle and ball, and the edges of the ball for a towel or a band."""
    aside = cross(leg.along, leg.face)  # to the body's right of a foot that stands
    inner = 1.0 if side == "l" else -1.0
    ball = along(along(leg.end, leg.along, 0.06), leg.face, -0.043)
    return {
        f"heel_{side}": along(along(leg.end, leg.along, -0.03), leg.face, -0.04),
        f"sole_{side}": along(along(leg.end, leg.along, 0.03), leg.face, -0.043),
        f"ball_{side}": ball,
        f"ball_in_{side}": along(ball, aside, inner * 0.03),
        f"ball_out_{side}": along(ball, aside, -inner * 0.03),
        f"edge_in_{side}": along(along(leg.end, leg.along, 0.055), aside, inner * 0.03),
        f"edge_out_{side}": along(along(leg.end, leg.along, 0.055), aside, -inner * 0.03),
    }
