"""Another exercise in a given time: as many of its usual sets as fit, stretched to the second."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from recovery_coach.library.dose import Dose
from recovery_coach.library.models import Exercise, Routine, Step
from recovery_coach.library.resolve import resolve_dose
from recovery_coach.timeline.compiler import length
from recovery_coach.timeline.model import Options

PAUSE = 10.0
"""Seconds between sets of what usually has one (editorial)."""
TIMED = 30.0
"""Seconds of steady work that are a set of what is not counted in seconds (editorial)."""
MOST_SETS, MOST_REPS = 20, 100
SLOWEST, QUICKEST = 2.0, 0.5
"""How far the tempo of a repetition may be stretched or pressed (editorial)."""


def seconds_of(step: Step, exercise: Exercise, options: Options) -> float:
    """How long a step takes with its rests and side changes; 0 until done."""
    only = Routine(id="step", name="step", summary="step", steps=(step,))
    alone = replace(options, get_ready=0.0)
    return length(only, {exercise.id: exercise}, alone)


def filled(exercise: Exercise, seconds: float, options: Options) -> Step | None:
    """A step of ``exercise`` that takes ``seconds``; None where it cannot be done in so few."""
    step = Step(exercise=exercise.id)
    return fitted(step, resolve_dose(step, exercise), seconds, options)


def fitted(step: Step, own: Dose, seconds: float, options: Options) -> Step | None:
    """``step``, whose usual dose is ``own``, with as much of it as takes ``seconds``."""
    if own.kind not in ("hold", "timed", "reps", "breaths"):
        own = Dose(timed=TIMED, sides="none" if own.sides == "none" else "each")
    sides = 2 if own.sides == "each" else 1
    switch = options.switch if sides == 2 else 0.0
    rest = own.rest or PAUSE
    between = max(rest, switch)
    usual = _set_seconds(own) * sides + switch
    most = round((seconds + between) / (usual + between))
    for sets in range(min(MOST_SETS, max(1, most)), 0, -1):
        work = (seconds - (sets - 1) * between - sets * switch) / (sets * sides)
        counted = _of_a_set(own, work)
        if counted:
            pause = rest if sets > 1 else 0.0
            return replace(step, **counted, sets=sets, rest=pause, sides=own.sides)
    return None


def _set_seconds(own: Dose) -> float:
    """How long one set of one side usually takes."""
    if own.kind in ("reps", "breaths"):
        return own.reps_in(0) * _rep_seconds(own)
    return (own.hold or own.timed or TIMED) * max(1, len(own.shapes))


def _rep_seconds(own: Dose) -> float:
    return sum(phase.seconds for phase in own.phases("left"))


def _of_a_set(own: Dose, work: float) -> dict[str, Any]:
    """One set of one side in ``work`` seconds, as the fields of a step; empty where that fails."""
    if own.kind in ("hold", "timed"):
        each = work / max(1, len(own.shapes))
        return {str(own.kind): each, "shapes": own.shapes} if each >= 1 else {}
    once = _rep_seconds(own)
    pair = 2 if own.sides == "alternate" else 1
    count = pair * min(MOST_REPS // pair, max(1, round(work / (once * pair))))
    stretch = work / (count * once)
    if not QUICKEST <= stretch <= SLOWEST:
        return {}
    tempo = tuple(replace(p, seconds=round(p.seconds * stretch, 3)) for p in own.tempo)
    return {"tempo": tempo, str(own.kind): count}
