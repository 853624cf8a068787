"""Figures and poses for the tests: the simplest standing body, and any body at all."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from recovery_coach.base.paths import find_resources
from recovery_coach.figure.models import ArmSpec, Camera, Figure, LegSpec, Move, PoseSpec
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.poses import Arm, Leg, Pose
from recovery_coach.figure.store import read_motion
from recovery_coach.figure.vectors import Vec, as_quaternion, rotation, unit

FOLDER = find_resources() / "figures"
IDS = sorted(path.stem for path in FOLDER.glob("*.toml"))

STANDING = PoseSpec(
    pelvis=(0.0, 0.543, 0.0),
    turn=(0.0, 0.0, 0.0),
    lumbar=(0.0, 0.0, 0.0),
    thoracic=(0.0, 0.0, 0.0),
    neck=(0.0, 0.0, 0.0),
    arms=ArmSpec(wrist=(0.02, 0.51, 0.14), elbow=(-1.0, 0.0, 0.3), finger=(0.0, -1.0, 0.0)),
    legs=LegSpec(ankle=(0.0, 0.043, 0.0425), knee=(1.0, 0.0, 0.0), toe=(1.0, 0.0, 0.0)),
)
BOWED = PoseSpec(like="standing", thoracic=(30.0, 0.0, 0.0), neck=(20.0, 0.0, 0.0))


def figure(**changes: object) -> Figure:
    """A figure that bows and rises."""
    base = Figure(
        exercise="bow",
        start="standing",
        telling="bowed",
        camera=Camera(yaw=-30, pitch=10),
        poses={"standing": STANDING, "bowed": BOWED},
        cycle=(
            Move(phase="lower", to="bowed", seconds=2.0),
            Move(phase="hold", to="bowed", seconds=1.0),
            Move(phase="lift", to="standing", seconds=1.0),
        ),
        contacts=("ankle_l", "ankle_r"),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


@cache
def shipped(identifier: str) -> Motion:
    """A shipped figure; its file must be sound."""
    motion, problems = read_motion(FOLDER / f"{identifier}.toml")
    assert motion is not None, problems
    return motion


def _vectors(low: float = -1.0, high: float = 1.0) -> st.SearchStrategy[Vec]:
    number = st.floats(low, high, allow_nan=False)
    return st.tuples(number, number, number)


directions = _vectors().filter(lambda v: sum(x * x for x in v) > 0.01).map(unit)
angles = st.floats(-180.0, 180.0, allow_nan=False)
bends = st.tuples(st.floats(-60, 60), st.floats(-25, 25), st.floats(-40, 40))
arms = st.builds(Arm, wrist=_vectors(), elbow=directions, finger=directions, palm=directions)
legs = st.builds(Leg, ankle=_vectors(), knee=directions, toe=directions)
poses = st.builds(
    Pose,
    pelvis=_vectors(),
    turn=st.tuples(angles, angles, angles).map(lambda a: as_quaternion(rotation(*a))),
    lumbar=bends,
    thoracic=bends,
    neck=bends,
    arm_l=arms,
    arm_r=arms,
    leg_l=legs,
    leg_r=legs,
)
