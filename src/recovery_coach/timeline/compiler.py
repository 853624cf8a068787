"""From a routine to a timeline: pure, and the only place that decides what follows what.

The order inside a step with sides ``each`` is: set 1 left, switch, set 1 right, rest, set 2 left …
A rest between such sets also turns the person back, so it lasts at least as long as a switch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recovery_coach.library.dose import Dose, Side
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.resolve import as_done, resolve_dose
from recovery_coach.timeline.cues import add_cues
from recovery_coach.timeline.model import (
    Options,
    PlannedStep,
    Rep,
    Segment,
    SegmentKind,
    SegmentSide,
    Span,
    Timeline,
)

SetOfSides = tuple[int, tuple[SegmentSide | None, ...]]
"""The number of a set, and the sides it is done on."""


def compile(  # noqa: A001 - the word the field and the design use
    routine: Routine,
    exercises: Mapping[str, Exercise],
    options: Options | None = None,
    lengths: Mapping[str, float] | None = None,
) -> Timeline:
    """Lay ``routine`` out in time; with ``lengths`` of its texts what is said is fitted to them.

    ``exercises`` must hold every exercise of the routine (the loader checks it; KeyError else).
    The same input always gives the same timeline.
    """
    options = options or Options()
    steps = tuple(
        PlannedStep(
            exercise=as_done(step, exercises[step.exercise]),
            dose=resolve_dose(step, exercises[step.exercise]),
            note=step.note or "",
            easier=step.easier,
        )
        for step in routine.steps
    )
    segments: list[Segment] = []
    time = 0.0
    for draft in _drafts(steps, options):
        segment = _place(draft, steps[draft.step], len(segments), time)
        segments.append(segment)
        time = segment.end
    timeline = Timeline(routine.id, routine.name, options, steps, tuple(segments), lengths)
    return replace(timeline, segments=add_cues(timeline))


def length(
    routine: Routine, exercises: Mapping[str, Exercise], options: Options | None = None
) -> float:
    """Seconds that :func:`compile` would give as the total, at a twentieth of the cost."""
    steps = tuple(
        PlannedStep(exercises[s.exercise], resolve_dose(s, exercises[s.exercise]), "")
        for s in routine.steps
    )
    drafts = _drafts(steps, options or Options())
    return sum(draft.seconds or _set_seconds(steps[draft.step].dose, draft) for draft in drafts)


def _set_seconds(dose: Dose, draft: _Draft) -> float:
    """How long one set of one side lasts; 0 until done."""
    if draft.kind == "hold":
        return (dose.hold or 0.0) * max(1, len(dose.shapes))
    if dose.kind == "timed":
        return dose.timed or 0.0
    reps = range(1, dose.reps_in(draft.set - 1) + 1)
    return sum(p.seconds for n in reps for p in dose.phases(_side_of_rep(draft.side, n)))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A segment before it has a place: what it is, and how long where that is not the dose's."""

    kind: SegmentKind
    step: int
    side: SegmentSide | None
    set: int
    seconds: float = 0.0


def _drafts(steps: tuple[PlannedStep, ...], options: Options) -> Iterator[_Draft]:
    for index, step in enumerate(steps):
        sides = _sides(step.dose)
        before: SegmentKind = "transition" if index else "get_ready"
        seconds = options.transition if index else options.get_ready
        if seconds:
            yield _Draft(before, index, sides[0], 1, seconds)
        sets = [(number, sides) for number in range(1, step.dose.set_count + 1)]
        yield from _step_drafts(index, step.dose, options, sets)


def lay_out_sets(
    step: PlannedStep, index: int, sets: Sequence[SetOfSides], options: Options, start: float
) -> tuple[Segment, ...]:
    """Some sets of step ``index`` from ``start`` on, after a transition; counted from 0, no cues.

    That is what an exercise begun in the midst of a step is made of.
    """
    number, sides = sets[0]
    drafts: list[_Draft] = []
    if options.transition:
        drafts.append(_Draft("transition", index, sides[0], number, options.transition))
    drafts.extend(_step_drafts(index, step.dose, options, sets))
    segments: list[Segment] = []
    for draft in drafts:
        segments.append(_place(draft, step, len(segments), start))
        start = segments[-1].end
    return tuple(segments)


def _step_drafts(
    index: int, dose: Dose, options: Options, sets: Sequence[SetOfSides]
) -> Iterator[_Draft]:
    kind: SegmentKind = "work"
    if dose.kind in ("hold", "until_done"):
        kind = "hold" if dose.kind == "hold" else "until_done"
    rest = max(dose.rest, options.switch) if dose.sides == "each" else dose.rest
    for place, (number, sides) in enumerate(sets):
        if place and rest:
            yield _Draft("rest" if dose.rest else "switch", index, sides[0], number, rest)
        for position, side in enumerate(sides):
            if position and options.switch:
                yield _Draft("switch", index, side, number, options.switch)
            yield _Draft(kind, index, side, number)


def _sides(dose: Dose) -> tuple[SegmentSide | None, ...]:
    if dose.sides == "each":
        return ("left", "right")
    return ("alternate",) if dose.sides == "alternate" else (None,)


def _place(draft: _Draft, step: PlannedStep, index: int, start: float) -> Segment:
    """Give a draft its times, and its repetitions or shapes."""
    dose = step.dose
    reps: tuple[Rep, ...] = ()
    shapes: tuple[Span, ...] = ()
    end = start + draft.seconds
    if draft.kind == "hold":
        names = dose.shapes or ()
        hold = dose.hold or 0.0
        shapes = tuple(
            Span(name, start + n * hold, start + (n + 1) * hold) for n, name in enumerate(names)
        )
        end = shapes[-1].end if shapes else start + hold
    elif draft.kind == "work" and dose.kind == "timed":
        end = start + (dose.timed or 0.0)
    elif draft.kind == "work":
        reps = _reps(dose, draft, start)
        end = reps[-1].end
    return Segment(
        index=index,
        key=index,
        kind=draft.kind,
        start=start,
        end=end,
        step=draft.step,
        exercise=step.exercise.id,
        side=draft.side,
        set=draft.set,
        sets=dose.set_count,
        counts=dose.kind or "until_done",
        reps=reps,
        shapes=shapes,
    )


def _reps(dose: Dose, draft: _Draft, start: float) -> tuple[Rep, ...]:
    reps: list[Rep] = []
    for number in range(1, dose.reps_in(draft.set - 1) + 1):
        side = _side_of_rep(draft.side, number)
        phases: list[Span] = []
        time = start
        for phase in dose.phases(side):
            phases.append(Span(phase.phase, time, time + phase.seconds))
            time += phase.seconds
        reps.append(Rep(number, side, start, time, tuple(phases)))
        start = time
    return tuple(reps)


def _side_of_rep(side: SegmentSide | None, number: int) -> Side | None:
    if side == "alternate":
        return "left" if number % 2 else "right"
    return side
