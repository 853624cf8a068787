"""``pain``: put a number into the journal."""

from __future__ import annotations

from datetime import datetime, time
from typing import Annotated

import typer

from recovery_coach.base.i18n import tr, when
from recovery_coach.cli.gate import overview_of, say_standing
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.terminal import terminal_of
from recovery_coach.coach.checks import note as write_entry
from recovery_coach.journal import PainEntry


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("pain", help=tr("Put your pain, 0 to 10, into the journal."))(pain)


def pain(
    ctx: typer.Context,
    number: Annotated[
        int,
        typer.Argument(
            metavar="N", min=0, max=10, help=tr("0 is no pain, 10 the worst pain imaginable.")
        ),
    ],
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="TIME",
            help=tr("When it was: HH:MM today, or such as 2026-03-04T07:30. Left out: now."),
        ),
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=tr("A word on it."))] = "",
) -> None:
    """Store a number."""
    terminal = terminal_of(ctx)
    now = terminal.app.clock.now()
    try:
        moment = now if at is None else read_time(at, now)
    except (ValueError, OverflowError):
        wanted = tr("{text} is not a time: give HH:MM, or such as 2026-03-04T07:30")
        terminal.fail(wanted.format(text=at), WRONG_USE)
    if moment > now:
        terminal.fail(tr("{text} is still to come").format(text=at), WRONG_USE)
    entry = PainEntry(nrs=number, at=moment, source="terminal", note=note)
    write_entry(terminal.app.journal, entry, now)
    terminal.say(tr("Noted: {number} of 10, {when}.").format(number=number, when=when(moment, now)))
    overview = overview_of(terminal)
    say_standing(terminal, overview, overview.standing())


def read_time(text: str, now: datetime) -> datetime:
    """``HH:MM`` of today, or a date and time in ISO form, local where no offset is given.

    Raises ValueError or OverflowError. A date alone is refused: it would claim an hour.
    """
    try:
        clock = time.fromisoformat(text)
    except ValueError:
        moment = datetime.fromisoformat(text)
        if len(text.strip()) <= len("2026-03-04"):
            raise ValueError(text) from None
    else:
        if ":" not in text:
            raise ValueError(text)
        moment = datetime.combine(now.date(), clock)
    return moment if moment.tzinfo is not None else moment.astimezone()
