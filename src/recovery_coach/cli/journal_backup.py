"""``journal backup``: a copy of the whole journal, read before anything is promised of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.drawing import put
from recovery_coach.cli.journal_asking import (
    json_option,
    may_replace,
    refuse_our_own,
    the_journal,
    yes_option,
)
from recovery_coach.cli.journal_said import counts_data, counts_line
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.keeping_words import counts_words, made_words, size_words, why_words
from recovery_coach.journal.backups import Looked


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    text = tr("Copy the whole journal and read the copy; or list the copies.")
    app.command("backup", help=text)(backup)


def backup(
    ctx: typer.Context,
    out: Annotated[
        Path | None,
        typer.Argument(
            metavar="[OUT]", help=tr("A file to write as well, such as one on a memory stick.")
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help=tr("List the backups there are."))] = False,
    yes: Annotated[bool, yes_option()] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Make a backup, or list them."""
    terminal = terminal_of(ctx)
    if listed:
        _list(terminal, as_json)
        return
    the_journal(terminal)
    if out is not None:
        refuse_our_own(terminal, out)
        may_replace(terminal, [out], yes, as_json)
    _show(terminal, _make(terminal, out), as_json)


def _make(terminal: Terminal, out: Path | None) -> list[Looked]:
    """A backup in the backups' folder, and the same at ``out``; each as it was read afterwards."""
    backups = terminal.app.backups
    made = backups.make("hand")
    if backups.second_trouble:
        text = tr("It could not be copied to the second folder, {folder}: {why}")
        terminal.warn(text.format(folder=backups.second, why=backups.second_trouble))
    copies = [made]
    if out is not None:
        put(terminal, out, made.path.read_bytes())
        copies.append(replace(made, path=out))
    looked = [backups.look(one) for one in copies]
    for one in looked:
        if not one.sound:
            text = tr("{file} was written, but it cannot be read: {why}")
            terminal.fail(text.format(file=one.backup.path, why=one.detail))
    return looked


def _show(terminal: Terminal, made: list[Looked], as_json: bool) -> None:
    if as_json:
        terminal.json({"done": True, "backups": [backup_data(one) for one in made]})
        return
    for one in made:
        size = size_words(one.backup.size)
        terminal.say(
            tr("Written and read: {file} ({size})").format(file=one.backup.path, size=size)
        )
    counts = made[0].counts
    if counts is not None:
        terminal.say(tr("It holds: {counts}").format(counts=counts_line(counts)))
    terminal.say(tr("It is not encrypted: whoever has it can read it."))


# -- those there are -------------------------------------------------------------------------


def _list(terminal: Terminal, as_json: bool) -> None:
    """Every backup, opened and read: a list of files that are of no use would help nobody."""
    backups = terminal.app.backups
    looked = [backups.look(one) for one in backups.all()]
    if as_json:
        terminal.json([backup_data(one) for one in looked])
        return
    if not looked:
        terminal.say(tr("There are no backups yet."))
        return
    for folder in dict.fromkeys(one.backup.path.parent for one in looked):
        terminal.say(str(folder), style="bold")
        for one in looked:
            if one.backup.path.parent == folder:
                terminal.say(f"  {one.backup.path.name}")
                terminal.say(f"    {_words(terminal, one)}")


def _words(terminal: Terminal, looked: Looked) -> str:
    """When and why it was made, and what it holds."""
    backup, counts = looked.backup, looked.counts
    holds = counts_words(counts) if counts is not None else tr("cannot be read")
    made = made_words(backup.made_at, terminal.app.clock.now())
    return " · ".join([made, why_words(backup.why), size_words(backup.size), holds])


def backup_data(looked: Looked) -> dict[str, Any]:
    """A backup; documented in docs/cli.md."""
    backup = looked.backup
    return {
        "path": str(backup.path),
        "made_at": backup.made_at.isoformat(),
        "why": backup.why,
        "bytes": backup.size,
        "sound": looked.sound,
        "counts": counts_data(looked.counts) if looked.counts is not None else None,
    }
