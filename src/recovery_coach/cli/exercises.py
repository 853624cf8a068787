"""``exercises``: what there is to build a routine from."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.terminal import terminal_of
from recovery_coach.library.words import dose_words


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("exercises", help=tr("List the exercises."))(exercises)


def exercises(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
) -> None:
    """List the exercises."""
    terminal = terminal_of(ctx)
    found = sorted(terminal.app.library.exercises.values(), key=lambda e: e.id)
    if as_json:
        terminal.json([asdict(e) for e in found])
        return
    terminal.table(
        (tr("Exercise"), tr("Name"), tr("Position"), tr("Dose"), tr("Needs")),
        (
            (e.id, tr(e.name), tr(e.position), dose_words(e.dose), ", ".join(map(tr, e.equipment)))
            for e in found
        ),
    )
    for problem in terminal.app.library.problems:
        terminal.warn(str(problem))
