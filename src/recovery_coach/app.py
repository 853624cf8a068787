"""The composition root without Qt: paths, settings, library and journal, for window and terminal.

Everything is built when it is first asked for, so that a command that lists routines does not
open the journal.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from recovery_coach.base.clock import Clock, SystemClock
from recovery_coach.base.files import close_folders
from recovery_coach.base.i18n import use_language
from recovery_coach.base.paths import Paths, find_paths, find_resources
from recovery_coach.base.problems import Problem
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.library.cache import load_cached
from recovery_coach.library.loader import Library
from recovery_coach.settings.model import LONGEST, CountAloud, Settings
from recovery_coach.settings.store import load_settings, save_settings
from recovery_coach.timeline.model import Options

if TYPE_CHECKING:
    from recovery_coach.coach.numbers import Numbers
    from recovery_coach.figure.store import Figures
    from recovery_coach.journal.backups import Backups
    from recovery_coach.journal.sharing import Exchanged, SharedFolder
    from recovery_coach.sound.performer import Mix


class App:
    """What the parts of the program share. Close it when done."""

    def __init__(self, basedir: Path | None = None, clock: Clock | None = None) -> None:
        self.clock: Clock = clock or SystemClock()
        self.paths: Paths = find_paths(basedir)
        close_folders(self.paths.folders)
        self.resources = find_resources()
        self._settings: Settings | None = None
        self.settings_problems: tuple[Problem, ...] = ()
        self._journal: Journal | None = None
        self._choose_language()

    def _choose_language(self) -> None:
        chosen = self.settings.language
        use_language(self.resources / "locale", [chosen] if chosen else None)
        if self.settings_problems:
            self._settings = None  # to be read again: they were told before the language was known

    @cached_property
    def library(self) -> Library:
        """Exercises and routines, the user's own included."""
        return load_cached(self.resources, self.paths.library, self.paths.catalogue_cache)

    @cached_property
    def figures(self) -> Figures:
        """The figures of the exercises, the user's own before the shipped ones."""
        from recovery_coach.figure.store import Figures  # a start shows none in its first picture

        folders = (self.paths.library / "figures", self.resources / "figures")
        return Figures(folders, self.paths.figure_cache)

    def reload_library(self) -> Library:
        """Read the catalogue again, after a file was added or mended."""
        self.__dict__.pop("library", None)
        self.__dict__.pop("figures", None)
        return self.library

    @property
    def settings(self) -> Settings:
        """The settings; read once."""
        if self._settings is None:
            self._settings, self.settings_problems = load_settings(self.paths.settings)
        return self._settings

    def change_settings(self, **changes: Any) -> None:
        """Change settings and write them. Raises OSError where they cannot be written."""
        self._settings = replace(self.settings, **changes)
        save_settings(self.paths.settings, self._settings)
        self.settings_problems = ()  # what could not be read is written over

    def forget_settings(self) -> None:
        """Read the settings again when they are asked for: their file is another one, or gone."""
        self._settings = None

    def options_for(self, routine: str, sore: bool = False) -> Options:
        """The pace the user chose, for a routine that may have its own; slower on a sore day."""
        own = partial(self.settings.of_routine, routine)
        extra = float(own("sore_extra")) if sore else 0.0
        return Options(
            get_ready=float(own("get_ready")),
            switch=min(LONGEST, float(own("switch")) + extra),
            transition=min(LONGEST, float(own("transition")) + extra),
            count_aloud=cast(CountAloud, own("count_aloud")),
        )

    def numbers(self) -> Numbers:
        """What to call, the person's own before those of their country."""
        from recovery_coach.coach.numbers import numbers  # a usual day calls nobody

        return numbers(self.settings)

    @property
    def journal(self) -> Journal:
        """The journal, opened when first asked for. Raises JournalTrouble."""
        if self._journal is None:
            self._journal = Journal.open(self.paths.journal, self.clock)
        return self._journal

    @property
    def backups(self) -> Backups:
        """The backups of the journal, as the settings say."""
        from recovery_coach.journal.backups import Backups  # made once a day

        second = self.settings.backup_folder
        return Backups(self.paths.journal, self.clock, Path(second) if second else None)

    def shared_folder(self) -> SharedFolder | None:
        """The folder that is shared with the person's other computers, where there is one."""
        if not self.settings.sync_folder:
            return None
        from recovery_coach.journal.sharing import SharedFolder  # most have one computer

        return SharedFolder(Path(self.settings.sync_folder), self.paths.shared_notes, self.clock)

    def own_shared_files(self) -> tuple[Path, ...]:
        """What this computer put into the shared folder; none where the journal does not tell."""
        folder = self.shared_folder()
        if folder is None or not self.paths.journal.exists():
            return ()
        try:
            return folder.own_files(self.journal)
        except JournalTrouble:
            return ()

    def share_what_was_written(self) -> Exchanged | None:
        """Exchange, if anything was written to the journal here and there is a shared folder."""
        journal, folder = self._journal, self.shared_folder()
        if journal is None or folder is None or not journal.wrote:
            return None
        return folder.exchange(journal, self.backups)

    def back_up_if_due(self) -> str:
        """After something was written: see :func:`~recovery_coach.coach.upkeep.back_up_if_due`."""
        if self._journal is None:
            return ""
        from recovery_coach.coach.upkeep import back_up_if_due

        return back_up_if_due(self.backups)

    def close_journal(self) -> None:
        """Close the journal; asked for again, it is opened again."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def mix(self) -> Mix:
        """What is to be heard of a session, and how loud."""
        from recovery_coach.sound.performer import Mix  # nothing sounds before a session

        chosen = self.settings
        return Mix(
            voice=chosen.voice,
            voice_volume=chosen.voice_volume,
            tones=chosen.tones,
            tone_volume=chosen.tone_volume,
            finish_volume=chosen.finish_volume,
            silent=chosen.silent,
        )

    def close(self) -> None:
        """Close what was opened."""
        if "figures" in self.__dict__:
            self.figures.keep()
        self.close_journal()
