"""``paths``: where everything lies."""

from __future__ import annotations

from typing import Annotated

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.terminal import terminal_of


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("paths", help=tr("Show where everything is kept."))(paths)


def paths(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
) -> None:
    """Show where everything is kept."""
    terminal = terminal_of(ctx)
    found = terminal.app.paths
    places = {
        "journal": (tr("Journal"), found.journal),
        "library": (tr("Your own routines"), found.library),
        "settings": (tr("Settings"), found.settings),
        "cache": (tr("Cache"), found.cache),
        "error_log": (tr("Error log"), found.error_log),
        "resources": (tr("Shipped data"), terminal.app.resources),
    }
    if as_json:
        terminal.json({name: str(path) for name, (_, path) in places.items()})
        return
    width = max(len(label) for label, _ in places.values())
    for label, path in places.values():
        terminal.say(f"{label:{width}}  {path}")
