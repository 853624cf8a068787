"""Whether a figure fits its exercise, and whether a human body can do what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem
from recovery_coach.figure.checking import bones, check
from recovery_coach.figure.models import Figure
from recovery_coach.figure.motion import Motion
from recovery_coach.figure.muscles import STRIPS
from recovery_coach.figure.skeleton import points_of
from recovery_coach.library.dose import Dose
from recovery_coach.library.fields import FieldError
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.resolve import resolve_dose

Found = tuple[str, str, str]
"""Where in the file, what stands there, what is wanted."""
CHECKED_FRAMES = 15
"""Instants a second at which a file's motion is checked; the tests look at 60."""


def problems_of(
    path: Path,
    motion: Motion,
    exercises: Mapping[str, Exercise],
    routines: Iterable[Routine] = (),
) -> tuple[Problem, ...]:
    """What is wrong with a figure that could be read, beside its exercise and routines."""
    figure = motion.figure
    exercise = exercises.get(figure.exercise)
    if exercise is None:
        wanted = tr("there is no exercise of this id; `recovery-coach exercises` lists them")
        return (Problem(path, "exercise", figure.exercise, wanted),)
    found = [
        *_names(motion),
        *_muscles(figure, exercise),
        *_sides(figure, exercise.dose),
        *_doses(figure, exercise, routines),
        *_body(motion),
    ]
    return tuple(Problem(path, where, what, wanted) for where, what, wanted in found)


def _names(motion: Motion) -> Iterator[Found]:
    """Names of body points, parts and muscles that there are none of."""
    figure = motion.figure
    body = motion.pose(figure.start)
    points, parts = points_of(body), bones(body)
    for index, prop in enumerate(figure.props):
        for point in prop.points:
            if isinstance(point, str) and point not in points:
                wanted = tr("there is no such body point; there are {names}")
                names = ", ".join(sorted(points))
                yield f"props[{index}].points", point, wanted.format(names=names)
    for index, pair in enumerate(figure.touching):
        for name in pair:
            if name not in parts:
                wanted = tr("there is no such part; there are {names}")
                yield f"touching[{index}]", name, wanted.format(names=", ".join(sorted(parts)))


def _muscles(figure: Figure, exercise: Exercise) -> Iterator[Found]:
    given = [*figure.working, *figure.stretching]
    of_poses = (pose.muscles for pose in figure.poses.values() if pose.muscles)
    of_poses_too = (n.partition(":")[0] for m in of_poses for n in (*m.working, *m.stretching))
    for name in (*given, *of_poses_too):
        if name not in STRIPS:
            wanted = tr("there is no such muscle; there are {names}")
            yield "muscles", name, wanted.format(names=", ".join(sorted(STRIPS)))
    if sorted(given) != sorted(exercise.muscles):
        wanted = tr("each muscle of the exercise must be once in working or stretching: {names}")
        names = ", ".join(exercise.muscles)
        yield "muscles", ", ".join(given), wanted.format(names=names)


def _sides(figure: Figure, dose: Dose) -> Iterator[Found]:
    phases_have_sides = any(phase.side for phase in dose.tempo)
    one_sided = dose.sides in ("each", "alternate") and not phases_have_sides
    if one_sided and figure.side is None:
        yield "side", "", tr("the exercise has sides: say which one the poses show")
    if figure.side is not None and not one_sided and not figure.alternates:
        yield "side", figure.side, tr("the exercise has no sides")
    if figure.alternates and figure.side is None:
        yield "alternates", "true", tr("needs a side, to begin with")


def _doses(figure: Figure, exercise: Exercise, routines: Iterable[Routine]) -> Iterator[Found]:
    said: set[tuple[str, str, str]] = set()
    for dose in _all_doses(exercise, routines):
        for found in _dose(figure, dose):
            if found not in said:
                said.add(found)
                yield found


def _all_doses(exercise: Exercise, routines: Iterable[Routine]) -> Iterator[Dose]:
    yield exercise.dose
    for routine in routines:
        for step in routine.steps:
            if step.exercise == exercise.id:
                try:
                    yield resolve_dose(step, exercise)
                except FieldError:
                    continue  # that is the routine's own problem, told where it is read


def _dose(figure: Figure, dose: Dose) -> Iterator[Found]:
    phases = [move.phase for move in figure.cycle]
    if dose.kind in ("reps", "descending", "breaths"):
        for side in ("left", "right"):
            tempo = [phase.phase for phase in dose.phases(side)]
            if not _goes_into(tempo, figure, whole=not any(p.side for p in dose.tempo)):
                wanted = tr("the phases must be those of the tempo, in order: {phases}")
                found = ", ".join(phases)
                yield "cycle", found, wanted.format(phases=", ".join(tempo))
                return
    elif dose.kind == "hold":
        for shape in dose.shapes:
            if shape.lower() not in phases:
                wanted = tr("a routine holds the shape {shape}: a phase must be called like it")
                yield "cycle", ", ".join(phases), wanted.format(shape=shape.lower())
        if figure.telling not in {move.to for move in figure.cycle} | {figure.start}:
            yield "telling", figure.telling, tr("the pose that is held: a move must end in it")
    elif dose.kind == "timed" and not figure.cycle:
        yield "cycle", "", tr("steady work needs moves that go round")


def _goes_into(tempo: list[str], figure: Figure, whole: bool) -> bool:
    """Whether the tempo's phases are moves of the cycle, in order; only holds may be left out."""
    if not whole:
        return set(tempo) <= {move.phase for move in figure.cycle}
    waiting = list(tempo)
    at = figure.start
    for move in figure.cycle:
        if waiting and move.phase == waiting[0]:
            waiting.pop(0)
        elif move.to != at or move.via:
            return False
        at = move.to
    return not waiting


def _body(motion: Motion) -> Iterator[Found]:
    for fault in check(motion, CHECKED_FRAMES):
        wanted = tr("a body cannot do that: {what} (allowed {allowed:.3g})")
        where = f"cycle.{fault.move}"
        what = f"{tr(fault.what)}, {fault.place}"
        yield where, f"{fault.found:.3g}", wanted.format(what=what, allowed=fault.allowed)
