"""It hurts: what happens to the session, and what is on record, for every answer."""

from __future__ import annotations

from typing import get_args

import pytest

from recovery_coach.coach.hurts import WORDS, Word
from recovery_coach.coach.practise import HurtAction
from recovery_coach.journal import Entry, HurtRecord, Journal, SetRecord
from recovery_coach.session.states import State
from tests.coach.practising import PACK_UP, PLANK, SIDES, SQUAT, TWICE, Practised
from tests.fakes import ManualClock


@pytest.fixture
def squatting(clock: ManualClock, journal: Journal) -> Practised:
    """In the third of five squats, lowering."""
    done = Practised(clock, journal, SQUAT, PLANK)
    done.practice.start()
    done.practice.give_before(2)
    done.pass_time(5 + 9)
    return done


def the_hurt(done: Practised) -> HurtRecord:
    assert done.journal is not None
    (entry,) = done.journal.hurts_of(done.practice.session_id)
    return entry.record


def test_it_stands_still_at_once_and_knows_where(squatting: Practised):
    squatting.practice.hurt()
    assert squatting.practice.player.state is State.PAUSED
    record = the_hurt(squatting)
    assert (record.segment, record.exercise, record.set) == (1, "squat", 1)
    assert (record.rep, record.score, record.words, record.action) == (3, None, (), "")


def test_the_side_is_that_of_the_repetition(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, SIDES)
    done.practice.start()
    done.pass_time(5 + 12 + 5 + 2)
    done.practice.hurt()
    assert the_hurt(done).side == "right"


def test_each_answer_is_on_record_at_once(squatting: Practised):
    squatting.practice.hurt()
    assert squatting.practice.answer_hurt(4, None).level == "unsure"
    assert the_hurt(squatting).score == 4
    assert squatting.practice.answer_hurt(4, "none").level == "may_go_on"
    assert the_hurt(squatting).words == ("none",)


def test_going_on_gets_ready_and_takes_up_the_instant(squatting: Practised):
    squatting.practice.hurt()
    squatting.practice.answer_hurt(3, "none")
    squatting.practice.leave_hurt("go_on")
    assert squatting.practice.player.state is State.RESUMING
    assert squatting.practice.player.position == pytest.approx(14)
    squatting.pass_time(3 + 11)
    assert squatting.sets == [(1, "done")]
    assert the_hurt(squatting).action == "go_on"


def test_skipping_leaves_the_exercise_as_ended_by_pain(squatting: Practised):
    squatting.practice.hurt()
    squatting.practice.answer_hurt(7, "sharp")
    squatting.practice.leave_hurt("skip")
    assert squatting.sets == [(1, "hurt")]
    assert the_hurt(squatting).action == "skip"
    assert squatting.practice.player.segment.exercise == "plank"
    assert squatting.record.state == "running"


@pytest.mark.parametrize("action", ["stop", "gentle"])
def test_ending_closes_the_session(squatting: Practised, action: HurtAction):
    squatting.practice.hurt()
    squatting.practice.answer_hurt(7, "sharp")
    squatting.practice.leave_hurt(action)
    assert squatting.practice.player.state is State.STOPPED
    assert (squatting.record.state, squatting.record.stop_reason) == ("stopped", "hurt")
    assert squatting.sets == [(1, "hurt")]
    assert the_hurt(squatting).action == action


@pytest.mark.parametrize("word", WORDS)
def test_every_word_is_kept(squatting: Practised, word: Word):
    squatting.practice.hurt()
    verdict = squatting.practice.answer_hurt(1, word)
    expected = {"none": "may_go_on", "sharp": "end_exercise"}.get(word, "stop_session")
    assert verdict.level == expected
    assert the_hurt(squatting).words == (word,)


