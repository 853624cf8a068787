"""A code that is on leaves a step out, or puts something in its place; and says why."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_coach.base.paths import find_resources
from recovery_coach.coach.adapted import Adapted, Codes
from recovery_coach.coach.finding import is_gentle
from recovery_coach.coach.leaving_out import (
    adapt,
    carried,
    fillers,
    suiting,
    what_words,
    why_words,
)
from recovery_coach.library.loader import Library, load_library
from recovery_coach.library.models import Caution, Exercise, Routine, Step, Variant
from recovery_coach.library.resolve import as_done
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.compiler import length
from recovery_coach.timeline.model import Options
from tests import factories, strategies

CODES = get_args(Caution)
BENDING = ("prone_press_up", "bird_dog", "hip_hinge_dowel", "open_book")
ARCHING = ("knees_to_chest", "childs_pose", "dead_bug_heel_tap", "breathing_90_90")
COUNTED = tuple(kind for kind in strategies.KINDS if kind != "until_done")
MIDDLE = ("easy_march", "breathing_90_90", "dead_bug_heel_tap")


@cache
def catalogue() -> Library:
    """Not a fixture's for property tests: what fails would be told with all of it."""
    return load_library(find_resources(), None)


@pytest.fixture
def shipped() -> Library:
    return catalogue()


def on(*codes: str) -> Codes:
    return dict.fromkeys(codes, "set")


def single(exercise: str) -> Routine:
    return factories.routine(Step(exercise=exercise))


def done(shipped: Library, exercise: str, *codes: str, gentle: bool = False) -> list[str]:
    """What a routine of one exercise is made of while ``codes`` are on."""
    adapted = adapt(single(exercise), shipped.exercises, on(*codes), gentle)
    return [s.exercise for s in adapted.routine.steps]


def done_as(adapted: Adapted, shipped: Library) -> list[Exercise]:
    return [as_done(s, shipped.exercises[s.exercise]) for s in adapted.routine.steps]


# -- the rules of the facts (2.1) ----------------------------------------------------------


def test_nothing_is_touched_while_no_code_is_on(shipped: Library):
    for routine in shipped.routines.values():
        assert adapt(routine, shipped.exercises, {}) == Adapted(routine)


def test_a_step_is_touched_only_by_a_code_it_carries(shipped: Library):
    routine = single("clam_shell")  # HIP
    assert adapt(routine, shipped.exercises, on("FLEX", "KNE")) == Adapted(routine)


def test_a_code_without_a_list_leaves_the_step_out(shipped: Library):
    assert done(shipped, "torso_twists", "ROT") == []


@pytest.mark.parametrize(
    ("codes", "exercise", "choice"),
    [
        (("FLEX",), "cat_cow", BENDING),
        (("EXT",), "cat_cow", ARCHING),
        (("FLEX", "EXT"), "cat_cow", MIDDLE),
        (("FLEX", "EXT"), "arm_circles", MIDDLE),
    ],
)
def test_bending_and_arching_are_filled_from_their_lists(
    shipped: Library, codes: tuple[str, ...], exercise: str, choice: tuple[str, ...]
):
    (filler,) = done(shipped, exercise, *codes)
    assert filler in choice


def test_the_lists_are_those_of_the_facts(shipped: Library):
    assert fillers() == {"FLEX": BENDING, "EXT": ARCHING, "both": MIDDLE}
    assert {name for names in fillers().values() for name in names} <= shipped.exercises.keys()


def test_a_filler_carries_no_code_that_is_on(shipped: Library):
    assert done(shipped, "cat_cow", "FLEX", "EXT", "BAL", "HIP") == ["breathing_90_90"]
    assert done(shipped, "cat_cow", "FLEX", "EXT", "BAL", "HIP", "BP") == []


def test_where_only_gentle_access_is_given_a_filler_is_gentle(shipped: Library):
    assert done(shipped, "childs_pose", "FLEX", "EXT", gentle=True)[0] in MIDDLE
    assert done(shipped, "childs_pose", "FLEX", "LEG", "ROT", gentle=False) == ["bird_dog"]
    assert done(shipped, "childs_pose", "FLEX", "LEG", "ROT", gentle=True) == []


