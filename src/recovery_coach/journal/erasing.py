"""Taking everything away that the program keeps of somebody: said first, file by file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from recovery_coach.journal.backups import Backups
from recovery_coach.journal.opening import PATIENCE, open_file
from recovery_coach.journal.restoring import BESIDE
from recovery_coach.journal.trouble import JournalTrouble, reporting


def what_goes(journal: Path, backups: Backups, others: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The files an erasure would remove: copies first, the journal last.

    So whoever is interrupted still sees what there is, and begins again. ``others`` are files of
    the program that hold what is in the journal, such as the one in a shared folder.
    """
    found = [backup.path for backup in backups.all()]
    found += _glob(backups.folder, ".*.part")
    found += _glob(journal.parent, f"{journal.stem}-damaged-*")
    found += _glob(journal.parent, f".{journal.name}.*.part")
    found += [other for other in others if other.exists()]
    names = (journal.with_name(journal.name + part) for part in (*BESIDE, ""))
    found += [path for path in names if path.exists()]
    return tuple(dict.fromkeys(found))


def erase(journal: Path, files: Sequence[Path]) -> None:
    """Remove the files of :func:`what_goes`. This process must not have the journal open.

    Raises JournalTrouble, "locked" where another program has it open, and about the first file
    that cannot be removed; what was removed by then is gone.
    """
    if journal.exists():
        _nobody_has_it(journal)
    for path in files:
        with reporting(path), contextlib.suppress(FileNotFoundError):
            path.unlink()


def _nobody_has_it(journal: Path) -> None:
    """A program that goes on with a removed file would write into nothing."""
    try:
        with reporting(journal), contextlib.closing(open_file(journal, PATIENCE)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except JournalTrouble as trouble:
        if trouble.reason in ("damaged", "newer"):
            return  # nobody could have opened it
        raise
    if mode != "delete":
        raise JournalTrouble("locked", journal, "another program has it open")


def _glob(folder: Path, pattern: str) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(folder.glob(pattern))
    return []
