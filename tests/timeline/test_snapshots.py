"""Every shipped routine, laid out: one line a segment, with its cues at seconds from its start.

A changed line is a changed session. Look at it, then `pytest tests/timeline --snapshot-update`.
"""

from __future__ import annotations

from functools import cache

import pytest
from syrupy.assertion import SnapshotAssertion

from recovery_coach.base.i18n import clock_time
from recovery_coach.base.paths import find_resources
from recovery_coach.library.loader import Library, load_library
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Cue, Segment, Timeline

MARKS = {"tone": "♪", "say": "", "breathe": "~"}


@cache
def shipped() -> Library:
    return load_library(find_resources(), None)


def cue_words(cue: Cue, start: float) -> str:
    name = cue.text if cue.name == "count" else cue.name
    words = name if cue.kind == "tone" else f"“{cue.text}”"
    return f"{round(cue.at - start, 2):g} {MARKS[cue.kind]}{words}"


def line(segment: Segment) -> str:
    set_words = f"{segment.set}/{segment.sets}" if segment.sets > 1 else ""
    head = (
        f"{segment.index:2} {round(segment.start, 2):7g} +{round(segment.seconds, 2):<4g}",
        f"{segment.kind:10} {segment.exercise} {segment.side or ''} {set_words}".rstrip(),
    )
    cues = "  ".join(cue_words(cue, segment.start) for cue in segment.cues)
    return f"{' '.join(head)} | {cues}"


def text_of(timeline: Timeline) -> str:
    head = f"{timeline.routine_name}: {clock_time(timeline.total)}, {len(timeline.steps)} steps"
    return "\n".join([head, *(line(segment) for segment in timeline.segments)])


def test_ten_routines_are_shipped_and_all_can_be_read():
    assert shipped().problems == ()
    assert len(shipped().routines) == 10


@pytest.mark.parametrize(
    "identifier", sorted(p.stem for p in (find_resources() / "routines").glob("*.toml"))
)
def test_a_shipped_routine_is_laid_out_as_before(identifier: str, snapshot: SnapshotAssertion):
    routine = shipped().routines[identifier]
    assert text_of(compile_timeline(routine, shipped().exercises)) == snapshot
