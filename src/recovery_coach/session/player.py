"""The player: plays a timeline against a clock.

Time is computed, never counted: the position is an anchor plus what the clock has moved since,
so a late tick, or a lost one, shifts nothing. ``tick`` is idempotent at one instant. Commands and
ticks answer with the events they caused, in order; the player calls nobody.

A gap in the clock longer than two seconds, or a machine that slept, means that nobody was
watching: the session pauses where it was last seen. The wall clock is never asked.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from recovery_coach.base.clock import Clock
from recovery_coach.library.models import Exercise
from recovery_coach.session.events import (
    CueDue,
    Event,
    Moved,
    Outcome,
    Preparing,
    RepDone,
    SegmentEntered,
    SegmentLeft,
    StateChanged,
)
from recovery_coach.session.states import ENDED, TRANSITIONS, Action, State
from recovery_coach.timeline.cues import add_cues
from recovery_coach.timeline.easing import eased
from recovery_coach.timeline.extending import can_extend, extended
from recovery_coach.timeline.model import Cue, Rep, Segment, Timeline

Move = Callable[[], Iterator[Event]]

GAP = 2.0
"""Seconds of clock between two ticks beyond which nobody was watching."""
HEARTBEAT = 1.0
"""Seconds between ticks where nothing is due: well below what would count as a gap."""
TOUCH = 1e-6
"""Seconds within which a thing is due now: sums of floats seldom meet a mark exactly."""
PREPARE = 3.0
"""Seconds to get ready again after a pause."""
STALE = 0.5
"""Seconds after which a sound would mislead more than it helps."""
RESTART_WITHIN = 2.0
"""Seconds into a segment up to which *back* means the segment before."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something inside a segment that happens once when the position passes it."""

    at: float
    what: Cue | Rep


@dataclass(slots=True)
class _Run:
    """How the current segment has gone so far."""

    played: float = 0.0
    reps: set[int] = field(default_factory=set)
    """Numbers of the repetitions that are done and were not gone back before."""
    jumped: bool = False
    passed: int = 0
    """Marks already given."""


