"""A figure in motion: the pose at any part of any move, smooth and exact at its key poses.

Each move goes from a standstill to a standstill, unless it flows ``through`` into the next. What
swings (``arcs``) keeps its distance from shoulder or hip on the way; all else goes straight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from recovery_coach.figure.models import Figure, Move
from recovery_coach.figure.poses import Arm, Leg, Pose, mirror, whole_pose
from recovery_coach.figure.skeleton import (
    Anchors,
    Body,
    body_of,
    points_of,
    trunk_of,
    with_limbs,
)
from recovery_coach.figure.vectors import Vec, add, length, sub

Numbers = list[float]
"""A pose as numbers, in the order of :func:`_numbers`."""
SWINGS = {"wrist_l": 16, "wrist_r": 29, "ankle_l": 42, "ankle_r": 51}
"""Where in the numbers the targets are; relative to their root where they swing."""
ROOTS = {
    "wrist_l": "shoulder_l",
    "wrist_r": "shoulder_r",
    "ankle_l": "hip_l",
    "ankle_r": "hip_r",
}
REACH = 60
"""Where in the numbers the lengths of the four swinging limbs begin."""


@dataclass(frozen=True, slots=True)
class Leap:
    """One move with its key poses, and how fast each is passed (per part of the move)."""

    move: Move
    knots: tuple[Numbers, ...]
    speeds: tuple[Numbers, ...]

    @property
    def still(self) -> bool:
        """Whether nothing moves in it: a hold."""
        return all(knot == self.knots[0] for knot in self.knots)


class Motion:
    """One figure, ready to be shown at any instant, on either side."""

    def __init__(self, figure: Figure) -> None:
        """Raises IncompleteError where a pose leaves something open."""
        self.figure = figure
        self.poses = {name: whole_pose(name, figure.poses) for name in figure.poses}
        self.anchors = self._anchors()
        self._bodies: dict[str, Body] = {}
        self._roots = {name: self._root_places(pose) for name, pose in self.poses.items()}

    def _anchors(self) -> Anchors:
        wanted = [c for c in self.figure.contacts if c.startswith(("knee", "elbow"))]
        if not wanted:
            return {}
        places = points_of(body_of(self.poses[self.figure.start]))
        return {name: places[name] for name in wanted}

    def _root_places(self, pose: Pose) -> dict[str, Vec]:
        """Where shoulders and hips are in a key pose, for what swings about them."""
        if not self.figure.arcs:
            return {}
        trunk = trunk_of(pose, self.anchors)
        return {swing: getattr(trunk, ROOTS[swing]) for swing in self.figure.arcs}

    def _knot(self, name: str) -> Numbers:
        """A key pose as numbers; what swings relative to its root."""
        numbers = _numbers(self.poses[name])
        reach = [0.0] * len(SWINGS)
        for index, (swing, place) in enumerate(SWINGS.items()):
            if swing in self.figure.arcs:
                target = (numbers[place], numbers[place + 1], numbers[place + 2])
                away = sub(target, self._roots[name][swing])
                reach[index] = length(away)
                numbers[place : place + 3] = away
        return numbers + reach

    @cached_property
    def leaps(self) -> tuple[Leap, ...]:
        """The moves of one repetition."""
        cycle = self.figure.cycle
        at = self.figure.start
        knots: list[tuple[Numbers, ...]] = []
        for move in cycle:
            names = (at, *move.via, move.to)
            knots.append(tuple(_turning_least([self._knot(name) for name in names])))
            at = move.to
        leaps = []
        for index, move in enumerate(cycle):
            before = (index - 1) % len(cycle)
            after = (index + 1) % len(cycle)
            first = last = None
            if cycle[before].through:
                came = self._across(knots[before]) if before >= index else knots[before]
                first = _flow(came, cycle[before], knots[index], move)[1]
            if move.through:
                goes = self._across(knots[after]) if after <= index else knots[after]
                last = _flow(knots[index], move, goes, cycle[after])[0]
            leaps.append(Leap(move, knots[index], _speeds(knots[index], first, last)))
        return tuple(leaps)

    def _across(self, knots: Sequence[Numbers]) -> Sequence[Numbers]:
        """Those of the repetition before or after, which is the mirror where they alternate."""
        if not self.figure.alternates:
            return knots
        return [_numbers(mirror(_pose(n))) + _swapped(n[REACH:]) for n in knots]

    @cached_property
    def still(self) -> bool:
        """Whether there is nothing to play."""
        return all(leap.still for leap in self.leaps)

    # -- poses -----------------------------------------------------------------------------

    def at(self, move: int, part: float) -> Body:
        """The authored side's body, ``part`` (0 to 1) of the way through move number ``move``."""
        return self._body(self._between(self.leaps[move], min(1.0, max(0.0, part))))

    def pose_at(self, move: int, part: float) -> Pose:
        """The numbers behind :meth:`at`; hands and feet that swing are relative to their root."""
        return _pose(self._between(self.leaps[move], min(1.0, max(0.0, part))))

    def pose(self, name: str) -> Body:
        """The authored side's body in a key pose."""
        if name not in self._bodies:
            self._bodies[name] = body_of(self.poses[name], self.anchors)
        return self._bodies[name]

    def between(self, first: str, last: str, part: float) -> Body:
        """On the way from one key pose to another that no move joins, slowly at both ends."""
        knots = tuple(_turning_least([self._knot(first), self._knot(last)]))
        leap = Leap(Move(phase="-", to=last, seconds=1), knots, _speeds(knots, None, None))
        return self._body(self._between(leap, min(1.0, max(0.0, part))))

    def _between(self, leap: Leap, part: float) -> Numbers:
        intervals = len(leap.knots) - 1
        index = min(intervals - 1, int(part * intervals))
        t = part * intervals - index
        a, b = leap.knots[index], leap.knots[index + 1]
        if a == b and not (any(leap.speeds[index]) or any(leap.speeds[index + 1])):
            return a
        va, vb = leap.speeds[index], leap.speeds[index + 1]
        tt = t * t
        ttt = tt * t
        h01 = 3 * tt - 2 * ttt
        h00 = 1 - h01
        h10 = ttt - 2 * tt + t
        h11 = ttt - tt
        return [
            h00 * p + h01 * q + h10 * v + h11 * w for p, q, v, w in zip(a, b, va, vb, strict=True)
        ]

    def _body(self, numbers: Numbers) -> Body:
        pose = _pose(numbers)
        trunk = trunk_of(pose, self.anchors)
        if not self.figure.arcs:
            return with_limbs(pose, trunk, self.anchors)
        targets: dict[str, Vec] = {}
        for index, (swing, place) in enumerate(SWINGS.items()):
            if swing in self.figure.arcs:
                x, y, z = numbers[place : place + 3]
                far = numbers[REACH + index] / max(1e-9, length((x, y, z)))
                targets[swing] = add(getattr(trunk, ROOTS[swing]), (x * far, y * far, z * far))
        return with_limbs(_swung(pose, targets), trunk, self.anchors)


