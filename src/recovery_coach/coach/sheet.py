"""A routine on paper: which poses stand there, and which words. Where they stand, ui decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recovery_coach.base.i18n import capital, duration, minutes, number, tr, trn
from recovery_coach.coach.leaving_out import changed_words
from recovery_coach.figure.keyposes import ends_of, phase_into, pose_of_phase
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.store import Figures
from recovery_coach.library.dose import Dose, Side
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.naming import EQUIPMENT_CHECK, caution_words, rule_words
from recovery_coach.library.resolve import equipment_of
from recovery_coach.library.words import dose_words
from recovery_coach.redflags.wording import watch_line
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.model import Options, PlannedStep

NO_BREAK = "\N{NO-BREAK SPACE}"
COUNTED = ("reps", "descending", "breaths")
"""What goes by a tempo."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One pose of the figure, with the word below it."""

    pose: str
    caption: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick: one for each set, named where the sets differ; ``label`` is the side."""

    label: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One exercise of the routine, as it stands on paper."""

    number: int
    exercise: str
    name: str
    dose: str
    side: Side | None
    """The side that the pictures show."""
    pictures: tuple[Picture, ...]
    facts: tuple[str, ...]
    note: str
    cues: tuple[str, ...]
    caution: str
    ticks: tuple[Ticks, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole routine on paper."""

    title: str
    summary: str
    facts: tuple[str, ...]
    steps: tuple[SheetStep, ...]
    stop: str
    signs: str
    limits: str


def sheet_of(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    figures: Figures,
    options: Options,
    changes: int = 0,
) -> Sheet:
    """What stands on the sheet of ``routine``, in the language in use.

    ``changes``: how many of its moves were left out or changed for the person.
    """
    timeline = compile_timeline(routine, dict(exercises), options)
    needed, _ = equipment_of(routine, exercises)
    facts = [trn("{n} move", "{n} moves", len(timeline.steps)), minutes(timeline.total)]
    if needed:
        facts.append(tr("You need: {things}").format(things=", ".join(map(tr, needed))))
    if changes:
        facts.append(changed_words(changes))
    return Sheet(
        title=tr(routine.name),
        summary=" ".join(tr(text) for text in (routine.summary, routine.when) if text),
        facts=tuple(facts),
        steps=tuple(
            _step(place, step, None if step.easier else figures.motion(step.exercise.id))
            for place, step in enumerate(timeline.steps, start=1)
        ),
        stop=rule_words(),
        signs=watch_line(),
        limits=tr(
            "This sheet is no diagnosis: it cannot say what is wrong with a back. If something"
            " worries you, ask a health professional."
        ),
    )


def file_name(routine: Routine) -> str:
    """What the file of a sheet is called, unless the person says otherwise."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in tr(routine.name))
    return f"{' '.join(kept.split()) or routine.id}.pdf"


def _step(place: int, step: PlannedStep, motion: Motion | None) -> SheetStep:
    exercise, dose = step.exercise, step.dose
    pictures = pictures_of(motion, dose) if motion is not None else ()
    side: Side | None = None
    if motion is not None:
        side = "left" if dose.sides in ("each", "alternate") else motion.figure.side
    steps = tuple(map(tr, exercise.steps))
    return SheetStep(
        number=place,
        exercise=exercise.id,
        name=tr(exercise.name),
        dose=capital(dose_words(dose)),
        side=side,
        pictures=pictures,
        facts=tuple(_facts(exercise, dose, motion)),
        note=tr(step.note),
        cues=steps if pictures else tuple(dict.fromkeys((tr(exercise.start), *steps))),
        caution=caution_line(exercise),
        ticks=ticks_of(dose),
    )


def pictures_of(motion: Motion, dose: Dose) -> tuple[Picture, ...]:
    """The start and the end; of shapes that are held one after the other, each shape."""
    figure = motion.figure
    shapes = [(pose_of_phase(figure.cycle, shape), shape) for shape in dict.fromkeys(dose.shapes)]
    held = tuple(Picture(pose, capital(tr(shape))) for pose, shape in shapes if pose is not None)
    if held:
        return held
    begin, *others = ends_of(motion, dose.kind == "hold")
    if not others:
        return (Picture(begin, ""),)
    first = tr("Start")
    if begin not in (figure.start, figure.ready) or (figure.ready and begin != figure.ready):
        first = _caption(motion, begin) or first
    return (Picture(begin, first), *(Picture(pose, _caption(motion, pose)) for pose in others))


def _caption(motion: Motion, pose: str) -> str:
    phase = phase_into(motion.figure, pose)
    return tr(capital(phase)) if phase else ""


def _facts(exercise: Exercise, dose: Dose, motion: Motion | None) -> list[str]:
    """Sides, pace and rest, a line each."""
    found = []
    if dose.sides in ("each", "alternate") and exercise.side_means:
        if motion is None or motion.figure.side is None:
            wanted = tr("Left and right name {what}.")
        elif dose.sides == "each":
            wanted = tr("Shown: left ({what}). Then right.")
        else:
            wanted = tr("Shown: left ({what}). Sides in turn.")
        found.append(wanted.format(what=tr(exercise.side_means)))
    if dose.tempo and dose.kind in COUNTED:
        parts = [
            tr("{phase} {seconds}").format(
                phase=tr(capital(phase.phase)), seconds=_seconds(phase.seconds)
            )
            for phase in dose.tempo
        ]
        pace = tr("One breath: {parts}") if dose.kind == "breaths" else tr("One rep: {parts}")
        found.append(pace.format(parts=" · ".join(part.replace(" ", NO_BREAK) for part in parts)))
    if dose.rest and dose.set_count > 1:
        found.append(tr("{time} of rest between sets").format(time=duration(dose.rest)))
    return found


def caution_line(exercise: Exercise) -> str:
    """The first of an exercise's cautions, as a sentence; empty where it has none."""
    people = [code for code in exercise.cautions if code != EQUIPMENT_CHECK]
    if people:
        return tr("Take care if {what}.").format(what=caution_words(people[0]))
    return caution_words(EQUIPMENT_CHECK) if exercise.cautions else ""


def ticks_of(dose: Dose) -> tuple[Ticks, ...]:
    """A box for each set, and for each side where every set is done on both."""
    if dose.set_cues:
        boxes = tuple(map(tr, dose.set_cues))
    elif dose.kind == "descending":
        boxes = tuple(str(dose.reps_in(index)) for index in range(dose.set_count))
    else:
        boxes = ("",) * dose.set_count
    if dose.sides == "each":
        return (Ticks(tr("Left"), boxes), Ticks(tr("Right"), boxes))
    return (Ticks(tr("Done") if len(boxes) == 1 else tr("Sets"), boxes),)


def _seconds(seconds: float) -> str:
    return tr("{s} s").format(s=number(seconds, 0 if seconds == round(seconds) else 1))
