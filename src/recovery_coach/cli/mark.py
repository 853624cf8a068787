"""``mark``: a day to be seen beside the numbers; or what is done from today on, and compared."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from recovery_coach.base.i18n import long_date, tr
from recovery_coach.cli.gate import NOT_NOW, overview_of
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import json_option
from recovery_coach.cli.journal_list import entry_data, read_day
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.entry_words import one_line
from recovery_coach.coach.events import look_before, mark_of, plan_words


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mark", help=tr("Mark a day, to see it beside your numbers."))(mark)


def mark(
    ctx: typer.Context,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help=tr("What it was, such as “week off”."))
    ],
    day: Annotated[
        str | None,
        typer.Option(
            "--day", metavar="DAY", help=tr("Which day, such as 2026-03-04. Left out: today.")
        ),
    ] = None,
    compare: Annotated[
        bool,
        typer.Option(
            "--compare",
            help=tr("From today on I do this: compare the two weeks before with those after."),
        ),
    ] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Mark a day."""
    terminal = terminal_of(ctx)
    now = terminal.app.clock.now()
    chosen = read_day(terminal, day, now.date())
    if not one_line(words):
        terminal.fail(tr("write a word or two on what it was"), WRONG_USE)
    if chosen > now.date():
        terminal.fail(tr("{text} is still to come").format(text=day), WRONG_USE)
    plan = _plan(terminal, chosen) if compare else ()
    entry = terminal.app.journal.append(mark_of(words, chosen, compare, now))
    if as_json:
        terminal.json(entry_data(entry))
        return
    said = tr("Marked: {words}, {date}.")
    terminal.say(said.format(words=entry.record.words, date=long_date(entry.day)))
    for line in plan:
        terminal.say(f"  {line}")


def _plan(terminal: Terminal, chosen: date) -> tuple[str, ...]:
    """What will be compared; leaves where nothing is to be."""
    overview = overview_of(terminal)
    today = overview.now.date()
    if chosen != today:
        text = tr("a comparison begins today, before there are results to look at: leave --day out")
        terminal.fail(text, WRONG_USE)
    before = look_before(overview.journal, overview.standing().level, today)
    if before.barred:
        terminal.fail(before.barred, NOT_NOW)
    return plan_words(before, today)
