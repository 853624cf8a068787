"""What comes before Today: opening the journal, a first welcome, a session that was interrupted.

And what is left when the journal fails, at any time: to try again from the start, or to go on
without a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_coach.base.i18n import tr
from recovery_coach.journal import Change, Journal, JournalTrouble
from recovery_coach.settings.model import WELCOME
from recovery_coach.ui.host import Host, or_trouble
from recovery_coach.ui.journal_watch import JournalWatch

if TYPE_CHECKING:
    from recovery_coach.ui.later import Unfinished


class Beginning:
    """Shows the first page that is due."""

    def __init__(self, host: Host, watch: JournalWatch) -> None:
        self._host = host
        self._watch = watch
        self._unfinished: Unfinished | None = None

    def begin(self) -> None:
        """Open the journal and go in."""
        if self._open_journal():
            self._go_in()

    def _open_journal(self) -> bool:
        try:
            journal = self._host.app.journal
            unfinished = self._find_unfinished(journal) if journal.checkpoints() else None
        except JournalTrouble as trouble:
            self.show_trouble(trouble)
            return False
        self._unfinished = unfinished
        self._host.overview.journal = journal
        journal.on_change(self._on_change)
        self._watch.begin(journal.path)
        return True

    def _find_unfinished(self, journal: Journal) -> Unfinished | None:
        from recovery_coach.ui.later import find_unfinished

        return find_unfinished(journal, self._host.app.library.exercises)

    def _on_change(self, change: Change) -> None:
        self._host.refresh()

    def show_trouble(self, trouble: JournalTrouble) -> None:
        """The journal cannot be used: what is wrong, and what can be done without it."""
        from recovery_coach.ui.later import TroublePage

        page = TroublePage(trouble)
        page.again.connect(self.begin_again)
        page.without.connect(self.without_record)
        page.folder.connect(lambda: self._host.open_folder(trouble.path.parent))
        self._host.show_page(page, alone=True)
        if trouble.reason == "damaged" and trouble.path == self._host.app.paths.journal:
            self._host.rescue(page)

    def begin_again(self) -> None:
        """From the start: the file in that place may be another one by now."""
        self._host.messages.clear()  # what could be taken back was in the one of before
        self._host.overview.journal = None
        self._host.app.close()
        self.begin()

    def without_record(self) -> None:
        """Go in without a journal."""
        self._host.overview.journal = self._unfinished = None
        self._go_in()
        self._host.messages.say_without_record()

    def _go_in(self) -> None:
        if self._host.app.settings.welcome_seen < WELCOME:
            self._show_welcome()
            return
        self._after_welcome()

    def _show_welcome(self) -> None:
        from recovery_coach.ui.later import WelcomePage

        page = WelcomePage()
        page.accepted.connect(self._on_welcome_accepted)
        self._host.show_page(page, alone=True)

    def _on_welcome_accepted(self) -> None:
        self._host.keeper.change(welcome_seen=WELCOME)
        self._after_welcome()

    @or_trouble
    def _after_welcome(self) -> None:
        alarmed = self._host.overview.standing().alarmed
        if self._unfinished is not None and not alarmed:
            self._host.resume(self._unfinished)
            return
        if alarmed:  # what was interrupted waits until that is closed
            self._host.show_level()
        else:
            self._host.show_today()
        if self._host.app.settings_problems:
            text = tr("Some settings could not be read, so the usual ones are used. See Settings.")
            self._host.messages.say(text, stays=True)
