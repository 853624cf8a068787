"""``journal sync``: exchange with the person's other computers, by a folder that is carried."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr, trn, when
from recovery_coach.cli.gate import overview_of, say_standing
from recovery_coach.cli.guard import FAILED, WRONG_USE
from recovery_coach.cli.journal_asking import json_option
from recovery_coach.cli.journal_said import counts_data, counts_line, say_refused
from recovery_coach.cli.sharing import forks_words
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.journal.counting import Counts
from recovery_coach.journal.sharing import Exchanged, Other, SharedFolder


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sync", help=tr("Exchange with your other computers, by a shared folder."))(sync)


def sync(
    ctx: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder",
            metavar="DIR",
            help=tr("The folder that Syncthing, Nextcloud or the like carries; it is remembered."),
        ),
    ] = None,
    stop: Annotated[
        bool, typer.Option("--stop", help=tr("Have no shared folder any more."))
    ] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Exchange with the shared folder."""
    terminal = terminal_of(ctx)
    if stop:
        _stop(terminal, as_json)
        return
    if folder is not None:
        _choose(terminal, folder)
    shared = terminal.app.shared_folder()
    if shared is None:
        text = tr(
            "There is no shared folder yet. Name the one that Syncthing, Nextcloud or the like"
            " carries: recovery-coach journal sync --folder DIR"
        )
        terminal.fail(text, WRONG_USE)
    journal = terminal.app.journal
    done = shared.exchange(journal, terminal.app.backups)
    if done.brought:
        overview_of(terminal).hold()  # what came in may say that something is grave
    counts, others = journal.count(), shared.state(journal).others
    if as_json:
        terminal.json(_facts(shared, done, counts, others))
    else:
        _say(terminal, shared, done, counts, others)
        overview = overview_of(terminal)
        say_standing(terminal, overview, overview.standing())
    if done.trouble or done.busy:
        raise typer.Exit(FAILED)


def _choose(terminal: Terminal, folder: Path) -> None:
    folder = folder.expanduser().absolute()
    if not folder.is_dir():
        terminal.fail(tr("there is no folder {folder}").format(folder=folder), WRONG_USE)
    if folder == terminal.app.paths.data:
        text = tr("{folder} holds the journal itself. Choose a folder of its own.")
        terminal.fail(text.format(folder=folder), WRONG_USE)
    terminal.app.change_settings(sync_folder=str(folder))


def _stop(terminal: Terminal, as_json: bool) -> None:
    terminal.app.change_settings(sync_folder="")
    if as_json:
        terminal.json({"folder": None})
    else:
        terminal.say(tr("No shared folder any more. The files that are in it stay."))


# -- saying it -------------------------------------------------------------------------------


def _say(
    terminal: Terminal,
    shared: SharedFolder,
    done: Exchanged,
    counts: Counts,
    others: tuple[Other, ...],
) -> None:
    if done.busy:
        terminal.say(tr("Another Recovery Coach exchanges at this very moment."))
        return
    for taken in done.taken:
        new = trn("{n} new version", "{n} new versions", taken.preview.new)
        terminal.say(tr("{file}: {new}").format(file=taken.path.name, new=new))
        say_refused(terminal, taken.preview.refused)
    for waiting in done.waiting:
        terminal.say(tr("{file}: {why}").format(file=waiting.path.name, why=waiting.why))
    if done.trouble:
        terminal.warn(done.trouble)
        return
    if done.written:
        own = shared.own_file(terminal.app.journal).name
        terminal.say(tr("Written: {file}").format(file=own))
    terminal.say(tr("The journal holds: {counts}").format(counts=counts_line(counts)))
    if not others:
        terminal.say(tr("There is no file of another computer yet."))
    for other in others:
        _say_other(terminal, other)
    if forks := len(terminal.app.journal.forks()):
        terminal.say(forks_words(forks))


def _say_other(terminal: Terminal, other: Other) -> None:
    now = terminal.app.clock.now()
    made = when(other.made.astimezone(now.tzinfo), now) if other.made else "?"
    if other.same:
        text = tr("{file}, from {when}: the counts match, both hold the same.")
    else:
        text = tr("{file}, from {when}: that computer has not heard of everything here yet.")
    terminal.say(text.format(file=other.path.name, when=made))


def _facts(
    shared: SharedFolder, done: Exchanged, counts: Counts, others: tuple[Other, ...]
) -> dict[str, Any]:
    """Documented in docs/cli.md."""
    return {
        "folder": str(shared.folder),
        "written": done.written,
        "taken": [
            {"file": taken.path.name, "new": taken.preview.new, "forks": taken.preview.forks}
            for taken in done.taken
        ],
        "waiting": [{"file": one.path.name, "why": one.why} for one in done.waiting],
        "trouble": done.trouble,
        "busy": done.busy,
        "counts": counts_data(counts),
        "others": [
            {
                "file": other.path.name,
                "made_at": other.made.isoformat() if other.made else None,
                "match": other.same,
            }
            for other in others
        ],
    }
