"""What a check asks beyond what counts: folded away until it is wanted, or nothing else is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.check_group import GroupCard
from recovery_coach.ui.columns import Columns
from recovery_coach.ui.parts import button, card, column, words
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look


class More(QWidget):
    """Holds the optional ``cards``."""

    opened = Signal()

    def __init__(self, cards: Sequence[GroupCard], look: Look) -> None:
        super().__init__()
        self.cards = cards
        title = tr("More about it (optional)")
        self._offer, inner = card(margin=0)
        inner.setContentsMargins(16, 6, 12, 6)
        text = QWidget()
        stacked = column(text, spacing=2)
        stacked.addWidget(words(title, "heading"))
        stacked.addWidget(words(" · ".join(one.group.title for one in cards), "small"))
        self.button: QPushButton = button(tr("Answer"), self._on_wanted, "chip")
        self.button.setAccessibleName(
            tr("{setting}: {choice}").format(setting=title, choice=self.button.text())
        )
        inner.addWidget(SideBySide(text, self.button, look))
        self._all = QWidget()
        lines = column(self._all, spacing=8)
        lines.addWidget(words(title, "heading"))
        lines.addWidget(Columns(cards, look))
        layout = column(self)
        layout.addWidget(self._offer)
        layout.addWidget(self._all)
        self._all.hide()

    @property
    def is_open(self) -> bool:
        """Whether its cards are shown."""
        return not self._all.isHidden()

    def open(self) -> None:
        """Show its cards."""
        self._offer.hide()
        self._all.show()

    def _on_wanted(self) -> None:
        self.open()
        self.opened.emit()
