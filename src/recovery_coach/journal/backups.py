"""Backups: copies of the whole journal that come by themselves, are looked at, and grow old.

One a day is kept for a week, one a week for a month, one a month for a year; and the last ones made
by hand and before whatever changes much at once. Each is a journal's file that SQLite opens. Only
files with a name of this pattern are ever removed, and only those of this journal's own device, so
that two computers may share a second folder.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from recovery_coach.base.clock import Clock
from recovery_coach.base.disk import why_not
from recovery_coach.journal.copying import copy_journal, new_file
from recovery_coach.journal.counting import NOTHING, Counts, count, extent
from recovery_coach.journal.device import device_of
from recovery_coach.journal.opening import PATIENCE, check_pages, open_file, open_unchanged
from recovery_coach.journal.trouble import JournalTrouble, reporting

Why = Literal["day", "hand", "migration", "import", "merge", "restore"]

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many of the days, weeks and months that have a backup keep their last one."""
OTHERS = 5
"""How many are kept of each other kind."""

_NAME = re.compile(
    r"journal-(?P<device>[0-9a-z]{8})-(?P<at>\d{4}-\d\d-\d\dT\d{6}Z)-(?P<why>[a-z]+)(-\d+)?\.sqlite3"
)
_AT = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One file; ``made_at`` is UTC, ``size`` in bytes, ``device`` the beginning of its id."""

    path: Path
    made_at: datetime
    why: Why
    size: int
    device: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A backup that was opened and read; ``counts`` is None where it is not sound."""

    backup: Backup
    sound: bool
    detail: str = ""
    counts: Counts | None = None


class Backups:
    """The backups of one journal, in ``backups/`` beside it and in a ``second`` folder."""

    def __init__(self, journal: Path, clock: Clock, second: Path | None = None) -> None:
        self.folder = journal.parent / "backups"
        self.second = second
        self.second_trouble = ""
        """Why the last copy did not get into the second folder, as it goes after a colon."""
        self._journal = journal
        self._clock = clock

    def all(self) -> list[Backup]:
        """Those in both folders, the newest first. A folder that is not there has none."""
        folders = (self.folder, self.second) if self.second else (self.folder,)
        return self._newest_first(backup for folder in folders for backup in _in_folder(folder))

    def _newest_first(self, backups: Iterable[Backup]) -> list[Backup]:
        """One that is dated after tomorrow was made by a clock that was wrong: it comes last."""
        latest = self._clock.now() + timedelta(days=1)
        return sorted(backups, key=lambda one: (one.made_at <= latest, _age(one)), reverse=True)

    def make(self, why: Why) -> Backup:
        """A new one, opened and read after it was written; then old ones go.

        Raises JournalTrouble: about the journal where that is damaged, about the backup where it
        cannot be written.
        """
        with contextlib.closing(self._open()) as connection:
            with reporting(self._journal):
                device = _short(device_of(connection))
            path = self._name_one(self.folder, device, why)
            with reporting(path):
                copy_journal(connection, self._journal, path)
        made = _backup_at(path)
        if made is None:
            raise ValueError(f"a name that is not understood: {path.name}")
        self._prune(self.folder, device)
        self._copy_on(made)
        return made

    def is_due(self) -> bool:
        """Whether there is none of today, and something was written since the last one."""
        if not self._journal.exists():
            return False
        made = self._newest_first(_in_folder(self.folder))
        today = self._clock.now().date()
        if any(one.why == "day" and self._day(one) == today for one in made):
            return False
        with contextlib.closing(self._open()) as connection, reporting(self._journal):
            now = extent(connection)
        return now != (self._extent_of(made[0]) if made else NOTHING)

    def _extent_of(self, backup: Backup) -> tuple[int, int] | None:
        """None where it cannot be read."""
        try:
            with contextlib.closing(open_unchanged(backup.path)) as connection:
                return extent(connection)
        except (JournalTrouble, sqlite3.Error, OSError):
            return None

    def look(self, backup: Backup) -> Looked:
        """Open a backup and read all of it. Never raises."""
        try:
            with reporting(backup.path), contextlib.closing(open_unchanged(backup.path)) as found:
                check_pages(found, backup.path)
                return Looked(backup, sound=True, counts=count(found))
        except JournalTrouble as trouble:
            return Looked(backup, sound=False, detail=trouble.detail or trouble.title)

    def newest_sound(self) -> Looked | None:
        """The newest one that can be read, if there is any."""
        looked = (self.look(backup) for backup in self.all())
        return next((one for one in looked if one.sound), None)

    def _name_one(self, folder: Path, device: str, why: Why) -> Path:
        """A name that is free."""
        at = self._clock.now().astimezone(UTC)
        stem = f"journal-{device}-{at:{_AT}}-{why}"
        target, number = folder / f"{stem}.sqlite3", 2
        while target.exists():
            target, number = folder / f"{stem}-{number}.sqlite3", number + 1
        return target

    def _open(self) -> sqlite3.Connection:
        if not self._journal.exists():
            raise JournalTrouble("gone", self._journal, "no file to copy")
        return open_file(self._journal, PATIENCE)

    def _day(self, backup: Backup) -> date:
        return backup.made_at.astimezone(self._clock.now().tzinfo).date()

    def _prune(self, folder: Path, device: str) -> None:
        mine = [backup for backup in _in_folder(folder) if backup.device == device]
        keep = to_keep(mine, self._day)
        for backup in mine:
            if backup not in keep:
                with contextlib.suppress(OSError):
                    backup.path.unlink()
        self._sweep(folder)

    def _sweep(self, folder: Path) -> None:
        """Remove what a kill left unfinished, once nobody can be at it any more."""
        for part in folder.glob(".journal-*.part*"):
            match = _NAME.match(part.name[1:])
            with contextlib.suppress(OSError, ValueError):
                if match and self._clock.now() - _moment(match) > timedelta(days=1):
                    part.unlink()

    def _copy_on(self, made: Backup) -> None:
        """Have it in the second folder, too: a failure there is told, and takes nothing away."""
        self.second_trouble = ""
        if self.second is None:
            return
        target = self.second / made.path.name
        try:
            if not self.second.is_dir():
                raise FileNotFoundError(2, "", str(self.second))
            with new_file(target) as part:
                shutil.copyfile(made.path, part)
                with reporting(part), contextlib.closing(open_unchanged(part)) as connection:
                    check_pages(connection, part)
            self._prune(self.second, made.device)
        except OSError as error:
            self.second_trouble = why_not(error)
        except JournalTrouble as trouble:
            self.second_trouble = trouble.detail or trouble.title


