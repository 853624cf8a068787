"""What is counted in one exercise: a dose.

A dose is exactly one of six kinds. ``hold``: seconds in one shape, or in each of several.
``reps``: repetitions by tempo; a list of counts, such as ``[5, 3, 1]``, makes **descending** sets.
``timed``: seconds of steady work, such as marching. ``breaths``: breaths by tempo.
``until_done``: the person says when. Sets, rest and sides apply to all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from recovery_coach.library.fields import ONE_LINE, STRICT, FieldError, Limits, Says

Side = Literal["left", "right"]
Sides = Literal["none", "each", "alternate"]
Kind = Literal["hold", "reps", "descending", "timed", "breaths", "until_done"]

Words = Annotated[str, Limits(min_length=1, max_length=200, pattern=ONE_LINE)]
Count = Annotated[int, Limits(ge=1, le=100)]


def opposite(side: Side | None) -> Side:
    """The other side; of none the right one, as a first repetition is on the left."""
    return "left" if side == "right" else "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One part of a repetition, with its seconds: ``lower`` for 3, ``hold`` for 1."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    phase: Annotated[Words, Says("Name of the phase; the figure moves by the same names.")]
    seconds: Annotated[float, Limits(ge=0.2, le=120), Says("How long it takes, in seconds.")]
    side: Annotated[
        Side | None, Says("Only with alternating sides: the phase belongs to this side alone.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of an exercise: one kind of count, with sets, rest and sides."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    hold: Annotated[
        Annotated[float, Limits(ge=1, le=1800)] | None,
        Says("Seconds to hold, in each shape where `shapes` names several."),
    ] = None
    shapes: Annotated[
        tuple[Words, ...], Limits(max_length=8), Says("Shapes held one after the other, by name.")
    ] = ()
    reps: Annotated[
        Count | Annotated[tuple[Count, ...], Limits(min_length=2, max_length=10)] | None,
        Says(
            "Repetitions in a set (a side's own where sides are `each`; both together where they"
            " alternate); a list such as [5, 3, 1] gives each set its own count."
        ),
    ] = None
    timed: Annotated[
        Annotated[float, Limits(ge=1, le=7200)] | None, Says("Seconds of steady work, uncounted.")
    ] = None
    breaths: Annotated[Count | None, Says("Breaths in a set, paced by the tempo.")] = None
    until_done: Annotated[bool, Says("No count: the person says when it is done.")] = False
    sets: Annotated[int, Limits(ge=1, le=20), Says("How many sets.")] = 1
    rest: Annotated[float, Limits(ge=0, le=600), Says("Seconds of rest between sets.")] = 0.0
    sides: Annotated[
        Sides | None,
        Says(
            "`none`; `each`: a whole set left, then right; `alternate`: rep by rep, left first."
            " Left out in a step, the exercise's own."
        ),
    ] = None
    tempo: Annotated[
        tuple[Phase, ...],
        Limits(max_length=12),
        Says("The phases of one repetition or breath, in order."),
    ] = ()
    set_cues: Annotated[
        tuple[Words, ...],
        Limits(max_length=20),
        Says("One short cue for each set, such as Forwards, Back."),
    ] = ()

    def __post_init__(self) -> None:
        check_dose(self)

    @property
    def kind(self) -> Kind | None:
        """Which of the six kinds it is; None where nothing is counted (a step that inherits)."""
        if self.hold is not None:
            return "hold"
        if self.reps is not None:
            return "descending" if isinstance(self.reps, tuple) else "reps"
        if self.timed is not None:
            return "timed"
        if self.breaths is not None:
            return "breaths"
        return "until_done" if self.until_done else None

    @property
    def set_count(self) -> int:
        """How many sets there are; descending reps carry the number themselves."""
        return len(self.reps) if isinstance(self.reps, tuple) else self.sets

    def reps_in(self, set_index: int) -> int:
        """Repetitions or breaths in the set ``set_index`` (from 0); 0 where none are counted."""
        if isinstance(self.reps, tuple):
            return self.reps[set_index]
        return self.reps or self.breaths or 0

    def phases(self, side: Side | None) -> tuple[Phase, ...]:
        """The phases of one repetition of ``side``."""
        return tuple(p for p in self.tempo if p.side is None or p.side == side)


def check_dose(dose: Dose) -> None:
    """The rules between the fields of a dose; raises FieldError."""
    counted = [
        name
        for name in ("hold", "reps", "timed", "breaths", "until_done")
        if getattr(dose, name) is not None and getattr(dose, name) is not False
    ]
    if len(counted) > 1:
        raise FieldError(
            counted[1],
            "a dose counts one thing: {one} or {other}",
            one=counted[0],
            other=counted[1],
        )
    if dose.shapes and dose.hold is None:
        raise FieldError("shapes", "shapes are held: give `hold` seconds with them")
    if len(dose.shapes) == 1:
        raise FieldError("shapes", "name at least two shapes, or none")
    if isinstance(dose.reps, tuple) and dose.sets != 1:
        raise FieldError("sets", "a list of reps already says how many sets there are")
    if dose.set_cues and len(dose.set_cues) != dose.set_count:
        raise FieldError("set_cues", "give one cue for each set: {n}", n=dose.set_count)
    _check_sides(dose)


def _check_sides(dose: Dose) -> None:
    """Alternating sides need an even count, and phases that last equally long on both."""
    if any(p.side for p in dose.tempo) and dose.sides != "alternate":
        raise FieldError("tempo", 'a phase can have a side only with sides = "alternate"')
    if dose.sides != "alternate":
        return
    if dose.kind in ("hold", "timed", "breaths", "until_done"):
        raise FieldError("sides", "only reps can alternate; use each or none")
    counts = dose.reps if isinstance(dose.reps, tuple) else (dose.reps or 0,)
    if any(count % 2 for count in counts):
        raise FieldError("reps", "alternating sides need an even number, half for each side")
    left, right = (sum(p.seconds for p in dose.phases(side)) for side in ("left", "right"))
    if abs(left - right) > 1e-9:
        raise FieldError("tempo", "both sides must take the same time")
