"""Two computers: the window exchanges with the shared folder, aside and by itself.

At the start, when something in the folder changes, some seconds after something was written, and
when the window is closed. The work is done in a thread with a journal of its own, one at a time,
and never while a session runs. Only what somebody must see to is told.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from recovery_coach.base.i18n import tr, trn
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.forks import Fork
from recovery_coach.journal.sharing import Exchanged, SharedFolder, State
from recovery_coach.ui.errand import Errand
from recovery_coach.ui.host import Host, or_trouble

if TYPE_CHECKING:
    import threading

    from recovery_coach.ui.later import ForksPage, SharingCard

CHANGED_MS = 2000
"""A carrier brings several files at once: so long after the first, they are looked at together."""
WRITTEN_MS = 5000
"""What a person writes comes in bursts as well: this long after its beginning."""
PATIENCE = 5.0
"""Seconds for which a window that closes waits for an exchange that is under way."""


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one exchange; ``state`` is None where the journal could not be asked."""

    done: Exchanged
    state: State | None = None
    forks: int = 0


class Sharing(QObject):
    """Keeps the journal and the folder together."""

    _changed = Signal(object, object, int, str, bool)
    """What :meth:`SharingCard.show_all` takes."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.window())
        self._host = host
        self.show_trouble = host.show_trouble
        self.found: Found | None = None
        self._folder = ""
        self._again = False
        self._told = ""
        self._worker: threading.Thread | None = None
        self.is_busy = False
        """Whether an exchange is under way."""
        self._watcher: QFileSystemWatcher | None = None
        self.soon = QTimer(self)
        """Times out when an exchange is due."""
        self.soon.setSingleShot(True)
        self.soon.timeout.connect(self.exchange)
        host.settings_changed.connect(self._follow)

    def begin(self) -> None:
        """Exchange for the first time, and listen from now on."""
        self._follow()

    def on_written(self) -> None:
        """Something was written to the journal, here or in the terminal."""
        if self._folder:
            self._due_in(WRITTEN_MS)

    def finish(self) -> None:
        """The window closes: let end what was begun, and write our own file."""
        self.rest()
        folder, journal = self._host.app.shared_folder(), self._host.journal
        if folder is not None and journal is not None:
            with suppress(JournalTrouble):
                folder.write(journal)

    def rest(self) -> None:
        """Have nothing under way, such as before the journal's file is replaced."""
        self.soon.stop()
        if self._worker is not None:
            self._worker.join(PATIENCE)

    # -- exchanging ----------------------------------------------------------------------------

    def _follow(self) -> None:
        """Another folder may be set, or none."""
        folder = self._host.app.settings.sync_folder
        if folder == self._folder:
            return
        self._folder, self._told, self.found = folder, "", None
        self._watch(())
        self.exchange()
        self._show()

    def exchange(self) -> None:
        """Begin, if that can be now; else a little later."""
        app = self._host.app
        folder = app.shared_folder()
        if folder is None or self._host.journal is None:
            return
        if self._host.stage is not None:
            self._due_in(WRITTEN_MS)  # when it is over
            return
        if self.is_busy:
            self._again = True
            return
        open_own = partial(Journal.open, app.paths.journal, app.clock)
        work = partial(_exchange, folder, open_own, app.backups)
        self.is_busy = True
        self._worker = Errand(self, work, self._on_done, self._on_failed).worker
        self._show()

    def _on_failed(self, error: Exception) -> None:
        """The journal itself could not be opened, or not be asked."""
        from recovery_coach.ui.keeping_parts import sentences_of

        self._on_done(Found(Exchanged(trouble=sentences_of(error))))

    def _on_done(self, found: Found) -> None:
        self.is_busy = False
        if found.done.busy:  # the terminal is at it: it knows nothing of what is written now
            self._due_in(WRITTEN_MS)
        elif self._folder:
            self._take(found)
        if self._again:
            self._again = False
            self.exchange()
        self._show()

    def _take(self, found: Found) -> None:
        self.found = found
        self._watch([waiting.path for waiting in found.done.waiting])
        if found.done.brought and self._host.stage is None:
            self._show_what_came()
        if found.done.forks:
            text = _forks_words(found.done.forks)
            self._host.messages.say_with_way(text, tr("Choose"), self.open_forks)
        elif found.done.trouble not in ("", self._told):
            text = tr("Your other computers do not hear of this one right now. {why}")
            self._host.messages.say(text.format(why=found.done.trouble))
        self._told = found.done.trouble

    @or_trouble
    def _show_what_came(self) -> None:
        self._host.overview.hold()  # what comes in may say that something is grave
        self._host.refresh()

    def _watch(self, files: list[Path] | tuple[Path, ...]) -> None:
        """Hear of changes in the folder; and in files that were not whole, which may still grow."""
        wanted = {str(path) for path in (Path(self._folder), *files) if path.exists()}
        wanted = wanted if self._folder else set()
        if self._watcher is None:
            if not wanted:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._on_folder_changed)
            self._watcher.fileChanged.connect(self._on_folder_changed)
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if watched - wanted:
            self._watcher.removePaths(list(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(list(wanted - watched))

    def _on_folder_changed(self, _: str) -> None:
        self._due_in(CHANGED_MS)

    def _due_in(self, ms: int) -> None:
        """Nothing puts off what is due before: there may be no end of changes."""
        if not self.soon.isActive() or self.soon.remainingTime() > ms:
            self.soon.start(ms)

    # -- the card ------------------------------------------------------------------------------

    def make_card(self) -> SharingCard:
        """What the page of the journal shows of it, and keeps up to date."""
        from recovery_coach.ui.later import SharingCard

        host = self._host
        card = SharingCard(host.look, lambda: host.app.clock.now())
        card.folder_wanted.connect(self.choose_folder)
        card.stopped.connect(self._stop)
        card.wanted.connect(self.exchange)
        card.forks_wanted.connect(self.open_forks)
        self._follow()
        if self.found is None:
            self.exchange()
        self._changed.connect(card.show_all)
        self._show()
        return card

    def _show(self) -> None:
        """Have the cards show what holds now."""
        found, folder = self.found, self.folder
        if found is None or folder is None:
            found = Found(Exchanged())
        self._changed.emit(folder, found.state, found.forks, found.done.trouble, self.is_busy)

    @property
    def folder(self) -> Path | None:
        """The shared folder, where there is one."""
        folder = self._host.app.settings.sync_folder
        return Path(folder) if folder else None

    def choose_folder(self) -> None:
        """Ask for the folder, and begin."""
        from recovery_coach.ui.file_dialogs import choose_folder

        host = self._host
        title = tr("The folder that is carried to your other computers")
        chosen = choose_folder(host.window(), title, self.folder)
        if chosen is None:
            return
        if chosen == host.app.paths.data:
            text = tr("{folder} holds the journal itself. Choose a folder of its own.")
            host.messages.say(text.format(folder=chosen), stays=True)
            return
        text = tr("Shared from now on by {folder}.").format(folder=chosen)
        host.keeper.choose(text, sync_folder=str(chosen))

    def _stop(self) -> None:
        text = tr("Not shared any more. The files in the folder stay.")
        self._host.keeper.choose(text, sync_folder="")

    # -- forks ---------------------------------------------------------------------------------

    @or_trouble
    def open_forks(self) -> None:
        """The page of what was changed on two computers."""
        from recovery_coach.ui.later import ForksPage

        host = self._host
        if host.stage is not None:
            return
        page = ForksPage(host.overview, host.look)
        page.left.connect(host.go_back)
        page.kept.connect(partial(self._keep, page))
        host.messages.put_away()
        host.show_page(page)

    @or_trouble
    def _keep(self, page: ForksPage, fork: Fork, version_id: str) -> None:
        host = self._host
        if host.journal is None:
            return
        try:
            written = [entry.version_id for entry in host.journal.settle(fork, version_id)]
        except KeyError:  # it was settled elsewhere a moment ago
            written = []
        held = host.overview.hold()
        page.refresh()
        page.go_on()
        if held and host.overview.standing().alarmed:
            host.show_level()
        text = tr("Kept. The other way stays in the older versions.")
        host.messages.say_written(text, *written, *held)
        self._count_forks()

    def _count_forks(self) -> None:
        if self.found is not None and self._host.journal is not None:
            forks = len(self._host.journal.forks())
            self.found = Found(self.found.done, self.found.state, forks)
            self._show()


def _exchange(folder: SharedFolder, open_own: Callable[[], Journal], backups: Backups) -> Found:
    """In a thread, where no connection of another one may be used."""
    with open_own() as journal:
        exchanged = folder.exchange(journal, backups)
        return Found(exchanged, folder.state(journal), len(journal.forks()))


def _forks_words(count: int) -> str:
    return trn(
        "{n} entry was changed on two computers. Both ways are kept: choose which one is right.",
        "{n} entries were changed on two computers. All ways are kept: choose which one is right.",
        count,
    )
