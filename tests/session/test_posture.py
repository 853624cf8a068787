"""What the figure does at each instant of a session."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_coach.base.paths import find_resources
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.skeleton import Body, points_of
from recovery_coach.figure.vectors import distance
from recovery_coach.library.loader import load_library
from recovery_coach.library.models import Routine, Step
from recovery_coach.session.posture import Posture, body_in, moves_of, posture_at
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Segment, Timeline
from tests.figure.bodies import shipped

LIBRARY = load_library(find_resources(), None)


def timeline(*steps: Step) -> Timeline:
    routine = Routine(id="mine", name="Mine", summary="Mine.", steps=steps)
    return compile_timeline(routine, LIBRARY.exercises)


def first(line: Timeline, kind: str, **wanted: object) -> Segment:
    return next(
        s
        for s in line.segments
        if s.kind == kind and all(getattr(s, name) == value for name, value in wanted.items())
    )


def at(line: Timeline, segment: Segment, seconds: float) -> Posture:
    return posture_at(line, segment, segment.start + seconds, shipped(segment.exercise))


def body(segment: Segment, posture: Posture) -> Body:
    return body_in(Showing(shipped(segment.exercise), posture.side), posture)


def apart(one: Body, other: Body) -> float:
    a, b = points_of(one), points_of(other)
    return max(distance(a[name], b[name]) for name in a)


def phase(segment: Segment, posture: Posture) -> str:
    assert posture.move is not None
    return shipped(segment.exercise).leaps[posture.move].move.phase


def test_a_phase_takes_the_seconds_of_the_dose():
    line = timeline(Step(exercise="dead_bug", reps=2))
    work = first(line, "work")  # lower 3, hold 1, return 2
    for seconds, name, part in (
        (0.0, "lower", 0.0),
        (1.5, "lower", 0.5),
        (4.0, "return", 0.0),
        (5.0, "return", 0.5),
    ):
        found = at(line, work, seconds)
        assert (phase(work, found), found.part) == (name, pytest.approx(part))
        assert found.moving
    assert not at(line, work, 3.5).moving


def test_a_tempo_of_the_step_wins():
    own = LIBRARY.exercises["dead_bug"].dose.tempo
    tempo = tuple(replace(phase, seconds=phase.seconds * 2) for phase in own)
    line = timeline(Step(exercise="dead_bug", reps=2, tempo=tempo))
    assert at(line, first(line, "work"), 3.0).part == pytest.approx(0.5)


def test_repetitions_that_alternate_are_each_others_mirror():
    line = timeline(Step(exercise="dead_bug", reps=4))
    work = first(line, "work")
    left, right = at(line, work, 2.0), at(line, work, 8.0)
    assert (left.side, right.side) == ("left", "right")
    assert left.part == pytest.approx(right.part)


def test_a_twist_has_one_phase_for_each_side():
    line = timeline(Step(exercise="torso_twists", reps=4))
    work = first(line, "work")
    assert phase(work, at(line, work, 1.0)) == "turn left"
    assert phase(work, at(line, work, 3.0)) == "turn right"


def test_steady_work_goes_round_in_its_own_time():
    line = timeline(Step(exercise="easy_march", timed=60))
    work = first(line, "work")
    whole = sum(leap.move.seconds for leap in shipped("easy_march").leaps)
    one, next_one = at(line, work, 0.1), at(line, work, 0.1 + whole)
    assert (one.move, one.part) == (next_one.move, pytest.approx(next_one.part))
    assert one.side != next_one.side


def test_a_hold_is_the_telling_pose_and_still_but_for_the_breath():
    line = timeline(Step(exercise="childs_pose", hold=20))
    hold = first(line, "hold")
    breaths = set()
    for seconds in (0.0, 1.0, 2.3, 10.0, 19.9):
        found = at(line, hold, seconds)
        assert (found.pose, found.before, found.moving) == ("folded", "", False)
        breaths.add(round(found.breath, 3))
    assert len(breaths) > 3


def test_shapes_are_held_one_after_the_other():
    line = compile_timeline(LIBRARY.routines["cool_down_seed"], LIBRARY.exercises)
    hold = first(line, "hold", exercise="cat_cow")
    assert at(line, hold, 10.0).pose == "round"
    changing = at(line, hold, 20.5)
    assert (changing.before, changing.pose, changing.moving) == ("round", "arch", True)
    assert at(line, hold, 25.0).pose == "arch"
    assert at(line, hold, 25.0).before == ""


@pytest.mark.parametrize(
    "identifier", ["childs_pose", "front_plank", "figure_four", "legs_up_wall"]
)
def test_who_gets_ready_for_a_hold_is_shown_the_way_into_it(identifier: str):
    line = timeline(Step(exercise=identifier, hold=20))
    ready, hold = first(line, "get_ready"), first(line, "hold")
    start = at(line, ready, 0.0)
    assert start.pose == (shipped(identifier).figure.ready or shipped(identifier).figure.start)
    end = body(ready, at(line, ready, ready.seconds - 1e-6))
    assert apart(end, body(hold, at(line, hold, 0.0))) < 1e-3
    assert at(line, ready, ready.seconds - 0.5).moving


@pytest.mark.parametrize("routine", ["cool_down_seed", "sore_day_gentle"])
def test_a_rest_leads_out_of_a_hold_and_into_the_next(routine: str):
    line = compile_timeline(LIBRARY.routines[routine], LIBRARY.exercises)
    seen = 0
    for one, rest in zip(line.segments, line.segments[1:], strict=False):
        same = (one.exercise, one.side) == (rest.exercise, rest.side)
        if one.kind == "hold" and rest.kind == "rest" and same:
            seen += 1
            before = body(one, at(line, one, one.seconds - 1e-6))
            assert apart(before, body(rest, at(line, rest, 0.0))) < 1e-3
            after = line.segments[rest.index + 1]
            end = body(rest, at(line, rest, rest.seconds - 1e-6))
            assert apart(end, body(after, at(line, after, 0.0))) < 1e-3
    assert seen


def test_who_gets_ready_is_shown_one_repetition_and_begins_where_it_begins():
    line = timeline(
        Step(exercise="glute_bridge", reps=3), Step(exercise="bodyweight_squat", reps=3)
    )
    coming, work = first(line, "transition"), first(line, "work", exercise="bodyweight_squat")
    moved = [at(line, coming, s / 10).moving for s in range(int(coming.seconds * 10))]
    assert any(moved)
    end = body(coming, at(line, coming, coming.seconds - 1e-6))
    assert apart(end, body(work, at(line, work, 0.0))) < 1e-3


def test_what_runs_backwards_in_a_set_runs_backwards():
    line = timeline(Step(exercise="arm_circles"))
    forwards, backwards = first(line, "work", set=1), first(line, "work", set=2)
    for seconds in (0.3, 0.9, 1.4):
        one = body(forwards, at(line, forwards, seconds))
        other = body(backwards, at(line, backwards, 2.0 - seconds))
        assert apart(one, other) < 1e-6


def test_a_breath_in_is_full_at_its_end():
    line = timeline(Step(exercise="breathing_90_90", breaths=2))
    work = first(line, "work")
    assert at(line, work, 0.0).breath == pytest.approx(0.0)
    assert at(line, work, 2.999).breath == pytest.approx(1.0, abs=0.01)
    assert at(line, work, 7.999).breath == pytest.approx(0.0, abs=0.01)


def test_without_motion_each_phase_is_one_still():
    line = timeline(Step(exercise="dead_bug", reps=2))
    work = first(line, "work")
    stills = {at(line, work, seconds / 10).still for seconds in range(60)}
    assert len(stills) == 3
    assert not any(one.moving for one in stills)


def test_a_phase_that_the_figure_has_not_shows_the_telling_pose():
    line = timeline(Step(exercise="glute_bridge", reps=3))
    work = first(line, "work")
    found = posture_at(line, work, work.start + 0.5, shipped("cat_cow"))
    assert found.pose == "round"


@given(st.data())
@settings(max_examples=150)
def test_at_every_instant_of_every_routine_there_is_a_body(data: st.DataObject):
    routine = LIBRARY.routines[data.draw(st.sampled_from(sorted(LIBRARY.routines)))]
    line = compile_timeline(routine, LIBRARY.exercises)
    t = data.draw(st.floats(0.0, line.total))
    segment = line.segments[line.index_at(t)]
    found = posture_at(line, segment, t, shipped(segment.exercise))
    assert 0.0 <= found.part <= 1.0
    assert 0.0 <= found.breath <= 1.0
    shown = body(segment, found)
    assert points_of(shown)["crown"][1] < 1.3
    assert posture_at(line, segment, t, shipped(segment.exercise)) == found


@given(st.data())
@settings(max_examples=100)
def test_within_a_segment_the_figure_never_jumps(data: st.DataObject):
    routine = LIBRARY.routines[data.draw(st.sampled_from(sorted(LIBRARY.routines)))]
    line = compile_timeline(routine, LIBRARY.exercises)
    segment = data.draw(st.sampled_from([s for s in line.segments if s.seconds > 1]))
    t = data.draw(st.floats(segment.start, segment.end - 0.05))
    one, other = (
        posture_at(line, segment, when, shipped(segment.exercise)) for when in (t, t + 1 / 60)
    )
    if one.side == other.side:
        assert apart(body(segment, one), body(segment, other)) < 4.0 / 60 + 0.01


def test_moves_are_found_by_name_and_in_order():
    motion: Motion = shipped("worlds_greatest_stretch")
    assert moves_of(["lower", "hold", "open", "hold", "return"], motion) == [0, 1, 2, 3, 4]
    assert moves_of(["nothing"], motion) == [None]
