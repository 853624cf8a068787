"""One exercise practised alone: its own dose, a record like any other, and no routine's id."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.base.ids import SLUG_PATTERN
from recovery_coach.base.paths import find_resources
from recovery_coach.coach.practise import Practice
from recovery_coach.coach.single import routine_of
from recovery_coach.coach.unfinished import find_unfinished, go_on
from recovery_coach.journal import Journal, SessionRecord
from recovery_coach.library.loader import Library, load_library
from recovery_coach.library.models import Access, Step
from recovery_coach.timeline.compiler import compile as compile_timeline
from tests import factories
from tests.fakes import ManualClock
from tests.strategies import doses


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(find_resources(), find_resources() / "nothing of my own")


@given(doses())
def test_it_is_that_exercise_with_its_own_dose(dose):
    exercise = factories.exercise("move", dose=dose)
    routine = routine_of(exercise)
    alone = compile_timeline(routine, {"move": exercise})
    as_a_step = compile_timeline(factories.routine(Step(exercise="move")), {"move": exercise})
    assert alone.segments == as_a_step.segments
    assert {segment.exercise for segment in alone.segments} == {"move"}


def test_every_exercise_can_be_practised_alone(library: Library):
    for exercise in library.exercises.values():
        routine = routine_of(exercise)
        timeline = compile_timeline(routine, library.exercises)
        assert any(segment.performed for segment in timeline.segments)
        assert routine.name == exercise.name


@given(st.from_regex(SLUG_PATTERN, fullmatch=True))
def test_no_routine_of_a_file_can_have_its_id(identifier: str):
    routine = routine_of(factories.exercise(identifier))
    assert identifier in routine.id
    assert not re.match(SLUG_PATTERN, routine.id)


@pytest.mark.parametrize("tags", [(), ("core",), ("core", "gentle")])
def test_a_gentle_one_is_offered_while_questions_are_open(tags: tuple[str, ...]):
    routine = routine_of(factories.exercise("move", tags=tags))
    assert routine.gentle == ("gentle" in tags)
    open_to_all = set(routine.access) == set(get_args(Access))
    assert open_to_all == ("gentle" in tags)
    assert "none" in routine.access


def test_it_is_recorded_under_its_name_and_can_be_taken_up_again(
    journal: Journal, clock: ManualClock
):
    exercise = factories.EXERCISES["side_plank"]
    practice = Practice(routine_of(exercise), factories.EXERCISES, clock, journal)
    practice.start()
    (entry,) = journal.latest(SessionRecord, 5)
    assert entry.record.routine == "exercise:side_plank"
    assert entry.record.routine_name == "Side plank"
    assert json.loads(entry.record.routine_text)["id"] == "exercise:side_plank"
    assert practice._lock is not None
    practice._lock.release()  # as a process that is gone
    unfinished = find_unfinished(journal, factories.EXERCISES)
    assert unfinished is not None
    assert "Side plank" in unfinished.place
    again, segment = go_on(unfinished, factories.EXERCISES, clock, journal)
    again.start(segment)
    while not again.player.ended:
        again.handle(again.player.skip())
    (entry,) = journal.latest(SessionRecord, 5)
    assert entry.record.state == "finished"
