"""A session, command by command. What holds of every session is in test_player_properties."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recovery_coach.library.models import Step
from recovery_coach.session.events import (
    CueDue,
    Moved,
    Preparing,
    RepDone,
    SegmentEntered,
    SegmentLeft,
    StateChanged,
)
from recovery_coach.session.states import State
from recovery_coach.timeline.model import Options
from tests.session.driving import Driven, cues, of, playing

PLANK, MARCH, SQUAT = Step(exercise="plank"), Step(exercise="march"), Step(exercise="squat")
PACK_UP = Step(exercise="pack_up")
AT_ONCE = Options(get_ready=0, switch=0, transition=0)


# -- running ---------------------------------------------------------------------------------


def test_it_begins_by_getting_ready():
    driven = playing(PLANK)
    changed, entered, *first = driven.events
    assert changed == StateChanged(State.READY, State.RUNNING)
    assert entered == SegmentEntered(driven.player.timeline.segments[0])
    assert [cue.name for cue in cues(tuple(first))] == ["get_ready", "next", "position"]


def test_it_can_begin_at_a_segment_that_was_reached_before():
    driven = Driven(playing(PLANK, MARCH).player.timeline)
    _, entered, *_ = driven.do("start", 2)
    assert entered.segment.kind == "transition"
    assert driven.player.position == 25


def test_before_the_start_time_does_nothing():
    driven = Driven(playing(PLANK).player.timeline)
    assert driven.run(10) == []
    assert driven.player.state is State.READY


def test_the_position_is_what_the_clock_moved():
    driven = playing(PLANK)
    driven.after(0.25)
    driven.after(1.5)
    assert driven.player.position == 1.75


def test_speed_plays_faster():
    driven = playing(PLANK, speed=10)
    driven.after(1.2)
    assert driven.player.position == pytest.approx(12)
    assert driven.player.segment.kind == "hold"


def test_a_second_tick_at_one_instant_tells_nothing():
    driven = playing(PLANK)
    assert driven.after(1.9) == ()
    assert driven.after(0.1) != ()
    assert driven.do("tick") == ()


def test_it_finishes_with_the_closing_cues_and_then_stands_still():
    driven = playing(PLANK)
    last = driven.run(25)[-4:]
    assert [cue.name for cue in cues(last)] == ["finished", "finished"]
    assert last[2] == SegmentLeft(driven.player.timeline.segments[1], "done", 20, 0, 0)
    assert last[3] == StateChanged(State.RUNNING, State.FINISHED)
    assert driven.player.ended
    assert driven.run(10) == []
    assert driven.player.position == 25


def test_what_ends_is_told_before_what_begins():
    driven = playing(PLANK)
    kinds = [type(event) for event in driven.run(5)[-4:]]
    assert kinds == [SegmentLeft, SegmentEntered, CueDue, CueDue]


def test_a_completed_repetition_is_told_before_the_next_is_counted():
    driven = playing(SQUAT)
    driven.run(5)
    rep, cue = driven.run(4)[-2:]
    assert isinstance(rep, RepDone)
    assert (rep.rep.number, cue.cue.text) == (1, "2, lower")


# -- late ticks ------------------------------------------------------------------------------


def test_a_late_tick_tells_what_was_missed_in_order_and_how_late():
    driven = playing(PLANK)
    driven.run(3.5)
    late = of(CueDue, driven.after(1.9))
    assert [(e.cue.name, round(e.late, 6), e.stale) for e in late] == [
        ("count", 1.4, True),
        ("count", 1.3, True),
        ("start", 0.4, False),
        ("hold", 0.4, False),
    ]


def test_a_segment_entered_late_says_so():
    driven = playing(PLANK)
    driven.run(4)
    (entered,) = of(SegmentEntered, driven.after(1.5))
    assert entered.late == pytest.approx(0.5)


def test_a_sound_half_a_second_late_is_still_given():
    driven = playing(PLANK)
    driven.run(1.75, step=0.25)
    counts = of(CueDue, driven.after(0.75))
    assert [(round(due.late, 6), due.stale) for due in counts] == [(0.5, False), (0.4, False)]


def test_lateness_is_real_time_whatever_the_speed():
    driven = playing(PLANK, speed=10)
    driven.run(0.1, step=0.1)
    last = of(CueDue, driven.after(0.14))[0]
    assert last.cue.at == 2
    assert last.late == pytest.approx(0.04)


# -- gaps ------------------------------------------------------------------------------------


def test_a_gap_of_more_than_two_seconds_pauses_where_it_was_last_seen():
    driven = playing(PLANK)
    driven.run(7)
    assert driven.after(2.01) == (
        StateChanged(State.RUNNING, State.PAUSED, gap=pytest.approx(2.01)),
    )
    assert driven.player.position == 7


def test_two_seconds_are_no_gap():
    driven = playing(PLANK)
    driven.after(2)
    assert driven.player.position == 2


def test_a_suspend_pauses_where_it_was_last_seen():
    driven = playing(PLANK)
    driven.run(7)
    driven.clock.suspend(3600)
    assert driven.after(0.5) == (StateChanged(State.RUNNING, State.PAUSED, gap=3600.5),)
    assert driven.player.position == 7


def test_asleep_and_awake_count_together():
    driven = playing(PLANK)
    driven.clock.suspend(1.5)
    assert driven.after(1.0) == (StateChanged(State.RUNNING, State.PAUSED, gap=2.5),)


def test_a_command_after_a_gap_finds_the_session_paused():
    driven = playing(PLANK)
    driven.run(7)
    driven.clock.advance(60)
    assert driven.do("pause") == (StateChanged(State.RUNNING, State.PAUSED, gap=60),)


def test_a_gap_while_getting_ready_again_pauses_again():
    driven = playing(PLANK)
    driven.run(7)
    driven.do("pause")
    driven.do("resume")
    driven.clock.suspend(10)
    assert driven.after(0.1) == (
        StateChanged(State.RESUMING, State.PAUSED, gap=pytest.approx(10.1)),
    )


def test_time_in_a_pause_is_no_gap():
    driven = playing(PLANK)
    driven.run(7)
    driven.do("pause")
    driven.clock.advance(900)
    assert driven.do("resume")[0] == StateChanged(State.PAUSED, State.RESUMING)
    driven.run(4)
    assert driven.player.position == 8


def test_setting_the_wall_clock_changes_nothing():
    driven = playing(PLANK)
    driven.run(7)
    driven.clock.set_wall(driven.clock.now() - timedelta(days=300))
    driven.after(0.5)
    assert (driven.player.state, driven.player.position) == (State.RUNNING, 7.5)


# -- pausing ---------------------------------------------------------------------------------


def test_a_pause_takes_the_time_up_to_it_into_account():
    driven = playing(PLANK)
    driven.clock.advance(1.2)
    driven.do("pause")
    assert driven.player.position == pytest.approx(1.2)
    assert driven.run(30) == []
    assert driven.player.position == pytest.approx(1.2)


def test_it_goes_on_three_seconds_after_the_pause_from_the_exact_instant():
    driven = playing(PLANK)
    driven.run(7)
    driven.do("pause")
    driven.clock.advance(50)
    driven.do("resume")
    assert driven.player.preparing == 3
    driven.run(2.5)
    assert (driven.player.state, driven.player.position) == (State.RESUMING, 7)
    driven.after(0.75)
    assert (driven.player.state, driven.player.position) == (State.RUNNING, 7.25)
    assert driven.player.preparing == 0


def test_getting_ready_again_counts_three_two_one():
    driven = playing(PLANK)
    driven.run(7)
    driven.do("pause")
    driven.clock.advance(0.1)  # an instant that floats cannot hold exactly
    said = [driven.do("resume"), *(driven.after(0.25) for _ in range(12))]
    numbers = {n: [e.seconds for e in of(Preparing, events)] for n, events in enumerate(said)}
    assert {n: seconds for n, seconds in numbers.items() if seconds} == {0: [3], 4: [2], 8: [1]}


def test_a_late_tick_while_getting_ready_tells_only_the_number_that_is_true():
    driven = playing(PLANK)
    driven.do("pause")
    driven.do("resume")
    assert driven.after(1.9) == (Preparing(2),)
    assert driven.after(0.9) == (Preparing(1),)


def test_it_can_be_paused_again_while_getting_ready():
    driven = playing(PLANK)
    driven.run(7)
    for _ in range(2):
        driven.do("pause")
        assert driven.do("resume")[1:] == (Preparing(3),)
        driven.run(2)
    assert driven.player.position == 7


def test_whoever_moves_while_getting_ready_gets_three_seconds_again():
    driven = playing(PLANK, MARCH)
    driven.run(7)
    driven.do("pause")
    driven.do("resume")
    driven.run(2)
    assert of(Preparing, driven.do("skip")) == [Preparing(3)]
    driven.run(2.5)
    assert driven.player.state is State.RESUMING


# -- moving ----------------------------------------------------------------------------------


def test_skip_goes_on_to_the_next_segment():
    driven = playing(PLANK, MARCH)
    driven.run(8)
    left, moved, entered, *_ = driven.do("skip")
    assert left == SegmentLeft(driven.player.timeline.segments[1], "skipped", 3, 0, 0)
    assert moved == Moved()
    assert entered.segment.kind == "transition"
    assert driven.player.position == 25


def test_skipping_an_exercise_goes_to_the_preparation_of_the_next():
    driven = playing(Step(exercise="side_plank", hold=12, sets=3, rest=9), MARCH)
    driven.run(8)
    driven.do("skip_exercise")
    assert (driven.player.segment.kind, driven.player.segment.exercise) == ("transition", "march")


@pytest.mark.parametrize("command", ["skip", "skip_exercise"])
@pytest.mark.parametrize("paused", [False, True])
def test_skipping_the_last_ends_the_session_with_its_closing_cues(command: str, paused: bool):
    driven = playing(PLANK)
    driven.run(8)
    if paused:
        driven.do("pause")
    events = driven.do(command)
    assert [cue.name for cue in cues(events)] == ["finished", "finished"]
    assert driven.player.state is State.FINISHED
    assert driven.player.position == driven.player.timeline.total


def test_back_restarts_the_segment_and_twice_goes_to_the_one_before():
    driven = playing(PLANK, MARCH)
    driven.run(15)
    driven.do("back")
    assert driven.player.position == 5
    driven.do("back")
    assert (driven.player.segment.kind, driven.player.position) == ("get_ready", 0)
    driven.do("back")
    assert (driven.player.segment.kind, driven.player.position) == ("get_ready", 0)


@pytest.mark.parametrize(("into", "position"), [(1.5, 0), (2, 0), (2.5, 5)])
def test_back_within_two_seconds_means_the_one_before(into: float, position: float):
    driven = playing(PLANK)
    driven.run(5 + into)
    driven.do("back")
    assert driven.player.position == position


def test_a_restarted_segment_gives_its_cues_again():
    driven = playing(PLANK)
    driven.run(12)
    again = driven.do("back")
    assert [cue.name for cue in cues(again)] == ["start", "hold"]
    assert of(SegmentLeft, again)[0].outcome == "partial"


@pytest.mark.parametrize("into", [0, 0.5, 2, 11])
def test_restart_begins_this_segment_again_however_little_of_it_has_run(into: float):
    driven = playing(PLANK)
    driven.run(5 + into)
    left, moved, entered, *_ = driven.do("restart")
    hold = driven.player.timeline.segments[1]
    assert left == SegmentLeft(hold, "partial", into, 0, 0)
    assert (moved, entered) == (Moved(), SegmentEntered(hold))
    assert (driven.player.position, driven.player.played) == (5, 0)


def test_restarted_in_a_pause_it_gets_ready_and_gives_everything_of_the_segment_again():
    driven = playing(SQUAT)
    first = driven.run(5 + 9)
    driven.do("pause")
    driven.do("restart")
    assert driven.player.state is State.PAUSED
    assert driven.player.reps_done == 0
    driven.do("resume")
    assert driven.player.position == 5
    again = driven.run(3 + 9)
    assert cues(again) == cues(first)[-len(cues(again)) :]
    assert driven.player.reps_done == 2


def test_before_the_start_and_after_the_end_there_is_nothing_to_restart():
    driven = Driven(playing(PLANK).player.timeline)
    assert driven.do("restart") == ()
    driven.do("start")
    driven.run(30)
    assert driven.do("restart") == ()


def test_seek_moves_ten_seconds_on_and_back():
    driven = playing(PLANK, MARCH)
    driven.run(8)
    driven.do("seek", 10)
    assert driven.player.position == 18
    driven.do("seek", -10)
    assert driven.player.position == 8
    driven.do("seek", -10)
    assert driven.player.position == 0


def test_seek_past_the_end_finishes():
    driven = playing(PLANK)
    driven.run(20)
    assert [cue.name for cue in cues(driven.do("seek", 10))] == ["finished", "finished"]
    assert driven.player.state is State.FINISHED


def test_after_a_seek_the_cues_between_are_not_told():
    driven = playing(PLANK)
    driven.run(6)
    driven.do("seek", 10)
    told = [(cue.kind, cue.text) for cue in cues(driven.run(7))]
    assert told == [("tone", "3"), ("say", "3"), ("tone", "2")]


def test_a_cue_at_the_very_instant_of_arrival_is_told_at_once():
    driven = playing(PLANK)
    driven.run(6)
    assert [cue.name for cue in cues(driven.do("seek", 9))] == ["halfway", "halfway"]


def test_a_cue_at_the_instant_of_arrival_survives_a_longer_hold():
    driven = playing(PLANK)
    driven.run(6)
    driven.do("pause")
    driven.do("seek", 9)
    driven.do("extend")
    driven.do("resume")
    assert "halfway" in [cue.name for cue in cues(driven.run(3))]


def test_a_hold_that_was_shortened_by_a_seek_is_done_in_part():
    driven = playing(PLANK)
    driven.run(6)
    driven.do("seek", 10)
    driven.run(10)
    left = driven.told(SegmentLeft)[-1]
    assert (left.outcome, left.played) == ("partial", 10)


def test_a_hold_gone_back_in_is_done():
    driven = playing(PLANK)
    driven.run(20)
    driven.do("seek", -10)
    driven.run(15)
    left = driven.told(SegmentLeft)[-1]
    assert (left.outcome, left.played) == ("done", 30)


def test_moving_in_a_pause_stays_paused_and_tells_cues_only_when_it_goes_on():
    driven = playing(PLANK, MARCH)
    driven.run(8)
    driven.do("pause")
    assert cues(driven.do("skip")) == []
    assert driven.player.state is State.PAUSED
    driven.do("resume")
    assert [cue.name for cue in cues(driven.run(3))] == ["end", "next"]


# -- repetitions -----------------------------------------------------------------------------


def test_completed_repetitions_are_counted():
    driven = playing(SQUAT)
    driven.run(5 + 11)
    assert driven.player.reps_done == 2
    driven.do("stop")
    assert driven.told(SegmentLeft)[-1].reps == 2


def test_back_begins_to_count_anew():
    driven = playing(SQUAT)
    driven.run(5 + 11)
    driven.do("back")
    assert driven.player.reps_done == 0
    driven.run(20)
    assert driven.told(SegmentLeft)[-1].reps == 5


def test_repetitions_jumped_over_are_not_counted():
    driven = playing(SQUAT)
    driven.run(5 + 4)
    driven.do("seek", 10)
    assert driven.player.reps_done == 1
    driven.run(6)
    assert driven.told(SegmentLeft)[-1].reps == 3  # the first, the one jumped into, the last


def test_repetitions_gone_back_before_are_counted_when_done_again_and_not_twice():
    driven = playing(SQUAT)
    driven.run(5 + 13)
    driven.do("seek", -10)
    assert driven.player.reps_done == 0
    driven.run(17)
    assert driven.told(SegmentLeft)[-1].reps == 5


def test_repetitions_beyond_a_jump_do_not_make_up_for_those_gone_back_before():
    driven = playing(Step(exercise="squat", reps=8))
    driven.run(5 + 8)  # 1 and 2
    driven.do("seek", 8)  # over 3 and 4
    driven.run(8)  # 5 and 6
    assert driven.player.reps_done == 4
    driven.do("seek", -4)  # before 6
    assert driven.player.reps_done == 3
    driven.run(12)  # 6, 7 and 8
    assert driven.told(SegmentLeft)[-1].reps == 6


# -- more time -------------------------------------------------------------------------------


def test_extend_makes_the_hold_ten_seconds_longer():
    driven = playing(PLANK)
    driven.run(8)
    assert driven.do("extend") == (Moved(),)
    assert driven.player.timeline.total == 35
    driven.run(27)
    left = driven.told(SegmentLeft)[-1]
    assert (left.outcome, left.played, left.extended) == ("done", 30, 10)


def test_an_extended_hold_tells_every_cue_once():
    driven = playing(PLANK)
    driven.run(23)
    driven.do("extend")
    driven.run(12)
    for kind, begun in (("tone", "32"), ("say", "3")):  # two ticks, and one number after its tick
        told = (cue for cue in cues(driven.events) if cue.kind == kind)
        texts = [cue.text for cue in told if cue.name in ("halfway", "count")]
        assert texts == [*"321", "Halfway", *begun, *"321"]


def test_two_extensions_add_up():
    driven = playing(PLANK)
    driven.run(8)
    driven.do("extend")
    driven.do("extend")
    assert (driven.player.extended_by, driven.player.timeline.total) == (20, 45)


def test_a_hold_begun_again_is_still_as_much_longer():
    driven = playing(PLANK)
    driven.run(8)
    driven.do("extend")
    driven.do("back")
    assert driven.player.extended_by == 10
    driven.run(30)
    assert driven.told(SegmentLeft)[-1].extended == 10


def test_a_rest_that_was_not_extended_has_nothing_added():
    driven = playing(PLANK, MARCH)
    driven.run(8)
    driven.do("extend")
    driven.do("skip")
    assert driven.player.extended_by == 0


# -- waits -----------------------------------------------------------------------------------


def test_it_waits_until_the_person_is_done():
    driven = playing(PACK_UP, PLANK)
    driven.run(5)
    assert driven.player.state is State.WAITING
    assert driven.run(60) == []
    assert driven.player.position == 5
    left, changed, entered, *_ = driven.do("done")
    assert (left.outcome, left.played) == ("done", 60)
    assert changed == StateChanged(State.WAITING, State.RUNNING)
    assert entered.segment.kind == "transition"


def test_a_wait_found_late_has_been_going_on_since_it_was_due():
    driven = playing(PACK_UP, PLANK)
    driven.run(4.5)
    driven.after(1.5)
    assert driven.do("done")[0].played == 1


def test_nobody_needs_to_tick_while_it_waits():
    driven = playing(PACK_UP, PLANK)
    driven.run(5)
    driven.clock.advance(300)
    (left, *_) = driven.do("done")
    assert left.played == 300
    driven.after(1)
    assert driven.player.position == 6


@pytest.mark.parametrize("command", ["skip", "back", "stop", "skip_exercise"])
def test_the_time_of_a_wait_is_told_however_it_ends(command: str):
    driven = playing(PACK_UP, PLANK)
    driven.run(5)
    driven.clock.advance(40)
    (left, *_) = of(SegmentLeft, driven.do(command))
    assert left.played == 40


def test_a_wait_can_be_paused_and_goes_on_at_once_without_its_cues():
    driven = playing(PACK_UP, PLANK)
    driven.run(5)
    driven.clock.advance(20)
    assert driven.do("pause") == (StateChanged(State.WAITING, State.PAUSED),)
    driven.clock.advance(500)
    assert driven.do("resume") == (StateChanged(State.PAUSED, State.WAITING),)
    driven.clock.advance(10)
    assert driven.do("done")[0].played == 30


def test_a_wait_reached_in_a_pause_tells_its_cues_when_the_pause_ends():
    driven = playing(PACK_UP, PLANK)
    driven.do("pause")
    driven.do("skip")
    changed, *told = driven.do("resume")
    assert changed == StateChanged(State.PAUSED, State.WAITING)
    assert [cue.name for cue in cues(tuple(told))] == ["start", "until_done"]


@pytest.mark.parametrize("paused", [False, True])
def test_only_the_person_ends_a_wait_a_seek_does_not(paused: bool):
    driven = playing(PACK_UP, PLANK)
    driven.run(5)
    if paused:
        driven.do("pause")
    assert driven.do("seek", 10) == ()
    assert driven.player.segment.kind == "until_done"


@pytest.mark.parametrize("seconds", [13, 60])
def test_a_seek_stops_at_a_wait(seconds: float):
    driven = playing(PLANK, PACK_UP, MARCH)
    driven.run(20)
    driven.do("seek", seconds)
    assert (driven.player.state, driven.player.position) == (State.WAITING, 33)


def test_a_seek_back_leaves_a_wait():
    driven = playing(PLANK, PACK_UP)
    driven.run(33)
    driven.do("seek", -10)
    assert (driven.player.state, driven.player.position) == (State.RUNNING, 23)


def test_a_seek_back_at_a_wait_that_begins_the_session_does_nothing():
    driven = playing(PACK_UP, PLANK, options=AT_ONCE)
    assert driven.player.state is State.WAITING
    assert driven.do("seek", -10) == ()


def test_two_waits_are_done_one_after_the_other():
    driven = playing(PACK_UP, PACK_UP, options=AT_ONCE)
    driven.do("done")
    assert (driven.player.state, driven.player.segment.index) == (State.WAITING, 1)
    assert driven.player.state is State.WAITING
    closing = driven.do("done")
    assert [cue.name for cue in cues(closing)] == ["finished", "finished"]
    assert driven.player.state is State.FINISHED


def test_the_closing_cues_of_a_last_wait_come_when_it_is_done():
    driven = playing(PACK_UP)
    assert "finished" not in [cue.name for cue in cues(driven.run(8))]
    assert [cue.name for cue in cues(driven.do("done"))] == ["finished", "finished"]


# -- stopping --------------------------------------------------------------------------------


def test_stop_leaves_the_segment_as_it_is_told():
    driven = playing(PLANK)
    driven.run(8)
    driven.clock.advance(1)
    left, changed = driven.player.stop("hurt")
    assert left == SegmentLeft(driven.player.timeline.segments[1], "hurt", 4, 0, 0)
    assert changed == StateChanged(State.RUNNING, State.STOPPED)


def test_a_session_that_never_began_is_stopped_without_a_segment():
    driven = Driven(playing(PLANK).player.timeline)
    assert driven.do("stop") == (StateChanged(State.READY, State.STOPPED),)
    assert driven.do("start") == ()
