"""Any pose at all: bones keep their length, mirrors are exact, what is planted stays."""

from __future__ import annotations

from dataclasses import astuple, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.figure.flesh import parts_of, toes_of
from recovery_coach.figure.lengths import (
    FOREARM,
    HAND,
    LUMBAR,
    NECK,
    SHIN,
    THIGH,
    THORACIC,
    UPPER_ARM,
)
from recovery_coach.figure.poses import Pose, mirror, palm_of, thumb_of, whole_pose
from recovery_coach.figure.skeleton import STRAIGHT, bent, body_of, mirror_body, points_of
from recovery_coach.figure.vectors import along, distance, dot, length, sub, unit
from tests.figure.bodies import STANDING, directions, poses

STOOD = whole_pose("standing", {"standing": STANDING})


@given(poses)
def test_no_pose_stretches_a_bone(pose: Pose) -> None:
    body = body_of(pose)
    for arm in (body.arm_l, body.arm_r):
        found = (
            distance(arm.root, arm.middle),
            distance(arm.middle, arm.end),
            distance(arm.end, arm.tip),
        )
        assert found == pytest.approx((UPPER_ARM, FOREARM, HAND), rel=1e-3)
    for leg in (body.leg_l, body.leg_r):
        found = (distance(leg.root, leg.middle), distance(leg.middle, leg.end))
        assert found == pytest.approx((THIGH, SHIN), rel=1e-3)
    places = [place for place, _ in body.spine]
    assert sum(distance(a, b) for a, b in pairwise(places)) == pytest.approx(LUMBAR + THORACIC)
    assert distance(body.top, body.head) == pytest.approx(NECK)


@given(poses)
def test_left_and_right_mirror_exactly(pose: Pose) -> None:
    seen, made = mirror_body(body_of(pose)), body_of(mirror(pose))
    for name, place in points_of(seen).items():
        assert place == pytest.approx(points_of(made)[name], abs=1e-6), name
    for (_, frame), (_, other) in zip(seen.spine, made.spine, strict=True):
        for axis, same in zip(frame, other, strict=True):
            assert axis == pytest.approx(same, abs=1e-6)


@given(poses)
def test_a_mirror_of_a_mirror_is_the_pose(pose: Pose) -> None:
    assert mirror(mirror(pose)) == pose
    assert mirror_body(mirror_body(body_of(pose))) == body_of(pose)


@given(st.floats(0.02, 0.6), directions, directions)
def test_a_limb_reaches_what_it_can_and_bends_where_it_is_told(
    far: float, towards: tuple, hint: tuple
) -> None:
    target = along((0, 0, 0), towards, far)
    middle, end = bent((0, 0, 0), target, hint, THIGH, SHIN)
    longest = (THIGH + SHIN) * STRAIGHT
    assert length(end) == pytest.approx(min(far, longest))
    if far < longest:
        assert distance(end, target) < 1e-3
    assert dot(end, towards) == pytest.approx(length(end))
    off = sub(middle, along((0, 0, 0), towards, dot(middle, towards)))
    assert dot(off, hint) >= -1e-6


def test_who_stands_has_feet_on_the_floor_and_a_head_at_the_height_of_a_body() -> None:
    points = points_of(body_of(STOOD))
    assert points["sole_l"][1] == pytest.approx(0.0, abs=0.005)
    assert points["crown"][1] == pytest.approx(1.0, abs=0.02)
    assert points["knee_r"][2] == pytest.approx(0.0425, abs=0.002)
    assert points["shoulder_r"][2] == pytest.approx(0.095, abs=0.002)


def test_planted_knees_pull_the_pelvis_along() -> None:
    kneeling = replace(
        STOOD,
        pelvis=(0.0, 0.30, 0.0),
        leg_l=replace(STOOD.leg_l, ankle=(-0.24, 0.035, -0.05)),
        leg_r=replace(STOOD.leg_r, ankle=(-0.24, 0.035, 0.05)),
    )
    anchors = {"knee_l": (0.0, 0.033, -0.05), "knee_r": (0.0, 0.033, 0.05)}
    for shift in (-0.06, 0.0, 0.08):
        body = body_of(replace(kneeling, pelvis=(shift, 0.33, 0.0)), anchors)
        assert distance(body.leg_l.middle, anchors["knee_l"]) < 1e-3
        assert distance(body.leg_r.middle, anchors["knee_r"]) < 1e-3


def test_an_arm_overhead_takes_its_shoulder_along() -> None:
    raised = replace(STOOD.arm_r, wrist=(0.02, 1.13, 0.1))
    body = body_of(replace(STOOD, arm_r=raised))
    assert body.arm_r.root[1] > body.arm_l.root[1] + 0.01


@given(directions, directions, st.sampled_from(("arm_l", "arm_r")))
def test_palm_and_thumb_say_the_same(finger: tuple, other: tuple, side: str) -> None:
    thumb = unit(sub(other, along((0, 0, 0), finger, dot(other, finger))))
    if abs(dot(thumb, finger)) > 1e-6:
        return
    assert thumb_of(finger, palm_of(finger, thumb, side), side) == pytest.approx(thumb, abs=1e-6)


def test_toes_bend_up_to_lie_on_the_floor() -> None:
    tucked = replace(
        STOOD.leg_r, ankle=(-0.3, 0.092, 0.0425), toe=(0.0, -1.0, 0.0), knee=(0.0, -1.0, 0.0)
    )
    prone = replace(STOOD, pelvis=(0.18, 0.13, 0.0), leg_r=tucked)
    leg = body_of(prone).leg_r
    place, ahead = toes_of(leg)
    assert place[1] == pytest.approx(0.011, abs=0.004)
    assert abs(ahead[1]) < 0.9
    flat, same = toes_of(body_of(STOOD).leg_r)
    assert same == body_of(STOOD).leg_r.along
    assert flat[1] == pytest.approx(0.011, abs=0.003)


def test_a_breath_widens_belly_and_ribs_and_nothing_else() -> None:
    body = body_of(STOOD)
    out = {part.name: part for part in parts_of(body, 0.0)}
    full = {part.name: part for part in parts_of(body, 1.0)}
    wider = [a[2] < b[2] for a, b in zip(out["torso"].blobs, full["torso"].blobs, strict=True)]
    assert wider[1:7] == [True] * 6
    assert not any(wider[7:])
    assert out["head"] == full["head"]


def test_every_number_of_a_body_is_finite() -> None:
    def flat(value: object) -> list[float]:
        return [x for one in value for x in flat(one)] if isinstance(value, tuple) else [value]

    assert all(abs(x) < 3 for x in flat(astuple(body_of(STOOD))))
