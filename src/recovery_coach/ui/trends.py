"""What the page of trends wants, carried out: reading, a day of the diary, a mark, a report."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.host import Host, or_trouble
from recovery_coach.ui.later import TrendsPage
from recovery_coach.ui.today import TodayPage

WEEK = 7
"""Days of a journal before there is a week to speak of."""


class Trends:
    """Makes the page, and goes where it leads."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.show_trouble = host.show_trouble
        self._offered: tuple[object, ...] = ()

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
    def offer_note(self, today: TodayPage) -> None:
        """The note of the week, from each Sunday until it is put away; never beside a warning."""
        from recovery_coach.coach.week_note import note_due

        host = self._host
        now = host.overview.now.date()
        shown = note_due(put_away_on(host.app.settings.week_note_put_off), now)
        aims = (host.app.settings.aim_flexibility, host.app.settings.aim_core)
        state = (id(host.journal), host.journal.state) if host.journal is not None else None
        key = (shown, state, now, aims, host.overview.standing().level)
        if key != self._offered:
            self._offered = key
            today.show_note(self._note() if shown else None)

    def _note(self) -> QWidget | None:
        """Its card; None where there is nothing to say."""
        from recovery_coach.coach.insights import Insights
        from recovery_coach.coach.week import week_facts
        from recovery_coach.coach.week_note import week_note
        from recovery_coach.ui.week_card import week_card

        host = self._host
        overview, settings = host.overview, host.app.settings
        first = host.journal.first_day() if host.journal is not None else None
        now = overview.now.date()
        if host.journal is None or first is None or (now - first).days < WEEK:
            return None
        insights = Insights(host.journal, overview.library.routines)
        facts = week_facts(insights, now, settings.aim_flexibility, settings.aim_core)
        note = week_note(facts, overview.standing().level)
        return week_card(note, lambda: host.go("trends"), self._put_away) if note else None

    def _put_away(self) -> None:
        host = self._host
        until = host.overview.now.date().isoformat()
        host.keeper.choose(tr("Put away until Sunday."), week_note_put_off=until)

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


def put_away_on(text: str) -> date | None:
    """The day on which the note was put away; None where it was not."""
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
