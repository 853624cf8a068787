"""Whether a figure moves as a human body can: what is checked of it without a single pixel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from recovery_coach.base.i18n import noted
from recovery_coach.figure.flesh import lowest, parts_of
from recovery_coach.figure.lengths import FOREARM, HAND, RADIUS, SHIN, THIGH, UPPER_ARM
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.ranges import angles
from recovery_coach.figure.skeleton import Body, points_of
from recovery_coach.figure.vectors import Vec, along, dot, lerp, nearest_shares, sub
from recovery_coach.figure.vectors import distance as apart

SINKS = 0.02
"""How far a part's surface may lie below the floor: flesh gives way."""
DRIFT = 0.01
"""How far a planted joint may stray, in body heights."""
FASTEST = 4.0
"""Body heights a second."""
LENGTH_ERROR = 0.001
TOUCHING = 0.5
"""Of the sum of the radii: this near centre lines may come that are said to touch."""
FRAMES = 60
"""Instants a second."""

STRAYS = noted("contact strays")
BEYOND = noted("joint beyond its range")
STRETCHED = noted("bone changes its length")
SUNK = noted("below the floor")
HASTY = noted("too fast")
MEETS = noted("parts meet")

Bone = tuple[Vec, Vec, float]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at an instant: ``what`` at ``place``, how much, and what is allowed."""

    move: str
    part: float
    what: str
    place: str
    found: float
    allowed: float

    def __str__(self) -> str:
        at = f"{self.move} {self.part:.2f}"
        return f"{at}: {self.what} {self.place} {self.found:.3f} (allowed {self.allowed:.3f})"


def instants(motion: Motion, frames: int = FRAMES) -> Iterator[tuple[int, float, float]]:
    """Move number, part of it, and seconds since the instant before; holds are one instant."""
    for index, leap in enumerate(motion.leaps):
        steps = 1 if leap.still else max(2, round(leap.move.seconds * frames))
        for step in range(steps + 1 if not leap.still else 1):
            yield index, step / steps, leap.move.seconds / steps


def check(motion: Motion, frames: int = FRAMES) -> list[Fault]:
    """The worst of each kind of fault over the whole repetition."""
    worst: dict[tuple[str, str], Fault] = {}
    before: tuple[int, dict[str, Vec]] | None = None
    first: dict[str, Vec] | None = None
    for index, part, seconds in instants(motion, frames):
        body = motion.at(index, part)
        points = points_of(body)
        if first is None:
            first = points
        name = motion.leaps[index].move.phase
        found = [*_standing(motion, index, part, body, points, first)]
        if before is not None and before[0] == index:
            found += _speeds(before[1], points, seconds)
        before = (index, points)
        for what, place, value, allowed in found:
            fault = Fault(name, part, what, place, value, allowed)
            known = worst.get((what, place))
            if known is None or abs(value - allowed) > abs(known.found - known.allowed):
                worst[what, place] = fault
    if not motion.leaps:
        name = motion.figure.start
        body = motion.pose(name)
        points = points_of(body)
        for what, place, value, allowed in _standing(motion, None, 0, body, points, points):
            worst[what, place] = Fault(name, 0.0, what, place, value, allowed)
    return sorted(worst.values(), key=lambda fault: (fault.what, fault.place))


Finding = tuple[str, str, float, float]


def _standing(
    motion: Motion,
    index: int | None,
    part: float,
    body: Body,
    points: dict[str, Vec],
    first: dict[str, Vec],
) -> Iterator[Finding]:
    yield from _lengths(body)
    yield from _floor(body)
    for joint in motion.figure.contacts:
        strayed = apart(points[joint], first[joint])
        if strayed > DRIFT:
            yield STRAYS, joint, strayed, DRIFT
    pose = motion.pose_at(index, part) if index is not None else None
    for name, side, angle, allowed in angles(body, pose):
        place = f"{name}_{side}" if side else name
        if angle > allowed.most:
            yield BEYOND, place, angle, allowed.most
        elif angle < allowed.least:
            yield BEYOND, place, angle, allowed.least
    yield from _meetings(motion, body)


def _lengths(body: Body) -> Iterator[Finding]:
    for side in "lr":
        arm, leg = getattr(body, f"arm_{side}"), getattr(body, f"leg_{side}")
        for name, a, b, wanted in (
            ("upper_arm", arm.root, arm.middle, UPPER_ARM),
            ("forearm", arm.middle, arm.end, FOREARM),
            ("hand", arm.end, arm.tip, HAND),
            ("thigh", leg.root, leg.middle, THIGH),
            ("shin", leg.middle, leg.end, SHIN),
        ):
            found = apart(a, b)
            if abs(found - wanted) > LENGTH_ERROR * wanted:
                yield STRETCHED, f"{name}_{side}", found, wanted


def _floor(body: Body) -> Iterator[Finding]:
    for part in parts_of(body):
        low = lowest(part)
        if low < -SINKS:
            yield SUNK, part.name, low, -SINKS


def _speeds(before: dict[str, Vec], after: dict[str, Vec], seconds: float) -> Iterator[Finding]:
    for name, place in after.items():
        speed = apart(place, before[name]) / seconds
        if speed > FASTEST:
            yield HASTY, name, speed, FASTEST


def bones(body: Body) -> dict[str, Bone]:
    """The centre lines that must not meet, with their radii."""
    spine = [place for place, _ in body.spine]
    found: dict[str, Bone] = {
        "lumbar": (spine[0], spine[4], RADIUS["lumbar"]),
        "thoracic": (spine[4], spine[7], RADIUS["thoracic"]),
        "head": (along(body.head, body.head_frame[1], 0.02), _skull(body), RADIUS["head"] * 0.9),
    }
    for side in "lr":
        arm, leg = getattr(body, f"arm_{side}"), getattr(body, f"leg_{side}")
        # Near the joint that a limb hangs on it is within the trunk.
        found[f"upper_arm_{side}"] = (
            lerp(arm.root, arm.middle, 0.35),
            arm.middle,
            RADIUS["upper_arm"],
        )
        found[f"forearm_{side}"] = (arm.middle, arm.end, RADIUS["forearm"])
        found[f"hand_{side}"] = (arm.end, arm.tip, RADIUS["hand"])
        found[f"thigh_{side}"] = (lerp(leg.root, leg.middle, 0.35), leg.middle, RADIUS["thigh"])
        found[f"shin_{side}"] = (leg.middle, leg.end, RADIUS["shin"])
        found[f"foot_{side}"] = (leg.end, leg.tip, RADIUS["foot"])
    return found


def _skull(body: Body) -> Vec:
    return along(body.head, body.head_frame[1], 0.06)


JOINED = {
    frozenset(pair)
    for side in "lr"
    for pair in (
        (f"upper_arm_{side}", f"forearm_{side}"),
        (f"forearm_{side}", f"hand_{side}"),
        (f"thigh_{side}", f"shin_{side}"),
        (f"shin_{side}", f"foot_{side}"),
        (f"thigh_{side}", "lumbar"),
        (f"upper_arm_{side}", "thoracic"),
    )
} | {frozenset(("lumbar", "thoracic")), frozenset(("thoracic", "head"))}


def _meetings(motion: Motion, body: Body) -> Iterator[Finding]:
    said = {frozenset(pair) for pair in motion.figure.touching}
    for (one, a), (other, b) in combinations(bones(body).items(), 2):
        pair = frozenset((one, other))
        if pair in JOINED:
            continue
        least = (a[2] + b[2]) / 2 * (TOUCHING if pair in said else 1.0)
        far = nearest(a[0], a[1], b[0], b[1])
        if far < least:
            yield MEETS, f"{one} {other}", far, least


def nearest(a: Vec, b: Vec, c: Vec, d: Vec) -> float:
    """How near two straight pieces come to each other."""
    u, v, w = sub(b, a), sub(d, c), sub(a, c)
    s, t = nearest_shares(dot(u, u), dot(u, v), dot(v, v), dot(u, w), dot(v, w))
    return apart(along(a, u, s), along(c, v, t))
