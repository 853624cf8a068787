"""Exercises and routines, as a person writes them: one TOML file each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from recovery_coach.base.ids import SLUG_PATTERN
from recovery_coach.library.dose import Dose, Words, check_dose
from recovery_coach.library.fields import LINES, STRICT, FieldError, Limits, Says

Slug = Annotated[str, Limits(pattern=SLUG_PATTERN)]
Text = Annotated[str, Limits(max_length=600, pattern=LINES)]

Muscle = Literal[
    "neck", "upper_trapezius", "mid_lower_trapezius", "rhomboids", "latissimus_dorsi", "deltoids",
    "rotator_cuff", "serratus_anterior", "pectorals", "thoracic_extensors", "lumbar_extensors",
    "quadratus_lumborum", "rectus_abdominis", "obliques", "deep_core", "diaphragm", "hip_flexors",
    "gluteus_maximus", "gluteus_medius", "deep_hip_rotators", "adductors", "quadriceps",
    "hamstrings", "calves",
]  # fmt: skip
Caution = Literal[
    "FLEX", "EXT", "ROT", "LEG", "SHO", "WRI", "KNE", "HIP", "BAL", "BON", "PRE", "BP", "IMP",
    "ACU", "NEC", "EQP",
]  # fmt: skip
Position = Literal[
    "standing", "half-kneeling", "kneeling", "quadruped", "lunge", "seated", "supine", "prone",
    "side-lying",
]  # fmt: skip
Access = Literal["none", "self-care", "book", "not-checked"]
"""Levels of the safety check at which a routine may be offered; facts 5.2, rule 9."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """An easier or a harder way; an exercise of its own where one exists."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    text: Annotated[Words, Says("What to do instead, in a short line.")]
    exercise: Annotated[Slug | None, Says("Id of the exercise that is this variant.")] = None
    lifts: Annotated[
        tuple[Caution, ...],
        Says("Cautions that do not hold this way, because it removes their cause."),
    ] = ()
    way: Annotated[Words | None, Says("Of what the text offers, what removes the cause.")] = None
    hold: Annotated[
        Annotated[float, Limits(ge=1, le=1800)] | None,
        Says("Seconds to hold it at a time, where this way is held and the usual one is not."),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise: how it is done, how much of it, what to mind."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: Annotated[Slug, Says("Lower-case letters, digits, underscores; the file's name.")]
    name: Annotated[Words, Says("As it is called.")]
    position: Annotated[Position, Says("The position it is done in.")]
    start: Annotated[Text, Limits(min_length=1), Says("How to get into the starting position.")]
    steps: Annotated[
        tuple[Words, ...],
        Limits(min_length=1, max_length=6),
        Says("Short cues, in the order they are done."),
    ]
    dose: Annotated[Dose, Says("The usual dose, where a routine gives no other.")]
    breathing: Annotated[Words, Says("When to breathe in and out.")]
    muscles: Annotated[
        tuple[Muscle, ...], Limits(min_length=1), Says("Muscles that work or stretch.")
    ]
    equipment: Annotated[tuple[Words, ...], Says("What it needs.")] = ()
    optional_equipment: Annotated[tuple[Words, ...], Says("What helps but can be missing.")] = ()
    faults: Annotated[tuple[Words, ...], Says("What commonly goes wrong.")] = ()
    easier: Annotated[Variant | None, Says("An easier way.")] = None
    harder: Annotated[Variant | None, Says("A harder way.")] = None
    cautions: Annotated[tuple[Caution, ...], Says("Codes of people who should not do it.")] = ()
    tags: Annotated[tuple[Words, ...], Says("Words to find it by.")] = ()
    side_means: Annotated[
        Text, Says("What left and right name, such as: the kneeling leg. Empty without sides.")
    ] = ""
    note: Annotated[Text, Says("One thing worth knowing.")] = ""
    source: Annotated[
        Text, Limits(min_length=1), Says("The publication or practice it comes from.")
    ]

    def __post_init__(self) -> None:
        if self.dose.kind is None:
            raise FieldError("dose", "say what is counted: hold, reps, timed, breaths, until_done")
        if self.dose.kind in ("reps", "descending", "breaths") and not self.dose.tempo:
            raise FieldError("dose.tempo", "reps and breaths need a tempo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Dose):
    """One exercise of a routine with its dose; a step without a count takes the exercise's dose."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    exercise: Annotated[Slug, Says("Id of the exercise.")]
    note: Annotated[Words | None, Says("A short word for this step, such as: build slowly.")] = None
    easier: Annotated[bool, Says("Done the easier way that the exercise names.")] = False

    def __post_init__(self) -> None:
        check_dose(self)
        if self.kind is None and (self.sets != 1 or self.rest or self.set_cues or self.shapes):
            raise FieldError("exercise", "a step with sets, rest or cues must say what it counts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A routine: exercises in order, each with its dose."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: Annotated[Slug, Says("Lower-case letters, digits, underscores; the file's name.")]
    name: Annotated[Words, Says("As it is called.")]
    summary: Annotated[Text, Limits(min_length=1), Says("What it is for, in a sentence or two.")]
    when: Annotated[Text, Says("When it fits.")] = ""
    tags: Annotated[tuple[Words, ...], Says("Words to find it by.")] = ()
    access: Annotated[
        tuple[Access, ...], Says("Results of the safety check at which it is offered.")
    ] = ("none", "self-care")
    equipment: Annotated[tuple[Words, ...], Says("Needed beyond what its exercises need.")] = ()
    steps: Annotated[
        tuple[Step, ...], Limits(min_length=1, max_length=60), Says("The exercises, in order.")
    ]
    source: Annotated[Text, Says("Where it comes from.")] = ""

    @property
    def gentle(self) -> bool:
        """Offered also on a bad day, or while questions are open (facts 3, session gate)."""
        return "book" in self.access
