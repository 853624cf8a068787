"""The shapes of a timeline. All times are seconds from its start; everything is immutable.

A segment is one set of one side, or what lies between: get-ready, rest, switch, transition. A
segment that prepares (all four of these) names the exercise, side and set that come next, because
that is what a person preparing wants to know.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from recovery_coach.library.dose import Dose, Kind, Side
from recovery_coach.library.models import Exercise

SegmentKind = Literal["get_ready", "work", "hold", "rest", "switch", "transition", "until_done"]
SegmentSide = Literal["left", "right", "alternate"]
CueKind = Literal["say", "tone", "breathe"]
CountAloud = Literal["all", "last_three", "none"]

PERFORMED: frozenset[SegmentKind] = frozenset({"work", "hold", "until_done"})
"""Segments in which the person does something that is recorded."""


@dataclass(frozen=True, slots=True)
class Options:
    """Seconds between things, where zero leaves that segment out; and what is counted aloud.

    ``count_aloud``: every repetition, the last three of a set, or none; seconds are counted down
    with 3-2-1 unless it is none. Tones are not meant by it.
    """

    get_ready: float = 5.0
    switch: float = 5.0
    transition: float = 8.0
    count_aloud: CountAloud = "all"

    def __post_init__(self) -> None:
        for name in ("get_ready", "switch", "transition"):
            if not 0 <= getattr(self, name) <= 600:
                raise ValueError(f"{name} must be from 0 to 600 seconds")
        if self.count_aloud not in get_args(CountAloud):
            raise ValueError(f"count_aloud must be one of {get_args(CountAloud)}")


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to be said, sounded or breathed at an instant.

    ``name`` tells what it is for (``count``, ``halfway``, ``next`` …), ``text`` the words a person
    hears and reads; of a tone, the words to read. ``shorter`` says the same in fewer words, the
    fewest last, for where there is no room; ``slack`` is how many seconds later is not too late.
    """

    at: float
    kind: CueKind
    name: str
    text: str
    shorter: tuple[str, ...] = ()
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A named stretch of time: a phase of a repetition, or a shape of a hold."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rep:
    """One repetition or breath, with its phases."""

    number: int
    side: Side | None
    start: float
    end: float
    phases: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of the session; see the module.

    ``index`` is its place in the timeline; ``key`` the number it is on record under, which stays
    with it when others come to lie before it, and is never given twice.
    """

    index: int
    key: int
    kind: SegmentKind
    start: float
    end: float
    step: int
    exercise: str
    side: SegmentSide | None
    set: int
    sets: int
    counts: Kind
    reps: tuple[Rep, ...] = ()
    shapes: tuple[Span, ...] = ()
    cues: tuple[Cue, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it lasts; 0 for ``until_done``."""
        return self.end - self.start

    @property
    def performed(self) -> bool:
        """Whether the person does something in it that is recorded."""
        return self.kind in PERFORMED

    def rep_at(self, t: float) -> Rep | None:
        """The repetition at ``t``; the last one from its end on."""
        if not self.reps:
            return None
        index = bisect_right(self.reps, t, key=lambda rep: rep.start) - 1
        return self.reps[max(0, index)]

    def shape_at(self, t: float) -> Span | None:
        """The shape held at ``t``."""
        return span_at(self.shapes, t)


def span_at(spans: tuple[Span, ...], t: float) -> Span | None:
    """The span at ``t``; the last one from its end on; None where there are none."""
    if not spans:
        return None
    return spans[max(0, bisect_right(spans, t, key=lambda span: span.start) - 1)]


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of the routine with the dose that is really done.

    ``before`` is what it was until an easier exercise took its place; see ``easing``. ``easier``:
    the same exercise in its easier way, which no figure shows.
    """

    exercise: Exercise
    dose: Dose
    note: str
    before: PlannedStep | None = None
    easier: bool = False

    def was_done_as(self, exercise: str) -> bool:
        """Whether ``exercise`` is what it is done with, or was before."""
        return any(way.exercise.id == exercise for way in self.ways())

    def ways(self) -> Iterator[PlannedStep]:
        """As it is to be done now, then each way it was done before."""
        step: PlannedStep | None = self
        while step is not None:
            yield step
            step = step.before


@dataclass(frozen=True)
class Timeline:
    """A whole session laid out in time.

    ``lengths``: seconds that each text takes to be said, once that is known; its cues are then
    fitted to them (:mod:`recovery_coach.timeline.fitting`).
    """

    routine_id: str
    routine_name: str
    options: Options
    steps: tuple[PlannedStep, ...]
    segments: tuple[Segment, ...]
    lengths: Mapping[str, float] | None = field(default=None, compare=False, repr=False)

    @property
    def total(self) -> float:
        """Seconds from start to end, without the waits of ``until_done``."""
        return self.segments[-1].end

    def step_of(self, segment: Segment) -> PlannedStep:
        """The step of a segment in the way that segment does it, also after it was made easier."""
        step = self.steps[segment.step]
        return next((way for way in step.ways() if way.exercise.id == segment.exercise), step)

    def index_of(self, key: int) -> int:
        """The place of the segment that is on record under ``key``; ValueError without one."""
        return [segment.key for segment in self.segments].index(key)

    @cached_property
    def _starts(self) -> tuple[float, ...]:
        return tuple(segment.start for segment in self.segments)

    def index_at(self, t: float) -> int:
        """The one segment that ``t`` belongs to: start included, end not, but for the very end.

        A wait (``until_done``) has no length: no time belongs to it.
        """
        return max(0, bisect_right(self._starts, t) - 1)

    def step_spans(self) -> tuple[tuple[float, float], ...]:
        """Start and end of each step, with the preparation before it: gapless."""
        spans: dict[int, tuple[float, float]] = {}
        for segment in self.segments:
            start = spans.get(segment.step, (segment.start, 0.0))[0]
            spans[segment.step] = (start, segment.end)
        return tuple(spans[step] for step in sorted(spans))
