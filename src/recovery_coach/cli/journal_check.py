"""``journal check``: is all of it there, can it be read, is there a backup, who else can see it."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.guard import FAILED
from recovery_coach.cli.journal_asking import is_there, json_option, none_yet
from recovery_coach.cli.journal_backup import backup_data
from recovery_coach.cli.journal_said import counts_data, counts_line
from recovery_coach.cli.sharing import forks_words
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.keeping_words import made_words, size_words
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.journal.backups import Looked
from recovery_coach.journal.counting import Counts
from recovery_coach.journal.records import KINDS, read_body

OTHERS = 0o077
"""What of a file's mode is for anybody but its owner."""


@dataclass(frozen=True, slots=True)
class File:
    """A file or folder of the journal; ``mode`` as it was before anything was opened."""

    path: Path
    size: int
    mode: int

    @property
    def private(self) -> bool:
        """Whether only its owner can get at it; Windows keeps such things elsewhere."""
        return os.name != "posix" or not self.mode & OTHERS


@dataclass(slots=True)
class Found:
    """What the check found; ``wrong`` in words, one thing each."""

    files: list[File]
    counts: Counts | None = None
    unreadable: int = 0
    unknown: int = 0
    forks: int = 0
    backups: int = 0
    newest: Looked | None = None
    wrong: list[str] = field(default_factory=list)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", help=tr("See whether journal and backups are sound and private."))(check)


def check(ctx: typer.Context, as_json: Annotated[bool, json_option()] = False) -> None:
    """Look at everything there is of the journal; exit 1 where something is wrong."""
    terminal = terminal_of(ctx)
    found = _look(terminal)
    if as_json:
        terminal.json(_facts(terminal, found))
    else:
        _say(terminal, found)
    if found.wrong:
        raise typer.Exit(FAILED)


# -- looking ---------------------------------------------------------------------------------


def _look(terminal: Terminal) -> Found:
    found = Found(_files(terminal))
    _look_at_backups(terminal, found)
    if is_there(terminal):
        try:
            _look_into(terminal.app.journal, found)
        except JournalTrouble as trouble:
            found.wrong.append(_in_words(trouble, found.newest))
    elif found.backups:
        text = tr("The journal is gone, but there are backups: `recovery-coach journal restore`.")
        found.wrong.append(text)
    found.wrong += _open_to_others(terminal, found.files)
    return found


def _in_words(trouble: JournalTrouble, newest: Looked | None) -> str:
    """What is wrong, what is safe, and what to do; the way back where there is one."""
    advice = trouble.advice
    if trouble.reason == "damaged" and newest is not None:
        advice = tr(
            "`recovery-coach journal restore` puts a backup in its place, and keeps the file."
        )
    return tr("{title}. {safe} {advice}").format(
        title=trouble.title, safe=trouble.safe, advice=advice
    )


def _open_to_others(terminal: Terminal, files: Sequence[File]) -> Iterator[str]:
    """What can be mended of it: a second folder may be on a disk that knows no owners."""
    for file in files:
        if not file.private and file.path.is_relative_to(terminal.app.paths.data):
            text = tr("Others can get at {file} (mode {mode}); mend it with: {command}")
            command = f"chmod go= {shlex.quote(str(file.path))}"
            yield text.format(file=file.path, mode=_mode(file), command=command)


def _files(terminal: Terminal) -> list[File]:
    """As they are before anything is opened: that alone makes a journal private."""
    paths = terminal.app.paths
    wanted = [paths.data, paths.journal]
    wanted += [paths.journal.with_name(paths.journal.name + end) for end in ("-wal", "-shm")]
    wanted += [paths.backups, *(one.path for one in terminal.app.backups.all())]
    found = []
    for path in wanted:
        try:
            seen = path.stat()
        except OSError:
            continue
        found.append(File(path, seen.st_size, stat.S_IMODE(seen.st_mode)))
    return found


