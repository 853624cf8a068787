"""From what a file says of a pose to the whole pose, as numbers that can be interpolated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from recovery_coach.figure.models import ArmSpec, LegSpec, PoseSpec
from recovery_coach.figure.vectors import (
    Quat,
    Vec,
    across,
    as_quaternion,
    cross,
    rotation,
    times,
    unit,
)

Spec = TypeVar("Spec", ArmSpec, LegSpec)
Told = TypeVar("Told")

ON_FLOOR = 0.06
"""A wrist lower than this lies on the floor."""


@dataclass(frozen=True, slots=True)
class Arm:
    """Where a wrist is; the directions of elbow, fingers and palm; how far the hand is closed."""

    wrist: Vec
    elbow: Vec
    finger: Vec
    palm: Vec
    grip: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """Where an ankle is; the directions of knee and toes."""

    ankle: Vec
    knee: Vec
    toe: Vec


@dataclass(frozen=True, slots=True)
class Pose:
    """A whole pose. Angles in degrees: flexion, bend to the right, twist to the left."""

    pelvis: Vec
    turn: Quat
    lumbar: Vec
    thoracic: Vec
    neck: Vec
    arm_l: Arm
    arm_r: Arm
    leg_l: Leg
    leg_r: Leg


class IncompleteError(ValueError):
    """A pose, with those it is like, leaves something open: ``pose`` and ``part`` say what."""

    def __init__(self, pose: str, part: str) -> None:
        super().__init__(f"{pose}: {part}")
        self.pose, self.part = pose, part


def whole_pose(name: str, specs: Mapping[str, PoseSpec]) -> Pose:
    """The pose called ``name``, with what it takes over from those it is like.

    Raises IncompleteError where something is given nowhere.
    """
    spec = _inherited(specs[name], specs)
    parts: dict[str, Vec] = {}
    for part in ("pelvis", "turn", "lumbar", "thoracic", "neck"):
        value = getattr(spec, part)
        if value is None:
            raise IncompleteError(name, part)
        parts[part] = value
    return Pose(
        pelvis=parts["pelvis"],
        turn=as_quaternion(rotation(*parts["turn"])),
        lumbar=parts["lumbar"],
        thoracic=parts["thoracic"],
        neck=parts["neck"],
        arm_l=_arm(name, spec.arm_l, "arm_l"),
        arm_r=_arm(name, spec.arm_r, "arm_r"),
        leg_l=_leg(name, spec.leg_l, "leg_l"),
        leg_r=_leg(name, spec.leg_r, "leg_r"),
    )


def _inherited(spec: PoseSpec, specs: Mapping[str, PoseSpec]) -> PoseSpec:
    """``spec`` with both sides apart, over the pose it is like."""
    own = replace(
        spec,
        arm_l=_over(spec.arm_l, _mirrored(spec.arms)),
        arm_r=_over(spec.arm_r, spec.arms),
        leg_l=_over(spec.leg_l, _mirrored(spec.legs)),
        leg_r=_over(spec.leg_r, spec.legs),
        arms=None,
        legs=None,
    )
    if spec.like is None:
        return own
    base = _inherited(specs[spec.like], specs)
    return PoseSpec(
        pelvis=own.pelvis or base.pelvis,
        turn=own.turn or base.turn,
        lumbar=own.lumbar or base.lumbar,
        thoracic=own.thoracic or base.thoracic,
        neck=own.neck or base.neck,
        arm_l=_over(own.arm_l, base.arm_l),
        arm_r=_over(own.arm_r, base.arm_r),
        leg_l=_over(own.leg_l, base.leg_l),
        leg_r=_over(own.leg_r, base.leg_r),
    )


def _over(upper: Spec | None, lower: Spec | None) -> Spec | None:
    """What ``upper`` gives, and what it leaves out from ``lower``."""
    if upper is None or lower is None:
        return upper or lower
    return replace(lower, **{
        f.name: given for f in fields(upper) if (given := getattr(upper, f.name)) is not None
    })  # fmt: skip


def _mirrored(spec: Spec | None) -> Spec | None:
    if spec is None:
        return None
    other: dict[str, Any] = {}
    for each in fields(spec):
        given = getattr(spec, each.name)
        other[each.name] = mirrored(given) if isinstance(given, tuple) else given
    return replace(spec, **other)


def mirrored(point: Vec) -> Vec:
    """The same on the other side of the body."""
    return (point[0], point[1], -point[2])


def _arm(pose: str, spec: ArmSpec | None, side: str) -> Arm:
    spec = _told(spec, pose, side)
    wrist = _told(spec.wrist, pose, f"{side}.wrist")
    elbow = unit(_told(spec.elbow, pose, f"{side}.elbow"))
    finger = unit(_told(spec.finger, pose, f"{side}.finger"))
    if spec.palm is not None:
        palm = unit(spec.palm)
    elif wrist[1] < ON_FLOOR:
        palm = (0.0, -1.0, 0.0)
    else:
        palm = palm_of(finger, times(across(elbow, finger), -1.0), side)
    return Arm(wrist, elbow, finger, palm, spec.grip or 0.0)


def _leg(pose: str, spec: LegSpec | None, side: str) -> Leg:
    spec = _told(spec, pose, side)
    ankle = _told(spec.ankle, pose, f"{side}.ankle")
    knee = _told(spec.knee, pose, f"{side}.knee")
    return Leg(ankle, unit(knee), unit(_told(spec.toe, pose, f"{side}.toe")))


def _told(value: Told | None, pose: str, what: str) -> Told:
    if value is None:
        raise IncompleteError(pose, what)
    return value


def palm_of(finger: Vec, thumb: Vec, side: str) -> Vec:
    """Which way the palm faces, from where fingers and thumb point; ``side`` ends in l or r."""
    return cross(finger, thumb) if side.endswith("l") else cross(thumb, finger)


def thumb_of(finger: Vec, palm: Vec, side: str) -> Vec:
    """Where the thumb points, from fingers and palm."""
    return cross(palm, finger) if side.endswith("l") else cross(finger, palm)


def mirror(pose: Pose) -> Pose:
    """The pose of the other side: left and right swapped, z negated."""
    w, x, y, z = pose.turn
    return Pose(
        pelvis=mirrored(pose.pelvis),
        turn=(w, -x, -y, z),
        lumbar=_other_way(pose.lumbar),
        thoracic=_other_way(pose.thoracic),
        neck=_other_way(pose.neck),
        arm_l=_mirror_arm(pose.arm_r),
        arm_r=_mirror_arm(pose.arm_l),
        leg_l=_mirror_leg(pose.leg_r),
        leg_r=_mirror_leg(pose.leg_l),
    )


def _other_way(bend: Vec) -> Vec:
    return (bend[0], -bend[1], -bend[2])


def _mirror_arm(arm: Arm) -> Arm:
    return Arm(
        mirrored(arm.wrist),
        mirrored(arm.elbow),
        mirrored(arm.finger),
        mirrored(arm.palm),
        arm.grip,
    )


def _mirror_leg(leg: Leg) -> Leg:
    return Leg(*(mirrored(getattr(leg, f.name)) for f in fields(Leg)))
