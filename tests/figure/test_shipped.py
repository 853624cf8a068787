"""All shipped figures over their whole motion, at 60 instants a second: as a human body moves."""

from __future__ import annotations

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.figure.agreeing import problems_of
from recovery_coach.figure.checking import check
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.skeleton import mirror_body, points_of
from recovery_coach.library.loader import Library, load_library
from tests.figure.bodies import FOLDER, IDS, shipped


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(find_resources(), None)


def test_every_exercise_has_its_figure(library: Library) -> None:
    assert set(IDS) == set(library.exercises)
    assert len(IDS) == 45


@pytest.mark.parametrize("identifier", IDS)
def test_the_whole_motion_is_one_a_body_can_do(identifier: str) -> None:
    """Bones, floor, contacts, ranges of joints, parts that meet, speeds: see ``checking``."""
    assert [str(fault) for fault in check(shipped(identifier))] == []


@pytest.mark.parametrize("identifier", IDS)
def test_it_fits_its_exercise_and_every_routine_that_uses_it(
    identifier: str, library: Library
) -> None:
    path = FOLDER / f"{identifier}.toml"
    found = problems_of(path, shipped(identifier), library.exercises, library.routines.values())
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize("identifier", IDS)
def test_the_other_side_is_its_exact_mirror(identifier: str) -> None:
    motion = shipped(identifier)
    if motion.figure.side is None:
        assert not Showing(motion, "left").mirrored
        return
    own = Showing(motion, motion.figure.side)
    other = Showing(motion, "left" if motion.figure.side == "right" else "right")
    assert other.mirrored
    for move in range(len(motion.leaps)):
        for part in (0.0, 0.37, 1.0):
            seen, mirrored = points_of(own.at(move, part)), points_of(other.at(move, part))
            for name, (x, y, z) in seen.items():
                swapped = name[:-1] + {"l": "r", "r": "l"}[name[-1]] if name[-2:-1] == "_" else name
                assert mirrored[swapped] == (x, y, -z)


@pytest.mark.parametrize("identifier", IDS)
def test_where_sides_alternate_one_repetition_leads_into_the_other(
    identifier: str, library: Library
) -> None:
    """A repetition begins where its mirror image ended."""
    motion = shipped(identifier)
    dose = library.exercises[identifier].dose
    if not motion.figure.alternates and (dose.sides != "alternate" or not motion.figure.side):
        return
    start = points_of(motion.pose(motion.figure.start))
    for name, (x, y, z) in points_of(mirror_body(motion.pose(motion.figure.start))).items():
        assert start[name] == pytest.approx((x, y, z), abs=0.02), name
