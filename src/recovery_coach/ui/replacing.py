"""Joining another journal to this one, going back to a backup, erasing all of it.

Each is shown before it is done. While it is done the window shows nothing else, and the journal
belongs to that work alone; afterwards it is opened anew, or everything begins anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_coach.base.i18n import capital, tr
from recovery_coach.coach.keeping_words import counts_words, entries_words, made_words
from recovery_coach.journal import Journal
from recovery_coach.ui.file_dialogs import choose_file
from recovery_coach.ui.host import Host, or_trouble
from recovery_coach.ui.keeping_parts import sentences_of, told_of

if TYPE_CHECKING:
    from recovery_coach.journal.counting import Counts
    from recovery_coach.journal.restoring import Difference, Restored
    from recovery_coach.journal.union import Preview
    from recovery_coach.journal.version_rows import Brought
    from recovery_coach.ui.errand import Errands
    from recovery_coach.ui.later import BringingPage, ErasingPage, RestoringPage, TroublePage


class Replacing:
    """``back`` leads to the page all this is reached from."""

    def __init__(self, host: Host, errands: Errands, back: Callable[[], object]) -> None:
        self._host = host
        self._errands = errands
        self._back = back
        self.show_trouble = host.show_trouble

    @property
    def _closed(self) -> bool:
        """In a session, and while one of these is being done, none of them can be begun."""
        return self._host.stage is not None or self._errands.writes

    # -- joining another -----------------------------------------------------------------------

    def choose_to_bring(self) -> None:
        """Let a file be chosen, and show what it would bring."""
        kind = tr("Journals (*.json *.sqlite3);;All files (*)")
        path = choose_file(self._host.window(), tr("Import or merge"), kind)
        if path is not None:
            self.show_bringing(path)

    def show_bringing(self, path: Path) -> None:
        """What the file at ``path`` would bring; nothing is written before that is agreed to."""
        from recovery_coach.ui.later import BringingPage

        host = self._host
        if self._closed:
            return
        page = BringingPage(host.look)
        page.left.connect(lambda: self._back())
        page.journal_opened.connect(self._show_what_follows)
        page.forks_opened.connect(host.open_forks)
        host.messages.put_away()
        host.show_page(page)
        journal, clock = host.app.paths.journal, host.app.clock

        def work() -> tuple[Brought, Preview]:
            from recovery_coach.journal.brought import read_brought

            brought = read_brought(path)
            with Journal.open(journal, clock) as opened:
                return brought, opened.preview(brought)

        def read(found: tuple[Brought, Preview]) -> None:
            page.show_preview(*found, clock.now())
            page.wanted.connect(lambda: self._bring(page, *found))

        self._errands.read(page, work, read, lambda error: page.show_refused(*told_of(error)))

    def _bring(self, page: BringingPage, brought: Brought, foretold: Preview) -> None:
        host = self._host
        journal, clock, backups = host.app.paths.journal, host.app.clock, host.app.backups

        def work() -> tuple[Preview, Counts]:
            backups.make("merge" if foretold.before else "import")
            with Journal.open(journal, clock) as opened:
                return opened.unite(brought), opened.count()

        def done(result: tuple[Preview, Counts]) -> None:
            self._on_brought(page)
            page.show_done(brought, foretold, *result)

        def failed(error: Exception) -> None:
            host.show_page(page)
            page.show_refused(*told_of(error))

        if self._errands.write(work, done, failed):
            page.show_busy(tr("A backup is made, then it is brought in…"), busy=True)
            host.show_page(page, alone=True)

    @or_trouble
    def _on_brought(self, page: BringingPage) -> None:
        """What came in may say that something is grave: that is held from now on."""
        self._host.show_page(page)
        self._host.overview.hold()

    @or_trouble
    def _show_what_follows(self) -> None:
        """The journal; or what is grave in it now."""
        if self._host.overview.standing().alarmed:
            self._host.show_level()
        else:
            self._host.go("journal")

    # -- going back ----------------------------------------------------------------------------

    def choose_to_restore(self) -> None:
        """Let a file be chosen, and show what going back to it would change."""
        kind = tr("Backups (*.sqlite3);;All files (*)")
        path = choose_file(self._host.window(), tr("Restore from a file"), kind)
        if path is not None:
            self.show_restoring(path)

    def show_restoring(self, path: Path) -> None:
        """What going back to the file at ``path`` would change."""
        from recovery_coach.ui.later import RestoringPage

        host = self._host
        if self._closed:
            return
        page = RestoringPage(self._made(path), bool(host.app.settings.sync_folder))
        page.left.connect(lambda: self._back())
        page.wanted.connect(lambda: self.restore(page, path))
        host.messages.put_away()
        host.show_page(page)
        journal = host.app.paths.journal

        def work() -> Difference:
            from recovery_coach.journal.restoring import compare

            return compare(journal, path)

        refuse = page.show_refused
        self._errands.read(page, work, page.show_difference, lambda e: refuse(*told_of(e)))

    def _made(self, path: Path) -> str:
        """Which one it is, in words: when it was made, or where it lies."""
        app = self._host.app
        found = next((one for one in app.backups.all() if one.path == path), None)
        return str(path) if found is None else capital(made_words(found.made_at, app.clock.now()))

    def restore(self, page: RestoringPage | TroublePage, path: Path) -> None:
        """Do it; ``page`` says meanwhile that it is being done."""
        app = self._host.app
        journal, clock, backups = app.paths.journal, app.clock, app.backups

        def work() -> Restored:
            from recovery_coach.journal.restoring import restore

            return restore(journal, path, clock, backups)

        text = tr("What is there is kept, then the backup takes its place…")
        self._close(page, text)
        self._errands.write(work, self._on_restored, self._on_failed)

    def _close(self, page: RestoringPage | ErasingPage | TroublePage, text: str) -> None:
        """Nobody reads or writes from here on but the work that follows."""
        page.show_busy(text, busy=True)
        self._host.show_page(page, alone=True)
        self._host.messages.clear()
        self._host.let_go()

    @or_trouble
    def _on_restored(self, restored: Restored) -> None:
        host = self._host
        host.begin_again()
        if host.journal is None:
            return
        text = tr("Restored: {entries}.")
        if restored.before is not None:
            text = tr("Restored: {entries}. What was there before is kept as a backup.")
        entries = entries_words(restored.counts.shown)
        if restored.aside is None:
            host.messages.say(text.format(entries=entries), stays=True)
            return
        text = tr("Restored: {entries}. The damaged file is kept, untouched: {file}")
        self._say_kept(text.format(entries=entries, file=restored.aside), restored.aside)

    def _say_kept(self, text: str, aside: Path) -> None:
        """What a damaged file still holds is seldom nothing: whoever wants it is led there."""
        look = partial(self.show_bringing, aside)
        self._host.messages.say_with_way(text, tr("See what it still holds"), look)

    def _on_failed(self, error: Exception) -> None:
        self._host.begin_again()
        self._host.messages.say(sentences_of(error), stays=True)

    # -- a damaged file ------------------------------------------------------------------------

    def rescue(self, page: TroublePage) -> None:
        """Look for the newest sound backup, and offer it in the place of a damaged journal."""
        host = self._host
        backups, now = host.app.backups, host.app.clock.now()
        page.show_looking()
        page.restored.connect(lambda path: self.restore(page, path))
        page.begun_anew.connect(lambda: self._set_aside(page))
        self._errands.read(
            page,
            backups.newest_sound,
            lambda looked: page.show_backup(looked, now),
            lambda _: page.show_backup(None, now),
        )

    def _set_aside(self, page: TroublePage) -> None:
        """No backup is to be had, or wanted: a new journal, and the damaged file kept."""
        app = self._host.app
        journal, clock = app.paths.journal, app.clock

        def work() -> Path:
            from recovery_coach.journal.restoring import set_aside

            return set_aside(journal, clock)

        self._close(page, tr("The damaged file is set aside…"))
        self._errands.write(work, self._on_set_aside, self._on_failed)

    def _on_set_aside(self, aside: Path) -> None:
        self._host.begin_again()
        text = tr("A new journal has begun. The damaged file is kept, untouched: {file}")
        self._say_kept(text.format(file=aside), aside)

    # -- erasing -------------------------------------------------------------------------------

    @or_trouble
    def ask_to_erase(self) -> None:
        """What would go and what would not."""
        from recovery_coach.coach.erasing import all_that_goes, out_of_reach
        from recovery_coach.ui.later import ErasingPage

        host = self._host
        if self._closed:
            return
        app, backups = host.app, host.app.backups
        counts = counts_words(host.journal.count()) if host.journal is not None else ""
        files = all_that_goes(app.paths, backups, app.own_shared_files())
        beyond = out_of_reach(backups.second, app.settings.sync_folder)
        page = ErasingPage(host.look, counts, files, beyond, app.paths.library)
        page.left.connect(lambda: self._back())
        page.wanted.connect(lambda: self._erase(page))
        host.messages.put_away()
        host.show_page(page)

    def _erase(self, page: ErasingPage) -> None:
        """All there is of it by then: a backup may have come since it was asked."""
        app, backups = self._host.app, self._host.app.backups
        paths, shared = app.paths, app.own_shared_files()

        def work() -> None:
            from recovery_coach.coach.erasing import all_that_goes
            from recovery_coach.journal.erasing import erase

            erase(paths.journal, all_that_goes(paths, backups, shared))

        self._close(page, tr("Erasing…"))
        self._errands.write(work, self._on_erased, self._on_failed)

    def _on_erased(self, _: None) -> None:
        """As on the first evening: nothing that was shown or typed is left."""
        self._host.begin_anew()
