"""Taking a routine file into the user's own library."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from recovery_coach.base.files import write_atomically
from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem
from recovery_coach.library.loader import read_routine
from recovery_coach.library.models import Exercise


def add_routine(
    file: Path, exercises: Mapping[str, Exercise], own: Path, replace: bool = False
) -> tuple[Path | None, tuple[Problem, ...]]:
    """Copy a sound routine to ``own/routines/<id>.toml``, word for word; else what is wrong.

    A routine of the user's own with the same id is replaced only where ``replace`` says so.
    """
    routine, problems = read_routine(file, exercises)
    if routine is None:
        return None, problems
    target = own / "routines" / f"{routine.id}.toml"
    if target.exists() and not replace and target.resolve() != file.resolve():
        wanted = tr("you have a routine of this id already; choose another id, or remove that one")
        return None, (Problem(file, "id", routine.id, wanted),)
    try:
        write_atomically(target, file.read_bytes())
    except OSError as error:
        return None, (Problem(target, "", "", error.strerror or str(error)),)
    return target, ()
