"""Doses: the six kinds, the rules between their fields, and what is really done."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.library.dose import Dose, Phase
from recovery_coach.library.fields import FieldError
from recovery_coach.library.models import Step
from recovery_coach.library.resolve import equipment_of, resolve_dose
from tests.factories import EXERCISES, TEMPO, exercise, routine
from tests.strategies import doses, steps

SIDED = (
    Phase(phase="brace", seconds=1),
    Phase(phase="turn left", seconds=2, side="left"),
    Phase(phase="turn right", seconds=2, side="right"),
)
TWIST = exercise("twist", dose=Dose(reps=4, sides="alternate", tempo=SIDED))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"hold": 20.0}, "hold"),
        ({"reps": 5}, "reps"),
        ({"reps": (5, 3, 1)}, "descending"),
        ({"timed": 30.0}, "timed"),
        ({"breaths": 4}, "breaths"),
        ({"until_done": True}, "until_done"),
        ({}, None),
    ],
)
def test_a_dose_is_one_of_six_kinds_or_none(fields: dict[str, Any], kind: str | None):
    assert Dose(**fields).kind == kind


def test_sets_and_repetitions():
    assert (Dose(reps=5, sets=3).set_count, Dose(reps=(5, 3, 1)).set_count) == (3, 3)
    assert [Dose(reps=(5, 3, 1)).reps_in(n) for n in range(3)] == [5, 3, 1]
    assert (Dose(breaths=4).reps_in(0), Dose(hold=20).reps_in(0)) == (4, 0)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"hold": 5.0, "reps": 5}, "reps"),
        ({"reps": 5, "until_done": True}, "until_done"),
        ({"hold": 0.0, "reps": 5}, "reps"),
        ({"shapes": ("A", "B")}, "shapes"),
        ({"hold": 5.0, "shapes": ("A",)}, "shapes"),
        ({"reps": (5, 3), "sets": 2}, "sets"),
        ({"reps": (5, 3), "set_cues": ("A",)}, "set_cues"),
        ({"hold": 5.0, "sides": "alternate"}, "sides"),
        ({"breaths": 4, "sides": "alternate"}, "sides"),
        ({"reps": 3, "sides": "alternate"}, "reps"),
        ({"reps": (4, 3), "sides": "alternate"}, "reps"),
        ({"reps": 4, "sides": "each", "tempo": SIDED}, "tempo"),
        ({"reps": 4, "sides": "alternate", "tempo": SIDED[:2]}, "tempo"),
    ],
)
def test_a_dose_that_cannot_be_done_names_the_field_to_mend(fields: dict[str, Any], field: str):
    with pytest.raises(FieldError) as raised:
        Dose(**fields)
    assert raised.value.field == field


def test_phases_of_a_side():
    dose = TWIST.dose
    assert [p.phase for p in dose.phases("left")] == ["brace", "turn left"]
    assert [p.phase for p in dose.phases("right")] == ["brace", "turn right"]


# -- what is really done ---------------------------------------------------------------------


def test_a_step_without_a_count_takes_the_whole_dose():
    squat = exercise("squat", dose=Dose(reps=5, sets=3, rest=20, tempo=TEMPO, sides="each"))
    assert resolve_dose(Step(exercise="squat"), squat) == squat.dose


def test_a_step_without_a_count_may_have_its_own_tempo_and_sides():
    slow = (Phase(phase="lower", seconds=6),)
    dose = resolve_dose(Step(exercise="squat", tempo=slow, sides="each"), EXERCISES["squat"])
    assert (dose.reps, dose.tempo, dose.sides) == (5, slow, "each")


def test_a_step_with_a_count_takes_only_tempo_and_sides():
    squat = exercise(
        "squat",
        dose=Dose(reps=5, sets=2, rest=20, tempo=TEMPO, sides="each", set_cues=("A", "B")),
    )
    dose = resolve_dose(Step(exercise="squat", reps=8), squat)
    assert dose == Dose(reps=8, tempo=TEMPO, sides="each")


def test_where_neither_says_there_are_no_sides():
    assert resolve_dose(Step(exercise="squat"), EXERCISES["squat"]).sides == "none"


def test_a_hold_of_an_exercise_whose_repetitions_alternate_is_held_on_each_side():
    dose = resolve_dose(Step(exercise="dead_bug", hold=20), EXERCISES["dead_bug"])
    assert dose.sides == "each"


@pytest.mark.parametrize("sides", ["each", "none"])
def test_sides_that_no_longer_alternate_take_the_phases_of_the_left(sides: Any):
    dose = resolve_dose(Step(exercise="twist", sides=sides), TWIST)
    assert [(p.phase, p.side) for p in dose.tempo] == [("brace", None), ("turn left", None)]


def test_repetitions_without_any_tempo_are_refused():
    with pytest.raises(FieldError, match="tempo") as raised:
        resolve_dose(Step(exercise="plank", reps=5), EXERCISES["plank"])
    assert raised.value.field == "tempo"


def test_an_odd_count_does_not_fit_alternating_sides():
    with pytest.raises(FieldError) as raised:
        resolve_dose(Step(exercise="dead_bug", reps=5), EXERCISES["dead_bug"])
    assert raised.value.field == "reps"


@given(st.data())
def test_what_is_done_is_always_one_kind_with_sides_and_a_tempo_where_one_is_due(
    data: st.DataObject,
):
    chosen = exercise("any_move", dose=data.draw(doses()))
    step = data.draw(steps(chosen))
    dose = resolve_dose(step, chosen)
    assert dose.kind == (step.kind or chosen.dose.kind)
    assert dose.sides in ("none", "each", "alternate")
    if dose.kind in ("reps", "descending", "breaths"):
        assert sum(phase.seconds for phase in dose.phases("left")) > 0
    if step.kind is not None:
        assert (dose.sets, dose.rest) == (step.sets, step.rest)


def test_what_a_routine_needs_and_what_helps():
    moves = {
        "a1": exercise("a1", equipment=("mat",), optional_equipment=("wall", "band")),
        "b1": exercise("b1", equipment=("band", "mat")),
    }
    asked = routine(Step(exercise="a1"), Step(exercise="b1"))
    assert equipment_of(asked, moves) == (["mat", "band"], ["wall"])
