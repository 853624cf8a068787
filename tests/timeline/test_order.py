"""What follows what: preparation, sets, sides, rests."""

from __future__ import annotations

from recovery_coach.library.dose import Dose, Phase
from recovery_coach.library.models import Step
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Options, Timeline
from tests.factories import EXERCISES, TEMPO, exercise, routine, timeline


def order(of: Timeline) -> list[tuple[str, str | None, int, float]]:
    return [(s.kind, s.side, s.set, s.seconds) for s in of.segments]


def test_a_session_begins_with_five_seconds_to_get_ready_and_eight_between_exercises():
    assert order(timeline(Step(exercise="plank"), Step(exercise="march"))) == [
        ("get_ready", None, 1, 5),
        ("hold", None, 1, 20),
        ("transition", None, 1, 8),
        ("work", None, 1, 30),
    ]


def test_a_preparation_names_what_it_prepares():
    _, _, transition, work = timeline(Step(exercise="plank"), Step(exercise="march")).segments
    assert (transition.step, transition.exercise) == (work.step, work.exercise) == (1, "march")


def test_sides_each_go_left_switch_right_rest_left():
    assert order(timeline(Step(exercise="side_plank", hold=12, sets=2, rest=20))) == [
        ("get_ready", "left", 1, 5),
        ("hold", "left", 1, 12),
        ("switch", "right", 1, 5),
        ("hold", "right", 1, 12),
        ("rest", "left", 2, 20),
        ("hold", "left", 2, 12),
        ("switch", "right", 2, 5),
        ("hold", "right", 2, 12),
    ]


def test_a_rest_that_turns_the_person_back_lasts_at_least_as_long_as_a_switch():
    step = Step(exercise="side_plank", hold=12, sets=2, rest=2)
    assert ("rest", "left", 2, 5) in order(timeline(step))


def test_without_a_rest_the_person_still_gets_a_switch_to_turn_back():
    step = Step(exercise="side_plank", hold=12, sets=2)
    assert order(timeline(step))[4] == ("switch", "left", 2, 5)


def test_without_sides_a_rest_lasts_as_long_as_was_said_and_none_is_none():
    rested = timeline(Step(exercise="plank", hold=20, sets=2, rest=2))
    assert [kind for kind, *_ in order(rested)] == ["get_ready", "hold", "rest", "hold"]
    assert rested.segments[2].seconds == 2
    straight = timeline(Step(exercise="plank", hold=20, sets=2))
    assert [kind for kind, *_ in order(straight)] == ["get_ready", "hold", "hold"]


def test_options_of_zero_leave_their_segments_out():
    nothing = Options(get_ready=0, switch=0, transition=0)
    steps = (Step(exercise="side_plank", hold=12, sets=2), Step(exercise="plank"))
    assert order(timeline(*steps, options=nothing)) == [
        ("hold", "left", 1, 12),
        ("hold", "right", 1, 12),
        ("hold", "left", 2, 12),
        ("hold", "right", 2, 12),
        ("hold", None, 1, 20),
    ]


def test_alternating_sides_are_one_segment_left_first():
    work = timeline(Step(exercise="dead_bug")).segments[1]
    assert work.side == "alternate"
    assert [rep.side for rep in work.reps] == ["left", "right", "left", "right"]


def test_each_side_of_alternating_repetitions_has_its_own_phases():
    tempo = (
        Phase(phase="brace", seconds=1),
        Phase(phase="turn left", seconds=2, side="left"),
        Phase(phase="turn right", seconds=2, side="right"),
    )
    twist = exercise("twist", dose=Dose(reps=2, sides="alternate", tempo=tempo))
    _, work = compile_timeline(routine(Step(exercise="twist")), {"twist": twist}).segments
    assert [[phase.name for phase in rep.phases] for rep in work.reps] == [
        ["brace", "turn left"],
        ["brace", "turn right"],
    ]


def test_descending_sets_get_fewer():
    step = Step(exercise="squat", reps=(5, 3, 1), rest=10, tempo=TEMPO)
    work = [s for s in timeline(step).segments if s.kind == "work"]
    assert [(s.set, s.sets, len(s.reps), s.seconds) for s in work] == [
        (1, 3, 5, 20),
        (2, 3, 3, 12),
        (3, 3, 1, 4),
    ]


def test_breaths_are_repetitions_by_tempo():
    _, work = timeline(Step(exercise="breathing")).segments
    assert work.counts == "breaths"
    assert [(p.name, p.start, p.end) for p in work.reps[1].phases] == [
        ("inhale", 15, 19),
        ("exhale", 19, 25),
    ]


def test_a_hold_in_several_shapes_lasts_its_seconds_in_each():
    _, hold = timeline(Step(exercise="plank", hold=6, shapes=("Round", "Arch"))).segments
    assert [(s.name, s.start, s.end) for s in hold.shapes] == [("Round", 5, 11), ("Arch", 11, 17)]


def test_until_done_is_an_instant_outside_the_total():
    laid = timeline(Step(exercise="pack_up"), Step(exercise="plank"))
    assert [(s.kind, s.start, s.end) for s in laid.segments] == [
        ("get_ready", 0, 5),
        ("until_done", 5, 5),
        ("transition", 5, 13),
        ("hold", 13, 33),
    ]
    assert laid.total == 33


def test_a_session_of_nothing_but_waits_takes_no_time():
    laid = timeline(Step(exercise="pack_up"), options=Options(get_ready=0))
    assert laid.total == 0
    assert laid.step_spans() == ((0, 0),)


def test_a_step_keeps_its_note():
    laid = timeline(Step(exercise="plank", note="Build slowly."), Step(exercise="march"))
    assert [step.note for step in laid.steps] == ["Build slowly.", ""]


def test_every_exercise_of_the_factories_compiles():
    laid = timeline(*(Step(exercise=identifier) for identifier in EXERCISES))
    assert [step.exercise.id for step in laid.steps] == list(EXERCISES)
