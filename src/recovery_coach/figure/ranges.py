"""How far human joints go, in degrees, and how far those of a body are.

Limits are end ranges of healthy adults, passive or under load where an exercise goes there
(kneeling, squatting, a hand flat on the floor). The spine's zero is this figure's: upright.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import acos, asin, atan2, degrees

from recovery_coach.figure.poses import Pose
from recovery_coach.figure.skeleton import Body, Limb, thigh_front
from recovery_coach.figure.vectors import Frame, Vec, across, cross, dot, sub, unit


@dataclass(frozen=True, slots=True)
class Range:
    """From ``least`` to ``most`` degrees, and who says so."""

    least: float
    most: float
    source: str


KAPANDJI = "Kapandji, The Physiology of the Joints (memory)"
AAOS = "AAOS, Joint Motion (memory)"
RANGES: dict[str, Range] = {
    "knee flexion": Range(-5, 160, "kneeling 161 ± 3 (found); squat, heels up, 157 ± 6 (found)"),
    "hip flexion": Range(
        -30, 125, "38 CFR 4.71 125; extension 10 to 30 passive (found); 95 with a straight knee"
    ),
    "hip abduction": Range(-35, 60, "38 CFR 4.71 45 (found); 60 with the hip flexed (memory)"),
    "hip outward rotation": Range(-50, 75, "inward 45 AAOS; cross-legged 62, 38 to 82 (found)"),
    "ankle dorsiflexion": Range(-75, 42, "lunge test 30 to 38 (found); flat instep 70 (editorial)"),
    "foot turned": Range(-40, 40, "tibial rotation with the foot's own (editorial)"),
    "elbow flexion": Range(-5, 152, AAOS),
    "arm behind": Range(-180, 60, AAOS),
    "arm across": Range(-180, 52, "horizontal adduction 135 (found)"),
    "wrist": Range(0, 92, "hand flat under load 85 to 90 (found)"),
    "lumbar flexion": Range(-35, 62, KAPANDJI),
    "lumbar side bend": Range(-26, 26, "25 (found); Kapandji 20 (memory)"),
    "lumbar turn": Range(-11, 11, "5 to 7 a side, Neumann; White and Panjabi 9 (memory)"),
    "thoracic flexion": Range(-30, 46, KAPANDJI),
    "thoracic side bend": Range(-31, 31, "Neumann 25 to 30 (memory)"),
    "thoracic turn": Range(-41, 41, "30 to 35, about 40 passive (found)"),
    "neck flexion": Range(-70, 64, "in-vivo pooling 64 and 63 (found); Kapandji 75 (memory)"),
    "neck side bend": Range(-46, 46, "45 to 49 (found)"),
    "neck turn": Range(-82, 82, "60 to 80 (found)"),
}
BENDS = ("flexion", "side bend", "turn")
STRAIGHT_KNEE = 95.0
"""Hip flexion with a straight knee: hamstrings cross both joints (towel stretch 95; found)."""


def angles(body: Body, pose: Pose | None = None) -> Iterator[tuple[str, str, float, Range]]:
    """Each joint's name, side (or nothing), degrees, and what it may be."""
    if pose is not None:
        yield from _spine(pose)
    base, chest = body.spine[0][1], body.spine[6][1]
    for side in "lr":
        yield from _leg(getattr(body, f"leg_{side}"), base, side)
        yield from _arm(getattr(body, f"arm_{side}"), chest, side)


def _spine(pose: Pose) -> Iterator[tuple[str, str, float, Range]]:
    for region in ("lumbar", "thoracic", "neck"):
        for name, angle in zip(
            ("flexion", "side bend", "turn"), getattr(pose, region), strict=True
        ):
            yield f"{region} {name}", "", angle, RANGES[f"{region} {name}"]


def _leg(leg: Limb, base: Frame, side: str) -> Iterator[tuple[str, str, float, Range]]:
    thigh, shin = unit(sub(leg.middle, leg.root)), unit(sub(leg.end, leg.middle))
    out = 1.0 if side == "r" else -1.0
    knee = _between(thigh, shin)
    yield "knee flexion", side, knee, RANGES["knee flexion"]
    ahead, up, right = dot(thigh, base[0]), dot(thigh, base[1]), dot(thigh, base[2])
    allowed = RANGES["hip flexion"]
    bent = STRAIGHT_KNEE + (allowed.most - STRAIGHT_KNEE) * min(knee, 90) / 90
    flexion = degrees(atan2(ahead, -up))
    yield "hip flexion", side, flexion, Range(allowed.least, bent, allowed.source)
    yield "hip abduction", side, _arc(out * right), RANGES["hip abduction"]
    turned = out * _about(thigh, thigh_front(base, thigh), leg.bend)
    yield "hip outward rotation", side, turned, RANGES["hip outward rotation"]
    yield "ankle dorsiflexion", side, _between(shin, leg.along) - 90, RANGES["ankle dorsiflexion"]
    if abs(dot(shin, leg.along)) < 0.7:
        aside = out * _about(shin, across(leg.bend, shin), across(leg.along, shin))
        yield "foot turned", side, aside, RANGES["foot turned"]


def _arm(arm: Limb, chest: Frame, side: str) -> Iterator[tuple[str, str, float, Range]]:
    upper, lower = unit(sub(arm.middle, arm.root)), unit(sub(arm.end, arm.middle))
    out = 1.0 if side == "r" else -1.0
    yield "elbow flexion", side, _between(upper, lower), RANGES["elbow flexion"]
    yield "arm behind", side, _arc(-dot(upper, chest[0])), RANGES["arm behind"]
    yield "arm across", side, _arc(-out * dot(upper, chest[2])), RANGES["arm across"]
    yield "wrist", side, _between(lower, arm.along), RANGES["wrist"]


def _between(a: Vec, b: Vec) -> float:
    return degrees(acos(max(-1.0, min(1.0, dot(a, b)))))


def _arc(part: float) -> float:
    return degrees(asin(max(-1.0, min(1.0, part))))


def _about(axis: Vec, first: Vec, second: Vec) -> float:
    """From ``first`` to ``second`` round ``axis``."""
    other = across(second, axis)
    return degrees(atan2(dot(cross(first, other), axis), dot(first, other)))
