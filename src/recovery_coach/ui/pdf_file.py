"""Pages as a PDF in which everything is vector: it prints as sharp as the printer is."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from recovery_coach.coach.paper import PAPERS, Paper, PaperName, usual_paper
from recovery_coach.settings.model import Settings
from recovery_coach.ui.sheet_ink import FINE

POINTS = 72


class Painted(Protocol):
    """What is laid out on pages already."""

    @property
    def count(self) -> int:
        """How many pages it takes."""

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number`` (from 0); the painter counts in points."""


def pdf_bytes(title: str, pages: Painted, paper: Paper) -> bytes:
    """The PDF; nothing but its title and the program's name is said of where it is from."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
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
    return bytes(content.data())


def chosen_paper(settings: Settings, name: PaperName | None = None) -> Paper:
    """The paper of that name; else the one that printers hold where the person is."""
    if name is not None:
        return PAPERS[name]
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
