"""Erasing everything that is kept of somebody: what of it goes, and what no program can reach."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import Paths
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.erasing import what_goes


def all_that_goes(paths: Paths, backups: Backups, shared: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Every file that goes: the journal with its copies, the settings, the log of errors.

    ``shared`` are the files of this computer in a shared folder; those of others are not ours.
    """
    others = (*shared, paths.shared_notes, paths.settings, paths.error_log)
    return what_goes(paths.journal, backups, others)


def out_of_reach(second: Path | None, sync_folder: str) -> list[str]:
    """What stays wherever it is, in words; ``second`` is the second folder for backups."""
    beyond = [
        tr("Exports, tables and sheets that you saved elsewhere."),
        tr("Copies that other programs made, such as a backup of the whole disk."),
        tr("What a disk remembers of deleted files, unless it is encrypted."),
    ]
    if second is not None and not second.is_dir():
        text = tr("Backups in {folder}, which is not connected now.")
        beyond.insert(0, text.format(folder=second))
    if sync_folder:
        text = tr("Your other computers, and what is in {folder} of theirs.")
        beyond.insert(0, text.format(folder=sync_folder))
    return beyond
