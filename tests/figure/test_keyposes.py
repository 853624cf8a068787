"""Poses by the names of phases, and those that tell an exercise on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recovery_coach.figure.framing import bounds_of, frames_of
from recovery_coach.figure.keyposes import (
    apart,
    ends_of,
    farthest_from,
    names_of,
    phase_into,
    pose_named,
)
from recovery_coach.figure.models import Move
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.projection import view_from
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.skeleton import points_of
from tests.figure.bodies import IDS, figure, shipped


def bow() -> Motion:
    return Motion(figure())


@pytest.mark.parametrize("identifier", IDS)
def test_every_phase_and_every_pose_can_be_named(identifier: str) -> None:
    one = shipped(identifier).figure
    phases, poses = names_of(one)
    assert {move.phase for move in one.cycle} == set(phases)
    assert set(one.poses) <= {*phases, *poses}
    for name in (*phases, *poses):
        assert pose_named(one, name) in one.poses
        assert pose_named(one, f" {name.upper()} ") == pose_named(one, name)
    for pose in poses:
        assert pose_named(one, pose) == pose


def test_a_phase_wins_over_a_pose_and_the_first_over_the_second() -> None:
    one = figure(
        cycle=(
            Move(phase="bow", to="bowed", seconds=1),
            Move(phase="hold", to="bowed", seconds=1),
            Move(phase="rise", to="standing", seconds=1),
            Move(phase="hold", to="standing", seconds=1),
        )
    )
    assert pose_named(one, "hold") == "bowed"
    assert pose_named(one, "standing") == "standing"
    assert pose_named(one, "sit") is None
    assert phase_into(one, "bowed") == "bow"
    assert phase_into(one, "standing") == "rise"


def test_a_pose_on_the_way_has_the_phase_it_is_passed_in() -> None:
    one = figure(cycle=(Move(phase="nod", to="standing", seconds=1, via=("bowed",)),))
    assert phase_into(one, "bowed") == "nod"
    assert phase_into(one, "standing") == ""


def test_the_farthest_pose_is_the_one_that_differs_most() -> None:
    assert farthest_from(bow(), "standing") == "bowed"
    assert apart(bow(), "standing", "standing") == 0
    alone = Motion(replace(figure(), poses={"standing": figure().poses["standing"]},
                           telling="standing", cycle=()))  # fmt: skip
    assert farthest_from(alone, "standing") == "standing"
    assert ends_of(alone, held=False) == ("standing",)


def test_where_the_start_tells_most_the_most_different_pose_stands_beside_it() -> None:
    assert ends_of(bow(), held=False) == ("standing", "bowed")
    assert ends_of(Motion(figure(telling="standing")), held=False) == ("standing", "bowed")


def test_what_goes_between_two_ends_shows_these() -> None:
    assert ends_of(shipped("cat_cow"), held=False) == ("arch", "round")
    assert ends_of(shipped("cat_cow"), held=True) == ("all fours", "round")


@pytest.mark.parametrize("identifier", IDS)
def test_the_poses_on_paper_are_there_and_differ_to_the_eye(identifier: str) -> None:
    motion = shipped(identifier)
    ends = ends_of(motion, held=False)
    assert set(ends) <= set(motion.poses)
    if len(ends) == 2:
        assert apart(motion, *ends) > 0.03
    else:
        assert identifier == "breathing_90_90", "only a breath is too little to be seen"


@pytest.mark.parametrize("identifier", IDS)
def test_a_frame_holds_every_point_of_the_body(identifier: str) -> None:
    showing = Showing(shipped(identifier), "left")
    view = view_from(*showing.camera)
    bodies = [showing.pose(name) for name in ends_of(showing.motion, held=False)]
    frames = frames_of(showing, bodies, view)
    for body, bounds in zip(bodies, frames.bounds, strict=True):
        assert bounds == bounds_of(showing, body, view)
        assert frames.top <= bounds.top < bounds.bottom <= frames.bottom
        assert bounds.right - bounds.left <= frames.width
        for place in points_of(body).values():
            x, y = view.flat(place)
            assert bounds.left < x < bounds.right
            assert bounds.top < y < bounds.bottom
