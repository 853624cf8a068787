"""Which exercise stands for a routine in a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from recovery_coach.library.models import Routine


def telling_exercises(routines: Iterable[Routine]) -> Mapping[str, str]:
    """For each routine's id the exercise that tells it from the others.

    The one that the fewest other routines have; of several the one no routine before shows, then
    the one that comes last, because what a routine leads up to is its own.
    """
    found: dict[str, str] = {}
    everything = list(routines)
    used = Counter(name for routine in everything for name in {s.exercise for s in routine.steps})
    for routine in everything:
        names = [step.exercise for step in routine.steps]
        shown = set(found.values())
        found[routine.id] = min(
            names, key=lambda name: (used[name], name in shown, -names.index(name))
        )
    return found
