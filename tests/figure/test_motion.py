"""From pose to pose: exact at the key poses, smooth between them, still in a hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.figure.models import Move, PoseSpec
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.poses import IncompleteError
from recovery_coach.figure.skeleton import Body, points_of
from recovery_coach.figure.vectors import distance
from tests.figure.bodies import BOWED, STANDING, figure

ARM_UP = PoseSpec(like="standing", arm_r=replace(STANDING.arms, wrist=(0.02, 1.12, 0.1)))  # type: ignore[arg-type, type-var]
ARM_AHEAD = PoseSpec(like="standing", arm_r=replace(STANDING.arms, wrist=(0.31, 0.82, 0.1)))  # type: ignore[arg-type, type-var]


def apart(one: Body, other: Body) -> float:
    """How far any point is from where it is in the other."""
    a, b = points_of(one), points_of(other)
    return max(distance(a[name], b[name]) for name in a)


def test_a_move_begins_and_ends_in_its_key_poses() -> None:
    motion = Motion(figure())
    assert apart(motion.at(0, 0.0), motion.pose("standing")) < 1e-9
    assert apart(motion.at(0, 1.0), motion.pose("bowed")) < 1e-9
    assert apart(motion.at(2, 1.0), motion.pose("standing")) < 1e-9


@given(st.floats(0.0, 1.0))
def test_a_hold_is_still(part: float) -> None:
    motion = Motion(figure())
    assert motion.leaps[1].still
    assert motion.at(1, part) == motion.pose("bowed")


def test_a_move_starts_and_stops_gently() -> None:
    motion = Motion(figure())
    first = apart(motion.at(0, 0.0), motion.at(0, 0.02))
    middle = apart(motion.at(0, 0.49), motion.at(0, 0.51))
    last = apart(motion.at(0, 0.98), motion.at(0, 1.0))
    assert first < middle / 5
    assert last < middle / 5


def test_what_flows_through_does_not_stop() -> None:
    moves = (
        Move(phase="up", to="ahead", seconds=1.0, through=True),
        Move(phase="up", to="up", seconds=1.0),
        Move(phase="down", to="standing", seconds=1.0),
    )
    poses = {"standing": STANDING, "bowed": BOWED, "ahead": ARM_AHEAD, "up": ARM_UP}
    flowing = Motion(figure(poses=poses, cycle=moves))
    stopping = Motion(figure(poses=poses, cycle=(replace(moves[0], through=False), *moves[1:])))
    slow = apart(stopping.at(0, 0.99), stopping.at(0, 1.0))
    before = apart(flowing.at(0, 0.99), flowing.at(0, 1.0))
    after = apart(flowing.at(1, 0.0), flowing.at(1, 0.01))
    assert before > 5 * slow
    assert before == pytest.approx(after, rel=0.15)


def test_poses_passed_on_the_way_are_passed_evenly_in_time() -> None:
    poses = {"standing": STANDING, "bowed": BOWED, "ahead": ARM_AHEAD, "up": ARM_UP}
    moves = (
        Move(phase="up", to="up", seconds=1.0, via=("ahead",)),
        Move(phase="down", to="standing", seconds=1.0),
    )
    motion = Motion(figure(poses=poses, cycle=moves))
    assert apart(motion.at(0, 0.5), motion.pose("ahead")) < 1e-9


@given(st.floats(0.0, 1.0))
def test_what_swings_keeps_its_distance(part: float) -> None:
    poses = {"standing": STANDING, "bowed": BOWED, "ahead": ARM_AHEAD, "up": ARM_UP}
    moves = (
        Move(phase="up", to="ahead", seconds=1.0),
        Move(phase="down", to="standing", seconds=1.0),
    )
    swung = Motion(figure(poses=poses, cycle=moves, arcs=("wrist_r",)))
    body = swung.at(0, part)
    ends = [
        distance(points_of(swung.pose(name))["wrist_r"], points_of(swung.pose(name))["shoulder_r"])
        for name in ("standing", "ahead")
    ]
    found = distance(body.arm_r.end, body.arm_r.root)
    assert min(ends) - 0.02 <= found <= max(ends) + 0.02


def test_what_a_pose_leaves_open_is_said_by_name() -> None:
    bare = {"standing": PoseSpec(pelvis=(0, 0.5, 0)), "bowed": BOWED}
    with pytest.raises(IncompleteError, match="standing: turn"):
        Motion(figure(poses=bare))


def test_of_two_poses_that_no_move_joins_the_way_between_is_smooth() -> None:
    motion = Motion(figure())
    assert apart(motion.between("standing", "bowed", 0.0), motion.pose("standing")) < 1e-9
    assert apart(motion.between("standing", "bowed", 1.0), motion.pose("bowed")) < 1e-9
