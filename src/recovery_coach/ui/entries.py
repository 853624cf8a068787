"""What a person writes into the journal, and the pages that show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recovery_coach.base.i18n import tr
from recovery_coach.journal import JournalTrouble
from recovery_coach.ui.host import Host, or_trouble

if TYPE_CHECKING:
    from recovery_coach.ui.later import Amend, JournalPage


class Entries:
    """Writes numbers, changes and deletions, each with Undo; opens entries."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.show_trouble = host.show_trouble

    def make_page(self) -> JournalPage:
        """The journal's page."""
        from recovery_coach.ui.later import JournalPage

        host = self._host
        page = JournalPage(host.overview, host.look, lambda: host.app.settings.week_start)
        page.opened.connect(self.open)
        page.asked.connect(self._read)
        page.today_wanted.connect(host.show_today)
        return page

    @or_trouble
    def _read(self, read: Callable[[], None]) -> None:
        """Let a page read the journal."""
        read()

    @or_trouble
    def open(self, record_id: str) -> None:
        """A session or a number of the journal; the journal itself where it is gone by now."""
        from recovery_coach.ui.later import entry_page

        host = self._host
        page = entry_page(host.overview, host.look, record_id)
        if page is None:
            host.go("journal")
            return
        page.left.connect(host.go_back)
        page.amended.connect(self._amend)
        page.deleted.connect(self.delete)
        host.show_page(page)
        host.entry = page

    def _amend(self, amend: Amend) -> None:
        """Write a change to the journal; where that fails, what was typed is still there."""
        host = self._host
        if host.journal is None:
            host.messages.say_without_record()
            return
        try:
            versions = amend(host.journal)
        except JournalTrouble as trouble:
            host.messages.say_trouble(trouble)
            return
        if versions:
            host.messages.say_written(tr("Saved."), *versions)

    @or_trouble
    def delete(self, record_id: str) -> None:
        """Take an entry out of the journal, and leave its page."""
        host = self._host
        if host.journal is None:
            return
        deleted = host.journal.delete(record_id)
        host.go_back()
        text = {
            "session": tr("Deleted, with its sets. Its numbers stay."),
            "seen": tr("Deleted. What it had closed stands again."),
        }.get(deleted.record.kind, tr("Deleted."))
        host.messages.say_written(text, deleted.version_id)

    def log_number(self, number: int) -> None:
        """How the back is, as it was given on Today."""
        host = self._host
        try:
            version = host.overview.log_pain(number)
        except JournalTrouble as trouble:
            host.show_today()
            host.messages.say_trouble(trouble)
            return
        if version is None:
            host.show_today()
            host.messages.say_without_record()
            return
        host.messages.say_written(tr("Noted: {number} of 10.").format(number=number), version)

    @or_trouble
    def warning_seen(self) -> None:
        """Somebody has looked at what the warning sign was about."""
        overview = self._host.overview
        warning = overview.warning()
        if warning is not None:
            version = overview.was_seen(warning[0])
            text = tr("Good that you asked. The routines are back.")
            self._host.messages.say_written(text, version)
