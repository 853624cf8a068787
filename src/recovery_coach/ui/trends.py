"""What the page of trends wants, carried out: reading, a day of the diary, a mark, a report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from recovery_coach.ui.host import Host, or_trouble
from recovery_coach.ui.later import TrendsPage


class Trends:
    """Makes the page, and goes where it leads."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.show_trouble = host.show_trouble

    def make_page(self) -> TrendsPage:
        """The page of trends."""
        host = self._host
        page = TrendsPage(host.overview, host.look, lambda: host.app.settings)
        page.asked.connect(self._read)
        page.day_opened.connect(self.open_day)
        page.mark_wanted.connect(host.ask_mark)
        page.report_wanted.connect(lambda: host.open_report(host.go_back))
        page.level_wanted.connect(host.show_level)
        page.today_wanted.connect(host.show_today)
        return page

    @or_trouble
    def _read(self, read: Callable[[], None]) -> None:
        """Let a page read the journal."""
        read()

    @or_trouble
    def open_day(self, day: date) -> None:
        """A day of the diary."""
        from recovery_coach.ui.later import JournalPage

        host = self._host
        host.go("journal")
        page = host.page
        if isinstance(page, JournalPage):
            page.calendar.go(day)
            page.show_day(day)
