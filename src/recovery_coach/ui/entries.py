"""What a person writes into the journal, and the pages that show it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from recovery_coach.base.i18n import tr
from recovery_coach.journal import ImpactRecord, JournalTrouble, MarkRecord, PainEntry
from recovery_coach.ui.host import Host, or_trouble

if TYPE_CHECKING:
    from recovery_coach.ui.later import Amend, CheckinPage, JournalPage


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
        page.forks_wanted.connect(host.open_forks)
        page.keeping_wanted.connect(host.open_keeping)
        page.mark_wanted.connect(lambda: self.ask_mark())
        page.report_wanted.connect(lambda: host.open_report(host.go_back))
        page.add_wanted.connect(lambda day: host.check_in(day))
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
        page = entry_page(host.overview, host.look, host.app.settings, record_id)
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
            held = host.overview.hold() if versions else []
        except JournalTrouble as trouble:
            host.messages.say_trouble(trouble)
            return
        if versions:
            host.messages.say_written(tr("Saved."), *versions, *held)
        if held:  # first comes the page that this one was left for
            QTimer.singleShot(0, host.window(), self._show_what_follows)

    @or_trouble
    def delete(self, record_id: str) -> None:
        """Take an entry out of the journal, and leave its page."""
        host = self._host
        if host.journal is None:
            return
        deleted = host.journal.delete(record_id)
        host.go_back()
        if deleted.record.kind == "seen":
            self._show_what_follows()
        text = {
            "session": tr("Deleted, with its sets. Its numbers stay."),
            "seen": tr("Deleted. What it had closed stands again."),
        }.get(deleted.record.kind, tr("Deleted."))
        host.messages.say_written(text, deleted.version_id)

    @or_trouble
    def log_number(self, number: int) -> None:
        """How the back is, as it was given on Today."""
        host = self._host
        if host.journal is None:
            host.show_today()
            host.messages.say_without_record()
            return
        try:
            versions = host.overview.log_pain(number)
        except JournalTrouble as trouble:
            host.show_today()
            host.messages.say_trouble(trouble)
            return
        self._show_what_follows()
        text = tr("Noted: {number} of 10.").format(number=number)
        host.messages.say_written(text, *versions)

    @or_trouble
    def _show_what_follows(self) -> None:
        """The screen of a grave level, which comes before anything else."""
        if self._host.overview.standing().alarmed:
            self._host.show_level()

    # -- the check-in ----------------------------------------------------------------------

    @or_trouble
    def check_in(self, day: date | None = None, flare: bool = False) -> None:
        """Open the check-in, as it was left."""
        host, page = self._host, self._checkin
        page.open(flare)
        if day is not None:
            page.show_day(day)
        host.messages.put_away()
        host.show_page(page)

    @cached_property
    def _checkin(self) -> CheckinPage:
        from recovery_coach.ui.later import CheckinPage

        host = self._host
        page = CheckinPage(host.look, lambda: host.overview.now, host.app.settings)
        page.saved.connect(self._save)
        page.worry.connect(lambda: self._worry(page))
        page.left.connect(host.go_back)
        host.keep_page(page)
        return page

    def _worry(self, page: CheckinPage) -> None:
        """The full check, and back to what was being written."""

        def back() -> None:
            self._host.show_page(page)

        self._host.check_full(back, back)

    @or_trouble
    def _save(self, entry: PainEntry) -> None:
        host = self._host
        if host.journal is None:
            host.messages.say_without_record()
            return
        try:
            versions = host.overview.log(entry)
        except JournalTrouble as trouble:
            host.messages.say_trouble(trouble)
            return
        self._checkin.clear()
        standing = host.overview.standing()
        if standing.alarmed:
            host.show_level()
        elif standing.presses:
            host.check_due()
        else:
            host.go_back()
        host.messages.say_written(tr("Saved."), *versions)

    # -- a marked day ----------------------------------------------------------------------

    @or_trouble
    def ask_mark(self, back: Callable[[], None] | None = None, compares: bool = False) -> None:
        """A day to be seen beside the numbers; ``back`` to where it was asked for.

        ``compares``: something is to be compared from today on, unless the person says otherwise.
        """
        from recovery_coach.coach.events import look_before
        from recovery_coach.ui.later import MarkPage

        host, leave = self._host, back or self._host.go_back
        overview = host.overview
        before = look_before(host.journal, overview.standing().level, overview.now.date())
        page = MarkPage(host.look, lambda: overview.now, before)
        page.choose(compares and not before.barred)
        page.saved.connect(lambda record: self._save_mark(record, leave))
        page.left.connect(leave)
        host.show_page(page)

    @or_trouble
    def _save_mark(self, record: MarkRecord, leave: Callable[[], None]) -> None:
        host = self._host
        if host.journal is None:
            host.messages.say_without_record()
            return
        version = host.journal.append(record).version_id
        leave()
        host.messages.say_written(tr("Marked."), version)

    # -- the week --------------------------------------------------------------------------

    @or_trouble
    def ask_impact(self) -> None:
        """Three questions about the last seven days."""
        from recovery_coach.ui.later import ImpactPage

        host = self._host
        page = ImpactPage(host.look, lambda: host.overview.now)
        page.saved.connect(self._save_impact)
        page.left.connect(host.go_back)
        host.show_page(page)

    @or_trouble
    def _save_impact(self, record: ImpactRecord) -> None:
        host = self._host
        if host.journal is None:
            host.messages.say_without_record()
            return
        versions = [host.journal.append(record).version_id, *host.overview.hold()]
        host.show_today()
        host.messages.say_written(tr("Saved."), *versions)

    def put_off_impact(self) -> None:
        """Not this week."""
        host = self._host
        host.keeper.choose(
            tr("Not this week."), impact_put_off=host.overview.now.date().isoformat()
        )
