"""What a person sees at one instant. That it can always be shown is in the properties."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.base.i18n import clock_time
from recovery_coach.library.dose import Dose
from recovery_coach.library.models import Step
from recovery_coach.session.player import Player
from recovery_coach.session.states import State
from recovery_coach.session.view import CountStyle, Moment, View, moment_of, view_of
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Timeline
from tests.factories import EXERCISES, TEMPO, exercise, routine
from tests.fakes import ManualClock
from tests.session.driving import Driven, playing
from tests.strategies import any_timelines

PLANK = Step(exercise="plank", note="Build slowly.")


def after(driven: Driven, seconds: float) -> View:
    driven.run(seconds)
    return view_of(driven.player)


def test_getting_ready_says_how_to_get_there_and_counts_down():
    view = after(playing(PLANK, Step(exercise="march")), 1.5)
    assert (view.kicker, view.title, view.cue) == ("Get ready · 1 of 2", "Plank", "Stand tall.")
    assert (view.count, view.unit) == ("4", "seconds")
    assert view.fraction == 0.3
    assert view.next_name == "March"


def test_a_hold_counts_its_seconds_down():
    view = after(playing(PLANK, Step(exercise="march")), 5)
    assert (view.kicker, view.phase, view.count) == ("1 of 2", "Hold", "20")
    assert (view.cue, view.fraction, view.left) == ("Build slowly.", 0, 58)
    assert (view.next_name, view.next_words) == ("March", "30 s")


def test_the_note_comes_first_then_how_it_is_done_line_by_line():
    driven = playing(PLANK)
    seen = list(dict.fromkeys(after(driven, 0.5).cue for _ in range(48)))
    assert seen == [
        "Stand tall.",
        "Build slowly.",
        "Sit down.",
        "Stand up.",
        "Breathe: out on the way up",
    ]


def test_repetitions_count_up_with_their_phases():
    driven = playing(Step(exercise="squat", reps=3))
    assert after(driven, 5).cue == "Sit down."
    view = after(driven, 4 + 2.5)
    assert view.cue == "Stand up."
    assert (view.count, view.unit, view.parts) == ("2", "of 3", (1, 3))
    assert (view.phase, view.phase_left, view.fraction) == ("Hold", 0.5, 0.625)


def test_breaths_are_in_words():
    view = after(playing(Step(exercise="breathing")), 5)
    assert (view.phase, view.count, view.unit) == ("Breathe in", "1", "of 3 breaths")


def counted(driven: Driven, seconds: float) -> tuple[str, str]:
    driven.run(seconds)
    view = view_of(driven.player, "up")
    return view.count, view.unit


def test_a_hold_may_count_up_and_what_prepares_counts_down_all_the_same():
    driven = playing(PLANK, Step(exercise="march"))
    assert counted(driven, 1.5) == ("4", "seconds")
    assert counted(driven, 3.5) == ("0", "of 20 s")
    assert counted(driven, 0.5) == ("0", "of 20 s")
    assert counted(driven, 0.5) == ("1", "of 20 s")
    assert counted(driven, 18.5) == ("19", "of 20 s")
    assert counted(driven, 1.0) == ("8", "seconds"), "a transition"
    assert counted(driven, 7.5 + 12.25) == ("12", "of 30 s"), "work by time"


def test_a_rest_may_count_up_and_a_change_of_sides_does_not():
    driven = playing(Step(exercise="side_plank", hold=12, sets=2, rest=10))
    assert counted(driven, 5 + 12 + 1) == ("4", "seconds")
    assert counted(driven, 4 + 12 + 3) == ("3", "of 10 s")


def test_each_shape_may_count_up_for_itself():
    step = Step(exercise="plank", hold=10, shapes=("Round", "Arch"))
    assert counted(playing(step), 5 + 12.5) == ("2", "of 10 s")


def test_repetitions_count_up_in_either_style():
    step = Step(exercise="squat", reps=3)
    assert counted(playing(step), 5 + 4 + 2.5) == ("2", "of 3")


def test_each_shape_counts_for_itself():
    view = after(playing(Step(exercise="plank", hold=10, shapes=("Round", "Arch"))), 5 + 12.5)
    assert (view.phase, view.count, view.fraction) == ("Arch", "8", 0.25)


def test_sides_and_sets_are_named():
    driven = playing(Step(exercise="side_plank", hold=12, sets=2, rest=10))
    left = after(driven, 5)
    assert (left.side, left.set, left.next_words) == (
        "Left side",
        "Set 1 of 2",
        "Right side · set 1 of 2 · 12 s",
    )
    switch = after(driven, 12)
    assert (switch.kicker, switch.side, switch.phase) == (
        "Switch sides · 1 of 1",
        "Right side",
        "Switch",
    )
    rest = after(driven, 5 + 12)
    assert (rest.kicker, rest.set) == ("Rest · 1 of 1", "Set 2 of 2")


def test_alternating_sides_are_those_of_the_repetition():
    driven = playing(Step(exercise="dead_bug"))
    assert view_of(driven.player).side == "Sides in turn"
    assert view_of(driven.player).set == "4 reps"  # the sides stand beside it
    assert (after(driven, 5).side, after(driven, 4).side) == ("Left side", "Right side")


def test_the_cue_of_a_set_is_shown_with_it():
    swing = exercise("swing", dose=Dose(reps=2, sets=2, tempo=TEMPO, set_cues=("Front", "Back")))
    timeline = compile_timeline(routine(Step(exercise="swing")), {"swing": swing})
    player = Player(timeline, ManualClock())
    player.start(1)
    assert view_of(player).set == "Set 1 of 2 · Front"


def test_a_wait_takes_its_time():
    view = after(playing(Step(exercise="pack_up")), 5)
    assert (view.count, view.unit, view.phase) == ("", "take your time", "Until you are done")
    assert (view.fraction, view.next_name) == (0, "Finish")


def test_a_pause_says_so_and_going_on_counts():
    driven = playing(PLANK)
    driven.run(7)
    driven.do("pause")
    assert view_of(driven.player).phase == "Paused"
    driven.do("resume")
    view = after(driven, 0.5)
    assert (view.state, view.count, view.unit) == (State.RESUMING, "3", "and on")
    assert after(driven, 1.5).count == "1"


def test_the_end_says_so():
    driven = playing(PLANK)
    driven.run(25)
    view = view_of(driven.player)
    assert (view.phase, view.left, view.fraction) == ("Finished", 0, 1)


def test_before_the_start_the_first_thing_is_shown():
    player = Player(playing(*(Step(exercise=i) for i in EXERCISES)).player.timeline, ManualClock())
    view = view_of(player)
    assert (view.state, view.count, view.steps) == (State.READY, "5", len(EXERCISES))


# -- while the moment is the same, so are the words --------------------------------------------


def words_at(driven: Driven, style: CountStyle) -> tuple[Moment, View, str]:
    """The moment, all that is said at it, and the time left as it is written."""
    view = view_of(driven.player, style)
    said = replace(view, phase_left=0.0, fraction=0.0, left=0.0)
    return moment_of(driven.player, style), said, clock_time(view.left)


@pytest.mark.parametrize("style", ["down", "up"])
@given(
    timeline=any_timelines(),
    begins=st.floats(0, 60),
    waits=st.lists(st.floats(0, 0.3) | st.sampled_from([0.001, 1 / 60, 0.25]), max_size=40),
    commands=st.dictionaries(
        st.integers(0, 39), st.sampled_from(["pause", "resume", "skip", "back", "extend", "done"])
    ),
)
def test_equal_moments_are_put_into_equal_words(
    style: CountStyle,
    timeline: Timeline,
    begins: float,
    waits: list[float],
    commands: dict[int, str],
):
    driven = Driven(timeline)
    driven.do("start")
    driven.do("seek", begins)
    last = words_at(driven, style)
    for number, wait in enumerate(waits):
        driven.after(wait)
        if number in commands:
            driven.do(commands[number])
        moment, said, left = words_at(driven, style)
        if moment == last[0]:
            assert (said, left) == last[1:]
        last = moment, said, left


@pytest.mark.parametrize("style", ["down", "up"])
@given(
    timeline=any_timelines(),
    begins=st.floats(0, 60),
    waits=st.lists(st.floats(0, 0.1), min_size=1, max_size=60),
)
def test_a_moment_lasts_as_long_as_it_says_unless_something_happens(
    style: CountStyle, timeline: Timeline, begins: float, waits: list[float]
):
    driven = Driven(timeline)
    driven.do("start")
    driven.do("seek", begins)
    moment = moment_of(driven.player, style)
    lasts = moment.lasts_until(driven.player.position)
    for wait in waits:
        happened = driven.after(wait)
        now = moment_of(driven.player, style)
        if not happened and driven.player.position < lasts:
            assert now == moment
        moment, lasts = now, now.lasts_until(driven.player.position)


def test_a_moment_of_a_hold_lasts_to_the_next_second():
    driven = playing(PLANK)
    driven.run(5)
    driven.after(0.25)
    assert moment_of(driven.player).lasts_until(5.25) == pytest.approx(6, abs=0.01)
    driven.do("pause")
    assert moment_of(driven.player).lasts_until(5.25) == 5.25


def test_within_a_second_of_a_hold_the_moment_stays_and_the_fraction_moves():
    driven = playing(PLANK)
    driven.run(5.5)
    before = moment_of(driven.player)
    driven.after(0.25)
    moment = moment_of(driven.player)
    assert moment == before
    assert moment.stretch == (5, 25)
    assert moment.fraction(driven.player.position) == pytest.approx(0.75 / 20)
    driven.after(0.25)
    assert moment_of(driven.player) != before
