"""A sheet as a PDF."""

from __future__ import annotations

from recovery_coach.coach.paper import Paper, PaperName
from recovery_coach.coach.sheet import Sheet
from recovery_coach.figure.store import Figures
from recovery_coach.settings.model import Settings
from recovery_coach.ui.pdf_file import chosen_paper, pdf_bytes
from recovery_coach.ui.sheet_pages import lay_out


def make_pdf(
    sheet: Sheet, figures: Figures, settings: Settings, paper: PaperName | None = None
) -> tuple[bytes, int]:
    """The PDF, and how many pages it has; on the ``paper`` that is usual where none is named."""
    return pdf_of(sheet, figures, chosen_paper(settings, paper))


def pdf_of(sheet: Sheet, figures: Figures, paper: Paper) -> tuple[bytes, int]:
    """The PDF, and how many pages it has."""
    pages = lay_out(sheet, figures, paper)
    return pdf_bytes(sheet.title, pages, paper), pages.count
