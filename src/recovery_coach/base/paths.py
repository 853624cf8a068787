"""Where everything lies: the user's data, settings, cache and logs, and the app's own resources.

The one place that asks appdirs. ``--basedir DIR`` or ``RECOVERY_COACH_HOME`` puts all of the user's
files below one folder instead, for tests, a second person, or a memory stick.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

APP = "recovery-coach"
APP_ID = "io.github.recovery_coach.RecoveryCoach"
"""What a desktop knows the app by: its desktop file, its icon, its package of metadata."""
HOME_VARIABLE = "RECOVERY_COACH_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user. None is created before something is written to it."""

    data: Path
    config: Path
    cache: Path
    log: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """All four: the app's own, nobody else's."""
        return self.data, self.config, self.cache, self.log

    @property
    def journal(self) -> Path:
        """The journal's one SQLite file."""
        return self.data / "journal.sqlite3"

    @property
    def backups(self) -> Path:
        """Copies of the journal, made by the program."""
        return self.data / "backups"

    @property
    def library(self) -> Path:
        """The user's own ``exercises/`` and ``routines/``, laid over the shipped ones."""
        return self.data / "library"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def catalogue_cache(self) -> Path:
        """The validated catalogue, kept to start faster; may be deleted at any time."""
        return self.cache / "catalogue.json"

    @property
    def figure_cache(self) -> Path:
        """The figures that were read, kept to show them faster; may be deleted at any time."""
        return self.cache / "figures.json"

    @property
    def sounds(self) -> Path:
        """Tones and phrases that were recorded, kept to start faster; may be deleted any time."""
        return self.cache / "sounds"

    @property
    def shared_notes(self) -> Path:
        """What is remembered of the shared folder, to save time; may be deleted at any time."""
        return self.cache / "shared-folder.json"

    @property
    def error_log(self) -> Path:
        """Where an unforeseen error is written."""
        return self.log / "errors.log"


def find_paths(basedir: Path | None = None) -> Paths:
    """The user's folders: below ``basedir``, else below $RECOVERY_COACH_HOME, else the system's."""
    home = basedir or (Path(os.environ[HOME_VARIABLE]) if os.environ.get(HOME_VARIABLE) else None)
    if home is not None:
        home = home.expanduser().absolute()
        return Paths(home / "data", home / "config", home / "cache", home / "log")
    import appdirs

    return Paths(
        Path(appdirs.user_data_dir(APP, False)),
        Path(appdirs.user_config_dir(APP, False)),
        Path(appdirs.user_cache_dir(APP, False)),
        Path(appdirs.user_log_dir(APP, False)),
    )


def find_resources() -> Path:
    """The shipped data: inside the installed package, or ``resources/`` of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"
