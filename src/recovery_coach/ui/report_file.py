"""A report as a PDF."""

from __future__ import annotations

from recovery_coach.coach.paper import Paper
from recovery_coach.coach.report import Report
from recovery_coach.ui.pdf_file import pdf_bytes
from recovery_coach.ui.report_pages import ReportPages


def report_pdf(report: Report, paper: Paper) -> tuple[bytes, int]:
    """The PDF, and how many pages it has."""
    pages = ReportPages(report, paper)
    return pdf_bytes(report.title, pages, paper), pages.count