class Player:
    """One session. ``speed`` above 1 plays faster than real time (tests, previews)."""

    def __init__(self, timeline: Timeline, clock: Clock, speed: float = 1.0) -> None:
        self._clock = clock
        self._speed = speed
        self.timeline = timeline
        self.state = State.READY
        self._index = 0
        self._position = 0.0
        self._run = _Run()
        self._marks = marks_of(timeline.segments[0])
        self._extended: dict[int, float] = {}
        self._mono = self._boot = 0.0
        self._anchor = (0.0, 0.0)
        self._prepared_at = 0.0
        self._prepare_said = 0

    # -- what is true now ------------------------------------------------------------------

    @property
    def segment(self) -> Segment:
        """The segment being played."""
        return self.timeline.segments[self._index]

    @property
    def position(self) -> float:
        """Seconds into the timeline at the last tick or command."""
        return self._position

    @property
    def looked_at(self) -> float:
        """The clock at the last tick or command."""
        return self._mono

    @property
    def reps_done(self) -> int:
        """Repetitions completed in the current segment."""
        return len(self._run.reps)

    @property
    def played(self) -> float:
        """Seconds that ran in the current segment."""
        return self._run.played

    @property
    def extended_by(self) -> float:
        """Seconds that the current segment lasts longer than it was planned."""
        return self._extended.get(self.segment.key, 0.0)

    @property
    def preparing(self) -> float:
        """Seconds until a resumed session goes on; 0 otherwise."""
        if self.state is not State.RESUMING:
            return 0.0
        return max(0.0, self._prepared_at - self._mono)

    def allows(self, action: Action) -> bool:
        """Whether ``action`` would do something now."""
        if action is Action.EXTEND and not can_extend(self.segment):
            return False
        return (self.state, action) in TRANSITIONS

    def next_due(self) -> float | None:
        """Real seconds from the last tick to when the next is due; None while nothing can happen.

        That is when the next thing happens, but at most a heartbeat: whoever slept longer than
        two seconds would find the session paused.
        """
        if self.state is State.RESUMING:
            due = self.preparing - (self._prepare_said - 1)
        elif self.state is State.RUNNING:
            at = self.segment.end
            if self._run.passed < len(self._marks):
                at = min(at, self._marks[self._run.passed].at)
            due = (at - self._position) / self._speed
        else:
            return None
        return min(max(0.0, due), HEARTBEAT)

    def fit(self, lengths: Mapping[str, float]) -> None:
        """Fit what is still to be said to a voice that takes these seconds for each text."""
        timeline = replace(self.timeline, lengths=lengths)
        self.timeline = replace(timeline, segments=add_cues(timeline))
        self._marks = marks_of(self.segment)
        self._run.passed = self._passed_at(self._position)

    # -- commands --------------------------------------------------------------------------

    def start(self, at_segment: int = 0) -> tuple[Event, ...]:
        """Begin, or go on from a segment that was reached before."""
        if not self.allows(Action.START):
            return ()
        self._look_at_clock()
        self._place(at_segment, self.timeline.segments[at_segment].start)
        return (self._to(Action.START), SegmentEntered(self.segment), *self._go_on())

    def pause(self) -> tuple[Event, ...]:
        """Stand still at this instant."""
        events = self.tick()
        if not self.allows(Action.PAUSE):
            return events
        return (*events, self._to(Action.PAUSE))

    def resume(self) -> tuple[Event, ...]:
        """Get ready again, then on from the exact instant; a wait simply goes on."""
        events = self.tick()
        if not self.allows(Action.RESUME):
            return events
        if self.segment.kind == "until_done":
            # It may have been reached by a jump in the pause, its cues not yet given.
            return (self._to(Action.WAIT), *self._pass_marks(self._position))
        return (self._to(Action.RESUME), *self._prepare())

    def skip(self) -> tuple[Event, ...]:
        """On to the next segment."""
        return self._command(Action.SKIP, self._skip)

    def skip_exercise(self) -> tuple[Event, ...]:
        """On to the preparation of the next exercise, or to the end."""
        return self._command(Action.SKIP, self._skip_step)

    def back(self) -> tuple[Event, ...]:
        """To the start of this segment; from its start, to the one before."""
        return self._command(Action.BACK, self._back)

    def restart(self) -> tuple[Event, ...]:
        """To the start of this segment, however little of it has run."""
        return self._command(Action.BACK, lambda: self._back_to(self._index))

    def seek(self, seconds: float) -> tuple[Event, ...]:
        """Move ``seconds`` on or, negative, back; never past a wait that is not yet done."""
        return self._command(Action.SEEK, lambda: self._seek(seconds))

    def extend(self, seconds: float = 10.0) -> tuple[Event, ...]:
        """Make this hold, work or rest last longer, from now on."""
        return self._command(Action.EXTEND, lambda: self._extend(seconds))

    def ease(self, exercise: Exercise) -> tuple[Event, ...]:
        """In a pause: break off this segment; what is left of its step is done as ``exercise``.

        ValueError where the step was done so already.
        """
        return self._command(Action.EASE, lambda: self._ease(exercise))

    def done(self) -> tuple[Event, ...]:
        """The person says that an until-done step is done."""
        events = self.tick()
        if not self.allows(Action.DONE):
            return events
        return (*events, *self._leave_wait())

    def stop(self, outcome: Outcome = "partial") -> tuple[Event, ...]:
        """End here. ``outcome`` is that of the segment under way."""
        events = self.tick()
        if not self.allows(Action.STOP):
            return events
        started = self.state is not State.READY
        left = (self._left(outcome),) if started else ()
        return (*events, *left, self._to(Action.STOP))

    # -- time ------------------------------------------------------------------------------

    def tick(self) -> tuple[Event, ...]:
        """Take the clock's time into account; everything missed is told once, in order."""
        elapsed, gap = self._look_at_clock()
        if self.state is State.WAITING:
            self._run.played += elapsed * self._speed
        if self.state not in (State.RUNNING, State.RESUMING):
            return ()
        if gap > GAP:
            return (self._to(Action.INTERRUPT, gap=gap),)
        if self.state is State.RESUMING:
            return self._tick_prepare()
        return tuple(self._advance(self._target()))

    def _look_at_clock(self) -> tuple[float, float]:
        """Seconds since the last look: of the machine running, and asleep as well."""
        mono, boot = self._mono, self._boot
        self._mono, self._boot = self._clock.monotonic(), self._clock.boottime()
        return self._mono - mono, max(self._mono - mono, self._boot - boot)

    def _target(self) -> float:
        """Where the position should be by now."""
        mono, position = self._anchor
        return position + (self._mono - mono) * self._speed

    def _go_on(self, since: float | None = None) -> Iterator[Event]:
        """Play on from the position, which was reached now, or at ``since`` on the clock."""
        self._anchor = (self._mono if since is None else since, self._position)
        yield from self._advance(self._target())

    def _tick_prepare(self) -> tuple[Event, ...]:
        if self._mono < self._prepared_at - TOUCH:
            return tuple(self._count_prepare())
        return (self._to(Action.PREPARED), *self._go_on(since=self._prepared_at))

    def _prepare(self) -> Iterator[Event]:
        self._prepared_at = self._mono + PREPARE
        self._prepare_said = int(PREPARE) + 1
        yield from self._count_prepare()

    def _count_prepare(self) -> Iterator[Event]:
        left = math.ceil(self._prepared_at - self._mono - TOUCH)
        if left < self._prepare_said:
            self._prepare_said = left
            yield Preparing(left)

    def _advance(self, target: float) -> Iterator[Event]:
        """Move on to ``target`` on the timeline, through as many segments as that takes."""
        while True:
            segment = self.segment
            is_over = target >= segment.end - TOUCH
            until = segment.end if is_over else target
            self._run.played += max(0.0, until - self._position)
            self._position = max(self._position, until)
            yield from self._pass_marks(target)
            if segment.kind == "until_done":
                self._run.played += max(0.0, target - segment.end)
                yield self._to(Action.WAIT)
                return
            if not is_over:
                return
            yield self._left("partial" if self._run.jumped else "done")
            if self._is_last:
                yield self._to(Action.FINISH)
                return
            self._place(self._index + 1, segment.end)
            yield SegmentEntered(self.segment, self._late(target, segment.end))

    def _pass_marks(self, target: float) -> Iterator[Event]:
        """Give the marks up to the position; those of the end only when the segment is over."""
        waiting = self.segment.kind == "until_done"
        while self._run.passed < len(self._marks):
            mark = self._marks[self._run.passed]
            closing = isinstance(mark.what, Cue) and mark.what.name == "finished"
            if mark.at > self._position + TOUCH or (closing and waiting):
                return
            self._run.passed += 1
            if isinstance(mark.what, Cue):
                late = self._late(target, mark.at)
                yield CueDue(mark.what, late, stale=late > STALE)
            else:
                self._run.reps.add(mark.what.number)
                yield RepDone(self.segment, mark.what)

    def _late(self, target: float, due: float) -> float:
        """Real seconds between when a thing was due and now."""
        return max(0.0, target - due) / self._speed

    # -- moving ----------------------------------------------------------------------------

    def _command(self, action: Action, move: Move) -> tuple[Event, ...]:
        events = self.tick()
        if not self.allows(action):
            return events
        before = self.state
        moved = [*events, *move()]
        if self.state is State.RESUMING and before is State.RESUMING:
            # Whoever moves while getting ready gets the whole three seconds again.
            moved.extend(self._prepare())
        return tuple(moved)

    def _skip(self) -> Iterator[Event]:
        yield self._left("skipped")
        yield from self._jump(self._index + 1, self.segment.end, Action.SKIP)

    def _skip_step(self) -> Iterator[Event]:
        yield self._left("skipped")
        later = [s.index for s in self.timeline.segments if s.step > self.segment.step]
        index = later[0] if later else len(self.timeline.segments)
        start = self.timeline.segments[index].start if later else self.timeline.total
        yield from self._jump(index, start, Action.SKIP)

    def _back(self) -> Iterator[Event]:
        into = self._position - self.segment.start
        yield from self._back_to(self._index if into > RESTART_WITHIN else max(0, self._index - 1))

    def _back_to(self, index: int) -> Iterator[Event]:
        yield self._left("partial")
        yield from self._jump(index, self.timeline.segments[index].start, Action.BACK)

    def _seek(self, seconds: float) -> Iterator[Event]:
        target = min(max(0.0, self._position + seconds), self.timeline.total)
        if self.segment.kind == "until_done" and target >= self._position:
            return  # only the person ends a wait
        wait = self._wait_before(target)
        if wait is not None:
            index, target = wait, self.timeline.segments[wait].start
        elif target >= self.timeline.total:
            index = len(self.timeline.segments)
        else:
            index = self.timeline.index_at(target)
        if index == self._index:
            yield from self._seek_inside(target)
            return
        yield self._left("partial")
        yield from self._jump(index, target, Action.SEEK)

    def _seek_inside(self, target: float) -> Iterator[Event]:
        self._run.jumped = self._run.jumped or target > self._position
        self._run.reps &= {rep.number for rep in self.segment.reps if rep.end <= target}
        self._position = target
        self._run.passed = self._passed_at(target)
        yield Moved()
        if self.state is State.RUNNING:
            yield from self._go_on()

    def _wait_before(self, target: float) -> int | None:
        """The first wait after this segment that moving to ``target`` would jump over."""
        later = self.timeline.segments[self._index + 1 :]
        return next((s.index for s in later if s.kind == "until_done" and s.start <= target), None)

    def _extend(self, seconds: float) -> Iterator[Event]:
        self.timeline = extended(self.timeline, self._index, self._position, seconds)
        # What was given lies up to the position, and that part of the marks is as it was.
        self._marks = marks_of(self.segment)
        self._extended[self.segment.key] = self.extended_by + seconds
        yield Moved()

    def _ease(self, exercise: Exercise) -> Iterator[Event]:
        easier = eased(self.timeline, self._index, exercise)
        yield self._left("skipped")
        end, self.timeline = self.segment.end, easier
        yield from self._jump(self._index + 1, end, Action.EASE)

    def _jump(self, index: int, position: float, action: Action) -> Iterator[Event]:
        if index >= len(self.timeline.segments):
            self._position = self.timeline.total
            yield from self._finish_cues()
            yield self._to(Action.FINISH)
            return
        self._place(index, position)
        self._run.jumped = position > self.segment.start
        if self.state is State.WAITING:
            yield self._to(action)
        yield Moved()
        yield SegmentEntered(self.segment)
        if self.state is State.RUNNING:
            yield from self._go_on()

    def _leave_wait(self) -> Iterator[Event]:
        yield self._left("done")
        if self._is_last:
            yield from self._finish_cues()
            yield self._to(Action.FINISH)
            return
        yield self._to(Action.DONE)
        self._place(self._index + 1, self.segment.end)
        yield SegmentEntered(self.segment)
        yield from self._go_on()

    def _finish_cues(self) -> Iterator[Event]:
        for cue in self.timeline.segments[-1].cues:
            if cue.name == "finished":
                yield CueDue(cue, 0.0, stale=False)

    @property
    def _is_last(self) -> bool:
        return self._index == len(self.timeline.segments) - 1

    def _place(self, index: int, position: float) -> None:
        self._index = index
        self._position = position
        self._run = _Run()
        self._marks = marks_of(self.segment)
        self._run.passed = self._passed_at(position)

    def _passed_at(self, position: float) -> int:
        """How many marks lie behind: what happens at this very instant is still to come."""
        return sum(
            mark.at < position or (mark.at == position and isinstance(mark.what, Rep))
            for mark in self._marks
        )

    def _left(self, outcome: Outcome) -> SegmentLeft:
        run = self._run
        return SegmentLeft(self.segment, outcome, run.played, self.reps_done, self.extended_by)

    def _to(self, action: Action, gap: float = 0.0) -> StateChanged:
        old = self.state
        self.state = TRANSITIONS[old, action]
        return StateChanged(old, self.state, gap)

    @property
    def ended(self) -> bool:
        """Whether the session is over."""
        return self.state in ENDED


def marks_of(segment: Segment) -> tuple[Mark, ...]:
    """Cues and completed repetitions of a segment in the order they happen.

    A repetition that ends where the next begins is completed before the next is counted.
    """
    marks = [*(Mark(rep.end, rep) for rep in segment.reps), *(Mark(c.at, c) for c in segment.cues)]
    return tuple(sorted(marks, key=lambda mark: mark.at))
