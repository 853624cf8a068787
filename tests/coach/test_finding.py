"""Finding an exercise: what is typed, what is chosen, and that nothing gets lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.base.i18n import tr, use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.coach.finding import (
    COMMON,
    PARTS,
    Findable,
    Offered,
    Wanted,
    findable,
    folded,
    gentle_first,
    offered,
    part_name,
    routines_with,
    search,
    still_there,
    words_in,
)
from recovery_coach.library.loader import Library, load_library
from recovery_coach.library.models import Exercise, Muscle, Position
from tests import factories

TAGS = ("warm-up", "core", "gentle", "foam-roll")
ITEMS = ("mat", "band", "wall")
POSITIONS = get_args(Position)
MUSCLES = get_args(Muscle)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(find_resources(), find_resources() / "nothing of my own")


@pytest.fixture
def german() -> Iterator[None]:
    use_language(find_resources() / "locale", ["de"])
    yield
    use_language(find_resources() / "locale", ["en"])


def found(library: Library, typed: str) -> list[str]:
    return ids(search(findable(library.exercises.values()), typed))


def ids(some: list[Findable]) -> list[str]:
    return [one.exercise.id for one in some]


@st.composite
def exercises(draw: st.DrawFn, identifier: str = "move") -> Exercise:
    return factories.exercise(
        identifier,
        name=draw(st.sampled_from(("Bird dog", "Öffnendes Buch", "Figure four", "Côté"))),
        position=draw(st.sampled_from(POSITIONS)),
        muscles=tuple(draw(st.sets(st.sampled_from(MUSCLES), min_size=1, max_size=4))),
        tags=tuple(draw(st.sets(st.sampled_from(TAGS)))),
        equipment=tuple(draw(st.sets(st.sampled_from(ITEMS)))),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> list[Findable]:
    return findable(draw(exercises(f"move_{index}")) for index in range(draw(st.integers(0, 6))))


def wishes() -> st.SearchStrategy[Wanted]:
    return st.builds(
        Wanted,
        tags=st.frozensets(st.sampled_from(TAGS), max_size=2),
        parts=st.frozensets(st.sampled_from(tuple(PARTS)), max_size=2),
        positions=st.frozensets(st.sampled_from(POSITIONS), max_size=3),
        without=st.frozensets(st.sampled_from(ITEMS)),
    )


def typed_words() -> st.SearchStrategy[str]:
    known = ("bird", "DOG", "öff", "offnendes", "oeffn", "four", "cote", "glutes", "mat", "stand")
    return st.lists(st.sampled_from(known) | st.text(max_size=6), max_size=3).map(" ".join)


# -- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("bird", "bird_dog"),
        ("BIRD dog", "bird_dog"),
        ("dog bird", "bird_dog"),
        ("90/90", "hip_90_90"),
        ("lats", "foam_roll_lats"),
        ("latissimus", "foam_roll_lats"),
        ("gluteus medius", "clam_shell"),
        ("half-kneeling", "half_kneeling_hip_flexor"),
        ("hands and knees", "cat_cow"),
        ("foam roller", "foam_roll_upper_back"),
        ("dowel", "hip_hinge_dowel"),
        ("desk-reset", "prone_press_up"),
        ("full cup", "bird_dog"),
    ],
)
def test_what_is_typed_finds_name_muscle_position_equipment_tag_and_step(
    library: Library, typed: str, expected: str
):
    assert expected in found(library, typed)


def test_where_the_name_has_it_stands_first(library: Library):
    names = [library.exercises[one].name.casefold() for one in found(library, "wall")]
    with_it = ["wall" in name for name in names]
    assert with_it == sorted(with_it, reverse=True)
    assert with_it[0]
    assert not with_it[-1]


def test_a_short_word_is_the_beginning_of_one(library: Library):
    assert "arm_circles" in found(library, "arm")
    every_warm_up = {e.id for e in library.exercises.values() if "warm-up" in e.tags}
    assert not every_warm_up <= set(found(library, "arm"))


def test_what_nobody_wrote_finds_nothing(library: Library):
    assert found(library, "kettlebell swing") == []


def test_umlauts_may_be_typed_left_out_or_spelled(library: Library, german: None):
    assert tr("hip flexors") == "Hüftbeuger"
    with_umlaut = found(library, "hüftbeuger")
    assert "half_kneeling_hip_flexor" in with_umlaut
    assert found(library, "huftbeuger") == with_umlaut
    assert found(library, "HUEFTBEUGER") == with_umlaut


def test_within_a_german_word(library: Library, german: None):
    assert tr(library.exercises["front_plank"].name) == "Unterarmstütz"
    assert "front_plank" in found(library, "stütz")


@given(catalogues())
def test_without_words_all_are_there_by_name(catalogue: list[Findable]):
    assert search(catalogue, "") == catalogue
    assert search(catalogue, " -/ ") == catalogue
    names = [folded(one.exercise.name) for one in catalogue]
    assert names == sorted(names)


@given(catalogues())
def test_each_is_found_by_its_name_and_by_whatever_is_said_of_it(catalogue: list[Findable]):
    for one in catalogue:
        assert one in search(catalogue, one.exercise.name)
        assert search(catalogue, one.exercise.name)[0].exercise.name == one.exercise.name
        for said in (*one.exercise.tags, *one.exercise.equipment, *one.exercise.steps):
            assert one in search(catalogue, said)


@given(catalogues(), typed_words(), typed_words())
def test_another_word_only_takes_away(catalogue: list[Findable], first: str, second: str):
    both = ids(search(catalogue, f"{first} {second}"))
    assert set(both) == set(ids(search(catalogue, first))) & set(ids(search(catalogue, second)))
    assert len(both) == len(set(both))


@given(catalogues(), typed_words())
def test_capitals_do_not_matter(catalogue: list[Findable], typed: str):
    assert search(catalogue, typed.swapcase().casefold()) == search(catalogue, typed.casefold())
    assert search(catalogue, folded(typed)) == search(catalogue, typed)


@given(st.text())
def test_a_word_is_folded_once_and_for_all(text: str):
    assert folded(folded(text)) == folded(text)
    assert all(folded(word) == word for word in words_in(text))


# -- filters -----------------------------------------------------------------------------------


@given(catalogues())
def test_nothing_wanted_lets_everything_through(catalogue: list[Findable]):
    assert not Wanted()
    assert all(Wanted().fits(one.exercise) for one in catalogue)


@given(exercises(), wishes(), wishes())
def test_wishes_combine(exercise: Exercise, first: Wanted, second: Wanted):
    both = Wanted(
        tags=first.tags | second.tags,
        parts=first.parts | second.parts,
        positions=first.positions,
        without=first.without | second.without,
    )
    alone = replace(second, positions=frozenset())
    assert both.fits(exercise) == (first.fits(exercise) and alone.fits(exercise))


@given(exercises(), wishes())
def test_what_fits_is_as_it_was_asked_for(exercise: Exercise, wanted: Wanted):
    if wanted.fits(exercise):
        assert wanted.tags <= set(exercise.tags)
        assert not wanted.without & set(exercise.equipment)
        assert exercise.position in (wanted.positions or {exercise.position})
        for part in wanted.parts:
            assert any(muscle in PARTS[part] for muscle in exercise.muscles)


@given(st.lists(exercises(), max_size=6))
def test_whatever_is_offered_finds_something_and_everything_is_offered(some: list[Exercise]):
    there = offered(some)
    for field in ("tags", "parts", "positions"):
        for value in getattr(there, field):
            assert any(Wanted(**{field: frozenset({value})}).fits(one) for one in some)
    assert {one.position for one in some} == set(there.positions)
    assert {item for one in some for item in one.equipment} == set(there.without)
    for tag in TAGS:
        assert (tag in there.tags) == (sum(tag in one.tags for one in some) >= COMMON)


@given(wishes())
def test_what_is_not_there_any_more_is_not_filtered_by(wanted: Wanted):
    there = Offered(tags=("core",), positions=("standing",))
    kept = still_there(wanted, there)
    assert kept.tags == wanted.tags & {"core"}
    assert kept.positions == wanted.positions & {"standing"}
    assert not kept.parts
    assert not kept.without
    assert not still_there(wanted, Offered())


def test_every_muscle_is_in_one_part():
    every = [muscle for part in PARTS.values() for muscle in part]
    assert sorted(every) == sorted(MUSCLES)


def test_every_part_has_a_name():
    assert len({part_name(part) for part in PARTS}) == len(PARTS)
    assert part_name("low-back") == "low back"


@given(catalogues())
def test_on_a_bad_day_the_gentle_ones_come_first_and_none_is_lost(catalogue: list[Findable]):
    gentle, lower = gentle_first(catalogue)
    assert all("gentle" in one.exercise.tags for one in gentle)
    assert not any("gentle" in one.exercise.tags for one in lower)
    assert sorted(ids([*gentle, *lower])) == sorted(ids(catalogue))


# -- where it is used --------------------------------------------------------------------------


def test_the_routines_that_have_it_each_once(library: Library):
    for exercise in library.exercises:
        using = routines_with(library.routines.values(), exercise)
        assert len({routine.id for routine in using}) == len(using)
        for routine in library.routines.values():
            has_it = exercise in {step.exercise for step in routine.steps}
            assert (routine in using) == has_it


def test_an_exercise_of_no_routine(library: Library):
    assert routines_with(library.routines.values(), "nowhere") == []
