"""``journal export``: the journal as a file to keep, to carry to another computer, or to calculate
with. What was written is read back before anything is promised about it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.drawing import put
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import (
    json_option,
    may_replace,
    refuse_our_own,
    the_journal,
    yes_option,
)
from recovery_coach.cli.journal_said import counts_data, counts_line
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.journal import Journal


class Format(StrEnum):
    """What an export can be."""

    JSON = "json"
    CSV = "csv"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", help=tr("Write the journal to a file: JSON, or CSV for a spreadsheet."))(
        export
    )


def export(
    ctx: typer.Context,
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT", help=tr("The file to write, as journal.json or journal.csv.")
        ),
    ],
    format_: Annotated[
        Format | None,
        typer.Option("--format", help=tr("JSON has everything; CSV is for spreadsheets.")),
    ] = None,
    yes: Annotated[bool, yes_option()] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Write the whole journal to a file."""
    terminal = terminal_of(ctx)
    chosen = _format_of(terminal, out, format_)
    refuse_our_own(terminal, out)
    journal = the_journal(terminal)
    files = _files(journal, out, chosen)
    may_replace(terminal, files, yes, as_json)
    for file, content in files.items():
        put(terminal, file, content)
    if not _reads_back(journal, files, chosen):
        text = tr("{file} was written, but what is in it is not what is in the journal. Try again.")
        terminal.fail(text.format(file=out))
    if as_json:
        terminal.json(_facts(journal, files, chosen, done=True))
        return
    _say(terminal, journal, files, chosen)


def _format_of(terminal: Terminal, out: Path, given: Format | None) -> Format:
    ending = out.suffix.lower().removeprefix(".")
    if given is not None:
        return given
    if ending in list(Format):
        return Format(ending)
    text = tr("give a file whose name ends in .json or .csv, or --format; not {name}")
    return terminal.fail(text.format(name=out.name), WRONG_USE)


def _files(journal: Journal, out: Path, chosen: Format) -> dict[Path, bytes]:
    """What is to be written, by its file; the one that was named comes first."""
    if chosen is Format.JSON:
        from recovery_coach.journal.exchange import export_bytes

        return {out: export_bytes(journal)}
    from recovery_coach.coach.spreadsheet import spreadsheets

    sheets = spreadsheets(journal)
    beside = {
        out.with_name(f"{out.stem}-{name}{out.suffix}"): content
        for name, content in sheets.items()
        if name != "entries"
    }
    return {out: sheets["entries"], **beside}


# -- looking at what was written -------------------------------------------------------------


def _reads_back(journal: Journal, files: Mapping[Path, bytes], chosen: Format) -> bool:
    """Whether the files say what they were meant to, read from the disk by what will read them."""
    if any(file.read_bytes() != content for file, content in files.items()):
        return False
    if chosen is Format.CSV:
        return True
    from recovery_coach.journal.brought import read_brought

    (file,) = files
    brought = read_brought(file)
    counted = len(brought.versions) == journal.count().versions
    return brought.whole and not brought.refused and counted


def _rows(content: bytes) -> int:
    """How many lines a sheet has below its heads; a note may be of several."""
    return max(0, sum(1 for _ in csv.reader(io.StringIO(content.decode("utf-8-sig")))) - 1)


def _facts(
    journal: Journal, files: Mapping[Path, bytes], chosen: Format, done: bool
) -> dict[str, Any]:
    return {
        "done": done,
        "format": chosen.value,
        "files": [
            {
                "path": str(file),
                "bytes": len(content),
                "rows": _rows(content) if chosen is Format.CSV else None,
            }
            for file, content in files.items()
        ],
        "counts": counts_data(journal.count()),
    }


def _say(terminal: Terminal, journal: Journal, files: Mapping[Path, bytes], chosen: Format) -> None:
    for file, content in files.items():
        if chosen is Format.CSV:
            count = trn("{n} row", "{n} rows", _rows(content))
        else:
            count = trn("{n} version", "{n} versions", journal.count().versions)
        terminal.say(tr("Written: {file} ({count})").format(file=file, count=count))
    if chosen is Format.JSON:
        terminal.say(tr("It was read back: it holds everything that is in the journal."))
    else:
        terminal.say(tr("A spreadsheet holds no history. To move to another computer, use JSON."))
    counts = counts_line(journal.count())
    terminal.say(tr("The journal holds: {counts}").format(counts=counts))
    terminal.say(tr("It is not encrypted: whoever has it can read it."))
