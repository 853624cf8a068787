"""Every command of the terminal, as a person may give it, each after those whose files it needs.

``FILES`` stands for a folder of the person's choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperGroup

from recovery_coach.cli.main import build

ROUTINE = """\
id = "short"
name = "Short"
summary = "A moment on the floor."

[[steps]]
exercise = "front_plank"
hold = 1
"""

LINES = """\
paths
self-test
routines
routines add FILES/short.toml
exercises --json
show short
schema routine
schema red-flags
validate FILES/short.toml
sheet short FILES/short.pdf
figure front_plank FILES/plank.svg
figure front_plank FILES/plank.png
play short --speed 1000 --events FILES/events
sessions --json
pain 3 --note stiff
red-flags FILES/answers.json
"""


def lines(folder: Path) -> list[list[str]]:
    """The command lines, with the files that they need put into ``folder``."""
    folder.mkdir(exist_ok=True)
    (folder / "short.toml").write_text(ROUTINE, encoding="utf-8")
    (folder / "answers.json").write_text('{"fever": "no"}', encoding="utf-8")
    text = LINES.replace("FILES", str(folder))
    return [line.split(" ") for line in text.splitlines()]


def names() -> set[tuple[str, ...]]:
    """Every command there is: ``("routines", "add")``."""
    program = typer.main.get_command(build())
    assert isinstance(program, TyperGroup)
    return set(_below(program, ()))


def _below(group: TyperGroup, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if not isinstance(command, TyperGroup) or command.invoke_without_command:
            yield (*before, name)
        if isinstance(command, TyperGroup):
            yield from _below(command, (*before, name))