def _look_into(journal: Journal, found: Found) -> None:
    journal.verify()
    found.counts = journal.count()
    for version in journal.versions():
        if version.kind not in KINDS:
            found.unknown += 1
        elif read_body(version.kind, version.body) is None:
            found.unreadable += 1
    found.forks = len(journal.forks())
    if found.unreadable:
        text = trn(
            "{n} version cannot be read. It is kept as it is.",
            "{n} versions cannot be read. They are kept as they are.",
            found.unreadable,
        )
        found.wrong.append(text)


def _look_at_backups(terminal: Terminal, found: Found) -> None:
    backups = terminal.app.backups
    there = backups.all()
    found.backups = len(there)
    if there:
        found.newest = backups.look(there[0])
        if not found.newest.sound:
            text = tr("The newest backup cannot be read: {file}")
            found.wrong.append(text.format(file=there[0].path))
    if backups.second is not None and not backups.second.is_dir():
        text = tr("The second folder for backups cannot be reached: {folder}")
        found.wrong.append(text.format(folder=backups.second))


# -- saying it -------------------------------------------------------------------------------


def _say(terminal: Terminal, found: Found) -> None:
    for file in found.files:
        size = "" if file.path.is_dir() else size_words(file.size)
        whose = tr("yours alone") if file.private else tr("others can get at it")
        told = ", ".join(text for text in (size, _mode(file), whose) if text)
        terminal.say(tr("{file}: {facts}").format(file=file.path, facts=told))
    if not is_there(terminal):
        terminal.say(none_yet())
    if found.counts is not None:
        terminal.say(tr("Every page was read: the file is sound."))
        counts = counts_line(found.counts)
        terminal.say(tr("The journal holds: {counts}").format(counts=counts))
        _say_open(terminal, found)
    _say_backups(terminal, found)
    for text in found.wrong:
        terminal.warn(tr("Wrong: {what}").format(what=text))
    if not found.wrong and found.counts is not None:
        terminal.say(tr("All is well."))


def _say_open(terminal: Terminal, found: Found) -> None:
    """What is no fault, and still good to know."""
    if found.unknown:
        text = trn(
            "{n} version is of a newer program; it is kept.",
            "{n} versions are of a newer program; they are kept.",
            found.unknown,
        )
        terminal.say(text)
    if found.forks:
        terminal.say(forks_words(found.forks))


def _say_backups(terminal: Terminal, found: Found) -> None:
    if found.newest is None:
        if found.counts is not None:
            terminal.say(tr("There is no backup yet; one is made once a day."))
        return
    count = trn("{n} backup", "{n} backups", found.backups)
    made = found.newest.backup.made_at
    when = made_words(made, terminal.app.clock.now())
    age = _age(terminal, made)
    if age:
        days = trn("{n} day ago", "{n} days ago", age)
        when = tr("{when}, {ago}").format(when=when, ago=days)
    terminal.say(tr("{count}; the newest was made {when}.").format(count=count, when=when))


def _age(terminal: Terminal, made: datetime) -> int:
    return max(0, (terminal.app.clock.now() - made).days)


def _mode(file: File) -> str:
    return f"{file.mode:04o}"


def _facts(terminal: Terminal, found: Found) -> dict[str, Any]:
    """Documented in docs/cli.md."""
    newest = found.newest
    return {
        "journal": str(terminal.app.paths.journal),
        "there": is_there(terminal),
        "sound": found.counts is not None,
        "counts": counts_data(found.counts) if found.counts is not None else None,
        "unreadable": found.unreadable,
        "unknown": found.unknown,
        "forks": found.forks,
        "backups": found.backups,
        "newest_backup": backup_data(newest) if newest is not None else None,
        "newest_backup_days": _age(terminal, newest.backup.made_at) if newest else None,
        "files": [
            {
                "path": str(file.path),
                "bytes": file.size,
                "mode": _mode(file),
                "private": file.private,
            }
            for file in found.files
        ],
        "wrong": found.wrong,
    }
