"""What is done for the journal once a day, without being asked: it is looked at, and backed up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recovery_coach.base.i18n import tr
from recovery_coach.journal import JournalTrouble
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.opening import check_whole


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What came of it: ``damaged`` where the journal cannot be trusted any more, ``said`` to be
    told to the person, empty where all is well."""

    damaged: JournalTrouble | None = None
    said: str = ""


def look_after(journal: Path, backups: Backups) -> Upkeep:
    """Look at every page of the journal, and make the backup of the day if it is due.

    Opens the files for itself, so that a thread may do it. Never raises for what a disk can do.
    """
    if not journal.exists():
        return Upkeep()
    try:
        check_whole(journal)
    except JournalTrouble as trouble:
        return Upkeep(damaged=trouble if trouble.reason == "damaged" else None)
    return Upkeep(said=back_up_if_due(backups))


def back_up_if_due(backups: Backups) -> str:
    """Make the backup of the day; why there is none, as a sentence, where it could not be made."""
    try:
        if not backups.is_due():
            return ""
        backups.make("day")
    except JournalTrouble as trouble:
        return backup_failed(trouble)
    if backups.second_trouble:
        text = tr("The backup did not get into your second folder: {why}.")
        return text.format(why=backups.second_trouble)
    return ""


def backup_failed(trouble: JournalTrouble) -> str:
    """That a backup could not be made, and why."""
    why = {
        "full": tr("the disk is full"),
        "read_only": tr("this folder cannot be written to"),
        "damaged": tr("the journal’s file is damaged"),
        "locked": tr("another program uses the journal"),
        "gone": tr("there is no journal"),
    }.get(trouble.reason, trouble.detail or trouble.title)
    text = tr("No backup could be made: {why}. The journal itself was not touched.")
    return text.format(why=why)
