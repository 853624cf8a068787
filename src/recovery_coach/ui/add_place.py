"""One more place for the list: a button, and behind it the question where."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.library.regions import Regions
from recovery_coach.ui.parts import button, clear, column, row, set_text, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.where import Where


def follow(before: QWidget | None, *stops: QWidget) -> None:
    """Have Tab come to ``stops`` one after the other, after ``before``."""
    chain = [*([before] if before is not None else []), *stops]
    for one, after in pairwise(chain):
        QWidget.setTabOrder(one, after)


class Adding(QWidget):
    """A button, and behind it the question where: an area, then a place in it."""

    chosen = Signal(str)

    def __init__(self, look: Look, regions: Regions) -> None:
        super().__init__()
        self._look = look
        self._regions = regions
        self.given: tuple[str, ...] = ()
        self.where: Where | None = None
        self.button = button(tr("Add a place"), self._toggle, "filter")
        self.button.setCheckable(True)
        self.back = button(tr("Back to the areas"), self._on_back, "quiet")
        self._title = words("", "heading")
        self._question = column(spacing=10)
        line = row(spacing=8)
        line.addWidget(self.button)
        line.addStretch(1)
        line.addWidget(self.back)
        layout = column(self, spacing=10)
        layout.addLayout(line)
        layout.addWidget(self._title)
        layout.addLayout(self._question)
        self._show_question()

    def close_question(self) -> None:
        """As it was before the button was pressed."""
        if self.where is not None:
            self._toggle()

    def _toggle(self) -> None:
        clear(self._question)
        opened, self.where = self.where is None, None
        self.button.setChecked(opened)
        if opened:
            self.where = Where(self._regions, self._look)
            self.where.ask(self.given)
            self.where.turned.connect(self._show_question)
            self.where.chosen.connect(self._on_chosen)
            self._question.addWidget(self.where)
        self._show_question()

    def _on_back(self) -> None:
        if self.where is not None:
            self.where.back()

    def _on_chosen(self, region: str) -> None:
        self.close_question()
        self.chosen.emit(region)

    def _show_question(self) -> None:
        """The title of the question, and the way back from the second tap."""
        where = self.where
        set_text(self._title, where.title if where is not None else "")
        self.back.setVisible(where is not None and where.in_area)
        if where is not None:
            follow(self.button, self.back, *where.grid.tiles)
            where.grid.enter()
