"""The catalogue: the shipped exercises and routines with the user's own laid over them.

One bad file never hides the rest: it becomes problems, and everything else loads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem
from recovery_coach.library.fields import FieldError
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.resolve import resolve_dose

# What reads TOML is imported where a file is read: a start with a kept catalogue reads none.
if TYPE_CHECKING:
    from recovery_coach.base.toml_lines import Key

Entry = TypeVar("Entry", Exercise, Routine)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that can be practised, by id, and what could not be read."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    problems: tuple[Problem, ...] = ()
    own: frozenset[str] = field(default_factory=frozenset)
    """Ids of the routines that are the user's own."""


def files_in(folder: Path) -> list[Path]:
    """What is called ``*.toml`` in a folder, by name; none where it cannot be read."""
    try:
        return _files_in(folder)
    except OSError:
        return []


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".toml")


def load_library(shipped: Path, own: Path | None) -> Library:
    """Read ``exercises/`` and ``routines/`` below ``shipped``, then below ``own``.

    A routine of the user's replaces the shipped one of its id only if it can be practised.
    """
    problems: list[Problem] = []
    exercises: dict[str, Exercise] = {}
    routines: dict[str, list[_Found]] = {}
    for base in (shipped, own):
        if base is None:
            continue
        for _, exercise in _read_all(base / "exercises", Exercise, problems):
            exercises[exercise.id] = exercise
        for path, routine in _read_all(base / "routines", Routine, problems):
            found = _Found(path, routine, is_own=base is own)
            routines.setdefault(routine.id, []).insert(0, found)
    sound: dict[str, Routine] = {}
    mine: set[str] = set()
    for identifier, candidates in routines.items():
        for found in candidates:
            unknown = check_routine(found.routine, exercises, found.path)
            problems.extend(unknown)
            if not unknown:
                sound[identifier] = found.routine
                mine.update({identifier} if found.is_own else ())
                break
    return Library(exercises, sound, tuple(problems), frozenset(mine))


@dataclass(frozen=True, slots=True)
class _Found:
    """A routine that could be read, and where."""

    path: Path
    routine: Routine
    is_own: bool


def read_routine(
    path: Path, exercises: Mapping[str, Exercise]
) -> tuple[Routine | None, tuple[Problem, ...]]:
    """One routine from anywhere, checked against the exercises there are."""
    from recovery_coach.library.reading import read_file

    routine, problems = read_file(path, Routine)
    if routine is None:
        return None, problems
    unknown = check_routine(routine, exercises, path)
    return (None, unknown) if unknown else (routine, ())


def check_routine(
    routine: Routine, exercises: Mapping[str, Exercise], path: Path
) -> tuple[Problem, ...]:
    """What a routine asks of the catalogue: exercises that exist, and a tempo where one is due."""
    return tuple(_routine_problems(routine, exercises, path))


def _routine_problems(
    routine: Routine, exercises: Mapping[str, Exercise], path: Path
) -> Iterator[Problem]:
    for index, step in enumerate(routine.steps):
        exercise = exercises.get(step.exercise)
        if exercise is None:
            wanted = tr("there is no exercise of this id; `recovery-coach exercises` lists them")
            yield _at(path, index, "exercise", step.exercise, wanted)
            continue
        if step.easier and exercise.easier is None:
            wanted = tr("leave it out: {name} has no easier way").format(name=exercise.name)
            yield _at(path, index, "easier", "", wanted)
            continue
        counted = step.kind in ("reps", "descending", "breaths")
        if counted and not (step.tempo or exercise.dose.tempo):
            wanted = tr("reps and breaths need a tempo: {name} has none of its own")
            yield _at(path, index, "tempo", "", wanted.format(name=exercise.name))
            continue
        try:
            resolve_dose(step, exercise)
        except FieldError as error:
            yield _at(path, index, error.field, "", error.words)


def _at(path: Path, index: int, name: str, found: str, wanted: str) -> Problem:
    line = _line_in(path, ("steps", index, name))
    return Problem(path, f"steps[{index}].{name}", found, wanted, line)


def _line_in(path: Path, place: tuple[Key, ...]) -> int | None:
    from recovery_coach.base.toml_lines import line_of

    try:
        return line_of(path.read_text(encoding="utf-8-sig"), place)
    except (OSError, UnicodeDecodeError):
        return None


def _read_all(
    folder: Path, model: type[Entry], problems: list[Problem]
) -> Iterator[tuple[Path, Entry]]:
    from recovery_coach.library.reading import read_file

    try:
        files = _files_in(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        wanted = tr("the folder cannot be read")
        problems.append(Problem(folder, "", error.strerror or str(error), wanted))
        return
    seen: dict[str, Path] = {}
    for path in files:
        item, found = read_file(path, model)
        problems.extend(found)
        if item is None:
            continue
        if item.id in seen:
            wanted = tr("this id is taken by {file}; choose another").format(
                file=seen[item.id].name
            )
            problems.append(Problem(path, "id", item.id, wanted, _line_in(path, ("id",))))
            continue
        seen[item.id] = path
        yield path, item
