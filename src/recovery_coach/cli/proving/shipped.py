"""The shipped data: every file is there, can be read, and finds what it refers to.

What must be there stands in ``resources/manifest.txt``, by name: most files are referred to by no
other, so that one left out of a package would be missed by nobody. The list holds no digests: every
file is read and understood here, and whoever mends a cue need not mend the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from recovery_coach.base.i18n import tr, trn
from recovery_coach.base.problems import Problem
from recovery_coach.base.tables import TableFile
from recovery_coach.cli.proving.check import FaultError, Finding, some
from recovery_coach.cli.proving.trial import Trial

MANIFEST = "manifest.txt"


def manifest(resources: Path) -> list[PurePosixPath]:
    """Every file that is shipped, below ``resources``. Raises FaultError."""
    try:
        lines = (resources / MANIFEST).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise FaultError(f"{error.filename}: {error.strerror}") from error
    return [PurePosixPath(line) for line in lines if line]


def names_in(resources: Path, folder: str) -> list[str]:
    """The names of the files in one folder, without their endings, as the list has them."""
    found = manifest(resources)
    return [one.stem for one in found if str(one.parent) == folder and one.suffix]


def check_files(trial: Trial) -> Finding:
    """Each file of the list is there, and has something in it."""
    listed = manifest(trial.resources)
    missing = [str(one) for one in listed if not _has_content(trial.resources / one)]
    if missing:
        raise FaultError(tr("missing or empty: {names}").format(names=some(missing)))
    return Finding(trn("{n} file", "{n} files", len(listed)))


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def check_catalogue(trial: Trial) -> Finding:
    """Exercises, routines and figures: each can be read, and each exercise has its figure."""
    from recovery_coach.figure.store import read_motion
    from recovery_coach.library.loader import load_library

    library = load_library(trial.resources, None)
    problems = list(library.problems)
    figures = 0
    for identifier in library.exercises:
        motion, wrong = read_motion(trial.resources / "figures" / f"{identifier}.toml")
        problems += wrong
        figures += motion is not None
    _tell(problems)
    if not library.routines:
        raise FaultError(tr("there are none"))
    text = tr("{exercises} exercises, {routines} routines, {figures} figures")
    return Finding(
        text.format(
            exercises=len(library.exercises), routines=len(library.routines), figures=figures
        )
    )


def check_rules(trial: Trial) -> Finding:
    """Regions, the body, questions, rules and tables: each refers to what is there."""
    from recovery_coach.library.body_map import read_drawing
    from recovery_coach.library.regions import read_regions
    from recovery_coach.redflags.questions import read_questions
    from recovery_coach.redflags.rules import read_rules

    rules = trial.resources / "rules"
    regions = read_regions(trial.resources / "regions.toml")
    drawing = read_drawing(trial.resources / "body_map.toml")
    questions, rows = read_questions(rules / "questions.toml"), read_rules(rules / "red_flags.toml")
    tables = [_table(rules / f"{name}.toml") for name in ("numbers", "words", "fillers")]
    problems = [*regions.problems, *drawing.problems, *questions.problems, *rows.problems]
    _tell([*problems, *(problem for table in tables for problem in table.problems)])
    lost = [one.id for one in regions.regions if not drawing.shapes(one.id)]
    exercises = set(names_in(trial.resources, "exercises"))
    lost += [one for one in _fillers(tables[2].data) if one not in exercises]
    if lost:
        raise FaultError(tr("nothing is there for: {names}").format(names=some(lost)))
    text = tr(
        "{regions} regions, {groups} groups of questions, {rows} rules, {countries} countries"
    )
    return Finding(
        text.format(
            regions=len(regions.regions),
            groups=len(questions.groups),
            rows=len(rows.rows),
            countries=len(tables[0].data),
        )
    )


def _table(path: Path) -> TableFile:
    file = TableFile(path)
    if file.is_read and not file.data:
        file.problems.append(Problem(path, "", "", tr("there is nothing in it")))
    return file


def _fillers(data: Any) -> Iterator[str]:
    for entry in data.values():
        yield from entry["exercises"]


def _tell(problems: list[Problem]) -> None:
    if problems:
        raise FaultError(some([str(problem) for problem in problems]))
