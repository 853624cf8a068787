"""``journal erase``: everything the program keeps of somebody's days goes, after it was named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.guard import FAILED
from recovery_coach.cli.journal_asking import is_there, json_option, unasked, yes_option
from recovery_coach.cli.journal_said import counts_data, counts_line
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.erasing import all_that_goes, out_of_reach
from recovery_coach.coach.practise import is_practised
from recovery_coach.journal import JournalTrouble
from recovery_coach.journal.counting import Counts
from recovery_coach.journal.erasing import erase


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("erase", help=tr("Remove the journal, its backups and the settings for good."))(
        erase_
    )


def erase_(
    ctx: typer.Context,
    yes: Annotated[bool, yes_option()] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Remove the journal, its backups and the settings."""
    terminal = terminal_of(ctx)
    app = terminal.app
    files = all_that_goes(app.paths, app.backups, app.own_shared_files())
    counts = _counts(terminal)
    stays = [path for path in (app.paths.library,) if path.exists()]
    if not as_json:
        _say_before(terminal, files, counts, stays)
    if is_practised(app.paths.journal):
        terminal.fail(tr("A session is under way. End it first; nothing was removed."))
    facts = _facts(files, counts, stays, done=False)
    if not files:
        if as_json:
            terminal.json(facts)
        return
    if not yes:
        if as_json:
            terminal.json(facts)
        _ask(terminal, as_json)
    app.close_journal()
    erase(app.paths.journal, files)
    if as_json:
        terminal.json({**facts, "done": True})
    else:
        terminal.say(tr("Erased."))


def _counts(terminal: Terminal) -> Counts | None:
    """What is in the journal; None without one, or where it cannot be read."""
    try:
        return terminal.app.journal.count() if is_there(terminal) else None
    except JournalTrouble as trouble:
        if trouble.reason not in ("damaged", "newer"):
            raise
        return None


def _say_before(
    terminal: Terminal, files: Sequence[Path], counts: Counts | None, stays: Sequence[Path]
) -> None:
    """What goes, what stays, and what no program can reach."""
    if not files:
        terminal.say(tr("There is nothing to erase."))
        return
    terminal.say(tr("This goes, and cannot be brought back:"), style="bold")
    if counts is not None:
        terminal.say(tr("  the journal with {counts}").format(counts=counts_line(counts)))
    for file in files:
        terminal.say(f"  {file}")
    if stays:
        terminal.say(tr("This stays:"), style="bold")
        for path in stays:
            terminal.say(f"  {path}")
    terminal.say(tr("This cannot be reached from here:"), style="bold")
    settings, second = terminal.app.settings, terminal.app.backups.second
    for line in out_of_reach(second, settings.sync_folder):
        terminal.say(f"  {line}")


def _ask(terminal: Terminal, as_json: bool) -> None:
    """Return where the word is typed; else leave, with nothing removed."""
    if as_json or not terminal.interactive:
        unasked(terminal)
    word = tr("erase")
    try:
        typed = terminal.ask(tr("Type “{word}” to erase all of it:").format(word=word))
    except (EOFError, KeyboardInterrupt):
        typed = ""
    if typed.casefold() != word.casefold():
        terminal.say(tr("Nothing was done."))
        raise typer.Exit(FAILED)


def _facts(
    files: Sequence[Path], counts: Counts | None, stays: Sequence[Path], done: bool
) -> dict[str, Any]:
    """Documented in docs/cli.md."""
    return {
        "done": done,
        "files": [str(file) for file in files],
        "stays": [str(path) for path in stays],
        "counts": counts_data(counts) if counts is not None else None,
    }
