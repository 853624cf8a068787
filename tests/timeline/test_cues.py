"""What is said, sounded and breathed, and when."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given

from recovery_coach.library.dose import Dose, Phase
from recovery_coach.library.models import Step, Variant
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.cues import TICK
from recovery_coach.timeline.model import CountAloud, Cue, Options, Segment, Span, Timeline
from tests.factories import EXERCISES, TEMPO, exercise, routine, timeline
from tests.strategies import any_timelines, timelines


def said(segment: Segment) -> list[tuple[float, str]]:
    """What is said in a segment, but for 3-2-1, how to get there, and the end of the session."""
    return [
        (round(c.at - segment.start, 6), c.text)
        for c in segment.cues
        if c.kind == "say" and c.name not in ("count", "position", "finished")
    ]


def shorter(segment: Segment, name: str) -> tuple[str, ...]:
    """What may be said instead of the first words of a name, where there is less room."""
    return next(c.shorter for c in segment.cues if c.kind == "say" and c.name == name)


def tones(segment: Segment, name: str) -> list[float]:
    """When a tone sounds, in seconds since the segment began."""
    found = (c.at for c in segment.cues if c.kind == "tone" and c.name == name)
    return [round(at - segment.start, 6) for at in found]


def stretches(segment: Segment) -> tuple[Span, ...]:
    """What is counted out: each shape of a hold, else the whole segment; a wait never is."""
    if segment.kind == "until_done":
        return ()
    return segment.shapes or (Span("", segment.start, segment.end),)


@given(any_timelines())
def test_cues_lie_inside_their_segment_and_only_the_closing_ones_at_its_end(timeline: Timeline):
    last = timeline.segments[-1]
    for segment in timeline.segments:
        for cue in segment.cues:
            closing = segment is last and cue.name == "finished"
            at_an_instant = segment.kind == "until_done" and cue.at == segment.start
            assert segment.start <= cue.at < segment.end or closing or at_an_instant
            assert not closing or cue.at == timeline.total


@given(any_timelines())
def test_all_cues_are_in_order(timeline: Timeline):
    cues = list(chain.from_iterable(segment.cues for segment in timeline.segments))
    assert all(a.at <= b.at for a, b in pairwise(cues))


@given(any_timelines())
def test_every_cue_has_words(timeline: Timeline):
    for cue in chain.from_iterable(segment.cues for segment in timeline.segments):
        assert cue.text.strip()
        assert "{" not in cue.text
        assert "None" not in cue.text


@given(any_timelines())
def test_only_the_session_is_closed_and_it_is_closed_once(timeline: Timeline):
    closing = [
        (s.index, c.kind, c.at) for s in timeline.segments for c in s.cues if c.name == "finished"
    ]
    last = len(timeline.segments) - 1
    assert closing == [(last, "tone", timeline.total), (last, "say", timeline.total)]


@given(timelines())
def test_every_stretch_with_room_for_it_is_counted_out_before_its_end(timeline: Timeline):
    for segment in timeline.segments:
        counted = [(c.at, c.text) for c in segment.cues if (c.kind, c.name) == ("tone", "count")]
        expected = [
            (stretch.end - number, str(number))
            for stretch in stretches(segment)
            if stretch.end - stretch.start >= 4
            for number in (3, 2, 1)
        ]
        assert counted == expected
        aloud = [(c.at, c.text) for c in segment.cues if (c.kind, c.name) == ("say", "count")]
        after_each = [(at + TICK, text) for at, text in expected]
        assert aloud == ([] if segment.reps else after_each)


@given(timelines())
def test_every_hold_of_ten_seconds_and_more_has_a_halfway(timeline: Timeline):
    for segment in timeline.segments:
        if segment.kind == "hold":
            expected = [
                pytest.approx((shape.start + shape.end) / 2)
                for shape in stretches(segment)
                if shape.end - shape.start >= 10
            ]
            for kind in ("tone", "say"):
                found = [c.at for c in segment.cues if (c.kind, c.name) == (kind, "halfway")]
                assert found == expected


@given(timelines())
def test_every_move_and_set_is_announced_by_what_comes_before_it(timeline: Timeline):
    for segment in timeline.segments:
        named = [c.at for c in segment.cues if c.kind == "say" and c.name in ("next", "switch")]
        if segment.performed:
            assert named == []
        elif segment.kind in ("switch", "get_ready"):
            assert named == [segment.start]
        else:
            assert named == [max(segment.start, segment.end - 9)]


def test_get_ready_names_the_first_move_its_side_and_its_dose():
    first = timeline(Step(exercise="side_plank")).segments[0]
    assert said(first) == [(0, "Get ready. Side plank, left side. 12 seconds a side.")]
    assert tones(first, "get_ready") == [0]


def test_the_next_move_is_named_as_the_transition_begins():
    transition = timeline(Step(exercise="plank"), Step(exercise="squat")).segments[2]
    assert said(transition) == [(0, "Next: Squat. 5 reps.")]
    assert tones(transition, "end") == [0]


def test_in_a_longer_transition_it_is_named_nine_seconds_before_its_start():
    options = Options(transition=30)
    transition = timeline(Step(exercise="plank"), Step(exercise="squat"), options=options)
    assert said(transition.segments[2]) == [(21, "Next: Squat. 5 reps.")]


def test_a_long_rest_is_named_and_then_the_set_that_follows():
    rest = timeline(Step(exercise="plank", hold=20, sets=2, rest=30)).segments[2]
    assert said(rest) == [(0, "Rest 30 seconds."), (21, "Set 2 of 2.")]
    assert tones(rest, "end") == [0]
    assert tones(rest, "count") == [27, 28, 29]


def test_a_short_rest_names_the_set_at_once():
    rest = timeline(Step(exercise="side_plank", hold=20, sets=2, rest=6)).segments[4]
    assert said(rest) == [(0, "Set 2 of 2, left side.")]


def test_a_rest_says_the_cue_of_the_set_that_follows():
    step = Step(
        exercise="squat", reps=4, sets=2, rest=5, tempo=TEMPO, set_cues=("Forwards", "Back")
    )
    assert said(timeline(step).segments[2]) == [(0, "Set 2 of 2. Back.")]


def test_without_a_rest_the_set_is_named_as_it_begins():
    step = Step(exercise="squat", reps=4, sets=2, tempo=TEMPO, set_cues=("Forwards", "Back"))
    first, second = timeline(step).segments[1:]
    assert [c.text for c in first.cues if c.name == "set"] == []
    assert said(second)[0] == (0, "Back.")
    plain = timeline(Step(exercise="plank", hold=20, sets=2)).segments[2]
    assert said(plain)[0] == (0, "Set 2 of 2.")


def test_where_sets_differ_it_is_said_how_the_first_one_goes():
    step = Step(exercise="squat", reps=4, sets=2, tempo=TEMPO, set_cues=("Forwards", "Back"))
    ready = timeline(step).segments[0]
    assert [c.text for c in ready.cues if c.name == "position"] == ["Forwards."]


def test_a_switch_names_the_other_side():
    switch = timeline(Step(exercise="side_plank")).segments[2]
    assert said(switch) == [(0, "Switch. Right side.")]
    assert tones(switch, "switch") == [0]
    assert tones(switch, "count") == [2, 3, 4]


def test_a_hold_says_hold_halfway_and_is_counted_out():
    hold = timeline(Step(exercise="plank")).segments[1]
    assert said(hold) == [(0, "Hold. 20 seconds."), (10, "Halfway")]
    assert tones(hold, "start") == [0]
    assert tones(hold, "count") == [17, 18, 19]


def test_a_hold_of_less_than_ten_seconds_has_no_halfway():
    hold = timeline(Step(exercise="plank", hold=9.9)).segments[1]
    assert tones(hold, "halfway") == []


def test_each_shape_of_a_hold_is_named_halved_and_counted_out():
    hold = timeline(Step(exercise="plank", hold=10, shapes=("Round", "Arch"))).segments[1]
    assert said(hold) == [(0, "Round"), (5, "Halfway"), (10, "Arch"), (15, "Halfway")]
    assert tones(hold, "change") == [10]
    assert tones(hold, "count") == [7, 8, 9, 17, 18, 19]


def test_repetitions_are_counted_as_they_begin_and_the_last_says_so():
    work = timeline(Step(exercise="squat", reps=3)).segments[1]
    assert said(work) == [
        (0, "1, lower"),
        (2, "hold"),
        (3, "lift"),
        (4, "2, lower"),
        (6, "hold"),
        (7, "lift"),
        (8, "Last one"),
    ]
    assert shorter(work, "rep") == ("1",)


def test_of_two_repetitions_the_second_is_two():
    work = timeline(Step(exercise="squat", reps=2)).segments[1]
    assert said(work)[3] == (4, "2, lower")


@pytest.mark.parametrize(
    ("aloud", "numbers"),
    [
        ("all", ["1, lower", "2, lower", "3", "4", "Last one"]),
        ("last_three", ["lower", "lower", "3 more", "2 more", "Last one"]),
        ("none", ["lower", "lower"]),
    ],
)
def test_what_is_counted_aloud_is_a_choice(aloud: CountAloud, numbers: list[str]):
    options = Options(count_aloud=aloud)
    work = timeline(Step(exercise="squat", reps=5), options=options).segments[1]
    assert [c.text for c in work.cues if c.name == "rep"] == numbers


def test_without_counting_aloud_the_seconds_tick_and_nobody_says_them():
    hold = timeline(Step(exercise="plank"), options=Options(count_aloud="none")).segments[1]
    assert tones(hold, "count") == [17, 18, 19]
    assert [c for c in hold.cues if (c.kind, c.name) == ("say", "count")] == []


def test_a_hold_that_one_waits_in_is_named_in_every_repetition_and_so_is_what_follows():
    phases = (("reach", 1), ("hold", 4), ("return", 1))
    tempo = tuple(Phase(phase=name, seconds=seconds) for name, seconds in phases)
    bird_dog = exercise("bird_dog", dose=Dose(reps=4, tempo=tempo))
    work = compile_timeline(routine(Step(exercise="bird_dog")), {"bird_dog": bird_dog}).segments[1]
    assert said(work)[-3:] == [(18, "Last one"), (19, "hold"), (23, "return")]


def test_sides_in_turn_are_named_until_one_knows_them():
    tempo = (Phase(phase="lower", seconds=2), Phase(phase="return", seconds=2))
    dead_bug = exercise("dead_bug", dose=Dose(reps=8, sides="alternate", tempo=tempo))
    work = compile_timeline(routine(Step(exercise="dead_bug")), {"dead_bug": dead_bug}).segments[1]
    numbers = [c.text for c in work.cues if c.name == "rep"]
    assert numbers[:5] == ["1, Left side", "2, Right side", "3, Left side", "4, Right side", "5"]


def test_swings_too_quick_for_words_are_only_counted():
    tempo = (Phase(phase="swing forward", seconds=0.6), Phase(phase="swing back", seconds=0.6))
    swings = exercise("swings", dose=Dose(reps=4, tempo=tempo))
    work = compile_timeline(routine(Step(exercise="swings")), {"swings": swings}).segments[1]
    assert [text for _, text in said(work)] == ["1", "2", "3", "Last one"]


def test_another_position_is_described_and_the_same_is_not():
    squat = exercise("squat")
    dog = exercise(
        "dog", position="hands_and_knees", start="Come onto hands and knees, back level."
    )
    steps = (Step(exercise="squat"), Step(exercise="dog"), Step(exercise="dog"))
    segments = compile_timeline(routine(*steps), {"squat": squat, "dog": dog}).segments
    positions = [(c.text, c.shorter) for s in segments[2:] for c in s.cues if c.name == "position"]
    full = "Come onto hands and knees, back level."
    assert positions == [(full, ("Come onto hands and knees.",))]


def test_what_is_to_be_fetched_is_said_once():
    band = exercise("band", equipment=("mat", "band"))
    steps = (Step(exercise="squat"), Step(exercise="band"), Step(exercise="band"))
    segments = compile_timeline(
        routine(*steps), {"squat": exercise("squat"), "band": band}
    ).segments
    named = [c.text for s in segments for c in s.cues if c.name == "next"]
    assert [text.partition("You need: ")[2] for text in named] == ["", "band.", ""]


def test_what_comes_next_can_be_said_in_ever_fewer_words():
    transition = timeline(Step(exercise="plank"), Step(exercise="side_plank")).segments[2]
    assert said(transition) == [(0, "Next: Side plank, left side. 12 seconds a side.")]
    fewer = ("Next: Side plank, left side.", "Side plank, left side.")
    assert shorter(transition, "next") == fewer


def test_a_long_hold_inside_a_repetition_has_a_halfway():
    tempo = (Phase(phase="reach", seconds=1), Phase(phase="hold", seconds=10))
    bird_dog = exercise("bird_dog", dose=Dose(reps=1, tempo=tempo))
    work = compile_timeline(routine(Step(exercise="bird_dog")), {"bird_dog": bird_dog}).segments[1]
    assert tones(work, "halfway") == [6]


def test_breaths_are_breathed_phase_by_phase():
    work = timeline(Step(exercise="breathing", breaths=1)).segments[1]
    breathed = [(c.at, c.name, c.text) for c in work.cues if c.kind == "breathe"]
    assert breathed == [(5, "inhale", "Breathe in"), (9, "exhale", "Breathe out")]


def test_once_the_pace_is_known_few_words_are_enough():
    work = timeline(Step(exercise="breathing", breaths=4)).segments[1]
    breathed = [c.text for c in work.cues if c.kind == "breathe"]
    assert breathed[2:] == ["Breathe in", "Breathe out", "In", "Out", "Last one. In", "Out"]


def test_timed_work_is_started_and_halved():
    work = timeline(Step(exercise="march")).segments[1]
    assert said(work) == [(0, "Go"), (15, "Halfway")]


def test_a_wait_says_what_to_do_and_is_never_counted_out():
    wait = timeline(Step(exercise="pack_up"), Step(exercise="plank")).segments[1]
    assert said(wait) == [(0, "Pack up. Take your time, then press Enter.")]
    assert tones(wait, "count") == []


def test_the_end_names_the_whole_time():
    hold = timeline(Step(exercise="plank")).segments[-1]
    assert hold.cues[-2:] == (
        Cue(25, "tone", "finished", "Finished"),
        Cue(25, "say", "finished", "Done: 25 seconds.", ("Done.",)),
    )


def test_a_session_without_any_time_does_not_name_it():
    wait = timeline(Step(exercise="pack_up"), options=Options(get_ready=0)).segments[-1]
    assert wait.cues[-1].text == "Done."


def test_at_one_instant_the_tone_comes_before_the_words():
    for segment in timeline(Step(exercise="side_plank", hold=12, sets=2, rest=20)).segments:
        at_start = [cue.kind for cue in segment.cues if cue.at == segment.start]
        assert at_start[0] == "tone"
        assert "tone" not in at_start[1:]


def test_the_easier_way_is_said_also_in_the_same_position():
    """Its exercise may be done standing; it may as well be on a chair."""
    exercises = {
        **EXERCISES,
        "curl": exercise("curl", easier=Variant(text="Sit on a chair.")),
    }
    steps = (Step(exercise="squat"), Step(exercise="curl", easier=True))
    planned = compile_timeline(routine(*steps), exercises)
    assert "Sit on a chair." in [cue.text for s in planned.segments for cue in s.cues]
    assert planned.steps[1].easier
