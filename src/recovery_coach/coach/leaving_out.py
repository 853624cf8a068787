"""What a caution code leaves out of a routine, and what comes in its place: pure rules.

Facts 2.1: a step that carries a code that is on is done the easier way where that removes the
cause; else it is filled from the list that suits the code (2.5), for as long as the step took; else
it is left out. What a filler is chosen by, among those of the list, is editorial: it does not
stand beside itself if another one will do, and it comes as seldom as possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

from recovery_coach.base.i18n import tr, trn
from recovery_coach.base.paths import find_resources
from recovery_coach.coach.adapted import Adapted, Change, Codes
from recovery_coach.coach.filling import filled, fitted, seconds_of
from recovery_coach.coach.finding import is_gentle
from recovery_coach.library.dose import Dose
from recovery_coach.library.models import Caution, Exercise, Routine, Step
from recovery_coach.library.naming import EQUIPMENT_CHECK, caution_short
from recovery_coach.library.resolve import as_done, resolve_dose
from recovery_coach.timeline.model import Options

Exercises = Mapping[str, Exercise]


def carried(exercise: Exercise, codes: Codes) -> Codes:
    """The codes that are on and speak against an exercise. EQP only shows its line."""
    carries = set(exercise.cautions) - {EQUIPMENT_CHECK}
    return {code: codes[code] for code in get_args(Caution) if code in codes and code in carries}


def suiting(routine: Routine, exercises: Exercises, codes: Codes) -> Exercises:
    """The exercises that may come into ``routine`` while it is practised, and its own."""
    own = {step.exercise for step in routine.steps}
    return {i: one for i, one in exercises.items() if i in own or not carried(one, codes)}


def adapt(
    routine: Routine,
    exercises: Exercises,
    codes: Codes,
    gentle: bool = False,
    options: Options | None = None,
    fill: bool = True,
) -> Adapted:
    """``routine`` as it may be done while ``codes`` are on; the seconds are those of ``options``.

    ``gentle``: only gentle access is given, so what comes in is gentle; into a gentle routine
    nothing else comes in either (editorial). Without ``fill`` nothing else takes a step's place:
    one exercise was asked for, and no other.
    """
    gentle = gentle or routine.gentle
    return _Adapting(exercises, codes, gentle, options or Options(), fill).adapt(routine)


class _Adapting:
    """One routine, step by step: what stands so far is what the next choice looks at."""

    def __init__(
        self, exercises: Exercises, codes: Codes, gentle: bool, options: Options, fill: bool
    ) -> None:
        self._exercises = exercises
        self._codes = codes
        self._gentle = gentle
        self._options = options
        self._fill = fill
        self._steps: list[Step] = []

    def adapt(self, routine: Routine) -> Adapted:
        changes: list[Change] = []
        for place, step in enumerate(routine.steps):
            exercise = as_done(step, self._exercises[step.exercise])
            on = carried(exercise, self._codes)
            made = self._other(step, exercise, on, routine.steps[place + 1 :]) if on else step
            if made is not None:
                self._steps.append(made)
            if on:
                changes.append(self._change(place, exercise, on, made))
        if not changes:
            return Adapted(routine)
        return Adapted(replace(routine, steps=tuple(self._steps)), tuple(changes))

    def _other(
        self, step: Step, exercise: Exercise, on: Codes, later: Sequence[Step]
    ) -> Step | None:
        """What is done in the place of a step; None where it is left out."""
        return self._easier(step, exercise, on) or self._filler(step, exercise, on, later)

    def _change(self, place: int, exercise: Exercise, on: Codes, made: Step | None) -> Change:
        if made is None:
            return Change(place, exercise.name, on)
        if made.easier:
            way = as_done(made, self._exercises[made.exercise])
            return Change(place, exercise.name, on, way.start, easier=True)
        return Change(place, exercise.name, on, self._exercises[made.exercise].name)

    def _suits(self, exercise: Exercise) -> bool:
        """Whether an exercise may come in."""
        return not carried(exercise, self._codes) and (is_gentle(exercise) or not self._gentle)

    # -- the easier way --------------------------------------------------------------------

    def _easier(self, step: Step, exercise: Exercise, on: Codes) -> Step | None:
        """The easier way, where it removes the cause of every code."""
        easier = exercise.easier
        if easier is None or not set(on) <= set(easier.lifts):
            return None
        if easier.exercise is not None:
            other = self._exercises.get(easier.exercise)
            suits = other is not None and self._suits(other)
            return self._in_its_time(step, exercise, other) if other and suits else None
        if easier.hold is None:
            return replace(step, easier=True)
        seconds = seconds_of(step, exercise, self._options)
        own = Dose(hold=easier.hold, sides=resolve_dose(step, exercise).sides)
        held = Step(exercise=step.exercise, easier=True)
        return fitted(held, own, seconds, self._options)

    # -- another exercise ------------------------------------------------------------------

    def _filler(
        self, step: Step, exercise: Exercise, on: Codes, later: Sequence[Step]
    ) -> Step | None:
        """The one of the matching list that suits best; None without a list, or without one."""
        found = []
        for rank, name in enumerate(self._list_for(on)):
            other = self._exercises.get(name)
            if other is not None and self._suits(other):
                found.append((self._order(exercise, other, later), rank, other))
        for _, _, other in sorted(found, key=lambda one: one[:2]):
            made = self._in_its_time(step, exercise, other)
            if made is not None:
                return made
        return None

    def _list_for(self, on: Codes) -> Sequence[str]:
        direction = [code for code in ("FLEX", "EXT") if code in on]
        if not direction or not self._fill:
            return ()
        both = "FLEX" in self._codes and "EXT" in self._codes
        return fillers().get("both" if both else direction[0], ())

    def _order(
        self, exercise: Exercise, other: Exercise, later: Sequence[Step]
    ) -> tuple[bool, bool, int]:
        """Not beside itself; its own easier exercise before others; what comes seldom."""
        before = self._steps[-1].exercise if self._steps else ""
        after = next((s.exercise for s in later if self._stays(s)), "")
        own = exercise.easier is not None and exercise.easier.exercise == other.id
        coming = [s.exercise for s in later if self._stays(s)]
        times = Counter([*(s.exercise for s in self._steps), *coming])[other.id]
        return other.id in (before, after), not own, times

    def _stays(self, step: Step) -> bool:
        return not carried(as_done(step, self._exercises[step.exercise]), self._codes)

    def _in_its_time(self, step: Step, exercise: Exercise, other: Exercise) -> Step | None:
        """``other`` for as long as ``step`` takes."""
        dose = resolve_dose(step, exercise)
        if dose.kind == "until_done":
            return Step(exercise=other.id, until_done=True, sides="none")
        return filled(other, seconds_of(step, exercise, self._options), self._options)


@cache
def fillers() -> Mapping[str, tuple[str, ...]]:
    """The lists of facts 2.5, by code, and for ``both``. Empty where the file cannot be read."""
    import tomllib

    try:
        text = (find_resources() / "rules" / "fillers.toml").read_text(encoding="utf-8")
        return {code: tuple(entry["exercises"]) for code, entry in tomllib.loads(text).items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # their steps are then left out


# -- in words ------------------------------------------------------------------------------


def what_words(change: Change) -> str:
    """What is done in the place of a step: ``Open book in the place of cat-cow``."""
    name = tr(change.name)
    if change.easier:
        return tr("{name}, the easier way: {how}").format(name=name, how=tr(change.instead))
    if change.instead:
        return tr("{other} in the place of {name}").format(other=tr(change.instead), name=name)
    return tr("Left out: {name}").format(name=name)


def why_words(change: Change) -> str:
    """Why it is not done as it was: ``because you set: bending forward brings it on``."""
    return tr("; ").join(
        text.format(what=tr("; ").join(map(caution_short, codes)))
        for text, codes in (
            (tr("because you set: {what}"), _by(change.codes, "set")),
            (tr("because of your health background: {what}"), _by(change.codes, "background")),
            (tr("because of your last check: {what}"), _by(change.codes, "check")),
        )
        if codes
    )


def _by(codes: Codes, who: str) -> list[str]:
    return [code for code, why in codes.items() if why == who]


def changed_words(changes: int) -> str:
    """How many moves of a routine are not done as it has them."""
    return trn("{n} move changed for you", "{n} moves changed for you", changes)


def nothing_left_words() -> str:
    """A routine of which every step was left out."""
    return tr("Nothing of this routine is left today. Another one may suit you better.")
