"""What stands on a sheet: poses and words, before anything is painted."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_coach.base.i18n import minutes, use_language
from recovery_coach.base.paths import find_resources
from recovery_coach.coach.advice import watch_line
from recovery_coach.coach.sheet import (
    NO_BREAK,
    Sheet,
    Ticks,
    caution_line,
    file_name,
    sheet_of,
    ticks_of,
)
from recovery_coach.figure.store import Figures
from recovery_coach.library.dose import Dose
from recovery_coach.library.loader import Library, load_library
from recovery_coach.library.models import Routine, Step
from recovery_coach.library.naming import caution_words, rule_words
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Options
from tests import factories


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(find_resources(), None)


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    cache = tmp_path_factory.mktemp("cache") / "figures.json"
    return Figures((find_resources() / "figures",), cache)


def sheet(library: Library, figures: Figures, *steps: Step) -> Sheet:
    routine = factories.routine(*steps)
    return sheet_of(routine, library.exercises, figures, Options())


def test_every_move_of_every_routine_stands_there_with_two_pictures(
    library: Library, figures: Figures
):
    for routine in library.routines.values():
        made = sheet_of(routine, library.exercises, figures, Options())
        assert [step.number for step in made.steps] == list(range(1, len(routine.steps) + 1))
        assert [step.exercise for step in made.steps] == [step.exercise for step in routine.steps]
        for step in made.steps:
            motion = figures.motion(step.exercise)
            assert motion is not None
            assert {picture.pose for picture in step.pictures} <= set(motion.poses)
            if step.exercise != "breathing_90_90":
                assert len(step.pictures) == 2
                assert all(picture.caption for picture in step.pictures)
            assert step.cues
            assert step.ticks


def test_the_heading_says_how_long_it_takes_and_what_it_needs(library: Library, figures: Figures):
    routine = library.routines["pre_deadlift"]
    made = sheet_of(routine, library.exercises, figures, Options())
    total = compile_timeline(routine, library.exercises, Options()).total
    assert made.title == routine.name
    assert made.summary == f"{routine.summary} {routine.when}"
    assert made.facts[:2] == ("8 moves", minutes(total))
    assert made.facts[2].startswith("You need: mat")


def test_the_easier_way_stands_there_in_its_words_alone(library: Library, figures: Figures):
    (step,) = sheet(library, figures, Step(exercise="cat_cow", easier=True)).steps
    assert step.cues == ("Sit on a chair, hands on your thighs, and round and arch there.",)
    assert step.pictures == ()


def test_the_heading_counts_what_was_changed(library: Library, figures: Figures):
    routine = library.routines["pre_deadlift"]
    made = sheet_of(routine, library.exercises, figures, Options(), changes=2)
    assert made.facts[-1] == "2 moves changed for you"


def test_it_carries_the_words_that_hold_everywhere_and_is_no_diagnosis(
    library: Library, figures: Figures
):
    made = sheet(library, figures, Step(exercise="bird_dog"))
    assert (made.stop, made.signs) == (rule_words(), watch_line())
    assert "no diagnosis" in made.limits


def test_one_side_is_shown_and_the_other_is_said(library: Library, figures: Figures):
    (step,) = sheet(library, figures, Step(exercise="bird_dog", reps=5)).steps
    assert step.side == "left"
    assert step.facts[0] == "Shown: left (the reaching arm). Then right."
    assert step.ticks == (Ticks("Left", ("",)), Ticks("Right", ("",)))
    (step,) = sheet(library, figures, Step(exercise="dead_bug", reps=8)).steps
    assert step.side == "left"
    assert step.facts[0] == "Shown: left (the reaching arm). Sides in turn."
    assert len(step.ticks) == 1


def test_pace_and_rest_are_said_where_there_are_any(library: Library, figures: Figures):
    (step,) = sheet(library, figures, Step(exercise="bird_dog", reps=5, sets=2, rest=10)).steps
    facts = [fact.replace(NO_BREAK, " ") for fact in step.facts]
    assert facts[1:] == [
        "One rep: Reach 1.5 s · Hold 5 s · Return 1.5 s",
        "10 s of rest between sets",
    ]
    (step,) = sheet(library, figures, Step(exercise="childs_pose", hold=20, rest=10)).steps
    assert step.facts == (), "nothing to rest between, and a hold has no pace"


def test_shapes_that_are_held_are_the_pictures(library: Library, figures: Figures):
    shapes = Step(exercise="cat_cow", hold=20, shapes=("Arch", "Round"))
    (step,) = sheet(library, figures, shapes).steps
    assert [(one.pose, one.caption) for one in step.pictures] == [
        ("arch", "Arch"),
        ("round", "Round"),
    ]


def test_without_a_figure_the_start_is_told(library: Library, tmp_path: Path):
    none = Figures((), tmp_path / "cache.json")
    (step,) = sheet(library, none, Step(exercise="bird_dog")).steps
    exercise = library.exercises["bird_dog"]
    assert step.pictures == ()
    assert step.side is None
    assert step.cues == (exercise.start, *exercise.steps)
    assert step.facts[0] == "Left and right name the reaching arm."


def test_the_first_caution_is_the_one_of_people_if_there_is_one():
    assert caution_line(factories.exercise()) == ""
    band = factories.exercise(cautions=("EQP", "SHO"))
    assert caution_line(band) == "Take care if a shoulder is painful or unstable."
    assert caution_line(factories.exercise(cautions=("EQP",))) == caution_words("EQP")


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Dose(hold=20), [("Done", [""])]),
        (Dose(hold=20, sets=3), [("Sets", ["", "", ""])]),
        (Dose(hold=20, sets=2, sides="each"), [("Left", ["", ""]), ("Right", ["", ""])]),
        (Dose(reps=(5, 3, 1), tempo=factories.TEMPO), [("Sets", ["5", "3", "1"])]),
        (Dose(timed=9, sets=2, set_cues=("On", "Back")), [("Sets", ["On", "Back"])]),
    ],
)
def test_there_is_a_box_for_every_set_and_side(dose: Dose, expected: list[tuple[str, list[str]]]):
    assert [(ticks.label, list(ticks.boxes)) for ticks in ticks_of(dose)] == expected


def test_it_speaks_the_language_in_use(library: Library, figures: Figures):
    try:
        use_language(find_resources() / "locale", ["de"])
        (step,) = sheet(library, figures, Step(exercise="bird_dog", reps=5)).steps
        assert step.facts[0] == "Gezeigt: links (der ausgestreckte Arm). Danach rechts."
        assert step.pictures[1].caption == "Strecken"
    finally:
        use_language(find_resources() / "locale", ["en"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pre-deadlift warm-up", "Pre-deadlift warm-up.pdf"),
        ("Legs / back: easy?", "Legs back easy.pdf"),
        ("…", "mine.pdf"),
        ("Früh am Morgen", "Früh am Morgen.pdf"),
    ],
)
def test_the_file_is_called_as_the_routine_without_what_no_file_may_have(name: str, expected: str):
    routine = Routine(id="mine", name=name, summary="x", steps=(Step(exercise="squat"),))
    assert file_name(routine) == expected
