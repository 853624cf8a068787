"""A session that ended without its end: the power failed, the process was killed.

Whatever was shown as done is on record; the checkpoint knows the place. The person chooses: go on
from that step, keep what was done, or discard it (which Undo takes back).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import tr
from recovery_coach.coach.practise import (
    Easing,
    Practice,
    place_in_words,
    session_lock,
    set_record,
    timeline_of,
)
from recovery_coach.journal import Checkpoint, Entry, Journal, SessionRecord, SetRecord, Write
from recovery_coach.library.cache import revive_routine
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.session.events import SegmentLeft
from recovery_coach.timeline.model import Options, Timeline


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An interrupted session, and where it stood."""

    session_id: str
    record: SessionRecord
    where: Mapping[str, Any]
    routine: Routine | None
    timeline: Timeline | None
    """None where the routine's exercises are no longer there: it can be kept, not gone on with."""

    @property
    def segment(self) -> int:
        """Index of the segment that was under way."""
        index = self.where.get("segment")
        last = len(self.timeline.segments) - 1 if self.timeline else 0
        return min(max(index, 0), last) if isinstance(index, int) else 0

    @property
    def place(self) -> str:
        """Where the person was, in words."""
        if self.timeline is None:
            return tr(self.record.routine_name)
        segment = self.timeline.segments[self.segment]
        return place_in_words(segment, tr(self.timeline.step_of(segment).exercise.name))


def find_unfinished(journal: Journal, exercises: Mapping[str, Exercise]) -> Unfinished | None:
    """The latest interrupted session, unless another process is practising it right now."""
    found = (
        unfinished
        for unfinished in _all(journal, exercises)
        if not session_lock(journal, unfinished.session_id).held_elsewhere()
    )
    return max(found, key=lambda u: u.record.started_at, default=None)


def go_on(
    unfinished: Unfinished,
    exercises: Mapping[str, Exercise],
    clock: Clock,
    journal: Journal,
    speed: float = 1.0,
) -> tuple[Practice, int]:
    """The session as it was, and the segment to start it at: the preparation of that step."""
    if unfinished.routine is None or unfinished.timeline is None:
        raise ValueError("this session cannot be gone on with")
    options = unfinished.timeline.options
    easings = _easings(unfinished.where)
    practice = Practice(unfinished.routine, exercises, clock, journal, options, speed, easings)
    practice.take_up(
        unfinished.session_id, unfinished.record, _done(unfinished.where), _active(unfinished)
    )
    segments = unfinished.timeline.segments
    index = unfinished.segment
    while index > 0 and segments[index].performed and not segments[index - 1].performed:
        index -= 1
    return practice, index


def keep(unfinished: Unfinished, journal: Journal, clock: Clock) -> None:
    """Close the session with what was done, the set under way included as far as it got."""
    partial = _partial_set(unfinished, clock)
    record = replace(
        unfinished.record,
        state="kept",
        ended_at=clock.now(),
        active_seconds=round(_active(unfinished) + (partial.seconds if partial else 0.0), 3),
    )
    writes = [Write(record=record, record_id=unfinished.session_id)]
    if partial is not None:
        identifier = f"{unfinished.session_id}:{partial.segment}"
        writes.insert(0, Write(record=partial, record_id=identifier))
    journal.write(writes, checkpoint=Checkpoint(unfinished.session_id, None))


def discard(unfinished: Unfinished, journal: Journal, clock: Clock) -> str:
    """Delete the session's record; the version to undo that is the answer.

    It is kept first, so that Undo brings back a session that is over, not one under way.
    """
    keep(unfinished, journal, clock)
    return journal.delete(unfinished.session_id).version_id


def _partial_set(unfinished: Unfinished, clock: Clock) -> SetRecord | None:
    """The set that was under way, where any of it was done and it is not on record yet."""
    timeline = unfinished.timeline
    played = _number(unfinished.where, "played")
    reps = int(_number(unfinished.where, "reps"))
    if timeline is None:
        return None
    segment = timeline.segments[unfinished.segment]
    known = segment.key in _done(unfinished.where)
    if known or not segment.performed or not (reps or played):
        return None
    left = SegmentLeft(segment, "partial", played, min(reps, len(segment.reps)), 0.0)
    name = timeline.step_of(segment).exercise.name
    return set_record(unfinished.session_id, left, name, clock.now())


def _all(journal: Journal, exercises: Mapping[str, Exercise]) -> Iterator[Unfinished]:
    for session_id, where in journal.checkpoints():
        entry: Entry[Any] | None = journal.get(session_id)
        if entry is None or entry.deleted or not isinstance(entry.record, SessionRecord):
            continue
        first = journal.history(session_id)[0].record
        text = first.routine_text if isinstance(first, SessionRecord) else ""
        routine, timeline = _rebuild(entry.record, text, exercises, _easings(where))
        yield Unfinished(session_id, entry.record, where, routine, timeline)


def _rebuild(
    record: SessionRecord,
    routine_text: str,
    exercises: Mapping[str, Exercise],
    easings: Sequence[Easing],
) -> tuple[Routine | None, Timeline | None]:
    """The routine as it was, though its file may have changed since, and what was made easier."""
    try:
        routine = revive_routine(json.loads(routine_text))
        options = Options(**json.loads(record.options))
        return routine, timeline_of(routine, exercises, options, easings)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None, None


def _done(where: Mapping[str, Any]) -> dict[int, str]:
    done = where.get("done")
    if not isinstance(done, dict):
        return {}
    return {int(k): str(v) for k, v in done.items() if str(k).isdecimal()}


def _easings(where: Mapping[str, Any]) -> list[Easing]:
    """What was made easier, in its order."""
    found: list[Easing] = []
    eased = where.get("eased")
    for one in eased if isinstance(eased, list) else ():
        match one:
            case [int(key), str(exercise)]:
                found.append((key, exercise))
    return found


def _active(unfinished: Unfinished) -> float:
    return _number(unfinished.where, "active")


def _number(where: Mapping[str, Any], name: str) -> float:
    value = where.get(name)
    return float(value) if isinstance(value, int | float) and value > 0 else 0.0
