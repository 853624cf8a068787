"""``demo-journal``: a sample of years, to look at the program with something in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.terminal import Terminal, terminal_of

EARLIEST = date(1970, 1, 1)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo-journal", help=tr("Write a sample of years into an empty journal."))(
        demo_journal
    )


def demo_journal(
    ctx: typer.Context,
    years: Annotated[
        int, typer.Option("--years", metavar="N", min=1, max=40, help=tr("How many years."))
    ] = 10,
    seed: Annotated[
        int,
        typer.Option(
            "--seed", metavar="N", min=0, help=tr("The same number gives the same sample.")
        ),
    ] = 1,
    per_day: Annotated[
        int,
        typer.Option(
            "--per-day", metavar="N", min=1, max=20, help=tr("About how many entries on a day.")
        ),
    ] = 5,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DAY",
            help=tr("The last day of it, such as 2026-03-03. Left out: yesterday."),
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
) -> None:
    """Write a sample journal."""
    from recovery_coach.coach.demo import NotEmptyError, Wish, write_demo

    terminal = terminal_of(ctx)
    app = terminal.app
    now = app.clock.now()
    assert now.tzinfo is not None
    last = _last_day(terminal, until, now.date())
    wish = Wish(last=last, zone=now.tzinfo, years=years, per_day=per_day, seed=seed)
    path = app.paths.journal
    try:
        counts = write_demo(path, app.library, wish)
    except NotEmptyError:
        terminal.fail(
            tr(
                "There is something in this journal already: {file}\n"
                "A sample is only written into an empty one. Give it a folder of its own: "
                "recovery-coach --basedir FOLDER demo-journal"
            ).format(file=path)
        )
    if as_json:
        facts = {"journal": str(path), "first": wish.first.isoformat(), "last": last.isoformat()}
        terminal.json({**facts, "records": dict(sorted(counts.items()))})
        return
    said = tr("Written: {file}, {entries} and {sessions} from {first} to {last}.")
    terminal.say(
        said.format(
            file=path,
            entries=trn("{n} entry", "{n} entries", counts["pain"]),
            sessions=trn("{n} session", "{n} sessions", counts["session"]),
            first=wish.first,
            last=last,
        )
    )


def _last_day(terminal: Terminal, until: str | None, today: date) -> date:
    if until is None:
        return today - timedelta(days=1)
    try:
        last = date.fromisoformat(until)
    except ValueError:
        wanted = tr("{text} is not a day: give one such as 2026-03-03")
        terminal.fail(wanted.format(text=until), WRONG_USE)
    if last >= today:
        terminal.fail(tr("{text} is not over yet").format(text=until), WRONG_USE)
    if last < EARLIEST:
        terminal.fail(tr("{text} is too long ago").format(text=until), WRONG_USE)
    return last
