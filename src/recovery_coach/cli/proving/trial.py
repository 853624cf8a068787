"""Where the checks try things: a throwaway folder with settings, cache, log and a journal.

Nothing of the person's is opened to be written. Only their language is taken over.
"""

from __future__ import annotations

import tempfile
from functools import cached_property
from pathlib import Path
from types import ModuleType

from recovery_coach.app import App
from recovery_coach.base.clock import Clock
from recovery_coach.base.files import PRIVATE_FOLDER
from recovery_coach.base.i18n import language
from recovery_coach.base.paths import Paths, find_paths
from recovery_coach.settings.model import WELCOME, Settings
from recovery_coach.settings.store import save_settings


class Trial:
    """One self-test. Close it when done: what it wrote is gone then."""

    def __init__(self, resources: Path, own: Paths, clock: Clock) -> None:
        self.resources = resources
        self.own = own
        """The person's folders: to be looked at, never to be written to."""
        self.clock = clock
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._app: App | None = None

    @property
    def folder(self) -> Path:
        """The throwaway folder, made when it is first asked for. Raises OSError."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="recovery-coach-", ignore_cleanup_errors=True
            )
            Path(self._folder.name).chmod(PRIVATE_FOLDER)  # whatever the umask took away
        return Path(self._folder.name)

    @property
    def app(self) -> App:
        """The app over the throwaway folder. Raises OSError."""
        if self._app is None:
            home = self.folder / "home"
            chosen = Settings(language=language(), welcome_seen=WELCOME, reduced_motion=True)
            save_settings(find_paths(home).settings, chosen)
            self._app = App(home, self.clock)
        return self._app

    @cached_property
    def gui(self) -> ModuleType:
        """The window's toolkit, loaded when it is first asked for. Raises ImportError."""
        from recovery_coach import gui

        return gui

    def close(self) -> None:
        """Throw everything away."""
        if self._app is not None:
            self._app.close()
        if self._folder is not None:
            self._folder.cleanup()
