"""An exercise as a step has it done."""

from __future__ import annotations

from recovery_coach.library.models import Step, Variant
from recovery_coach.library.resolve import as_done, equipment_of
from tests import factories

CURL = factories.exercise(
    "curl",
    cautions=("KNE", "FLEX"),
    equipment=("mat",),
    note="Slowly.",
    faults=("Haste",),
    easier=Variant(text="On a chair, or with a cushion.", way="On a chair.", lifts=("KNE",)),
)


def test_as_a_rule_it_is_done_as_it_is():
    assert as_done(Step(exercise="curl"), CURL) is CURL


def test_the_easier_way_has_its_own_words_and_frees_from_what_it_lifts():
    way = as_done(Step(exercise="curl", easier=True), CURL)
    assert (way.id, way.name) == ("curl", "Curl")
    assert (way.start, way.steps) == ("On a chair.", ("On a chair.",))
    assert way.cautions == ("FLEX",)
    assert not (way.note)
    assert not (way.faults)
    assert not (way.easier)


def test_a_routine_needs_what_its_ways_need():
    exercises = {"curl": CURL}
    assert equipment_of(factories.routine(Step(exercise="curl")), exercises) == (["mat"], [])
    easier = factories.routine(Step(exercise="curl", easier=True))
    assert equipment_of(easier, exercises) == ([], [])
