"""The marks on the body map: which places, their scores, which is chosen, and all that in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.library.regions import Regions
from recovery_coach.ui.place_words import Scores, said


class BodyMarks(QWidget):
    """Holds the marks. ``changed`` comes once for each thing that was done."""

    changed = Signal(object)
    """The scores, when they are settled: a drag is told when it ends."""
    selected_changed = Signal(str)

    def __init__(self, regions: Regions) -> None:
        super().__init__()
        self._regions = regions
        self._scores: Scores = {}
        self._selected = ""
        self.setAccessibleName(tr("Body map"))
        self._describe()

    @property
    def scores(self) -> Scores:
        """The marked places in the order they were marked; None has no score yet."""
        return dict(self._scores)

    def show_scores(self, scores: Mapping[str, int | None]) -> None:
        """Show other marks, without anything being told."""
        self._scores = dict(scores)
        if self._selected not in self._scores:
            self.select("")
        self._describe()
        self.update()

    @property
    def selected(self) -> str:
        """The marked place that is being given a score, or none."""
        return self._selected

    def select(self, region: str) -> None:
        """Choose a marked place, or none."""
        if region != self._selected:
            self._selected = region
            self.selected_changed.emit(region)
            self.update()

    def give(self, region: str, score: int | None) -> None:
        """A mark, and its score."""
        before = self.scores
        self._scores[region] = score
        self.select(region)
        self.settle(before)

    def remove(self, region: str) -> None:
        """Take a mark away, if it is there."""
        before = self.scores
        if region in self._scores:
            del self._scores[region]
            self.select("")
            self.settle(before)

    def settle(self, before: Scores) -> None:
        """Tell what was done, if anything was."""
        self.update()
        if self._scores != before:
            self._describe()
            self.changed.emit(self.scores)

    def _describe(self) -> None:
        """For a screen reader, what it holds and how it is used."""
        marked = [said(self._regions.words(r), True, score) for r, score in self._scores.items()]
        how = tr(
            "Arrows move over the body. Space marks a place, 0 to 10 gives its score, "
            "Delete takes the mark away."
        )
        self.setAccessibleDescription(" ".join([*(f"{one}." for one in marked), how]))
