"""Which exercise stands for a routine in a picture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.base.paths import find_resources
from recovery_coach.coach.telling import telling_exercises
from recovery_coach.library.loader import load_library
from recovery_coach.library.models import Step
from tests.factories import routine

NAMES = ("squat", "plank", "march", "side_plank")


def made(identifier: str, *names: str):
    return routine(*(Step(exercise=name) for name in names), identifier=identifier)


def test_what_only_one_routine_has_tells_it():
    one, other = made("one", "march", "squat"), made("other", "march", "plank")
    assert telling_exercises([one, other]) == {"one": "squat", "other": "plank"}


def test_of_several_the_last_one():
    assert telling_exercises([made("one", "march", "squat", "plank")]) == {"one": "plank"}


def test_two_routines_that_are_alike_show_two_pictures():
    found = telling_exercises([made("one", "squat", "plank"), made("other", "squat", "plank")])
    assert set(found.values()) == {"squat", "plank"}


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), max_size=5))
def test_each_shows_one_of_its_own(everything: list[list[str]]):
    routines = [made(f"routine_{n}", *names) for n, names in enumerate(everything)]
    found = telling_exercises(routines)
    assert set(found) == {one.id for one in routines}
    for one, names in zip(routines, everything, strict=True):
        assert found[one.id] in names


def test_the_shipped_routines_are_told_from_each_other():
    library = load_library(find_resources(), None)
    found = telling_exercises(library.routines.values())
    assert len(set(found.values())) == len(found)
