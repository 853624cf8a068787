"""What is left out, as every page asks for it: the codes that are on, and routines with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recovery_coach.base.paths import find_resources
from recovery_coach.coach.background import answer, set_code
from recovery_coach.coach.checks import answer as answer_check
from recovery_coach.coach.numbers import Numbers
from recovery_coach.coach.overview import Overview
from recovery_coach.coach.single import routine_of
from recovery_coach.journal import Journal
from recovery_coach.library.loader import Library, load_library
from recovery_coach.redflags.model import Value
from recovery_coach.timeline.compiler import length
from recovery_coach.timeline.model import Options
from tests.checks import all_none
from tests.fakes import ManualClock


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(find_resources(), None)


@pytest.fixture
def overview(library: Library, journal: Journal, clock: ManualClock) -> Overview:
    return Overview(library, journal, clock, lambda routine, sore: Options(), call_112)


def call_112() -> Numbers:
    return Numbers("112")


@pytest.fixture
def leave_out(journal: Journal, clock: ManualClock) -> Callable[[str], str]:
    return lambda code: set_code(journal, code, True, clock.now())


def test_nothing_is_left_out_before_anything_is_set(overview: Overview, library: Library):
    assert overview.codes() == {}
    for routine in library.routines.values():
        assert overview.adapted(routine).routine is routine
    assert overview.suiting(routine) is library.exercises


def test_what_a_check_says_counts_until_it_says_otherwise(
    overview: Overview, journal: Journal, clock: ManualClock
):
    overview.log_pain(3)
    answer_check(journal, all_none(runs_from_back="yes"), clock.now())
    assert overview.codes() == {"LEG": "check"}
    answer_check(journal, all_none(), clock.now(), asked_all=True)
    assert overview.codes() == {}


def test_without_a_journal_nothing_is_left_out(overview: Overview, leave_out: Callable[[str], str]):
    leave_out("LEG")
    overview.journal = None
    assert overview.codes() == {}


def test_the_reason_is_the_persons_own_before_that_of_a_check(
    overview: Overview, journal: Journal, clock: ManualClock, leave_out: Callable[[str], str]
):
    overview.log_pain(3)
    sore: dict[str, Value] = {"onset_time": clock.now().isoformat(), "movement_provoked": "yes"}
    answer_check(journal, all_none(**sore), clock.now())
    assert overview.codes() == {"ACU": "check"}
    answer_check(journal, all_none(**sore, runs_from_back="yes"), clock.now())
    assert overview.codes() == {"LEG": "check"}
    leave_out("LEG")
    answer(journal, "pregnancy", "yes", clock.now())
    assert overview.codes() == {"LEG": "set", "PRE": "background"}


def test_minutes_are_those_of_what_is_left(
    overview: Overview, library: Library, leave_out: Callable[[str], str]
):
    routine = library.routines["core_stability"]
    before = overview.seconds(routine)
    leave_out("KNE")
    done = overview.as_done(routine)
    assert overview.seconds(routine) == length(done, library.exercises, Options()) < before


def test_it_is_worked_out_once_for_the_same_codes(
    overview: Overview, library: Library, journal: Journal, leave_out: Callable[[str], str]
):
    routine = library.routines["core_stability"]
    version = leave_out("KNE")
    first = overview.adapted(routine)
    assert overview.adapted(routine) is first
    journal.undo(version)
    assert overview.adapted(routine).routine is routine


def test_the_picture_of_a_routine_is_of_what_is_left(
    overview: Overview, library: Library, leave_out: Callable[[str], str]
):
    routine = library.routines["core_stability"]
    assert overview.telling(routine) == "pallof_half_kneeling"
    leave_out("KNE")
    assert overview.telling(routine) in {s.exercise for s in overview.as_done(routine).steps}


def test_one_exercise_alone_is_never_replaced(
    overview: Overview, library: Library, leave_out: Callable[[str], str]
):
    leave_out("FLEX")
    assert overview.adapted(routine_of(library.exercises["childs_pose"])).nothing_left


def test_on_a_sore_day_only_what_is_gentle_comes_in(
    overview: Overview, library: Library, leave_out: Callable[[str], str]
):
    leave_out("FLEX")
    routine = library.routines["pre_squat"]
    assert overview.log_pain(7)
    gentle = {e.name for e in library.exercises.values() if "gentle" in e.tags}
    changes = overview.adapted(routine).changes
    assert changes
    assert {change.instead for change in changes if change.instead} <= gentle
