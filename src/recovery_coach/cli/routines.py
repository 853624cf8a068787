"""``routines``: what can be practised, and how a routine of one's own is added."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.files import write_atomically
from recovery_coach.base.i18n import duration, minutes, tr
from recovery_coach.cli.adapting import adapted
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.library.loader import files_in, read_routine
from recovery_coach.library.models import Routine
from recovery_coach.library.reading import read_file
from recovery_coach.library.resolve import equipment_of
from recovery_coach.timeline.compiler import compile as compile_timeline
from recovery_coach.timeline.compiler import length


def build() -> typer.Typer:
    """The command with its one command below."""
    app = typer.Typer(rich_markup_mode=None, help=tr("List the routines; or add one of your own."))
    app.callback(invoke_without_command=True)(routines)
    app.command("add", help=tr("Check a routine's file and copy it to your own routines."))(add)
    return app


def routines(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
) -> None:
    """List the routines."""
    if ctx.invoked_subcommand is not None:
        return
    terminal = terminal_of(ctx)
    found = [_facts(terminal, r) for r in terminal.app.library.routines.values()]
    if as_json:
        terminal.json(found)
        return
    terminal.table(
        (tr("Routine"), tr("Name"), tr("Length"), tr("Steps"), tr("Needs"), ""),
        (
            (
                fact["id"],
                tr(fact["name"]),
                minutes(fact["total_seconds"]),
                str(fact["steps"]),
                ", ".join(map(tr, fact["equipment"])),
                tr("your own") if fact["own"] else "",
            )
            for fact in found
        ),
        right="23",
    )
    for problem in terminal.app.library.problems:
        terminal.warn(str(problem))


def _facts(terminal: Terminal, routine: Routine) -> dict[str, Any]:
    library = terminal.app.library
    options = terminal.app.options_for(routine.id)
    done = adapted(terminal, routine, options).routine
    needed, helps = equipment_of(done, library.exercises)
    return {
        "id": routine.id,
        "name": routine.name,
        "summary": routine.summary,
        "when": routine.when,
        "tags": list(routine.tags),
        "equipment": needed,
        "optional_equipment": helps,
        "steps": len(done.steps),
        "total_seconds": length(done, library.exercises, options),
        "own": routine.id in library.own,
    }


def add(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=tr("The routine's TOML file."))],
    replace: Annotated[
        bool, typer.Option("--replace", help=tr("Replace your own routine of the same id."))
    ] = False,
) -> None:
    """Check a routine's file and copy it to the user's own."""
    terminal = terminal_of(ctx)
    if not file.exists():
        terminal.fail(tr("there is no file {name}").format(name=file), WRONG_USE)
    routine, problems = read_routine(file, terminal.app.library.exercises)
    if routine is None:
        terminal.fail_with(problems)
    content = file.read_bytes()
    folder = terminal.app.paths.library / "routines"
    target = _place_of(routine.id, folder)
    if target.exists() and target.read_bytes() != content and not replace:
        _ask(terminal, target)
    shipped = terminal.app.resources / "routines" / f"{routine.id}.toml"
    write_atomically(target, content)
    terminal.say(
        tr("{name} is now one of your routines: {file}").format(name=tr(routine.name), file=target)
    )
    if shipped.exists():
        terminal.say(
            tr("It takes the place of the routine of the same id that comes with the program.")
        )
    options = terminal.app.options_for(routine.id)
    timeline = compile_timeline(routine, terminal.app.library.exercises, options)
    terminal.say(tr("It lasts {time}.").format(time=duration(timeline.total)))


def _place_of(identifier: str, folder: Path) -> Path:
    """The file to write: where a routine of that id stands already, or one named after it."""
    for path in files_in(folder):
        there, _ = read_file(path, Routine)
        if there is not None and there.id == identifier:
            return path
    return folder / f"{identifier}.toml"


def _ask(terminal: Terminal, target: Path) -> None:
    """Whether a file of the user's own may go; leaves where it may not."""
    there = tr("There is another routine in {file} already.").format(file=target)
    if not terminal.interactive:
        terminal.fail(tr("{there} Give --replace to put this one there.").format(there=there))
    if not typer.confirm(tr("{there} Replace it?").format(there=there)):
        raise typer.Exit(1)
