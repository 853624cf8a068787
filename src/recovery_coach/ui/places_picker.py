"""Where it hurts: the body map with the marked places beneath it, or those as a list alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.library.regions import body_regions
from recovery_coach.settings.described import Choice, Described
from recovery_coach.ui.body_map import BodyMap
from recovery_coach.ui.controls import Segments
from recovery_coach.ui.parts import column, row, words
from recovery_coach.ui.place_words import Scores
from recovery_coach.ui.region_list import RegionList
from recovery_coach.ui.theme import Look

Way = Literal["map", "list"]


class PlacesPicker(QWidget):
    """Any number of places, each with its own score or none. Nothing is filled in."""

    changed = Signal(object)
    """The scores, after each thing a person did."""

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__()
        self.setAccessibleName(tr("Where it hurts"))
        self.map = BodyMap(look, body_regions())
        self.list = RegionList(look, body_regions())
        options = (("map", tr("Body map")), ("list", tr("List")))
        self.ways = Segments(Described("way", tr("Show as"), "", Choice(options)), options)
        self.ways.chosen.connect(self.show_way)
        line = row(spacing=8)
        if title:
            line.addWidget(words(title, "heading"), 1)
        else:
            line.addStretch(1)
        line.addWidget(self.ways)
        if not title:
            line.addStretch(1)
        layout = column(self, spacing=8)
        layout.addLayout(line)
        layout.addWidget(self.map)
        layout.addWidget(self.list)
        layout.addStretch(1)
        self.map.changed.connect(self._on_map)
        self.list.changed.connect(self._on_list)
        self.map.selected_changed.connect(self.list.select)
        self.list.selected_changed.connect(self.map.select)
        self.show_way("map")

    @property
    def scores(self) -> Scores:
        """The marked places in the order they were marked; None has no score yet."""
        return self.map.scores

    def show_scores(self, scores: Mapping[str, int | None]) -> None:
        """Show an answer that was given before, without it being given again."""
        self.list.show_scores(scores)
        self.map.show_scores(scores)

    @property
    def way(self) -> Way:
        """How it is shown."""
        return "list" if self.map.isHidden() else "map"

    def show_way(self, way: Way) -> None:
        """Show the map, or all of it in words."""
        self.ways.show_value(way)
        self.map.setVisible(way == "map")
        self.list.show_adding(way == "list")

    def _on_map(self, scores: Scores) -> None:
        self.list.show_scores(scores)
        self.list.select(self.map.selected)
        self.changed.emit(self.scores)

    def _on_list(self, scores: Scores) -> None:
        self.map.show_scores(scores)
        if not scores and self.way == "map":
            self.map.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.scores)
