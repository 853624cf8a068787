"""``self-test``: whether everything works on this computer; the room ``proving`` tries it."""

from __future__ import annotations

from typing import Annotated

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.terminal import terminal_of


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("self-test", help=tr("See whether everything works on this computer."))(self_test)


def self_test(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
) -> None:
    """Try each part, say how it went, and exit 1 where one failed."""
    from recovery_coach.cli.proving.proof import prove  # no other command waits for it

    code = prove(terminal_of(ctx), as_json)
    if code:
        raise typer.Exit(code)
