"""The easier exercise takes over. What holds of every layout is in test_layout and test_cues."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.library.dose import Dose
from recovery_coach.library.models import Exercise, Step
from recovery_coach.timeline.easing import eased, eased_dose
from recovery_coach.timeline.model import Options, Segment, Timeline
from tests.factories import TEMPO, exercise, timeline
from tests.strategies import any_timelines, easings

Easing = tuple[Timeline, Timeline, int, Exercise]
KNEES = exercise("knees", dose=Dose(hold=10, sides="each"))
BOTH = exercise("both", dose=Dose(hold=10))
IN_TURN = exercise("in_turn", dose=Dose(reps=6, sides="alternate", tempo=TEMPO))


@st.composite
def eased_timelines(draw: st.DrawFn) -> Easing:
    """Before, after, which segment was under way, and the easier exercise."""
    before = draw(any_timelines())
    index, easier = draw(easings(before))
    return before, eased(before, index, easier), index, easier


def new_ones(easing: Easing) -> list[Segment]:
    _, after, _, easier = easing
    return [segment for segment in after.segments if segment.exercise == easier.id]


def left_of(easing: Easing) -> list[Segment]:
    """What was still to be done of the step, the segment under way included."""
    before, _, index, _ = easing
    step = before.segments[index].step
    return [s for s in before.segments[index:] if s.step == step and s.performed]


# -- what holds of every one -------------------------------------------------------------------


@given(eased_timelines())
def test_what_lies_before_is_untouched(easing: Easing):
    before, after, index, _ = easing
    assert after.segments[:index] == before.segments[:index]
    broken_off, was = after.segments[index], before.segments[index]
    assert replace(broken_off, cues=()) == replace(was, cues=())
    assert broken_off.cues == tuple(cue for cue in was.cues if cue.name != "finished")


@given(eased_timelines())
def test_every_set_that_was_left_comes_once_on_each_of_its_sides(easing: Easing):
    done = [(s.set, s.side) for s in new_ones(easing) if s.performed]
    left: dict[int, set[str | None]] = {}
    for segment in left_of(easing):
        left.setdefault(segment.set, set()).add(segment.side)
    assert len(done) == len(set(done))
    assert list(dict.fromkeys(number for number, _ in done)) == list(left)
    for number, sides in left.items():
        now = [side for one, side in done if one == number]
        if set(now) & {"left", "right"}:
            assert now == [s for s in ("left", "right") if s in sides] or now == ["left", "right"]
            assert set(now) == sides or not sides <= {"left", "right"}
        else:
            assert len(now) == 1


@given(eased_timelines())
def test_it_begins_with_a_transition_and_goes_on_where_the_segment_ends(easing: Easing):
    before, after, index, easier = easing
    first = after.segments[index + 1]
    assert first.exercise == easier.id
    assert first.start == before.segments[index].end
    assert first.set == left_of(easing)[0].set
    seconds = after.options.transition
    assert (first.kind == "transition") == bool(seconds)
    assert not seconds or first.seconds == pytest.approx(seconds)


@given(eased_timelines())
def test_later_steps_are_moved_and_otherwise_the_same(easing: Easing):
    before, after, index, _ = easing
    step = before.segments[index].step
    old = [s for s in before.segments if s.step > step]
    new = [s for s in after.segments if s.step > step]
    shift = new[0].start - old[0].start if old else 0.0
    for was, now in zip(old, new, strict=True):
        same = ("key", "kind", "step", "exercise", "side", "set", "sets", "counts")
        assert [getattr(now, name) for name in same] == [getattr(was, name) for name in same]
        assert (now.start, now.end) == pytest.approx((was.start + shift, was.end + shift))
        assert [r.end for r in now.reps] == pytest.approx([r.end + shift for r in was.reps])
    assert (len(after.steps), after.options) == (len(before.steps), before.options)


@given(eased_timelines())
def test_a_number_on_record_is_never_given_twice(easing: Easing):
    before, after, _, _ = easing
    keys = [segment.key for segment in after.segments]
    assert len(keys) == len(set(keys))
    assert min(s.key for s in new_ones(easing)) > max(s.key for s in before.segments)
    assert all(after.segments[after.index_of(key)].key == key for key in keys)


@given(eased_timelines())
def test_each_segment_knows_the_way_it_is_done(easing: Easing):
    before, after, _, easier = easing
    for segment in after.segments:
        assert after.step_of(segment).exercise.id == segment.exercise
    for segment in before.segments:
        assert after.step_of(segment) == before.step_of(segment)
    assert easier in {step.exercise for step in after.steps}


@given(eased_timelines())
def test_whatever_is_performed_is_begun_with_a_cue(easing: Easing):
    for segment in new_ones(easing):
        assert segment.cues
        assert segment.cues[0].at == segment.start


@given(eased_timelines())
def test_what_is_counted_alike_is_never_more_than_was_planned(easing: Easing):
    before, after, index, _ = easing
    step = before.segments[index].step
    planned, now = before.steps[step].dose, after.steps[step].dose
    assert now.rest == planned.rest
    if (now.kind, now.sides) != (planned.kind, planned.sides):
        return
    assert (now.hold or 0) <= (planned.hold or 0)
    assert (now.timed or 0) <= (planned.timed or 0)
    for number in range(before.segments[index].sets):
        if now.kind != "descending" or number < min(now.set_count, planned.set_count):
            assert now.reps_in(number) <= planned.reps_in(number)


# -- told by examples --------------------------------------------------------------------------


def order(of: Timeline, begin: int) -> list[tuple[str, str, str | None, str]]:
    found = of.segments[begin:]
    return [(s.kind, s.exercise, s.side, f"{s.set}/{s.sets}") for s in found]


def test_from_the_second_side_on_it_is_the_easier_one():
    before = timeline(Step(exercise="side_plank", hold=12, sets=2, rest=9), Step(exercise="plank"))
    assert order(eased(before, 3, KNEES), 3) == [
        ("hold", "side_plank", "right", "1/2"),
        ("transition", "knees", "right", "1/2"),
        ("hold", "knees", "right", "1/2"),
        ("rest", "knees", "left", "2/2"),
        ("hold", "knees", "left", "2/2"),
        ("switch", "knees", "right", "2/2"),
        ("hold", "knees", "right", "2/2"),
        ("transition", "plank", None, "1/1"),
        ("hold", "plank", None, "1/1"),
    ]


def test_in_a_rest_what_comes_next_is_the_first_that_is_easier():
    before = timeline(Step(exercise="side_plank", hold=12, sets=2, rest=9))
    assert order(eased(before, 4, KNEES), 4)[:3] == [
        ("rest", "side_plank", "left", "2/2"),
        ("transition", "knees", "left", "2/2"),
        ("hold", "knees", "left", "2/2"),
    ]


def test_without_sides_a_set_with_one_side_left_is_still_one_set():
    before = timeline(Step(exercise="side_plank", hold=12, sets=2, rest=9))
    assert order(eased(before, 3, BOTH), 4) == [
        ("transition", "both", None, "1/2"),
        ("hold", "both", None, "1/2"),
        ("rest", "both", None, "2/2"),
        ("hold", "both", None, "2/2"),
    ]


def test_an_exercise_with_sides_in_the_place_of_one_without_is_done_on_both():
    assert order(eased(timeline(Step(exercise="plank")), 1, KNEES), 2) == [
        ("transition", "knees", "left", "1/1"),
        ("hold", "knees", "left", "1/1"),
        ("switch", "knees", "right", "1/1"),
        ("hold", "knees", "right", "1/1"),
    ]


def test_sides_in_turn_stay_one_segment():
    after = eased(timeline(Step(exercise="dead_bug", reps=12)), 1, IN_TURN)
    assert [(s.kind, s.side, len(s.reps)) for s in after.segments[2:]] == [
        ("transition", "alternate", 0),
        ("work", "alternate", 6),
    ]


def test_with_no_seconds_for_a_transition_it_begins_at_once():
    before = timeline(Step(exercise="plank"), options=Options(0, 0, 0))
    assert [s.kind for s in eased(before, 0, BOTH).segments] == ["hold", "hold"]


def test_the_transition_names_the_new_exercise_and_what_is_left_of_it():
    before = timeline(Step(exercise="side_plank", hold=12, sets=3, rest=9))
    after = eased(before, 5, KNEES)
    said = [cue.text for cue in after.segments[6].cues if cue.kind == "say"]
    assert said[0] == "Next: Knees, left side. 2 holds of 10 seconds a side."


def test_the_session_is_closed_once_at_its_new_end():
    after = eased(timeline(Step(exercise="plank")), 1, BOTH)
    closing = [c for c in chain.from_iterable(s.cues for s in after.segments) if c.at == 43]
    assert after.total == 43
    assert [(cue.name, cue.text) for cue in closing][-1] == ("finished", "Done: 43 seconds.")
    assert sum(c.name == "finished" for c in after.segments[1].cues) == 0


def test_it_may_be_made_easier_again_but_not_go_in_a_circle():
    once = eased(timeline(Step(exercise="plank", hold=20, sets=2)), 1, BOTH)
    twice = eased(once, 3, exercise("still_easier", dose=Dose(hold=5)))
    assert [way.exercise.id for way in twice.steps[0].ways()] == ["still_easier", "both", "plank"]
    with pytest.raises(ValueError, match="before"):
        eased(twice, len(twice.segments) - 1, BOTH)
    with pytest.raises(ValueError, match="before"):
        eased(timeline(Step(exercise="plank")), 1, exercise("plank", dose=Dose(hold=5)))


# -- how much of it ----------------------------------------------------------------------------

HOLD, REPS = Dose(hold=20, sides="each"), Dose(reps=8, tempo=TEMPO, sides="none")


@pytest.mark.parametrize(
    ("planned", "own", "amount"),
    [
        (HOLD, Dose(hold=10, sides="each"), 10),
        (HOLD, Dose(hold=30, sides="each"), 20),
        (HOLD, Dose(hold=30), 30),
        (HOLD, Dose(reps=6, tempo=TEMPO), 6),
        (REPS, Dose(reps=12, tempo=TEMPO), 8),
        (REPS, Dose(reps=12, tempo=TEMPO, sides="alternate"), 12),
        (Dose(timed=20), Dose(timed=60), 20),
        (Dose(breaths=4, tempo=TEMPO), Dose(breaths=6, tempo=TEMPO), 4),
        (Dose(reps=(6, 4, 2), tempo=TEMPO), Dose(reps=(5, 5), tempo=TEMPO), (5, 4, 2)),
        (HOLD, Dose(reps=(5, 3, 2), tempo=TEMPO), (5, 3, 2)),
    ],
)
def test_the_amount_is_its_own_or_the_smaller_of_what_is_counted_alike(
    planned: Dose, own: Dose, amount: object
):
    planned = replace(planned, sides=planned.sides or "none")
    found = eased_dose(planned, exercise("easier", dose=own), left=2, sets=3)
    assert (found.hold or found.reps or found.timed or found.breaths) == amount


def test_there_are_as_many_sets_as_were_left_with_the_rests_of_the_routine():
    planned = Dose(hold=20, sets=3, rest=25)
    found = eased_dose(planned, exercise("easier", dose=Dose(hold=10, sets=5, rest=60)), 2, 3)
    assert (found.sets, found.rest) == (2, 25)


def test_a_word_for_each_set_is_said_only_where_it_is_done_whole():
    own = Dose(reps=4, sets=2, tempo=TEMPO, set_cues=("Forwards", "Back"))
    easier = exercise("easier", dose=own)
    assert eased_dose(Dose(timed=30, sets=2), easier, 2, 2).set_cues == own.set_cues
    assert eased_dose(Dose(timed=30, sets=2), easier, 1, 2).set_cues == ()
    assert eased_dose(Dose(timed=30, sets=3), easier, 2, 3).set_cues == ()
