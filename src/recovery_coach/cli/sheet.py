"""``sheet``: a routine on paper."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.adapting import adapted
from recovery_coach.cli.drawing import check_ending, put, toolkit
from recovery_coach.cli.show import routine_argument
from recovery_coach.cli.terminal import terminal_of
from recovery_coach.coach.leaving_out import nothing_left_words
from recovery_coach.coach.sheet import sheet_of


class PaperSize(StrEnum):
    """The sizes of paper there are."""

    A4 = "a4"
    LETTER = "letter"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sheet", help=tr("Put a routine on paper: a PDF with every move."))(sheet)


def sheet(
    ctx: typer.Context,
    routine: Annotated[str, routine_argument()],
    out: Annotated[
        Path, typer.Argument(metavar="OUT.pdf", help=tr("The PDF to write; it is replaced."))
    ],
    paper: Annotated[
        PaperSize | None,
        typer.Option("--paper", help=tr("The paper; if left out, what is usual in your country.")),
    ] = None,
) -> None:
    """Write a routine as a PDF to print."""
    terminal = terminal_of(ctx)
    check_ending(terminal, out, ".pdf")
    found = terminal.routine(routine)
    app = terminal.app
    gui = toolkit(terminal)
    options = terminal.options(found, None, None, None)
    done = adapted(terminal, found, options)
    if done.nothing_left:
        terminal.fail(nothing_left_words())
    exercises, changes = app.library.exercises, len(done.changes)
    made = sheet_of(done.routine, exercises, app.figures, options, changes)
    content, pages = gui.sheet_file(app, made, paper.value if paper else None)
    put(terminal, out, content)
    count = trn("{n} page", "{n} pages", pages)
    terminal.say(tr("Written: {file} ({pages})").format(file=out, pages=count))
    for problem in app.figures.problems:
        terminal.warn(str(problem))
