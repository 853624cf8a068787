"""More time for what is under way. What holds of every layout is in test_layout and test_cues."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recovery_coach.library.models import Step
from recovery_coach.timeline.cues import TICK
from recovery_coach.timeline.extending import can_extend, extended
from recovery_coach.timeline.model import Segment, Timeline
from tests.factories import timeline
from tests.strategies import any_timelines, extensions

Extension = tuple[Timeline, Timeline, int, float, float]


@st.composite
def extended_timelines(draw: st.DrawFn) -> Extension:
    """Before, after, which segment, from when, how much longer."""
    before = draw(any_timelines())
    extension = draw(extensions(before))
    assume(extension is not None)
    return before, extended(before, *extension), *extension


def stretch_at(segment: Segment, now: float) -> tuple[float, float]:
    shape = segment.shape_at(now)
    return (shape.start, shape.end) if shape else (segment.start, segment.end)


@given(extended_timelines())
def test_the_total_and_the_segment_grow_by_exactly_that(extension: Extension):
    before, after, index, _, seconds = extension
    assert after.total == before.total + seconds
    assert after.segments[index].start == before.segments[index].start
    assert after.segments[index].end == before.segments[index].end + seconds


@given(extended_timelines())
def test_nothing_up_to_now_changes(extension: Extension):
    before, after, index, now, _ = extension
    last = len(before.segments) - 1
    assert after.segments[:index] == before.segments[:index]
    assert index == last or len(after.segments) == len(before.segments)
    kept = [cue for cue in before.segments[index].cues if cue.at <= now]
    assert [cue for cue in after.segments[index].cues if cue.at <= now] == kept


@given(extended_timelines())
def test_what_comes_later_is_moved_and_otherwise_the_same(extension: Extension):
    before, after, index, _, seconds = extension
    for old, new in zip(before.segments[index + 1 :], after.segments[index + 1 :], strict=True):
        assert (new.kind, new.side, new.set) == (old.kind, old.side, old.set)
        assert (new.start, new.end) == (old.start + seconds, old.end + seconds)
        assert [r.start for r in new.reps] == [r.start + seconds for r in old.reps]
        assert [s.end for s in new.shapes] == [s.end + seconds for s in old.shapes]
        moved = [(c.at + seconds, c.name) for c in old.cues if c.name != "finished"]
        assert [(c.at, c.name) for c in new.cues if c.name != "finished"] == moved


@given(extended_timelines())
def test_the_new_end_is_counted_out_once(extension: Extension):
    _, after, index, now, _ = extension
    segment = after.segments[index]
    start, end = stretch_at(segment, now)
    room = end - start >= 4
    expected = [end - n for n in (3, 2, 1) if end - n > now and room]
    counts = [c for c in segment.cues if c.name == "count" and now < c.at < end]
    assert [c.at for c in counts if c.kind == "tone"] == expected
    aloud = [end - n + TICK for n in (3, 2, 1) if end - n + TICK > now and room]
    assert [c.at for c in counts if c.kind == "say"] == ([] if segment.reps else aloud)


@given(extended_timelines())
def test_nothing_is_said_twice(extension: Extension):
    _, after, index, now, _ = extension
    segment = after.segments[index]
    start, end = stretch_at(segment, now)
    said = [(c.kind, c.name) for c in segment.cues if start <= c.at < end and c.name != "count"]
    assert len(said) == len(set(said))
    assert len(segment.cues) == len(set(segment.cues))


@given(extended_timelines())
def test_a_halfway_was_said_or_is_in_the_new_middle(extension: Extension):
    before, after, index, now, _ = extension
    segment = after.segments[index]
    start, end = stretch_at(segment, now)
    halves = [c.at for c in segment.cues if c.name == "halfway" and start <= c.at < end]
    was = [c.at for c in before.segments[index].cues if c.name == "halfway"]
    said = [at for at in was if start <= at <= now]
    middle = (start + end) / 2
    halved = segment.kind == "hold" or (segment.kind, segment.counts) == ("work", "timed")
    due = halved and end - start >= 10 and middle > now
    assert halves == (said or [pytest.approx(middle)] * (2 if due else 0))


def at(segment: Segment, name: str) -> list[float]:
    return [cue.at for cue in segment.cues if cue.name == name and cue.kind == "tone"]


def test_ten_more_seconds_of_a_plank():
    plank = extended(timeline(Step(exercise="plank")), 1, now=8, seconds=10).segments[1]
    assert at(plank, "halfway") == [20]
    assert at(plank, "count") == [32, 33, 34]


def test_a_halfway_that_was_said_is_not_said_again():
    plank = extended(timeline(Step(exercise="plank")), 1, now=16, seconds=10).segments[1]
    assert at(plank, "halfway") == [15]


def test_a_hold_that_was_too_short_for_a_halfway_gets_one_if_there_is_time_for_it():
    short = timeline(Step(exercise="plank", hold=8))
    assert at(extended(short, 1, now=8, seconds=10).segments[1], "halfway") == [14]


def test_in_the_midst_of_counting_out_the_count_begins_again():
    plank = extended(timeline(Step(exercise="plank")), 1, now=23.5, seconds=10).segments[1]
    assert at(plank, "count") == [22, 23, 32, 33, 34]


def test_what_was_counted_at_this_instant_is_not_counted_again():
    plank = extended(timeline(Step(exercise="plank")), 1, now=23, seconds=1).segments[1]
    assert at(plank, "count") == [22, 23, 24, 25]


def test_the_shape_under_way_lasts_longer_and_the_next_comes_later():
    hold = timeline(Step(exercise="plank", hold=10, shapes=("Round", "Arch")))
    longer = extended(hold, 1, now=6, seconds=10).segments[1]
    assert [(s.name, s.start, s.end) for s in longer.shapes] == [("Round", 5, 25), ("Arch", 25, 35)]
    assert at(longer, "halfway") == [15, 30]
    assert at(longer, "change") == [25]


def test_the_closing_words_name_the_new_total_whichever_segment_grew():
    session = timeline(Step(exercise="plank"), Step(exercise="march"))
    for index in (1, 3):
        now = session.segments[index].start
        closing = extended(session, index, now, 10).segments[-1].cues[-1]
        assert closing.text == "Done: 1 minute 13 seconds."


def test_the_next_move_already_named_is_not_named_again():
    session = timeline(Step(exercise="plank"), Step(exercise="march"))
    transition = extended(session, 2, now=26, seconds=10).segments[2]
    assert [cue.at for cue in transition.cues if cue.name == "next"] == [25]


@pytest.mark.parametrize(
    ("step", "able"),
    [("plank", True), ("march", True), ("squat", False), ("breathing", False), ("pack_up", False)],
)
def test_holds_and_timed_work_can_last_longer_but_not_what_is_counted(step: str, able: bool):
    assert can_extend(timeline(Step(exercise=step)).segments[1]) is able


def test_all_that_prepares_can_last_longer():
    segments = timeline(Step(exercise="side_plank", hold=12, sets=2, rest=9)).segments
    assert all(can_extend(segment) for segment in segments if not segment.performed)


@pytest.mark.parametrize(
    ("index", "now", "seconds"), [(1, 8, 0), (1, 8, -3), (1, 4, 10), (1, 26, 10), (3, 40, 10)]
)
def test_what_makes_no_sense_is_refused(index: int, now: float, seconds: float):
    session = timeline(Step(exercise="plank"), Step(exercise="squat"))
    with pytest.raises(ValueError, match=r"extended|under way"):
        extended(session, index, now, seconds)


def test_a_longer_hold_is_fitted_anew():
    fitted = replace(timeline(Step(exercise="plank")), lengths={})
    plank = extended(fitted, 1, now=8, seconds=10).segments[1]
    spoken = [(c.at, c.text) for c in plank.cues if (c.kind, c.name) == ("say", "halfway")]
    assert spoken == [(pytest.approx(20 + 0.3 + 0.08), "Halfway")]