def test_into_a_gentle_routine_comes_only_what_is_gentle(shipped: Library):
    routine = shipped.routines["sore_day_gentle"]
    adapted = adapt(routine, shipped.exercises, on("FLEX"))
    came_in = {change.instead for change in adapted.changes}
    gentle = {e.name for e in shipped.exercises.values() if is_gentle(e)}
    assert came_in
    assert came_in <= gentle


def test_what_is_to_be_checked_leaves_nothing_out(shipped: Library):
    routine = single("band_pull_aparts")
    assert adapt(routine, shipped.exercises, on("EQP")) == Adapted(routine)


def test_one_exercise_alone_is_not_filled(shipped: Library):
    adapted = adapt(single("childs_pose"), shipped.exercises, on("FLEX"), fill=False)
    assert adapted.nothing_left


def test_the_own_routine_of_a_person_is_treated_the_same():
    own = factories.exercise("mine", cautions=("ROT",))
    routine = factories.routine(Step(exercise="squat"), Step(exercise="mine"))
    adapted = adapt(routine, {**factories.EXERCISES, "mine": own}, on("ROT"))
    assert [step.exercise for step in adapted.routine.steps] == ["squat"]
    assert [step.exercise for step in routine.steps] == ["squat", "mine"]


def test_a_routine_of_which_nothing_is_left_says_so(shipped: Library):
    adapted = adapt(single("torso_twists"), shipped.exercises, on("ROT"))
    assert adapted.nothing_left
    assert len(adapted.changes) == 1


# -- the easier way ------------------------------------------------------------------------


def test_a_chair_lifts_kneeling(shipped: Library):
    adapted = adapt(single("cat_cow"), shipped.exercises, on("KNE"))
    (step,) = adapted.routine.steps
    assert (step.exercise, step.easier) == ("cat_cow", True)
    (way,) = done_as(adapted, shipped)
    assert way.steps == ("Sit on a chair, hands on your thighs, and round and arch there.",)
    assert way.cautions == ("FLEX", "EXT", "BON")


def test_the_easier_way_is_taken_only_where_it_lifts_every_code(shipped: Library):
    assert done(shipped, "bird_dog", "KNE") == []
    (filler,) = done(shipped, "cat_cow", "KNE", "FLEX")
    assert filler in BENDING
    assert filler != "bird_dog"  # that kneels, too


def test_a_smaller_range_lifts_neither_bending_nor_arching(shipped: Library):
    for exercise in shipped.exercises.values():
        if exercise.easier is not None:
            assert not {"FLEX", "EXT"} & set(exercise.easier.lifts), exercise.id


def test_what_is_lifted_is_reviewed(shipped: Library):
    """Only where the words remove the cause; a new one is to be thought about."""
    lifted = {
        exercise.id: exercise.easier.lifts
        for exercise in shipped.exercises.values()
        if exercise.easier is not None and exercise.easier.lifts
    }
    assert lifted == {
        "breathing_90_90": ("BP",),  # feet on the floor
        "cat_cow": ("WRI", "KNE"),  # on a chair, hands on the thighs
        "childs_pose": ("KNE",),  # from a chair
        "easy_march": ("BAL",),  # a support
        "front_plank_knees": ("KNE",),  # standing
        "half_kneeling_hip_flexor": ("KNE",),  # standing
        "high_knees": ("IMP",),  # no hop
        "hip_hinge_dowel": ("SHO",),  # no stick behind the back
        "jumping_jacks": ("IMP",),  # no hop
        "prone_press_up": ("WRI",),  # on the elbows
        "seated_spinal_twist": ("HIP",),  # both feet on the floor
        "side_plank_knees": ("KNE",),  # standing
        "single_leg_rdl_reach": ("BAL",),  # fingertips on a wall
        "split_squat": ("BAL",),  # feet side by side
    }


