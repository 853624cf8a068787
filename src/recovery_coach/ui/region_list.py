"""The places that hurt as a list: all that the body map does, in words, by keyboard alone.

Each marked place is a line; opened, it shows its numbers. Others are added by their area.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.library.regions import Regions
from recovery_coach.ui.add_place import Adding, follow
from recovery_coach.ui.parts import column, words
from recovery_coach.ui.place_line import PlaceLine
from recovery_coach.ui.place_words import Scores
from recovery_coach.ui.theme import Look


class RegionList(QWidget):
    """The marked places in their order, and a way to more of them."""

    changed = Signal(object)
    selected_changed = Signal(str)

    def __init__(self, look: Look, regions: Regions) -> None:
        super().__init__()
        self._look = look
        self._regions = regions
        self._scores: Scores = {}
        self._selected = ""
        self.lines: dict[str, PlaceLine] = {}
        self._rows = column(spacing=4)
        self.none = words(tr("No place is marked."), "muted")
        self.adding = Adding(look, regions)
        self.adding.chosen.connect(self._on_added)
        layout = column(self, spacing=8)
        layout.addWidget(self.none)
        layout.addLayout(self._rows)
        layout.addWidget(self.adding)

    # -- what is marked --------------------------------------------------------------------

    @property
    def scores(self) -> Scores:
        """The marked places in the order they were marked; None has no score yet."""
        return dict(self._scores)

    def show_scores(self, scores: Mapping[str, int | None]) -> None:
        """Show other marks, without anything being told."""
        self._scores = dict(scores)
        if self._selected not in self._scores:
            self._selected = ""
        self._show()

    @property
    def selected(self) -> str:
        """The place whose numbers are shown, or none."""
        return self._selected

    def select(self, region: str) -> None:
        """Show the numbers of a place, or of none."""
        if region != self._selected:
            self._selected = region
            self._show_open()
            self.selected_changed.emit(region)

    # -- what is done ----------------------------------------------------------------------

    def _on_added(self, region: str) -> None:
        self._scores.setdefault(region, None)
        self._show()
        self.select(region)
        self.lines[region].strip.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self.scores)

    def _on_scored(self, region: str, score: int) -> None:
        self._scores[region] = score
        self.lines[region].show_score(score)
        self.changed.emit(self.scores)

    def _on_removed(self, region: str) -> None:
        """The keyboard goes on with the next one."""
        order = list(self._scores)
        place = order.index(region)
        del self._scores[region]
        if self._selected == region:
            self.select("")
        near = [*order[place + 1 :], *order[:place][::-1]][:1]
        follows = self.lines[near[0]].opener if near else self.adding.button
        follows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.changed.emit(self.scores)

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        """A line for each place; those that stay are not made anew."""
        if list(self.lines) != list(self._scores):
            self._line_up()
        for region, score in self._scores.items():
            self.lines[region].show_score(score)
        self._show_open()
        self.none.setVisible(not self._scores and not self.adding.isHidden())
        self.adding.given = tuple(self._scores)

    def _line_up(self) -> None:
        before = self.lines
        for line in before.values():
            self._rows.removeWidget(line)
        self.lines = {region: before.get(region) or self._line(region) for region in self._scores}
        for region, line in before.items():
            if region not in self.lines:
                line.hide()
                line.deleteLater()
        for line in self.lines.values():
            self._rows.addWidget(line)
        stops = [stop for line in self.lines.values() for stop in line.stops]
        follow(self._stop_before(), *stops)

    def _stop_before(self) -> QWidget | None:
        """Where Tab comes from; a line that is made later would else be the last of the page."""
        widget = self.previousInFocusChain()
        while widget is not None and widget is not self:
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not self.isAncestorOf(widget):
                return widget
            widget = widget.previousInFocusChain()
        return None

    def _line(self, region: str) -> PlaceLine:
        line = PlaceLine(self._regions.words(region), self._look)
        line.opened.connect(lambda on: self.select(region if on else ""))
        line.scored.connect(lambda score: self._on_scored(region, score))
        line.removed.connect(lambda: self._on_removed(region))
        return line

    def _show_open(self) -> None:
        for region, line in self.lines.items():
            line.show_open(region == self._selected)

    def show_adding(self, on: bool) -> None:
        """Whether places can be added here: not where there is a map to mark them on."""
        self.adding.setVisible(on)
        self.adding.close_question()
        self._show()
