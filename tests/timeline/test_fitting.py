"""No phrase runs into another or into a tone, and what matters most is said first."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.library.models import Step
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.cues import add_cues
from recovery_coach.timeline.fitting import TONE_SECONDS, Lengths, fitted, seconds_of, texts_of
from recovery_coach.timeline.model import Cue, Options, Segment, Timeline
from tests.factories import timeline
from tests.strategies import any_timelines
from tests.timeline.test_snapshots import shipped


def is_spoken(cue: Cue) -> bool:
    """The closing words wait for their tone when they are performed."""
    return cue.kind != "tone" and cue.name != "finished"


def check_nothing_overlaps(timeline: Timeline) -> None:
    """From the first to the last phrase of a timeline whose cues are fitted."""
    lengths = timeline.lengths or {}
    for segment in timeline.segments:
        spoken = [(c.at, c.at + seconds_of(c.text, lengths)) for c in segment.cues if is_spoken(c)]
        assert all(end <= start for (_, end), (start, _) in pairwise(spoken))
        for cue in segment.cues:
            if cue.kind == "tone" and cue.name in TONE_SECONDS:
                till = cue.at + TONE_SECONDS[cue.name]
                assert all(end <= cue.at or start >= till for start, end in spoken)
        if segment.kind != "until_done":
            inside = (c for c in segment.cues if is_spoken(c))
            ends = [c.at + seconds_of(c.text, lengths) for c in inside]
            assert all(end <= segment.end for end in ends)


@st.composite
def voices(draw: st.DrawFn, timeline: Timeline) -> Lengths:
    """How long a voice of any speed takes for each text."""
    texts = texts_of(cue for segment in timeline.segments for cue in segment.cues)
    seconds = st.floats(0.1, 8.0)
    return {text: draw(seconds) for text in texts}


@st.composite
def spoken_timelines(draw: st.DrawFn) -> tuple[Timeline, Timeline]:
    """A timeline as it was wished for, and fitted to a voice."""
    drawn = draw(any_timelines())
    wished = replace(drawn, segments=add_cues(drawn))
    voiced = replace(wished, lengths=draw(voices(wished)))
    return wished, replace(voiced, segments=add_cues(voiced))


@given(spoken_timelines())
def test_no_phrase_runs_into_another_into_a_tone_or_into_the_next_segment(
    timelines: tuple[Timeline, Timeline],
):
    check_nothing_overlaps(timelines[1])


@given(spoken_timelines())
def test_every_tone_stays_where_it_was_and_no_word_is_new(timelines: tuple[Timeline, Timeline]):
    for before, after in zip(timelines[0].segments, timelines[1].segments, strict=True):
        tones = [c for c in before.cues if c.kind == "tone"]
        assert [c for c in after.cues if c.kind == "tone"] == tones
        wished = {(c.kind, c.name, t) for c in before.cues for t in (c.text, *c.shorter)}
        assert {(c.kind, c.name, c.text) for c in after.cues} <= wished


@given(spoken_timelines())
def test_a_count_that_is_begun_is_counted_to_its_end(timelines: tuple[Timeline, Timeline]):
    for segment in timelines[1].segments:
        counted = [c.text for c in segment.cues if (c.kind, c.name) == ("say", "count")]
        runs = "".join(counted).replace("321", "").replace("21", "").replace("1", "")
        assert runs == ""


@pytest.mark.parametrize("aloud", ["all", "last_three", "none"])
@pytest.mark.parametrize("identifier", sorted(shipped().routines))
def test_all_shipped_routines_fit_a_voice_that_nobody_has_measured(identifier: str, aloud: str):
    options = Options(count_aloud=aloud)  # type: ignore[arg-type]
    routine = shipped().routines[identifier]
    check_nothing_overlaps(compile_timeline(routine, shipped().exercises, options, lengths={}))


SEGMENT = timeline(Step(exercise="plank")).segments[1]


def said(cues: tuple[Cue, ...], lengths: Lengths, segment: Segment = SEGMENT) -> list[str]:
    return [cue.text for cue in fitted(replace(segment, cues=cues), lengths) if is_spoken(cue)]


def test_where_there_is_no_room_it_is_said_shorter():
    cues = (Cue(6, "say", "hold", "Hold. 20 seconds.", ("Hold.",)), Cue(8, "tone", "halfway", ""))
    assert said(cues, {"Hold. 20 seconds.": 1.5, "Hold.": 0.5}) == ["Hold. 20 seconds."]
    assert said(cues, {"Hold. 20 seconds.": 2.5, "Hold.": 0.5}) == ["Hold."]


def test_where_there_is_none_at_all_it_is_left_out():
    cues = (Cue(6, "say", "hold", "Hold.", ()), Cue(8, "tone", "halfway", ""))
    assert said(cues, {"Hold.": 2.5}) == []


def test_what_matters_more_goes_before_what_comes_first():
    cues = (Cue(6, "say", "count", "1"), Cue(6.5, "say", "switch", "Switch."))
    assert said(cues, {"1": 1.0, "Switch.": 1.0}) == ["Switch."]


def test_a_phrase_waits_for_its_tone_and_a_little_longer_where_that_is_in_time():
    tone = Cue(6, "tone", "halfway", "")
    late = fitted(replace(SEGMENT, cues=(tone, Cue(6, "say", "halfway", "Half"))), {"Half": 1.0})
    assert late[1].at == pytest.approx(6 + TONE_SECONDS["halfway"] + 0.08)
    first = Cue(6, "say", "switch", "Switch.")
    second = Cue(6.5, "say", "rep", "1")
    lengths = {"Switch.": 1.0, "1": 0.3}
    assert said((first, second), lengths) == ["Switch."]
    assert said((first, replace(second, slack=0.7)), lengths) == ["Switch.", "1"]


def test_every_text_that_may_be_said_is_named_once():
    cues = (
        Cue(1, "say", "next", "Next: Plank.", ("Plank.",)),
        Cue(2, "tone", "count", "3"),
        Cue(3, "say", "next", "Plank."),
        Cue(4, "breathe", "inhale", "In"),
    )
    assert texts_of(cues) == ("Next: Plank.", "Plank.", "In")
