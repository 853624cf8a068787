"""Where it hurts, in two taps: an area, then a place in it. Until there is a body to point at.

The places of an area lie as on the body, the person's own left on the left in every language.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.library.regions import SIDES, Area, Region, Regions
from recovery_coach.ui.parts import clear, column, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.tiles import SPACING, Tile, TileGrid

ACROSS = 3
"""Areas beside each other."""


class Where(QWidget):
    """Asks for one place; ``chosen`` carries its id. Nothing is filled in."""

    chosen = Signal(str)
    turned = Signal()
    """Another question is shown: the areas, or the places of one."""

    def __init__(self, known: Regions, look: Look) -> None:
        super().__init__()
        self._known = known
        self._look = look
        self._given: Sequence[str] = ()
        self._area: Area | None = None
        self._part = column(self, spacing=SPACING)
        self.grid = self._areas()
        self._show(self.grid)

    @property
    def title(self) -> str:
        """The question, with the area it is about."""
        return tr(self._area.label) if self._area is not None else tr("Where is it?")

    @property
    def in_area(self) -> bool:
        """Whether the first tap was made."""
        return self._area is not None

    def back(self) -> None:
        """The first tap was wrong."""
        self.ask(self._given)
        self.turned.emit()

    def ask(self, given: Sequence[str]) -> None:
        """Ask from the beginning; the places ``given`` are marked."""
        self._given = tuple(given)
        self._area = None
        self._show(self._areas())

    # -- the first tap ---------------------------------------------------------------------

    def _areas(self) -> TileGrid:
        tiles = [Tile(tr(area.label), area.id, self._look) for area in self._known.areas]
        places = range(0, len(tiles), ACROSS)
        grid = TileGrid([tiles[at : at + ACROSS] for at in places])
        grid.chosen.connect(self._on_area)
        grid.show_chosen(self._areas_given())
        return grid

    def _areas_given(self) -> list[str]:
        known = self._known
        return [
            area.id
            for area in known.areas
            if any(region.id in self._given for region in known.of(area))
        ]

    def _on_area(self, identifier: str) -> None:
        """One that is a single place is the answer."""
        area = next(one for one in self._known.areas if one.id == identifier)
        found = self._known.of(area)
        if len(found) == 1:
            self.chosen.emit(found[0].id)
            return
        self._area = area
        self._show(self._regions(area))
        self.turned.emit()

    # -- the second tap --------------------------------------------------------------------

    def _regions(self, area: Area) -> TileGrid:
        found = self._known.rows(area)
        columns = [c for c in range(len(SIDES)) if any(line[c] is not None for line in found)]
        grid = TileGrid([[self._tile(line[column]) for column in columns] for line in found])
        # The body has its left on the left, whichever way one reads.
        grid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid.chosen.connect(self.chosen.emit)
        grid.show_chosen(self._given)
        return grid

    def _tile(self, region: Region | None) -> Tile | None:
        if region is None:
            return None
        hint = tr(region.hint) if region.hint else ""
        return Tile(tr(region.label), region.id, self._look, region.words, hint)

    def _sides(self) -> QWidget:
        """Above the columns: whose left and right they are."""
        line = QWidget()
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        across = QGridLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setHorizontalSpacing(SPACING)
        names = {"left": tr("Your left"), "middle": tr("Middle"), "right": tr("Your right")}
        there = {region.side for region in self._of_area}
        for place, side in enumerate(side for side in SIDES if side in there):
            made = words(names[side], "muted")
            made.setAlignment(Qt.AlignmentFlag.AlignCenter)
            across.addWidget(made, 0, place)
            across.setColumnStretch(place, 1)
        return line

    # -- showing ---------------------------------------------------------------------------

    def _show(self, grid: TileGrid) -> None:
        clear(self._part)
        self.grid = grid
        if self._area is not None and any(one.side != "middle" for one in self._of_area):
            self._part.addWidget(self._sides())
        self._part.addWidget(grid)

    @property
    def _of_area(self) -> tuple[Region, ...]:
        return self._known.of(self._area) if self._area is not None else ()
