"""The checks themselves: what is sound passes, and each thing a body cannot do is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recovery_coach.figure.checking import check, nearest
from recovery_coach.figure.models import ArmSpec, Figure, LegSpec, Move, PoseSpec
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.ranges import angles
from recovery_coach.figure.skeleton import body_of
from tests.figure.bodies import BOWED, STANDING, figure


def with_pose(**changes: object) -> Figure:
    """The figure that bows, with another way of bowing."""
    return figure(poses={"standing": STANDING, "bowed": replace(BOWED, **changes)})  # type: ignore[arg-type]


def faults(one: Figure) -> set[tuple[str, str]]:
    return {(fault.what, fault.place) for fault in check(Motion(one))}


def test_a_sound_figure_has_no_fault() -> None:
    assert check(Motion(figure())) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"lumbar": (80.0, 0.0, 0.0)}, ("joint beyond its range", "lumbar flexion")),
        ({"thoracic": (0.0, 0.0, 60.0)}, ("joint beyond its range", "thoracic turn")),
        ({"neck": (0.0, 60.0, 0.0)}, ("joint beyond its range", "neck side bend")),
        (
            {"legs": LegSpec(ankle=(-0.2, 0.3, 0.0425), knee=(-1.0, 0.0, 0.0))},
            ("joint beyond its range", "hip outward rotation_r"),
        ),
        (
            {"arm_r": ArmSpec(wrist=(-0.3, 0.85, 0.12))},
            ("joint beyond its range", "arm behind_r"),
        ),
        ({"pelvis": (0.0, 0.45, 0.0), "turn": (0.0, 0.0, 0.0)}, None),
        (
            {"pelvis": (0.0, 0.48, 0.0), "legs": LegSpec(ankle=(0.0, -0.01, 0.0425))},
            ("below the floor", "shin_r"),
        ),
        ({"legs": LegSpec(ankle=(0.03, 0.043, 0.0425))}, ("contact strays", "ankle_r")),
        (
            {"arm_r": ArmSpec(wrist=(0.0, 0.72, 0.0), elbow=(0.0, 0.0, 1.0))},
            ("parts meet", "thoracic forearm_r"),
        ),
    ],
)
def test_what_a_body_cannot_do_is_found(
    changes: dict[str, object], fault: tuple[str, str] | None
) -> None:
    found = faults(with_pose(**changes))
    assert (fault in found) if fault else not found


def test_what_is_said_to_touch_may_come_nearer() -> None:
    meeting = with_pose(arm_r=ArmSpec(wrist=(0.0, 0.72, 0.0), elbow=(0.0, 0.0, 1.0)))
    said = replace(meeting, touching=(("thoracic", "forearm_r"), ("thoracic", "hand_r")))
    assert ("parts meet", "thoracic forearm_r") in faults(meeting)
    close = next(f for f in check(Motion(said)) if f.what == "parts meet" and "thoracic" in f.place)
    assert close.allowed == pytest.approx((0.058 + 0.021) / 4)


def test_too_fast_is_found() -> None:
    moves = (Move(phase="a", to="bowed", seconds=0.2), Move(phase="b", to="standing", seconds=0.2))
    far = {"pelvis": (0.9, 0.543, 0.0), "legs": LegSpec(ankle=(0.9, 0.043, 0.0425))}
    jump = replace(with_pose(**far), cycle=moves, contacts=())
    assert ("too fast", "pelvis") in faults(jump)


def test_a_figure_without_moves_is_checked_as_it_stands() -> None:
    one = figure(
        cycle=(), telling="standing", poses={"standing": replace(STANDING, neck=(90.0, 0.0, 0.0))}
    )
    assert [fault.what for fault in check(Motion(one))] == []  # no move: no numbers of a spine
    sunk = replace(STANDING, pelvis=(0.0, 0.30, 0.0), legs=replace(STANDING.legs, ankle=(0, 0, 0)))  # type: ignore[type-var]
    low = figure(cycle=(), telling="standing", poses={"standing": sunk})
    assert "below the floor" in {fault.what for fault in check(Motion(low))}


def test_a_fault_says_when_where_and_how_much() -> None:
    fault = next(
        f for f in check(Motion(with_pose(lumbar=(80.0, 0.0, 0.0)))) if f.place == "lumbar flexion"
    )
    assert fault.found == pytest.approx(80.0, abs=0.1)
    assert "joint beyond its range lumbar flexion 80.000 (allowed 62.000)" in str(fault)
    assert str(fault).startswith(("lower 1.00", "hold 0.00", "lift 0.00"))


def test_who_stands_has_every_joint_near_its_zero() -> None:
    body = body_of(Motion(figure()).poses["standing"])
    found = {(name, side): angle for name, side, angle, _ in angles(body)}
    assert found["hip flexion", "r"] == pytest.approx(0.0, abs=6)
    assert found["knee flexion", "l"] == pytest.approx(0.0, abs=8)
    assert found["ankle dorsiflexion", "r"] == pytest.approx(0.0, abs=6)
    assert found["hip outward rotation", "r"] == pytest.approx(0.0, abs=3)


def test_a_sitting_body_has_hips_and_knees_at_right_angles() -> None:
    spec = PoseSpec(
        like="standing",
        pelvis=(0.0, 0.30, 0.0),
        legs=LegSpec(ankle=(0.245, 0.044, 0.0425), knee=(1.0, 1.0, 0.0)),
    )
    body = Motion(figure(poses={"standing": STANDING, "bowed": spec})).pose("bowed")
    found = {(name, side): angle for name, side, angle, _ in angles(body)}
    assert found["hip flexion", "l"] == pytest.approx(90, abs=2)
    assert found["knee flexion", "l"] == pytest.approx(90, abs=2)


@pytest.mark.parametrize(
    ("c", "d", "far"),
    [
        ((0, 0.3, 0), (1, 0.3, 0), 0.3),
        ((0.5, -1, 0.2), (0.5, 1, 0.2), 0.2),
        ((2, 0, 0), (3, 0, 0), 1.0),
        ((0.5, 0.1, 0), (0.5, 0.1, 0), 0.1),
    ],
)
def test_how_near_two_bones_come(c: tuple, d: tuple, far: float) -> None:
    assert nearest((0, 0, 0), (1, 0, 0), c, d) == pytest.approx(far)
    assert nearest(c, d, (0, 0, 0), (1, 0, 0)) == pytest.approx(far)