def _age(backup: Backup) -> tuple[datetime, int, str]:
    """Greater for a newer one; of one second the names are numbered: ``…-2`` is after ``…``."""
    return backup.made_at, len(backup.path.stem), str(backup.path)


def to_keep(backups: Sequence[Backup], day_of: Callable[[Backup], date]) -> set[Backup]:
    """Which of them stay: the last of each of the last days, weeks and months that have one."""
    newest_first = sorted(backups, key=_age, reverse=True)
    keep: set[Backup] = set()
    for why in get_args(Why):
        same = [one for one in newest_first if one.why == why]
        if why != "day":
            keep.update(same[:OTHERS])
            continue
        keep.update(_last_of_each(same, DAYS, day_of))
        keep.update(_last_of_each(same, WEEKS, lambda one: day_of(one).isocalendar()[:2]))
        keep.update(_last_of_each(same, MONTHS, lambda one: (day_of(one).year, day_of(one).month)))
    return keep


def _last_of_each(
    newest_first: Iterable[Backup], most: int, span_of: Callable[[Backup], object]
) -> list[Backup]:
    found: dict[object, Backup] = {}
    for backup in newest_first:
        found.setdefault(span_of(backup), backup)
    return list(found.values())[:most]


def _moment(match: re.Match[str]) -> datetime:
    return datetime.strptime(match["at"], _AT).replace(tzinfo=UTC)


def _short(device: str) -> str:
    return re.sub("[^0-9a-z]", "", device.lower())[:8].rjust(8, "0")


def _in_folder(folder: Path) -> list[Backup]:
    try:
        found = [_backup_at(path) for path in folder.iterdir()]
    except OSError:
        return []
    return [backup for backup in found if backup is not None]


def _backup_at(path: Path) -> Backup | None:
    """The backup in a file of that name; None where its name is not one of ours."""
    match = _NAME.fullmatch(path.name)
    if match is None or match["why"] not in get_args(Why):
        return None
    try:
        made_at = _moment(match)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    why: Why = match["why"]  # type: ignore[assignment]
    return Backup(path, made_at, why, size, match["device"])
