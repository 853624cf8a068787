"""What the commands of the journal share: whether there is one, and whether it may be done.

Looking never makes a journal. Where something would be changed it is shown first and then asked;
where nobody can answer, nothing is done unless ``--yes`` is given.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.guard import FAILED, WRONG_USE
from recovery_coach.cli.terminal import Terminal
from recovery_coach.journal import Journal


def json_option() -> Any:
    """``--json``."""
    return typer.Option("--json", help=tr("Print JSON."))


def yes_option() -> Any:
    """``--yes``."""
    return typer.Option("--yes", help=tr("Do not ask."))


def dry_run_option() -> Any:
    """``--dry-run``."""
    return typer.Option("--dry-run", help=tr("Show what would change, and change nothing."))


# -- whether there is one --------------------------------------------------------------------


def is_there(terminal: Terminal) -> bool:
    """Whether there is a journal. Asking makes none."""
    return terminal.app.paths.journal.exists()


def none_yet() -> str:
    """That there is no journal."""
    return tr("There is no journal yet.")


def the_journal(terminal: Terminal) -> Journal:
    """The journal; leaves where there is none."""
    if not is_there(terminal):
        terminal.fail(none_yet())
    return terminal.app.journal


@contextmanager
def a_journal(terminal: Terminal) -> Iterator[Journal]:
    """The journal; where there is none an empty one for the moment, which leaves nothing behind."""
    if is_there(terminal):
        yield terminal.app.journal
        return
    with (
        tempfile.TemporaryDirectory(prefix="recovery-coach-") as folder,
        Journal.open(Path(folder) / "journal.sqlite3", terminal.app.clock) as empty,
    ):
        yield empty


def a_file(terminal: Terminal, file: Path) -> Path:
    """A file that was named; leaves where there is none, or where it is the journal itself."""
    if not file.exists():
        terminal.fail(tr("there is no file {name}").format(name=file), WRONG_USE)
    if not file.is_file() and not file.is_dir():  # a pipe would be waited for
        terminal.fail(tr("{name} is no ordinary file").format(name=file), WRONG_USE)
    journal = terminal.app.paths.journal
    if journal.exists() and file.samefile(journal):
        terminal.fail(tr("{name} is this journal itself").format(name=file), WRONG_USE)
    return file


def refuse_our_own(terminal: Terminal, out: Path) -> None:
    """Leave where a slip of the hand would write over the journal or its backups."""
    if out.resolve().is_relative_to(terminal.app.paths.data.resolve()):
        text = tr("{file} is where the journal itself is kept: give another folder")
        terminal.fail(text.format(file=out), WRONG_USE)


# -- whether it may be done ------------------------------------------------------------------


def agree(terminal: Terminal, question: str, yes: bool, facts: dict[str, Any] | None) -> None:
    """Return where it may be done; else leave, with nothing done.

    ``facts`` are what would be changed, where JSON is wanted: a program is never asked.
    """
    if yes:
        return
    if facts is not None:
        terminal.json(facts)
    if facts is not None or not terminal.interactive:
        unasked(terminal)
    if not typer.confirm(question):
        terminal.say(tr("Nothing was done."))
        raise typer.Exit(FAILED)


def may_replace(terminal: Terminal, files: Iterable[Path], yes: bool, as_json: bool) -> None:
    """Return where none of ``files`` is there, or it may go; else leave."""
    there = [str(file) for file in files if file.exists()]
    if not there:
        return
    if not as_json and not yes:
        terminal.warn(tr("There is already: {files}").format(files=", ".join(there)))
    agree(terminal, tr("Replace it?"), yes, {"done": False, "exist": there} if as_json else None)


def unasked(terminal: Terminal) -> NoReturn:
    """Leave where nobody can be asked."""
    terminal.fail(tr("Nothing was done: nobody can be asked here. Give --yes to do it."), WRONG_USE)
