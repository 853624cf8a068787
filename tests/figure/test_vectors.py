"""The linear algebra under the skeleton."""

from __future__ import annotations

import pytest
from hypothesis import given

from recovery_coach.figure.vectors import (
    across,
    as_frame,
    as_quaternion,
    cross,
    dot,
    length,
    rotation,
    unit,
)
from tests.figure.bodies import angles, directions


@given(angles, angles, angles)
def test_a_rotation_keeps_lengths_angles_and_handedness(
    pitch: float, roll: float, yaw: float
) -> None:
    x, y, z = rotation(pitch, roll, yaw)
    assert [length(axis) for axis in (x, y, z)] == pytest.approx([1, 1, 1])
    assert [dot(x, y), dot(y, z), dot(z, x)] == pytest.approx([0, 0, 0], abs=1e-9)
    assert cross(x, y) == pytest.approx(z, abs=1e-9)


@given(angles, angles, angles)
def test_a_quaternion_says_the_same_as_the_frame_it_was_made_of(
    pitch: float, roll: float, yaw: float
) -> None:
    frame = rotation(pitch, roll, yaw)
    again = as_frame(as_quaternion(frame))
    for axis, other in zip(frame, again, strict=True):
        assert axis == pytest.approx(other, abs=1e-6)


@pytest.mark.parametrize(
    ("turn", "front", "up"),
    [
        ((0, 0, 0), (1, 0, 0), (0, 1, 0)),
        ((90, 0, 0), (0, -1, 0), (1, 0, 0)),  # prone: the face down, the head ahead
        ((-90, 0, 0), (0, 1, 0), (-1, 0, 0)),  # supine
        ((0, 90, 0), (1, 0, 0), (0, 0, 1)),  # tipped over to the right
        ((0, 0, 90), (0, 0, -1), (0, 1, 0)),  # turned to the left
    ],
)
def test_the_angles_mean_what_the_format_says(turn: tuple, front: tuple, up: tuple) -> None:
    x, y, _ = rotation(*turn)
    assert x == pytest.approx(front, abs=1e-9)
    assert y == pytest.approx(up, abs=1e-9)


@given(directions, directions)
def test_across_is_at_right_angles_whatever_it_is_given(a: tuple, axis: tuple) -> None:
    found = across(a, axis)
    assert length(found) == pytest.approx(1.0)
    assert dot(found, axis) == pytest.approx(0.0, abs=1e-6)


def test_across_finds_a_direction_where_the_first_lies_along_the_axis() -> None:
    assert dot(across((0, 2, 0), (0, 1, 0)), (0, 1, 0)) == pytest.approx(0.0)


def test_what_is_too_short_has_the_other_direction() -> None:
    assert unit((0, 0, 0), (0, 1, 0)) == (0, 1, 0)
