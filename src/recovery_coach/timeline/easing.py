"""The easier exercise in the midst of a session: a new timeline from a running one.

What was begun stays where it is, broken off; after it comes a transition, in which one gets into
the new position, and then whatever was left of the step. The step's number stays, so the routine
has as many steps as before, and the segments that follow keep the number they are on record under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from recovery_coach.library.dose import Dose
from recovery_coach.library.models import Exercise, Step
from recovery_coach.library.resolve import resolve_dose
from recovery_coach.timeline.compiler import SetOfSides, lay_out_sets
from recovery_coach.timeline.cues import add_cues
from recovery_coach.timeline.model import PlannedStep, Segment, SegmentSide, Timeline
from recovery_coach.timeline.moving import moved

Number = TypeVar("Number", int, float)


def eased(timeline: Timeline, index: int, exercise: Exercise) -> Timeline:
    """The timeline in which ``exercise`` takes over from the segment ``index`` under way.

    Every set and side of the step that was not over by then comes once, in the new exercise's own
    dose, but never more of it than was planned. Raises ValueError where the step was done with
    that exercise before: by its id a segment tells which way it is done.
    """
    under_way = timeline.segments[index]
    before = timeline.steps[under_way.step]
    if before.was_done_as(exercise.id):
        raise ValueError(f"{exercise.id} is what the step was done with before")
    of_step = [s for s in timeline.segments if s.step == under_way.step]
    left = _sets_left([s for s in of_step if s.index >= index and s.performed])
    dose = eased_dose(before.dose, exercise, len(left), under_way.sets)
    step = PlannedStep(exercise, dose, note="", before=before)
    sets = [(number, _sides_of(dose, sides)) for number, sides in left]
    laid = lay_out_sets(step, under_way.step, sets, timeline.options, under_way.end)
    steps = (*timeline.steps[: under_way.step], step, *timeline.steps[under_way.step + 1 :])
    later = timeline.segments[of_step[-1].index + 1 :]
    return _joined(replace(timeline, steps=steps), index, laid, later)


def _joined(
    timeline: Timeline, index: int, laid: Sequence[Segment], later: Sequence[Segment]
) -> Timeline:
    """The segments up to ``index``, those ``laid`` anew and the ``later`` ones, with their cues."""
    kept = timeline.segments[: index + 1]
    sets = kept[-1].sets
    unused = max(segment.key for segment in timeline.segments) + 1
    fresh = [replace(s, key=unused + place, sets=sets) for place, s in enumerate(laid)]
    if later:
        begins, ends = later[0].start, fresh[-1].end
        later = [moved(segment, lambda t: ends + (t - begins)) for segment in later]
    after = [replace(s, index=index + n) for n, s in enumerate((*fresh, *later), start=1)]
    result = replace(timeline, segments=(*kept, *after))
    # What was said is not said again, but everything to come is said of the new timeline.
    cues = add_cues(result)[index + 1 :]
    return replace(result, segments=(*_not_closing(kept), *cues))


def _not_closing(kept: Sequence[Segment]) -> Iterator[Segment]:
    """Without the words at the end of the session: there is more to come."""
    for segment in kept:
        cues = tuple(cue for cue in segment.cues if cue.name != "finished")
        yield segment if len(cues) == len(segment.cues) else replace(segment, cues=cues)


def _sets_left(performed: Sequence[Segment]) -> list[SetOfSides]:
    sets = groupby(performed, key=lambda segment: segment.set)
    return [(number, tuple(one.side for one in found)) for number, found in sets]


def _sides_of(dose: Dose, left: tuple[SegmentSide | None, ...]) -> tuple[SegmentSide | None, ...]:
    """The sides of one set: those that were left, where both exercises are done side by side."""
    if dose.sides != "each":
        return ("alternate",) if dose.sides == "alternate" else (None,)
    sides: tuple[SegmentSide | None, ...] = ("left", "right")
    return tuple(side for side in sides if side in left) or sides


# -- how much of it ------------------------------------------------------------------------


def eased_dose(planned: Dose, exercise: Exercise, left: int, sets: int) -> Dose:
    """The dose of ``exercise`` for the ``left`` of all ``sets`` of a step that was ``planned`` so.

    Its own kind and amount; where both count the same thing on the same sides, the smaller amount.
    The rests are those of the routine.
    """
    own = resolve_dose(Step(exercise=exercise.id), exercise)
    alike = (own.kind, own.sides) == (planned.kind, planned.sides)
    whole = left == sets == own.set_count
    return replace(
        own,
        hold=_smaller(own.hold, planned.hold) if alike else own.hold,
        timed=_smaller(own.timed, planned.timed) if alike else own.timed,
        breaths=_smaller(own.breaths, planned.breaths) if alike else own.breaths,
        reps=_reps(own, planned if alike else own, sets),
        sets=1 if own.kind == "descending" and sets > 1 else left,
        rest=planned.rest,
        set_cues=own.set_cues if whole else (),
    )


def _reps(own: Dose, cap: Dose, sets: int) -> int | tuple[int, ...] | None:
    """Repetitions; where each set has its own count, one for every set, also for those done."""
    if own.reps is None:
        return None
    if not isinstance(own.reps, tuple):
        return min(own.reps, cap.reps_in(0))
    counts = tuple(
        min(own.reps_in(_set_of(own, place)), cap.reps_in(_set_of(cap, place)))
        for place in range(sets)
    )
    return counts if sets > 1 else counts[0]


def _set_of(dose: Dose, place: int) -> int:
    """The set of a dose that stands for the one at ``place``: past its end, the last."""
    return min(place, dose.set_count - 1)


def _smaller(one: Number | None, other: Number | None) -> Number | None:
    return one if one is None or other is None else min(one, other)
