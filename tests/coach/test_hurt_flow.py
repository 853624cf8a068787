"""It hurts: what happens to the session, and what is on record, for every answer."""

from __future__ import annotations

from typing import get_args

import pytest

from recovery_coach.coach.hurts import WORDS, Word
from recovery_coach.coach.practise import HurtAction
from recovery_coach.journal import HurtRecord, Journal
from recovery_coach.session.states import State
from tests.coach.practising import PACK_UP, PLANK, SIDES, SQUAT, Practised
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


def test_there_are_four_ways_on():
    assert set(get_args(HurtAction)) == {"go_on", "skip", "gentle", "stop"}
