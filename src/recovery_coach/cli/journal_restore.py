"""``journal restore``: a backup in the place of the journal. What stood there before is kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import (
    a_file,
    agree,
    dry_run_option,
    json_option,
    yes_option,
)
from recovery_coach.cli.journal_said import counts_data, counts_line, iso
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.keeping_words import days_words, kinds_words, made_words
from recovery_coach.journal.restoring import Difference, Restored, compare, restore


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("restore", help=tr("Put a backup in the place of the journal."))(restore_)


def restore_(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help=tr("The backup; if left out, the newest that can be read.")
        ),
    ] = None,
    yes: Annotated[bool, yes_option()] = False,
    dry_run: Annotated[bool, dry_run_option()] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Put a backup in the place of the journal."""
    terminal = terminal_of(ctx)
    source = _newest(terminal, as_json) if file is None else _named(terminal, file)
    app = terminal.app
    difference = compare(app.paths.journal, source)
    facts = _facts(source, difference, None, done=False)
    if not as_json:
        _say_before(terminal, source, difference)
    if dry_run:
        if as_json:
            terminal.json(facts)
        else:
            terminal.say(tr("Nothing was changed."))
        return
    agree(terminal, tr("Put it in the place of the journal?"), yes, facts if as_json else None)
    app.close_journal()
    restored = restore(app.paths.journal, source, app.clock, app.backups)
    if as_json:
        terminal.json(_facts(source, difference, restored, done=True))
        return
    _say_after(terminal, restored)


def _newest(terminal: Terminal, as_json: bool) -> Path:
    """The newest backup that can be read, which is said; leaves where there is none."""
    found = terminal.app.backups.newest_sound()
    if found is None:
        terminal.fail(tr("There is no backup that can be read."))
    if not as_json:
        made = made_words(found.backup.made_at, terminal.app.clock.now())
        terminal.say(tr("The newest backup that can be read was made {when}.").format(when=made))
    return found.backup.path


def _named(terminal: Terminal, file: Path) -> Path:
    """The file of that name, or the backup that is listed under it."""
    if not file.exists():
        for backup in terminal.app.backups.all():
            if backup.path.name == str(file):
                return backup.path
    a_file(terminal, file)
    if file.suffix.lower() == ".json":
        text = tr("{file} is an export: `recovery-coach journal import` takes in what is in it")
        terminal.fail(text.format(file=file), WRONG_USE)
    return file


# -- saying it -------------------------------------------------------------------------------


def _say_before(terminal: Terminal, source: Path, found: Difference) -> None:
    """What would be another, in counts and in days."""
    terminal.say(tr("{file} holds: {counts}").format(file=source, counts=counts_line(found.counts)))
    if not found.readable:
        terminal.say(tr("There is no journal that can be read, to compare it with."))
        return
    if not (found.lost or found.back or found.changed):
        terminal.say(tr("It shows the same as the journal does now."))
        return
    if found.lost:
        terminal.say(tr("Would go: {things}").format(things=", ".join(kinds_words(found.lost))))
    if found.lost_days:
        count = trn("{n} day", "{n} days", len(found.lost_days))
        text = tr("Written on {count}: {days}")
        terminal.say(text.format(count=count, days=days_words(found.lost_days)))
    if found.back:
        terminal.say(
            tr("Would come back: {things}").format(things=", ".join(kinds_words(found.back)))
        )
    if found.changed:
        text = trn(
            "{n} entry would be as it was then.",
            "{n} entries would be as they were then.",
            found.changed,
        )
        terminal.say(text)
    terminal.say(trn("{n} stays as it is.", "{n} stay as they are.", found.same))
    if terminal.app.settings.sync_folder:
        terminal.say(tr("What your other computers hold comes back with the shared folder."))


def _say_after(terminal: Terminal, restored: Restored) -> None:
    terminal.say(tr("Done: the backup is the journal now."))
    if restored.before is not None:
        text = tr("What stood there before is kept: {file}")
        terminal.say(text.format(file=restored.before.path))
    if restored.aside is not None:
        text = tr("The file that stood there before was set aside untouched: {file}")
        terminal.say(text.format(file=restored.aside))
    counts = terminal.app.journal.count()
    terminal.say(tr("The journal holds: {counts}").format(counts=counts_line(counts)))


def _facts(
    source: Path, found: Difference, restored: Restored | None, done: bool
) -> dict[str, Any]:
    """Documented in docs/cli.md."""
    before = restored.before if restored else None
    aside = restored.aside if restored else None
    return {
        "done": done,
        "file": str(source),
        "lost": _sorted(found.lost),
        "back": _sorted(found.back),
        "readable": found.readable,
        "changed": found.changed,
        "same": found.same,
        "lost_days": [iso(day) for day in found.lost_days],
        "counts": counts_data(found.counts),
        "before": str(before.path) if before else None,
        "aside": str(aside) if aside else None,
    }


def _sorted(records: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(records.items()))