def _swung(pose: Pose, targets: dict[str, Vec]) -> Pose:
    """``pose`` with hands and feet where they have swung to."""
    arm_l, arm_r, leg_l, leg_r = pose.arm_l, pose.arm_r, pose.leg_l, pose.leg_r
    if "wrist_l" in targets:
        arm_l = Arm(targets["wrist_l"], arm_l.elbow, arm_l.finger, arm_l.palm, arm_l.grip)
    if "wrist_r" in targets:
        arm_r = Arm(targets["wrist_r"], arm_r.elbow, arm_r.finger, arm_r.palm, arm_r.grip)
    if "ankle_l" in targets:
        leg_l = Leg(targets["ankle_l"], leg_l.knee, leg_l.toe)
    if "ankle_r" in targets:
        leg_r = Leg(targets["ankle_r"], leg_r.knee, leg_r.toe)
    return Pose(
        pose.pelvis, pose.turn, pose.lumbar, pose.thoracic, pose.neck, arm_l, arm_r, leg_l, leg_r
    )


def _numbers(pose: Pose) -> Numbers:
    numbers: Numbers = [*pose.pelvis, *pose.turn, *pose.lumbar, *pose.thoracic, *pose.neck]
    for arm in (pose.arm_l, pose.arm_r):
        numbers += (*arm.wrist, *arm.elbow, *arm.finger, *arm.palm, arm.grip)
    for leg in (pose.leg_l, pose.leg_r):
        numbers += (*leg.ankle, *leg.knee, *leg.toe)
    return numbers


def _pose(n: Numbers) -> Pose:
    return Pose(
        (n[0], n[1], n[2]),
        (n[3], n[4], n[5], n[6]),
        (n[7], n[8], n[9]),
        (n[10], n[11], n[12]),
        (n[13], n[14], n[15]),
        _arm(n, 16),
        _arm(n, 29),
        _leg(n, 42),
        _leg(n, 51),
    )


def _arm(n: Numbers, i: int) -> Arm:
    return Arm(
        (n[i], n[i + 1], n[i + 2]),
        (n[i + 3], n[i + 4], n[i + 5]),
        (n[i + 6], n[i + 7], n[i + 8]),
        (n[i + 9], n[i + 10], n[i + 11]),
        n[i + 12],
    )


def _leg(n: Numbers, i: int) -> Leg:
    return Leg(
        (n[i], n[i + 1], n[i + 2]),
        (n[i + 3], n[i + 4], n[i + 5]),
        (n[i + 6], n[i + 7], n[i + 8]),
    )


def _turning_least(knots: list[Numbers]) -> list[Numbers]:
    """Every rotation with the sign that is nearer to the one before: the short way round."""
    for before, knot in pairwise(knots):
        if sum(p * q for p, q in zip(before[3:7], knot[3:7], strict=True)) < 0:
            knot[3:7] = [-value for value in knot[3:7]]
    return knots


def _speeds(
    knots: Sequence[Numbers], first: Numbers | None, last: Numbers | None
) -> tuple[Numbers, ...]:
    """How fast each key pose is passed, per interval: nought at the ends, unless given."""
    none = [0.0] * len(knots[0])
    inner = [
        [(q - p) / 2 for p, q in zip(before, after, strict=True)]
        for before, after in zip(knots, knots[2:], strict=False)
    ]
    return (first or none, *inner, last or none)


def _swapped(reach: Numbers) -> Numbers:
    """The lengths of what swings, left and right exchanged."""
    return [reach[1], reach[0], reach[3], reach[2]]


def _flow(
    one: Sequence[Numbers], before: Move, other: Sequence[Numbers], after: Move
) -> tuple[Numbers, Numbers]:
    """The speed where one move flows into the next, per interval of the one and of the other."""
    first = before.seconds / (len(one) - 1)
    second = after.seconds / (len(other) - 1)
    per_second = [(q - p) / (first + second) for p, q in zip(one[-2], other[1], strict=True)]
    return [v * first for v in per_second], [v * second for v in per_second]
