"""``validate`` and ``schema``: for a person who writes what the program reads as text."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.base.problems import Problem
from recovery_coach.cli.guard import FAILED
from recovery_coach.cli.terminal import terminal_of
from recovery_coach.library.loader import Library, read_routine
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.reading import json_schema, read_file

_ONLY_EXERCISES_HAVE = ("dose", "position", "start", "muscles", "breathing")


class Kind(StrEnum):
    """The kinds of data files, in the order they are checked."""

    EXERCISE = "exercise"
    FIGURE = "figure"
    ROUTINE = "routine"

    @property
    def folder(self) -> str:
        """Where files of this kind are."""
        return f"{self.value}s"


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("validate", help=tr("Check files of exercises, routines and figures."))(validate)
    app.command("schema", help=tr("Print the JSON Schema of one kind of file."))(schema)


def validate(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help=tr("The TOML files to check."))
    ],
) -> None:
    """Check files; every problem is printed, and the exit code is 1 where there is any."""
    terminal = terminal_of(ctx)
    kinds = {file: kind_of(file) for file in files}
    # The exercises first: a routine among the files may be made of them.
    problems: list[Problem] = []
    library = terminal.app.library
    for file in sorted(files, key=lambda file: kinds[file]):
        library, found = _check(file, kinds[file], library)
        problems.extend(found)
    for problem in problems:
        terminal.say(str(problem))
    checked = trn("{n} file checked", "{n} files checked", len(files))
    count = trn("{n} problem", "{n} problems", len(problems)) if problems else tr("no problems")
    terminal.say(tr("{checked}: {count}").format(checked=checked, count=count))
    if problems:
        raise typer.Exit(FAILED)


def _check(file: Path, kind: Kind, library: Library) -> tuple[Library, tuple[Problem, ...]]:
    """What is wrong with a file, and the catalogue with it where it is a sound exercise."""
    if kind is Kind.ROUTINE:
        return library, read_routine(file, library.exercises)[1]
    if kind is Kind.FIGURE:
        return library, _check_figure(file, library)
    exercise, problems = read_file(file, Exercise)
    if exercise is None:
        return library, problems
    return replace(library, exercises={**library.exercises, exercise.id: exercise}), ()


def _check_figure(file: Path, library: Library) -> tuple[Problem, ...]:
    """What is wrong with a figure: with its file, beside its exercise, and as a human body."""
    from recovery_coach.figure.agreeing import problems_of
    from recovery_coach.figure.store import read_motion

    motion, problems = read_motion(file)
    if motion is None:
        return problems
    return problems_of(file, motion, library.exercises, library.routines.values())


def kind_of(file: Path) -> Kind:
    """What a file is meant to be: by its folder, else by what stands in it."""
    folder = file.absolute().parent.name
    for kind in Kind:
        if folder == kind.folder:
            return kind
    try:
        data: dict[str, Any] = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return Kind.ROUTINE
    if "poses" in data:
        return Kind.FIGURE
    return Kind.EXERCISE if any(name in data for name in _ONLY_EXERCISES_HAVE) else Kind.ROUTINE


class Described(StrEnum):
    """What there is a JSON Schema of."""

    EXERCISE = Kind.EXERCISE
    FIGURE = Kind.FIGURE
    ROUTINE = Kind.ROUTINE
    RED_FLAGS = "red-flags"
    JOURNAL = "journal"


def schema(
    ctx: typer.Context,
    kind: Annotated[Described, typer.Argument(help=tr("Which kind of file."))],
) -> None:
    """Print the JSON Schema of one kind of file."""
    terminal_of(ctx).json(_schema(kind))


def _schema(kind: Described) -> dict[str, Any]:
    if kind is Described.RED_FLAGS:
        from recovery_coach.redflags.answers_file import schema as of_answers

        return of_answers()
    if kind is Described.JOURNAL:
        from recovery_coach.journal.exchange import schema as of_journal

        return of_journal()
    from recovery_coach.figure.models import Figure

    models = {
        Described.EXERCISE: Exercise,
        Described.FIGURE: Figure,
        Described.ROUTINE: Routine,
    }
    return json_schema(models[kind])
