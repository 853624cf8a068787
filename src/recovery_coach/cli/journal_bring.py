"""``journal import`` and ``journal merge``: what another file knows comes in, and nothing goes.

Both are the union of what is here and what is there. ``import`` takes an export alone; ``merge``
takes a backup, too, or the journal's file of another computer. Where both sides are equal at the
end, it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.gate import nothing_may_begin, overview_of
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


@dataclass(slots=True)
class _Bringing:
    """A file on its way in: what it would bring, or brought where it is ``done``."""

    brought: Brought
    preview: Preview
    done: bool = False
    backup: Path | None = None


def _bring(
    terminal: Terminal, file: Path, way: Way, yes: bool, dry_run: bool, as_json: bool
) -> None:
    """Show what would come in, ask, and take it in."""
    brought = read_brought(file)
    with a_journal(terminal) as journal:
        one = _Bringing(brought, journal.preview(brought))
    if not as_json:
        _say_before(terminal, one)
    if one.preview.new and not dry_run:
        agree(terminal, tr("Take it in?"), yes, _facts(terminal, one) if as_json else None)
        _take_in(terminal, one, way)
    if as_json:
        terminal.json(_facts(terminal, one))
    elif one.preview.new and dry_run:
        terminal.say(tr("Nothing was changed."))
    elif is_there(terminal):
        _say_after(terminal, one)


def _take_in(terminal: Terminal, one: _Bringing, way: Way) -> None:
    if is_there(terminal):
        one.backup = terminal.app.backups.make(way).path
    one.preview = terminal.app.journal.unite(one.brought)
    one.done = True
    overview_of(terminal).hold()  # what came in may say that something is grave


def _match(terminal: Terminal, one: _Bringing) -> bool:
    """Whether journal and file are equal: all that is in the file is in the journal by now."""
    if not is_there(terminal) or (one.preview.new and not one.done):
        return False
    here = terminal.app.journal.count().versions
    return here == len(one.brought.versions) and one.brought.whole and not one.preview.refused


# -- saying it -------------------------------------------------------------------------------


def _say_before(terminal: Terminal, one: _Bringing) -> None:
    count = trn("{n} version", "{n} versions", len(one.brought.versions))
    terminal.say(tr("{file}: {count}").format(file=one.brought.path, count=count))
    if not one.brought.whole:
        terminal.say(tr("The file is not whole. What can be read of it is taken."))
    say_preview(terminal, one.preview)
    if not one.preview.new:
        terminal.say(tr("There is nothing to take in."))


def _say_after(terminal: Terminal, one: _Bringing) -> None:
    """What was done, and whether both sides hold the same now."""
    if one.done:
        taken = trn("{n} version was taken in.", "{n} versions were taken in.", one.preview.new)
        terminal.say(tr("Done: {taken}").format(taken=taken))
    if one.backup is not None:
        terminal.say(tr("As it was before: {file}").format(file=one.backup))
    counts = terminal.app.journal.count()
    terminal.say(tr("The journal holds: {counts}").format(counts=counts_line(counts)))
    more = counts.versions - len(one.brought.versions)
    if _match(terminal, one):
        terminal.say(tr("The counts match: the file and this journal hold the same."))
    elif more > 0:
        text = trn(
            "This journal holds {n} version that the file has not. For both computers to hold the"
            " same, export here and merge there.",
            "This journal holds {n} versions that the file has not. For both computers to hold the"
            " same, export here and merge there.",
            more,
        )
        terminal.say(text)
    nothing_may_begin(terminal)  # says so where that is what follows


def _facts(terminal: Terminal, one: _Bringing) -> dict[str, Any]:
    """Documented in docs/cli.md."""
    there = is_there(terminal)
    return {
        "done": one.done,
        "file": str(one.brought.path),
        "whole": one.brought.whole,
        "preview": preview_data(one.preview),
        "backup": str(one.backup) if one.backup else None,
        "counts": counts_data(terminal.app.journal.count()) if there else None,
        "match": _match(terminal, one),
    }
