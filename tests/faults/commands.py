"""Every command of the terminal, as a person may give it, each after those whose files it needs.

``FILES`` stands for a folder of the person's choice, ``ENTRY`` for their first entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperGroup

from recovery_coach.base.paths import find_paths
from recovery_coach.cli.main import build
from recovery_coach.journal import Journal, PainEntry
from tests.fakes import ManualClock

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
demo-journal --years 1 --per-day 1
journal erase --yes
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
mark PR --json
journal list --json
journal delete ENTRY
journal undo ENTRY
journal forks
report FILES/report.pdf --notes
journal export FILES/journal.json
journal export FILES/table.csv --yes
journal backup FILES/copy.sqlite3
journal backup --list
journal import FILES/journal.json --yes
journal merge FILES/copy.sqlite3 --yes
journal restore --yes
journal sync --folder FILES
journal sync --stop
journal check
red-flags FILES/answers.json
"""


def lines(home: Path, folder: Path) -> Iterator[list[str]]:
    """The command lines, each to be run before the next; with the files that they need."""
    folder.mkdir(exist_ok=True)
    (folder / "short.toml").write_text(ROUTINE, encoding="utf-8")
    (folder / "answers.json").write_text('{"fever": "no"}', encoding="utf-8")
    for line in LINES.splitlines():
        text = line.replace("FILES", str(folder))
        if "ENTRY" in line:
            text = text.replace("ENTRY", _first_entry(home))
        yield text.split(" ")


def _first_entry(home: Path) -> str:
    with Journal.open(find_paths(home).journal, ManualClock()) as journal:
        (first, *_) = journal.written_after(0, [PainEntry], 1)[0]
        return first.record_id


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