def test_what_is_lifted_is_what_the_exercise_carries(shipped: Library):
    for exercise in shipped.exercises.values():
        if exercise.easier is not None:
            assert set(exercise.easier.lifts) <= set(exercise.cautions), exercise.id


def test_the_easier_exercise_takes_over_where_there_is_one(shipped: Library):
    routine = single("high_knees")
    adapted = adapt(routine, shipped.exercises, on("IMP"))
    assert [step.exercise for step in adapted.routine.steps] == ["easy_march"]
    assert what_words(adapted.changes[0]) == "Easy march in the place of High knees"
    assert done(shipped, "high_knees", "IMP", "BAL") == []  # the march carries BAL


def test_of_several_ways_only_the_one_that_helps_is_said(shipped: Library):
    (way,) = done_as(adapt(single("childs_pose"), shipped.exercises, on("KNE")), shipped)
    assert way.start == "Sit on a chair and lean forward onto a bench."


def test_a_way_that_is_held_is_not_counted_in_repetitions(shipped: Library):
    routine = single("prone_press_up")
    adapted = adapt(routine, shipped.exercises, on("WRI"))
    (step,) = adapted.routine.steps
    assert step.kind == "hold"
    assert step.easier
    assert length(adapted.routine, shipped.exercises) == pytest.approx(
        length(routine, shipped.exercises)
    )


def test_the_easier_way_keeps_its_dose(shipped: Library):
    routine = shipped.routines["cool_down_seed"]
    adapted = adapt(routine, shipped.exercises, on("KNE"))
    assert len(adapted.routine.steps) == len(routine.steps)
    assert length(adapted.routine, shipped.exercises) == pytest.approx(
        length(routine, shipped.exercises)
    )


def test_no_easier_exercise_with_a_code_comes_into_a_session(shipped: Library):
    routine = single("pallof_standing")
    assert "pallof_half_kneeling" in suiting(routine, shipped.exercises, on("LEG"))
    kneeling = suiting(routine, shipped.exercises, on("KNE"))
    assert "pallof_half_kneeling" not in kneeling
    assert "pallof_standing" in kneeling


# -- which filler --------------------------------------------------------------------------


def test_a_filler_does_not_stand_beside_itself_where_another_one_will_do(shipped: Library):
    for routine in shipped.routines.values():
        for codes in (("FLEX",), ("EXT",), ("FLEX", "EXT")):
            adapted = adapt(routine, shipped.exercises, on(*codes), gentle=False)
            steps = [step.exercise for step in adapted.routine.steps]
            twice = [one for one, other in pairwise(steps) if one == other]
            assert not twice, (routine.id, codes, steps)


def test_where_there_is_no_other_it_may(shipped: Library):
    routine = factories.routine(Step(exercise="cat_cow"), Step(exercise="childs_pose"))
    adapted = adapt(routine, shipped.exercises, on("FLEX", "EXT", "BAL", "HIP"))
    assert [step.exercise for step in adapted.routine.steps] == ["breathing_90_90"] * 2


def test_its_own_easier_exercise_comes_before_the_others(shipped: Library):
    assert done(shipped, "dead_bug", "EXT") == ["dead_bug_heel_tap"]


def test_nobody_knows_how_long_what_is_done_until_one_is_done_takes(shipped: Library):
    routine = factories.routine(Step(exercise="cat_cow", until_done=True, sides="none"))
    (step,) = adapt(routine, shipped.exercises, on("FLEX")).routine.steps
    assert step.until_done


# -- the reason ----------------------------------------------------------------------------


def test_the_reason_is_said():
    own = factories.exercise("roll_down", cautions=("ROT", "FLEX", "BON", "LEG"))
    codes: Codes = {"ROT": "set", "FLEX": "set", "BON": "background", "LEG": "check"}
    routine = factories.routine(Step(exercise="roll_down"))
    (change,) = adapt(routine, {"roll_down": own}, codes).changes
    assert what_words(change) == "Left out: Roll down"
    assert why_words(change) == (
        "because you set: bending forward brings it on; twisting brings it on;"
        " because of your health background: low bone density or long-term steroid tablets;"
        " because of your last check: something in a leg"
    )


