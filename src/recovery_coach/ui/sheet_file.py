"""A sheet as a PDF in which everything is vector: it prints as sharp as the printer is."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from recovery_coach.coach.paper import PAPERS, Paper, PaperName, usual_paper
from recovery_coach.coach.sheet import Sheet
from recovery_coach.figure.store import Figures
from recovery_coach.settings.model import Settings
from recovery_coach.ui.sheet_ink import FINE
from recovery_coach.ui.sheet_pages import lay_out

POINTS = 72


def make_pdf(
    sheet: Sheet, figures: Figures, settings: Settings, paper: PaperName | None = None
) -> tuple[bytes, int]:
    """The PDF, and how many pages it has; on the ``paper`` that is usual where none is named."""
    return pdf_of(sheet, figures, PAPERS[paper] if paper else paper_for(settings))


def pdf_of(sheet: Sheet, figures: Figures, paper: Paper) -> tuple[bytes, int]:
    """The PDF, and how many pages it has."""
    pages = lay_out(sheet, figures, paper)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator("Recovery Coach")
    writer.setResolution(POINTS * FINE)
    writer.setPageLayout(
        QPageLayout(_size(paper), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter(writer)
    painter.scale(FINE, FINE)
    for number in range(pages.count):
        if number:
            writer.newPage()
        pages.paint(painter, number)
    painter.end()
    buffer.close()
    return bytes(content.data()), pages.count


def paper_for(settings: Settings) -> Paper:
    """The paper that printers hold where the person is."""
    here = QLocale.system().territory()
    known = here != QLocale.Country.AnyTerritory
    territory = QLocale.territoryToCode(here) if known else ""
    return usual_paper(settings.country, territory, settings.units)


def _size(paper: Paper) -> QPageSize:
    if paper == PAPERS["a4"]:
        return QPageSize(QPageSize.PageSizeId.A4)
    if paper == PAPERS["letter"]:
        return QPageSize(QPageSize.PageSizeId.Letter)
    return QPageSize(QSizeF(paper.width, paper.height), QPageSize.Unit.Point)
