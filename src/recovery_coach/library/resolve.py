"""The dose that is really done: a step's own words, completed by its exercise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from recovery_coach.library.dose import Dose
from recovery_coach.library.fields import FieldError
from recovery_coach.library.models import Exercise, Routine, Step

_DOSE_FIELDS = tuple(f.name for f in fields(Dose))


def resolve_dose(step: Step, exercise: Exercise) -> Dose:
    """The step's dose; what it leaves out comes from the exercise.

    A step without a count takes the exercise's dose whole, but for a tempo or sides of its own.
    A step with a count takes only tempo and sides from the exercise. Raises FieldError where the
    two do not fit together (an odd count with alternating sides, say).
    """
    base = exercise.dose if step.kind is None else step
    values = {name: getattr(base, name) for name in _DOSE_FIELDS}
    values["tempo"] = step.tempo or exercise.dose.tempo
    values["sides"] = step.sides or exercise.dose.sides or "none"
    if values["sides"] == "alternate" and base.kind not in ("reps", "descending"):
        # A hold of an exercise whose reps alternate is held on each side in turn.
        values["sides"] = step.sides or "each"
    if values["sides"] != "alternate":
        # Outside alternating sides every repetition goes as the left one does.
        kept = (p for p in values["tempo"] if p.side in (None, "left"))
        values["tempo"] = tuple(replace(p, side=None) for p in kept)
    if base.kind in ("reps", "descending", "breaths") and not values["tempo"]:
        raise FieldError("tempo", "reps and breaths need a tempo")
    return Dose(**values)


def as_done(step: Step, exercise: Exercise) -> Exercise:
    """The exercise as ``step`` has it done: the easier way has words and cautions of its own."""
    easier = exercise.easier
    if not step.easier or easier is None:
        return exercise
    text = easier.way or easier.text
    return replace(
        exercise,
        start=text,
        steps=(text,),
        equipment=(),
        faults=(),
        note="",
        easier=None,
        harder=None,
        cautions=tuple(code for code in exercise.cautions if code not in easier.lifts),
    )


def equipment_of(
    routine: Routine, exercises: Mapping[str, Exercise]
) -> tuple[list[str], list[str]]:
    """What a routine needs, and what helps but can be missing, in order of first use."""
    needed: dict[str, None] = dict.fromkeys(routine.equipment)
    helps: dict[str, None] = {}
    for step in routine.steps:
        exercise = as_done(step, exercises[step.exercise])
        needed.update(dict.fromkeys(exercise.equipment))
        helps.update(dict.fromkeys(exercise.optional_equipment))
    return list(needed), [item for item in helps if item not in needed]
