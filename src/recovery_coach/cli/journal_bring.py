"""``journal import`` and ``journal merge``: what another file knows comes in, and nothing goes.

Both are the union of what is here and what is there. ``import`` takes an export alone; ``merge``
takes a backup, too, or the journal's file of another computer. Where both sides are equal at the
end, it says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.gate import nothing_may_begin
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import (
    a_file,
    a_journal,
    agree,
    dry_run_option,
    is_there,
    json_option,
    yes_option,
)
from recovery_coach.cli.journal_said import counts_data, counts_line, preview_data, say_preview
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.journal.brought import is_sqlite, read_brought
from recovery_coach.journal.union import Preview
from recovery_coach.journal.version_rows import Brought

Way = Literal["import", "merge"]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import", help=tr("Take in what an exported file holds."))(import_)
    app.command("merge", help=tr("Join this journal with a file of another computer."))(merge)


def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=tr("A JSON file of an export."))],
    yes: Annotated[bool, yes_option()] = False,
    dry_run: Annotated[bool, dry_run_option()] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Take in an exported file."""
    terminal = terminal_of(ctx)
    a_file(terminal, file)
    if file.is_file() and is_sqlite(file):
        text = tr(
            "{file} is a journal's own file, or a backup of one. `recovery-coach journal merge`"
            " joins it with this journal, `recovery-coach journal restore` puts it in its place."
        )
        terminal.fail(text.format(file=file), WRONG_USE)
    _bring(terminal, file, "import", yes, dry_run, as_json)


def merge(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=tr("An export, a backup, or another journal's file.")),
    ],
    yes: Annotated[bool, yes_option()] = False,
    dry_run: Annotated[bool, dry_run_option()] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Join this journal with a file of another computer."""
    terminal = terminal_of(ctx)
    _bring(terminal, a_file(terminal, file), "merge", yes, dry_run, as_json)


def _bring(
    terminal: Terminal, file: Path, way: Way, yes: bool, dry_run: bool, as_json: bool
) -> None:
    """Show what would come in, ask, and take it in."""
    brought = read_brought(file)
    with a_journal(terminal) as journal:
        preview = journal.preview(brought)
    if not as_json:
        _say_before(terminal, file, brought, preview)
    if dry_run or not preview.new:
        _end(terminal, brought, preview, None, done=False, as_json=as_json)
        return
    facts = _facts(terminal, brought, preview, None, done=False) if as_json else None
    agree(terminal, tr("Take it in?"), yes, facts)
    backup = _back_up(terminal, way)
    preview = terminal.app.journal.unite(brought)
    _end(terminal, brought, preview, backup, done=True, as_json=as_json)


def _back_up(terminal: Terminal, way: Way) -> Path | None:
    """The journal as it was before; None where there was none."""
    return terminal.app.backups.make(way).path if is_there(terminal) else None


# -- saying it -------------------------------------------------------------------------------


def _say_before(terminal: Terminal, file: Path, brought: Brought, preview: Preview) -> None:
    count = trn("{n} version", "{n} versions", len(brought.versions))
    terminal.say(tr("{file}: {count}").format(file=file, count=count))
    if not brought.whole:
        terminal.say(tr("The file is not whole. What can be read of it is taken."))
    say_preview(terminal, preview)
    if not preview.new:
        terminal.say(tr("There is nothing to take in: this journal knows all of it."))


def _end(
    terminal: Terminal,
    brought: Brought,
    preview: Preview,
    backup: Path | None,
    done: bool,
    as_json: bool,
) -> None:
    if as_json:
        terminal.json(_facts(terminal, brought, preview, backup, done))
        return
    if not done and preview.new:
        terminal.say(tr("Nothing was changed."))
        return
    if done:
        taken = trn("{n} version was taken in.", "{n} versions were taken in.", preview.new)
        terminal.say(tr("Done: {taken}").format(taken=taken))
    if backup is not None:
        terminal.say(tr("As it was before: {file}").format(file=backup))
    if is_there(terminal):
        _compare(terminal, brought, preview)
        nothing_may_begin(terminal)  # says so where that is what follows


def _compare(terminal: Terminal, brought: Brought, preview: Preview) -> None:
    """Whether both sides hold the same now, and what to do about it if not."""
    counts = terminal.app.journal.count()
    terminal.say(tr("The journal holds: {counts}").format(counts=counts_line(counts)))
    if _match(terminal, brought, preview):
        terminal.say(tr("The counts match: the file and this journal hold the same."))
        return
    more = counts.versions - len(brought.versions)
    if more > 0:
        text = trn(
            "This journal holds {n} version that the file has not. For both computers to hold the"
            " same, export here and merge there.",
            "This journal holds {n} versions that the file has not. For both computers to hold the"
            " same, export here and merge there.",
            more,
        )
        terminal.say(text)


def _match(terminal: Terminal, brought: Brought, preview: Preview) -> bool:
    """Whether journal and file are equal: all that is in the file is in the journal by now."""
    here = terminal.app.journal.count().versions
    return here == len(brought.versions) and brought.whole and not preview.refused


def _facts(
    terminal: Terminal, brought: Brought, preview: Preview, backup: Path | None, done: bool
) -> dict[str, Any]:
    """Documented in docs/cli.md."""
    there = is_there(terminal)
    known = done or not preview.new
    return {
        "done": done,
        "file": str(brought.path),
        "whole": brought.whole,
        "preview": preview_data(preview),
        "backup": str(backup) if backup else None,
        "counts": counts_data(terminal.app.journal.count()) if there else None,
        "match": there and known and _match(terminal, brought, preview),
    }
