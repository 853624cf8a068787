"""Where it is felt: a stand-in with the interface of the body map, until that is here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.library.regions import body_regions
from recovery_coach.ui.chips import Chips
from recovery_coach.ui.parts import column
from recovery_coach.ui.theme import Look


class PlacesPicker(QWidget):
    """Every region as a chip; ``changed`` carries what ``scores`` is then."""

    changed = Signal(dict)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._given: dict[str, int | None] = {}
        places = [(region.id, region.words) for region in body_regions().regions[:14]]
        self.chips = Chips(tr("Where is it?"), places)
        self.chips.changed.connect(lambda: self.changed.emit(self.scores))
        column(self).addWidget(self.chips)

    @property
    def scores(self) -> dict[str, int | None]:
        """The regions that are marked, each with its score if it has one."""
        return {region: self._given.get(region) for region in self.chips.values}

    def show_scores(self, scores: dict[str, int | None]) -> None:
        """Show these as marked, without an answer being given."""
        self._given = dict(scores)
        self.chips.show_values(scores)
