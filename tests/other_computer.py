"""Another computer of the same person: a data folder of its own, and the shared folder between."""

from __future__ import annotations

from pathlib import Path

from recovery_coach.base.clock import Clock
from recovery_coach.journal import Journal
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.sharing import Exchanged, SharedFolder


class OtherComputer:
    """Its journal is open from the beginning; close it when done."""

    def __init__(self, home: Path, folder: Path, clock: Clock) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.journal = Journal.open(home / "journal.sqlite3", clock)
        self.shared = SharedFolder(folder, home / "cache.json", clock)
        self._backups = Backups(self.journal.path, clock)

    def exchange(self) -> Exchanged:
        """Write its file, take in those that are there."""
        return self.shared.exchange(self.journal, self._backups)

    @property
    def file(self) -> Path:
        """What it writes."""
        return self.shared.own_file(self.journal)

    def close(self) -> None:
        """Close its journal."""
        self.journal.close()
