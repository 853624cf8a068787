"""``red-flags``: the check of warning signs for a file of answers. It writes nothing down."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.i18n import tr
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.terminal import terminal_of
from recovery_coach.redflags.answers_file import LARGEST, read_bytes, read_file
from recovery_coach.redflags.evaluate import evaluate

STDIN = "-"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("red-flags", help=tr("Check a file of answers for warning signs."))(red_flags)


def red_flags(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.json", help=tr("The answers; - reads them from a pipe.")),
    ],
) -> None:
    """Print the level and every reason as JSON."""
    terminal = terminal_of(ctx)
    if file == STDIN:
        answers, problems = read_bytes(sys.stdin.buffer.read(LARGEST + 1), Path(STDIN))
    elif not Path(file).exists():
        terminal.fail(tr("there is no file {name}").format(name=file), WRONG_USE)
    else:
        answers, problems = read_file(Path(file))
    if problems:
        terminal.fail_with(problems)
    verdict = evaluate(answers, SystemClock().now())
    reasons = [{"id": reason.id, "text": reason.text} for reason in verdict.reasons]
    terminal.json({"level": verdict.level, "reasons": reasons})
