"""What happened in a session, as facts. The record, the stage and the sounds all read these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recovery_coach.session.states import State
from recovery_coach.timeline.model import Cue, Rep, Segment

Outcome = Literal["done", "skipped", "partial", "hurt"]


@dataclass(frozen=True, slots=True)
class StateChanged:
    """The session went from one state to another; ``gap`` seconds passed unseen, if any."""

    old: State
    new: State
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class SegmentEntered:
    """A segment began, ``late`` seconds after it was due."""

    segment: Segment
    late: float = 0.0


@dataclass(frozen=True, slots=True)
class SegmentLeft:
    """A segment is over: ``played`` seconds of it ran, ``reps`` repetitions were completed."""

    segment: Segment
    outcome: Outcome
    played: float
    reps: int
    extended: float


@dataclass(frozen=True, slots=True)
class RepDone:
    """A repetition or breath was completed."""

    segment: Segment
    rep: Rep


@dataclass(frozen=True, slots=True)
class CueDue:
    """A cue to perform, ``late`` seconds after its time; a stale one is shown but not sounded."""

    cue: Cue
    late: float
    stale: bool


@dataclass(frozen=True, slots=True)
class Preparing:
    """After a pause: ``seconds`` (3, 2, 1) until it goes on."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The position jumped (skip, back, seek) or the timeline was extended."""


Event = StateChanged | SegmentEntered | SegmentLeft | RepDone | CueDue | Preparing | Moved
