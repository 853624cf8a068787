"""The page of a report for a clinician: what it is about, how it will look, and saving it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.report import Wish
from recovery_coach.ui.paper_view import PaperView, Readable
from recovery_coach.ui.parts import UNBOUNDED, LivePage, button, clear, column, row, words
from recovery_coach.ui.report_choices import ReportChoices
from recovery_coach.ui.theme import Look

BESIDE_FROM = 66
"""Body sizes from which the choices stand beside the paper."""
CHOICES_WIDE = 25
MOST = 12
"""Pages that are shown; a file has them all."""


class ReportPage(LivePage):
    """Asks by ``asked`` for pages as ``wish`` says, and is given them by ``show_pages``."""

    left = Signal()
    asked = Signal()
    saved = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__(tr("Report for a clinician"), widest=1240)
        self._look = look
        self.views: list[PaperView] = []
        self.choices = ReportChoices(look, today)
        self.save = button(tr("Save as PDF…"), self.saved.emit, "primary")
        self.larger = button(tr("Larger"), self._enlarge, "chip")
        self.larger.setCheckable(True)
        self._papers = column(spacing=16)
        self._more = words("", "muted")
        self._lay_out()
        self.choices.changed.connect(self.asked)
        look.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        back = button(tr("Back"), self.left.emit)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        top = row()
        top.addWidget(words(tr("Report for a clinician"), "title"), 1)
        top.addWidget(self.larger)
        top.addWidget(self.save)
        self.body.addLayout(top)
        lead = tr("What a professional asks first, on one page, from what you wrote down.")
        self.body.addWidget(words(lead, "muted"))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(24)
        self._parts.addWidget(self.choices, 0, Qt.AlignmentFlag.AlignTop)
        right = QWidget()
        inner = column(right, spacing=16)
        inner.addLayout(self._papers)
        inner.addWidget(self._more)
        inner.addStretch(1)
        self._parts.addWidget(right, 1)
        self.body.addLayout(self._parts)
        self.body.addStretch(1)

    # -- what is shown ---------------------------------------------------------------------

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        return self.choices.wish

    def refresh(self) -> None:
        """Show what holds now."""
        self.asked.emit()

    def show_pages(self, pages: Readable) -> None:
        """Show how it will look."""
        clear(self._papers)
        self.views = [PaperView(self._look, pages, n) for n in range(min(MOST, pages.count))]
        for view in self.views:
            self._papers.addWidget(view)
        text = tr("The file has {n} pages; the first {shown} are shown here.")
        self._more.setText(text.format(n=pages.count, shown=len(self.views)))
        self._more.setVisible(pages.count > len(self.views))

    # -- beside or above -------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for the choices beside the paper, or above it."""
        super().resizeEvent(event)
        self._arrange()

    def _enlarge(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._look.size(BESIDE_FROM)
        beside = wide and not self.larger.isChecked()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(way)
        self.larger.setVisible(wide)
        if beside:
            self.choices.setFixedWidth(self._look.size(CHOICES_WIDE))
        else:
            self.choices.setMinimumWidth(0)
            self.choices.setMaximumWidth(UNBOUNDED)
