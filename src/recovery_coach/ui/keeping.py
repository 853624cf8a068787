"""The journal as a file: its page, its backups, and taking it elsewhere.

What puts another journal in its place, or joins one to it, is in :mod:`.replacing`.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from recovery_coach.base.disk import write_there
from recovery_coach.base.i18n import tr
from recovery_coach.coach.keeping_words import counts_words
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.ui.errand import Errands
from recovery_coach.ui.file_dialogs import choose_folder, choose_new
from recovery_coach.ui.host import Host, or_trouble
from recovery_coach.ui.keeping_parts import sentences_of
from recovery_coach.ui.replacing import Replacing

if TYPE_CHECKING:
    from recovery_coach.journal.backups import Backup, Backups
    from recovery_coach.journal.counting import Counts
    from recovery_coach.ui.keeping_page import Kept
    from recovery_coach.ui.later import KeepingPage


class Keeping:
    """Opens the page of the journal as a file, and carries out what is asked for there."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._kept_backups: Backups | None = None
        self.errands = Errands(host.window())
        self.replacing = Replacing(host, self.errands, self.open)
        self.show_trouble = host.show_trouble

    def _say_failed(self, error: Exception) -> None:
        self._host.messages.say(sentences_of(error), stays=True)

    # -- the page ----------------------------------------------------------------------------

    @or_trouble
    def open(self) -> None:
        """The page; not in a session, which has the journal to itself."""
        from recovery_coach.ui.later import KeepingPage

        host = self._host
        if host.stage is not None or self.errands.writes:
            return
        page = KeepingPage(host.look, self._read)
        page.left.connect(host.go_back)
        page.folder_opened.connect(host.open_folder)
        page.path_copied.connect(self._copy)
        page.exported.connect(self.export)
        page.sheets_wanted.connect(self.export_sheets)
        page.bring_wanted.connect(self.replacing.choose_to_bring)
        page.erase_wanted.connect(self.replacing.ask_to_erase)
        card = page.backups
        card.made.connect(lambda: self._back_up(page))
        card.look_wanted.connect(lambda: self._look_at_newest(page))
        card.restored.connect(self.replacing.show_restoring)
        card.file_wanted.connect(self.replacing.choose_to_restore)
        card.folder_wanted.connect(lambda: self._choose_second(page))
        card.stopped.connect(self._stop_second)
        page.add_card(host.sharing_card())
        host.show_page(page)
        self._look_at_newest(page)

    def _read(self) -> Kept:
        from recovery_coach.ui.keeping_page import Kept

        host, backups = self._host, self._backups
        shared = host.app.settings.sync_folder
        return Kept(
            journal=host.app.paths.journal,
            counts=host.journal.count() if host.journal is not None else None,
            backups=self._all(),
            second=backups.second,
            second_trouble=_second_trouble(backups),
            shared=Path(shared) if shared else None,
            now=host.app.clock.now(),
        )

    def _copy(self, path: str) -> None:
        QGuiApplication.clipboard().setText(path)
        self._host.messages.say(tr("Copied."))

    # -- backups -----------------------------------------------------------------------------

    @property
    def _backups(self) -> Backups:
        """Those of the folders in use: they know what became of the last copy."""
        now = self._host.app.backups
        if self._kept_backups is None or self._kept_backups.second != now.second:
            self._kept_backups = now
        return self._kept_backups

    def _all(self) -> list[Backup]:
        """Each once, though it lies in two folders."""
        found: dict[str, Backup] = {}
        for backup in self._backups.all():
            found.setdefault(backup.path.name, backup)
        return list(found.values())

    def _look_at_newest(self, page: KeepingPage) -> None:
        for newest in self._all()[:1]:
            look = partial(self._backups.look, newest)
            self.errands.read(page, look, page.backups.show_looked, self._say_failed)

    def _back_up(self, page: KeepingPage) -> None:
        page.backups.show_making(True)

        def made(_: Backup) -> None:
            page.backups.show_making(False)
            self._host.refresh()
            self._host.messages.say(tr("A backup was made and read again: it is sound."))

        def failed(error: Exception) -> None:
            page.backups.show_making(False)
            self._say_failed(error)

        self.errands.read(page, partial(self._backups.make, "hand"), made, failed)

    def _choose_second(self, page: KeepingPage) -> None:
        title = tr("A second folder for backups")
        folder = choose_folder(self._host.window(), title, self._backups.second)
        if folder is None:
            return
        text = tr("Backups are copied to {folder} from now on.").format(folder=folder)
        self._host.keeper.choose(text, backup_folder=str(folder))
        self._back_up(page)  # so that it is known at once whether that works

    def _stop_second(self) -> None:
        text = tr("No second folder any more. The copies that are there stay.")
        self._host.keeper.choose(text, backup_folder="")

    # -- taking it elsewhere -----------------------------------------------------------------

    def export(self) -> None:
        """Everything, to a file of the person's choice; read back before anything is promised."""
        host = self._host
        kind = tr("Journals (*.json)")
        path = choose_new(host.window(), tr("Export the journal"), self._name("json"), kind)
        if path is None:
            return
        journal, clock = host.app.paths.journal, host.app.clock

        def work() -> Counts:
            from recovery_coach.journal.brought import read_brought
            from recovery_coach.journal.exchange import export_bytes

            with Journal.open(journal, clock) as opened:
                write_there(path, export_bytes(opened))
                counts = opened.count()
            back = read_brought(path)
            if not back.whole or back.refused or len(back.versions) != counts.versions:
                raise JournalTrouble("unreadable", path, "not all of it can be read back")
            return counts

        def done(counts: Counts) -> None:
            text = tr("Written and read back: {file} ({counts}). Whoever has it can read it.")
            host.messages.say(text.format(file=path, counts=counts_words(counts)), stays=True)

        host.messages.say(tr("Exporting…"))
        self.errands.read(host.window(), work, done, partial(self._say_unwritten, path))

    def export_sheets(self) -> None:
        """Tables for a spreadsheet: one is named, the others lie beside it."""
        host = self._host
        kind = tr("Tables (*.csv)")
        path = choose_new(host.window(), tr("Tables for a spreadsheet"), self._name("csv"), kind)
        if path is None:
            return
        journal, clock = host.app.paths.journal, host.app.clock

        def work() -> list[str]:
            from recovery_coach.coach.spreadsheet import spreadsheets

            with Journal.open(journal, clock) as opened:
                sheets = spreadsheets(opened)
            named = {
                path if name == "entries" else path.with_stem(f"{path.stem}-{name}"): content
                for name, content in sheets.items()
            }
            for file, content in named.items():
                write_there(file, content)
            return [file.name for file in named]

        def done(written: list[str]) -> None:
            text = tr("Written to {folder}: {files}. Whoever has them can read them.")
            files = ", ".join(written)
            host.messages.say(text.format(folder=path.parent, files=files), stays=True)

        host.messages.say(tr("Exporting…"))
        self.errands.read(host.window(), work, done, partial(self._say_unwritten, path))

    def _name(self, ending: str) -> str:
        return f"recovery-coach-{self._host.app.clock.now():%Y-%m-%d}.{ending}"

    def _say_unwritten(self, path: Path, error: Exception) -> None:
        if not isinstance(error, OSError):
            self._say_failed(error)
            return
        self._host.messages.say_unwritten(path, error)


def _second_trouble(backups: Backups) -> str:
    """Why copies do not get into the second folder: the last one did not, or it is not there."""
    second = backups.second
    if second is not None and not backups.second_trouble and not second.is_dir():
        return tr("there is no such folder")
    return backups.second_trouble
