"""One exercise as a routine of its own, so that it is practised and recorded like any other."""

from __future__ import annotations

from typing import get_args

from recovery_coach.coach.finding import is_gentle
from recovery_coach.library.models import Access, Exercise, Routine, Step

PREFIX = "exercise:"
"""No routine of a file can be taken for one of these: an id there has no colon."""


def routine_of(exercise: Exercise) -> Routine:
    """The exercise with its own dose.

    It is called as the exercise is, and offered where the exercise may be: one tagged gentle also
    while questions are open (facts 3, session gate).
    """
    everywhere: tuple[Access, ...] = get_args(Access)
    return Routine(
        id=PREFIX + exercise.id,
        name=exercise.name,
        summary=exercise.start,
        tags=exercise.tags,
        access=everywhere if is_gentle(exercise) else ("none", "self-care"),
        steps=(Step(exercise=exercise.id),),
        source=exercise.source,
    )
