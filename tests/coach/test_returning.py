"""Back after nobody was watching: the words, and what each answer does to the session."""

from __future__ import annotations

import pytest

from recovery_coach.coach.practise import Practice
from recovery_coach.coach.returning import again_words, still_words, where_words
from recovery_coach.journal import Journal
from recovery_coach.library.models import Step
from recovery_coach.session.states import State
from tests.coach.practising import PACK_UP, PLANK, SIDES, SQUAT, Practised
from tests.fakes import ManualClock

FROM_START = "Go on from the start of this"
SETS = Step(exercise="squat", reps=2, sets=3, rest=10)


def at(clock: ManualClock, journal: Journal, *steps: Step, segment: int = 1) -> Practised:
    """A practice that stood still in the middle of a segment."""
    done = Practised(clock, journal, *steps)
    done.practice.start()
    for _ in range(segment):
        done.practice.handle(done.practice.player.skip())
    if done.practice.player.state is State.RUNNING:
        done.pass_time(4)
        clock.suspend(720)
        done.practice.tick()
        assert done.practice.player.state is State.PAUSED
    return done


# -- the words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "segment", "where", "again"),
    [
        (PLANK, 0, "You were getting ready for Plank.", "Get ready again"),
        (PLANK, 1, "You were in Plank.", f"{FROM_START} hold"),
        (SQUAT, 1, "You were in Squat.", f"{FROM_START} set"),
        (SIDES, 2, "You were getting ready for Side plank, right side.", "Get ready again"),
        (SIDES, 3, "You were in Side plank, right side.", f"{FROM_START} hold"),
        (SETS, 2, "You were resting before Squat, set 2 of 3.", f"{FROM_START} rest"),
        (SETS, 3, "You were in Squat, set 2 of 3.", f"{FROM_START} set"),
        (PACK_UP, 1, "You were in Pack up.", "Go on"),
    ],
)  # fmt: skip
def test_it_says_where_they_were_and_what_going_on_begins_with(
    clock: ManualClock, journal: Journal, step: Step, segment: int, where: str, again: str
):
    done = at(clock, journal, step, segment=segment)
    assert where_words(done.practice) == where
    assert again_words(done.practice) == again


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (10.4, "10 seconds"),
        (59.4, "59 seconds"),
        (59.6, "1 minute"),
        (720, "12 minutes"),
        (3569, "59 minutes"),
        (3571, "1 hour"),
        (9 * 3600, "9 hours"),
    ],
)
def test_it_says_how_long_in_the_largest_unit(seconds: float, words: str):
    assert still_words(seconds) == f"The session stood still for {words}."


# -- the answers -------------------------------------------------------------------------------


def test_begun_again_it_gets_ready_and_the_whole_hold_is_done(clock: ManualClock, journal: Journal):
    done = at(clock, journal, PLANK)
    done.practice.begin_again()
    player = done.practice.player
    assert (player.state, player.position) == (State.RESUMING, 5)
    assert done.sets == [(1, "partial")]
    done.pass_time(3 + 20)
    assert done.sets == [(1, "done")]
    assert done.record.state == "finished"
    assert done.record.active_seconds == pytest.approx(24), "the four seconds before were held too"


def test_begun_again_in_its_first_second_it_is_still_this_one(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, PLANK)
    done.practice.start()
    done.pass_time(5.5)
    clock.suspend(60)
    done.practice.tick()
    done.practice.begin_again()
    assert done.practice.player.segment.index == 1


def test_what_was_done_stays_done_when_it_is_begun_again(clock: ManualClock, journal: Journal):
    done = Practised(clock, journal, SIDES)
    done.practice.start()
    done.pass_time(5 + 12 + 1)
    done.practice.handle(done.practice.player.back())
    assert done.practice.player.segment.index == 1
    clock.suspend(60)
    done.practice.tick()
    done.practice.begin_again()
    assert done.sets == [(1, "done")]


def test_a_wait_simply_goes_on(clock: ManualClock, journal: Journal):
    done = at(clock, journal, PACK_UP)
    assert done.practice.player.state is State.WAITING
    done.practice.handle(done.practice.player.pause())
    done.practice.begin_again()
    assert done.practice.player.state is State.WAITING
    assert done.sets == []


def test_left_out_it_gets_ready_for_the_next(clock: ManualClock, journal: Journal):
    done = at(clock, journal, SIDES)
    done.practice.leave_out()
    player = done.practice.player
    assert (player.state, player.segment.kind) == (State.RESUMING, "switch")
    assert done.sets == [(1, "skipped")]


def test_the_last_one_left_out_is_the_end(clock: ManualClock, journal: Journal):
    done = at(clock, journal, PLANK)
    practice: Practice = done.practice
    practice.leave_out()
    assert practice.player.state is State.FINISHED
    assert done.record.state == "finished"