def test_the_easier_way_is_said_with_the_reason(shipped: Library):
    (change,) = adapt(single("easy_march"), shipped.exercises, on("BAL")).changes
    assert what_words(change) == (
        "Easy march, the easier way: Take it slowly and hold on to something."
    )
    assert why_words(change) == "because you set: poor balance"


# -- everything with everything ------------------------------------------------------------


def holds(routine: Routine, adapted: Adapted, shipped: Library, codes: Codes) -> None:
    """No code that is on is left, and every step that was touched is told of."""
    for exercise in done_as(adapted, shipped):
        assert not carried(exercise, codes), (routine.id, exercise.id)
    touched = [
        place
        for place, step in enumerate(routine.steps)
        if carried(shipped.exercises[step.exercise], codes)
    ]
    assert [change.step for change in adapted.changes] == touched
    left_out = sum(not change.instead for change in adapted.changes)
    assert len(adapted.routine.steps) == len(routine.steps) - left_out
    assert all(why_words(change) and what_words(change) for change in adapted.changes)
    if not adapted.nothing_left:
        assert compile_timeline(adapted.routine, shipped.exercises).total > 0


@pytest.mark.parametrize("gentle", [False, True])
def test_every_routine_with_every_code_and_every_two(shipped: Library, gentle: bool):
    for routine in shipped.routines.values():
        for some in (*combinations(CODES, 1), *combinations(CODES, 2), CODES):
            codes = on(*some)
            adapted = adapt(routine, shipped.exercises, codes, gentle)
            holds(routine, adapted, shipped, codes)
            if gentle:
                names = {e.name for e in shipped.exercises.values() if is_gentle(e)}
                assert {c.instead for c in adapted.changes if c.instead and not c.easier} <= names


@given(data=st.data(), options=strategies.options())
@settings(max_examples=60, deadline=None)
def test_a_filled_step_keeps_its_seconds(data: st.DataObject, options: Options):
    """In any routine with any timing, the whole takes as long as it would without what is gone."""
    shipped = catalogue()
    routine = data.draw(st.sampled_from(list(shipped.routines.values())))
    some = data.draw(st.sets(st.sampled_from(CODES)))
    codes = on(*some)
    adapted = adapt(routine, shipped.exercises, codes, data.draw(st.booleans()), options)
    holds(routine, adapted, shipped, codes)
    gone = {change.step for change in adapted.changes if not change.instead}
    kept = [step for place, step in enumerate(routine.steps) if place not in gone]
    if kept:
        same = Routine(id="same", name="Same", summary="Same.", steps=tuple(kept))
        assert length(adapted.routine, shipped.exercises, options) == pytest.approx(
            length(same, shipped.exercises, options), abs=1.0
        )


@given(plan=strategies.plans(COUNTED), code=st.sampled_from(("FLEX", "EXT")))
@settings(max_examples=80, deadline=None)
def test_so_does_a_step_of_any_dose(
    plan: tuple[Routine, dict[str, Exercise], Options], code: Caution
):
    routine, own, options = plan
    exercises = dict(catalogue().exercises) | {
        name: replace(one, cautions=(code,)) for name, one in own.items()
    }
    adapted = adapt(routine, exercises, on(code), options=options)
    filled = {change.step for change in adapted.changes if change.instead}
    kept = [step for place, step in enumerate(routine.steps) if place in filled]
    if kept:
        same = replace(routine, steps=tuple(kept))
        assert length(adapted.routine, exercises, options) == pytest.approx(
            length(same, exercises, options), abs=1.0
        )
        compile_timeline(adapted.routine, exercises, options)


def test_a_variant_that_carries_the_code_itself_lifts_nothing():
    exercises = {
        "jump": factories.exercise(
            "jump",
            cautions=("IMP",),
            easier=Variant(text="Hop.", exercise="hop", lifts=("IMP",)),
        ),
        "hop": factories.exercise("hop", cautions=("IMP",)),
    }
    assert adapt(single("jump"), exercises, on("IMP")).nothing_left
