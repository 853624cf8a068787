"""What holds of every timeline, also after it was made longer or easier."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.library.models import Exercise, Routine
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.compiler import length
from recovery_coach.timeline.model import Options, Segment, Span, Timeline, span_at
from tests.strategies import any_timelines, plans, timelines

Plan = tuple[Routine, dict[str, Exercise], Options]


def tiles(parts: tuple[tuple[float, float], ...], start: float, end: float) -> bool:
    """Whether ``parts`` cover the stretch from ``start`` to ``end`` exactly, one by one."""
    return (
        parts[0][0] == start
        and parts[-1][1] == end
        and all(a[1] == b[0] for a, b in pairwise(parts))
        and all(a[0] < a[1] for a in parts)
    )


def ends(spans: tuple[Span, ...]) -> tuple[tuple[float, float], ...]:
    return tuple((span.start, span.end) for span in spans)


@given(any_timelines())
def test_segments_follow_each_other_without_gap_or_overlap(timeline: Timeline):
    assert timeline.segments[0].start == 0
    for before, after in pairwise(timeline.segments):
        assert before.end == after.start
    assert [segment.index for segment in timeline.segments] == list(range(len(timeline.segments)))


@given(any_timelines())
def test_only_a_wait_has_no_length(timeline: Timeline):
    for segment in timeline.segments:
        assert (segment.seconds == 0) == (segment.kind == "until_done")


@given(any_timelines(), st.data())
def test_every_instant_belongs_to_exactly_one_segment(timeline: Timeline, data: st.DataObject):
    timed = [s for s in timeline.segments if s.seconds]
    marks = [t for s in timed for t in (s.start, math.nextafter(s.end, 0))]
    inside = st.floats(0, timeline.total, exclude_max=True) if timeline.total else st.nothing()
    for t in data.draw(st.lists(st.sampled_from(marks) | inside if marks else inside)):
        holding = [s.index for s in timeline.segments if s.start <= t < s.end]
        assert holding == [timeline.index_at(t)]


@given(any_timelines())
def test_the_very_end_belongs_to_the_last_segment(timeline: Timeline):
    assert timeline.index_at(timeline.total) == len(timeline.segments) - 1


@given(any_timelines())
def test_repetitions_fill_their_segment_and_phases_their_repetition(timeline: Timeline):
    counted = [s for s in timeline.segments if s.reps]
    for segment in counted:
        parts = tuple((rep.start, rep.end) for rep in segment.reps)
        assert tiles(parts, segment.start, segment.end)
        assert [rep.number for rep in segment.reps] == list(range(1, len(segment.reps) + 1))
        for rep in segment.reps:
            assert tiles(ends(rep.phases), rep.start, rep.end)


@given(any_timelines())
def test_shapes_fill_their_segment(timeline: Timeline):
    for segment in timeline.segments:
        if segment.shapes:
            assert tiles(ends(segment.shapes), segment.start, segment.end)


@given(any_timelines())
def test_exactly_what_is_counted_has_repetitions_and_exactly_holds_have_shapes(timeline: Timeline):
    for segment in timeline.segments:
        dose = timeline.step_of(segment).dose
        counted = segment.kind == "work" and dose.kind in ("reps", "descending", "breaths")
        assert len(segment.reps) == (dose.reps_in(segment.set - 1) if counted else 0)
        held = dose.shapes if segment.kind == "hold" else ()
        assert tuple(shape.name for shape in segment.shapes) == held


@given(any_timelines())
def test_steps_cover_the_session_one_after_the_other(timeline: Timeline):
    spans = timeline.step_spans()
    assert len(spans) == len(timeline.steps)
    assert (spans[0][0], spans[-1][1]) == (0, timeline.total)
    assert all(a[1] == b[0] for a, b in pairwise(spans))


@given(timelines())
def test_both_sides_get_the_same_time_and_repetitions(timeline: Timeline):
    for number, step in enumerate(timeline.steps):
        performed = [s for s in timeline.segments if s.step == number and s.performed]
        if step.dose.sides == "each":
            left, right = ([s for s in performed if s.side == side] for side in ("left", "right"))
            assert [s.set for s in left] == [s.set for s in right]
            assert sum(s.seconds for s in left) == pytest.approx(sum(s.seconds for s in right))
        elif step.dose.sides == "alternate":
            reps = [rep for s in performed for rep in s.reps]
            assert [rep.side for rep in reps] == ["left", "right"] * (len(reps) // 2)
            left, right = (
                sum(rep.end - rep.start for rep in reps if rep.side == side)
                for side in ("left", "right")
            )
            assert left == pytest.approx(right)
        else:
            assert {s.side for s in performed} == {None}


@given(plans())
def test_a_session_takes_what_its_doses_and_options_add_up_to(plan: Plan):
    routine, exercises, options = plan
    timeline = compile_timeline(routine, exercises, options)
    expected = options.get_ready + options.transition * (len(routine.steps) - 1)
    for step in timeline.steps:
        dose = step.dose
        each = 2 if dose.sides == "each" else 1
        side = "left" if dose.sides == "alternate" else None
        one_rep = sum(phase.seconds for phase in dose.phases(side))
        reps = sum(dose.reps_in(n) for n in range(dose.set_count)) * one_rep
        held = (dose.hold or 0) * max(1, len(dose.shapes)) * dose.set_count
        rest = max(dose.rest, options.switch) if each == 2 else dose.rest
        expected += each * (reps + held + (dose.timed or 0) * dose.set_count)
        expected += rest * (dose.set_count - 1)
        expected += options.switch * dose.set_count * (each - 1)
    assert timeline.total == pytest.approx(expected)


@given(plans())
def test_the_length_of_a_plan_is_known_without_laying_it_out(plan: Plan):
    assert length(*plan) == pytest.approx(compile_timeline(*plan).total)


@given(plans())
def test_the_same_plan_gives_the_same_timeline(plan: Plan):
    assert compile_timeline(*plan) == compile_timeline(*plan)


@given(any_timelines(), st.data())
def test_a_segment_knows_the_repetition_and_shape_of_an_instant(
    timeline: Timeline, data: st.DataObject
):
    segment: Segment = data.draw(st.sampled_from(timeline.segments))
    t = data.draw(st.floats(segment.start, segment.end))
    rep, shape = segment.rep_at(t), segment.shape_at(t)
    assert (rep is None) == (not segment.reps)
    assert (shape is None) == (not segment.shapes)
    for part in (part for part in (rep, shape) if part is not None):
        assert part.start <= t < part.end or t == part.end == segment.end


def test_from_its_end_on_the_last_span_stays_and_before_its_start_the_first():
    spans = (Span("a", 1, 2), Span("b", 2, 3))
    assert [span_at(spans, t).name for t in (0, 1, 2, 3, 9)] == ["a", "a", "b", "b", "b"]
    assert span_at((), 1) is None


@pytest.mark.parametrize("name", ["get_ready", "switch", "transition"])
@pytest.mark.parametrize("bad", [-1, 601, float("nan"), float("inf")])
def test_options_are_seconds_of_at_most_ten_minutes(name: str, bad: float):
    with pytest.raises(ValueError, match=name):
        Options(**{name: bad})