def test_it_may_hurt_twice(squatting: Practised):
    squatting.practice.hurt()
    squatting.practice.leave_hurt("go_on")
    squatting.pass_time(5)
    squatting.practice.hurt()
    squatting.practice.leave_hurt("skip")
    assert squatting.journal is not None
    hurts = squatting.journal.hurts_of(squatting.practice.session_id)
    assert [hurt.record.action for hurt in hurts] == ["go_on", "skip"]


def test_after_skipping_the_next_set_is_not_ended_by_pain(squatting: Practised):
    squatting.practice.hurt()
    squatting.practice.leave_hurt("skip")
    squatting.pass_time(3 + 8 + 2)
    squatting.practice.handle(squatting.practice.player.skip())
    assert squatting.sets == [(1, "hurt"), (3, "skipped")]


def test_between_two_exercises_it_is_the_one_just_done_that_hurts(squatting: Practised):
    squatting.pass_time(11 + 4)
    assert squatting.practice.player.segment.kind == "transition"
    squatting.practice.hurt()
    assert (the_hurt(squatting).exercise, the_hurt(squatting).rep) == ("squat", 5)
    squatting.practice.leave_hurt("skip")
    squatting.pass_time(3 + 4 + 2)
    assert squatting.practice.player.segment.exercise == "plank"
    assert squatting.practice.player.segment.kind == "hold"


def test_while_it_waits_it_may_hurt_as_well(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PACK_UP)
    done.practice.start()
    done.pass_time(10)
    assert done.practice.player.state is State.WAITING
    done.practice.hurt()
    assert done.practice.player.state is State.PAUSED
    done.practice.leave_hurt("go_on")
    assert done.practice.player.state is State.WAITING


def test_a_power_cut_while_it_asks_loses_nothing(squatting: Practised):
    squatting.practice.hurt()
    squatting.practice.answer_hurt(6, None)
    assert squatting.checkpoint is not None
    assert squatting.checkpoint["reps"] == 2
    assert the_hurt(squatting).score == 6


def test_leaving_without_having_said_so_changes_nothing(squatting: Practised):
    squatting.practice.leave_hurt("stop")
    assert squatting.practice.player.state is State.RUNNING


def test_there_are_five_ways_on():
    assert set(get_args(HurtAction)) == {"easier", "go_on", "skip", "gentle", "stop"}


def test_where_on_the_body_it_hurts_is_on_record_at_once(squatting: Practised):
    squatting.practice.hurt()
    squatting.practice.answer_hurt(4, "none", ("lowback_L", "si_L"))
    assert the_hurt(squatting).regions == ("lowback_L", "si_L")
    squatting.practice.answer_hurt(4, "none", ("lowback_L",))
    squatting.practice.leave_hurt("go_on")
    assert the_hurt(squatting).regions == ("lowback_L",)


# -- the easier exercise -----------------------------------------------------------------------


@pytest.fixture
def planking(clock: ManualClock, journal: Journal) -> Practised:
    """In the side plank, the second side of the first set; two sets, then a squat."""
    done = Practised(clock, journal, TWICE, SQUAT)
    done.practice.start()
    done.practice.give_before(2)
    done.pass_time(5 + 12 + 5 + 4)
    return done


def in_words(done: Practised) -> list[tuple[int, str, str, str | None, int]]:
    assert done.journal is not None
    entries = done.journal.sets_of(done.practice.session_id)
    return [(r.segment, r.outcome, r.exercise_name, r.side, r.set) for r in map(record_of, entries)]


def record_of(entry: Entry[SetRecord]) -> SetRecord:
    return entry.record


def test_the_easier_one_is_known_while_it_hurts_and_only_then(planking: Practised):
    assert planking.practice.easier is None
    planking.practice.hurt()
    easier = planking.practice.easier
    assert easier is not None
    assert easier.id == "side_plank_knees"
    planking.practice.leave_hurt("easier")
    assert planking.practice.easier is None


def test_an_exercise_that_names_none_has_none(squatting: Practised):
    squatting.practice.hurt()
    assert squatting.practice.easier is None
    squatting.practice.leave_hurt("easier")
    assert squatting.practice.player.segment.exercise == "squat"
    assert squatting.practice.player.state is State.RESUMING


