"""A session of the sample journal, written as :class:`.practise.Practice` writes one.

It goes through the real timeline of the routine, so that every set is one that there is.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from recovery_coach.coach.practise import set_record
from recovery_coach.journal import HurtRecord, PainEntry, SessionRecord, Write
from recovery_coach.library.loader import Library
from recovery_coach.library.models import Routine
from recovery_coach.session.events import Outcome, SegmentLeft
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Segment, Timeline

At = tuple[datetime, Write]
"""What is written, and when."""
WAIT = 90.0
"""Seconds for what is done until it is done."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine as it is practised."""

    routine: Routine
    timeline: Timeline
    text: str
    options: str


def plans(library: Library) -> Mapping[str, Plan]:
    """Every routine of the library, laid out once."""
    found = {}
    for routine in library.routines.values():
        timeline = compile_timeline(routine, library.exercises)
        text, options = json.dumps(asdict(routine)), json.dumps(asdict(timeline.options))
        found[routine.id] = Plan(routine, timeline, text, options)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """One session: when, with which numbers, and how it went.

    ``hurts_in``: the step in which something hurt; ``stops_after``: the share that is done, 1 for
    all of it.
    """

    id: str
    at: datetime
    before: int | None
    after: int | None
    effort: int | None
    note: str
    hurts_in: int | None = None
    sharp: bool = False
    regions: tuple[str, ...] = ()
    stops_after: float = 1.0


def written(plan: Plan, done: Practised, chance: random.Random) -> Iterator[At]:
    """All that it writes, in the order of writing."""
    timeline = plan.timeline
    record = SessionRecord(
        routine=plan.routine.id,
        routine_name=plan.routine.name,
        started_at=done.at,
        state="running",
        planned_seconds=timeline.total,
        steps_total=len(timeline.steps),
        segments_total=len(timeline.segments),
        options=plan.options,
        routine_text=plan.text,
    )
    yield done.at, Write(record=record, record_id=done.id)
    # As in a session, the routine's text stands in the first version alone.
    record = replace(record, routine_text="", pain_before=done.before)
    if done.before is not None:
        number = PainEntry(nrs=done.before, at=done.at, source="before", session=done.id)
        yield done.at + timedelta(seconds=4), Write(record=number)
    active, at = 0.0, done.at
    for at, left, write in _sets(plan, done, chance):
        active += left.played
        yield at, write
        if left.outcome == "hurt":
            yield at, Write(record=_hurt(done, left.segment, at))
    whole = done.stops_after >= 1
    record = replace(
        record,
        state="finished" if whole else "stopped",
        ended_at=at,
        active_seconds=round(active, 3),
        stop_reason="" if whole else "asked",
    )
    yield at, Write(record=record, record_id=done.id)
    yield from _finish(record, done, at + timedelta(seconds=chance.randrange(15, 90)))


def _sets(
    plan: Plan, done: Practised, chance: random.Random
) -> Iterator[tuple[datetime, SegmentLeft, Write]]:
    """Every set that was come to; what is left of a move that hurt is left out."""
    timeline, at = plan.timeline, done.at
    last = timeline.total * done.stops_after
    hurt: int | None = None
    for segment in timeline.segments:
        if segment.start > last:
            return
        if segment.step == hurt:
            continue
        outcome = _outcome(segment, done, chance)
        played = _played(segment, outcome, chance)
        at += timedelta(seconds=round(played, 1))
        if not segment.performed:
            continue
        reps = round(len(segment.reps) * played / (segment.seconds or played or 1))
        left = SegmentLeft(segment, outcome, played, reps, 0.0)
        hurt = segment.step if outcome == "hurt" else hurt
        name = timeline.step_of(segment).exercise.name
        record = set_record(done.id, left, name, at)
        yield at, left, Write(record=record, record_id=f"{done.id}:{segment.key}")


def _outcome(segment: Segment, done: Practised, chance: random.Random) -> Outcome:
    if segment.performed and segment.step == done.hurts_in:
        return "hurt"
    return "skipped" if segment.performed and chance.random() < 0.02 else "done"


def _played(segment: Segment, outcome: Outcome, chance: random.Random) -> float:
    if segment.kind == "until_done" and outcome == "done":
        return WAIT
    if outcome == "done":
        return segment.seconds
    return round(segment.seconds * chance.choice((0.0, 0.25, 0.5)), 1) if outcome == "hurt" else 0.0


def _hurt(done: Practised, segment: Segment, at: datetime) -> HurtRecord:
    return HurtRecord(
        session=done.id,
        segment=segment.key,
        exercise=segment.exercise,
        side=segment.side,
        set=segment.set,
        score=min(5, (done.before or 1) + 1),
        words=("sharp",) if done.sharp else ("none",),
        regions=done.regions,
        action="skip",
        at=at,
    )


def _finish(record: SessionRecord, done: Practised, at: datetime) -> Iterator[At]:
    """What is said of it at its end."""
    if done.after is None and done.effort is None and not done.note:
        return
    if done.after is not None:
        number = PainEntry(nrs=done.after, at=at, source="after", session=done.id)
        yield at, Write(record=number)
    told = replace(record, pain_after=done.after, effort=done.effort, note=done.note)
    yield at, Write(record=told, record_id=done.id)
