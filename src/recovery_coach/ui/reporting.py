"""Opens the page of a report for a clinician, and saves the report where the person says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recovery_coach.base.disk import write_there
from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.report import Report, file_name
from recovery_coach.journal import JournalTrouble
from recovery_coach.ui.file_dialogs import choose_new
from recovery_coach.ui.host import Host, or_trouble
from recovery_coach.ui.pdf_file import chosen_paper

if TYPE_CHECKING:
    from recovery_coach.ui.later import ReportPage


class Reporting:
    """Makes what the page asks for."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.show_trouble = host.show_trouble

    @or_trouble
    def open(self, back: Callable[[], None]) -> None:
        """The page; ``back`` leads to where it was opened from."""
        from recovery_coach.ui.later import ReportPage

        host = self._host
        if host.journal is None:
            host.messages.say_without_record()
            return
        page = ReportPage(host.look, host.overview.now.date())
        page.left.connect(back)
        page.asked.connect(lambda: self._show(page))
        page.saved.connect(lambda: self._save(page))
        self._fill(page)
        host.show_page(page)

    @or_trouble
    def _show(self, page: ReportPage) -> None:
        self._fill(page)

    def _fill(self, page: ReportPage) -> None:
        from recovery_coach.ui.report_pages import ReportPages

        report = self._make(page)
        if report is not None:
            page.show_pages(ReportPages(report, chosen_paper(self._host.app.settings)))

    def _make(self, page: ReportPage) -> Report | None:
        from recovery_coach.coach.reporting import make_report

        app, journal = self._host.app, self._host.journal
        if journal is None:
            return None
        start = app.settings.week_start
        return make_report(journal, app.library, page.wish, self._host.overview.now, start)

    def _save(self, page: ReportPage) -> None:
        from recovery_coach.ui.report_file import report_pdf

        host = self._host
        try:
            report = self._make(page)
        except JournalTrouble as trouble:
            host.messages.say_trouble(trouble)
            return
        if report is None:
            host.messages.say_without_record()
            return
        name = file_name(report.made_on)
        path = choose_new(host.window(), tr("Save the report"), name, tr("PDF files (*.pdf)"))
        if path is None:
            return
        content, pages = report_pdf(report, chosen_paper(host.app.settings))
        try:
            write_there(path, content)
        except OSError as error:
            host.messages.say_unwritten(path, error)
            return
        count = trn("{n} page", "{n} pages", pages)
        text = tr("Written: {file} ({pages}). Anyone who has it can read it.")
        host.messages.say(text.format(file=path, pages=count))