def test_the_set_under_way_begins_anew_as_the_easier_one(planking: Practised):
    planking.practice.hurt()
    planking.practice.answer_hurt(3, "none")
    planking.practice.leave_hurt("easier")
    player = planking.practice.player
    assert player.state is State.RESUMING
    assert (player.segment.kind, player.segment.exercise) == ("transition", "side_plank_knees")
    assert (player.segment.side, player.segment.set) == ("right", 1)
    assert (the_hurt(planking).exercise, the_hurt(planking).action) == ("side_plank", "easier")
    assert planking.sets == [(1, "done"), (3, "hurt")]


def test_what_was_done_stays_what_it_was_and_the_rest_is_the_easier_one(planking: Practised):
    planking.practice.hurt()
    planking.practice.leave_hurt("easier")
    planking.pass_time(3 + 8 + 6 + 9 + 6 + 5 + 6 + 8 + 20)
    assert planking.practice.player.state is State.FINISHED
    assert in_words(planking) == [
        (1, "done", "Side plank", "left", 1),
        (3, "hurt", "Side plank", "right", 1),
        (11, "done", "Side plank knees", "right", 1),
        (13, "done", "Side plank knees", "left", 2),
        (15, "done", "Side plank knees", "right", 2),
        (9, "done", "Squat", None, 1),
    ]


def test_the_session_counts_the_set_that_was_begun_anew_once(planking: Practised):
    assert planking.practice.sets_planned == 5
    planking.practice.hurt()
    planking.practice.leave_hurt("easier")
    assert planking.practice.sets_planned == 5
    planking.pass_time(3 + 8 + 6 + 9 + 6 + 5 + 6 + 8 + 20)
    assert planking.practice.sets_done == 5


def test_going_back_and_forth_overwrites_nothing_that_is_on_record(planking: Practised):
    player = planking.practice.player
    planking.pass_time(8 + 9 + 3)  # into the second set, and back into the first
    for _ in range(3):
        planking.practice.handle(player.back())
    assert (player.segment.side, player.segment.set) == ("right", 1)
    before = in_words(planking)
    planking.practice.hurt()
    planking.practice.leave_hurt("easier")
    planking.pass_time(3 + 8 + 6 + 9 + 6)
    assert in_words(planking)[: len(before)] == before
    assert in_words(planking)[len(before) :] == [
        (11, "done", "Side plank knees", "right", 1),
        (13, "done", "Side plank knees", "left", 2),
    ]


def test_in_the_rest_before_a_set_it_is_the_sets_to_come_that_get_easier(planking: Practised):
    planking.pass_time(8 + 3)
    assert planking.practice.player.segment.kind == "rest"
    planking.practice.hurt()
    planking.practice.leave_hurt("easier")
    assert planking.practice.player.segment.set == 2
    assert planking.sets == [(1, "done"), (3, "done")]


def test_with_the_exercise_over_there_is_nothing_left_to_make_easier(planking: Practised):
    planking.pass_time(8 + 9 + 12 + 5 + 12 + 3)
    assert planking.practice.player.segment.kind == "transition"
    planking.practice.hurt()
    assert the_hurt(planking).exercise == "side_plank"
    assert planking.practice.easier is None


def test_it_may_hurt_in_the_easier_one_too(planking: Practised):
    planking.practice.hurt()
    planking.practice.leave_hurt("easier")
    planking.pass_time(3 + 8 + 2)
    planking.practice.hurt()
    assert planking.practice.hurts[-1].exercise == "side_plank_knees"
    assert planking.practice.hurts[-1].segment == 11
    assert planking.practice.easier is None
    planking.practice.leave_hurt("skip")
    assert planking.practice.player.segment.exercise == "squat"
    assert planking.sets[-1] == (11, "hurt")
