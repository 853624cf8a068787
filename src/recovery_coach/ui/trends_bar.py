"""What Trends is asked for: a span, days that were dragged across, and which number is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from recovery_coach.base.i18n import tr
from recovery_coach.coach.insights import PAIN
from recovery_coach.coach.trend_words import (
    LEG,
    WORST,
    days_words,
    shown_words,
    span_names,
)
from recovery_coach.coach.trends import Choice
from recovery_coach.insight.plain import Span
from recovery_coach.ui.choices import ChoiceBar, titled
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import button
from recovery_coach.ui.theme import Look

Named = Sequence[tuple[str, str]]
"""Names of numbers, with their words."""


class TrendsBar(ChoiceBar):
    """Shows a :class:`Choice`, and changes it; ``changed`` after every choice."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Choice(), ("shown",))
        self._places: Named = ()
        spans = [(text, name) for name, text in span_names()]
        chips = self.one_of("name", spans)
        self.spans = {name: chip for (name, _), chip in zip(span_names(), chips, strict=True)}
        self.zoomed = button("", self._leave_zoom, "chip")
        self.zoomed.setCheckable(True)
        self.zoomed.hide()
        self._line.show_items([*chips, self.zoomed, self.openers["shown"]])
        self._show_zoom(date.min)
        self._tint()

    @property
    def choice(self) -> Choice:
        """What is asked for."""
        found: Choice = self.filters
        return found

    def offer_places(self, places: Named) -> None:
        """The regions there are to choose from; the one that is chosen stays among them."""
        self._places = places
        self.show_texts({"shown": titled(tr("Shown"), shown_words(self.choice.shown))})

    def zoom(self, span: Span | None, today: date) -> None:
        """Look at days of the person's own; None for the span again."""
        if span != self.choice.zoom:
            self.filters = replace(self.choice, zoom=span)
            self._show_zoom(today)
            self.changed.emit()

    def choices_of(self, name: str) -> tuple[str, list[QPushButton]]:
        """The numbers there are."""
        if not name:
            return "", []
        names = [PAIN, LEG, WORST, *(place for place, _ in self._places)]
        if self.choice.shown not in names:
            names.append(self.choice.shown)
        return tr("What is shown"), self.one_of("shown", [(shown_words(n), n) for n in names])

    def _change(self, field: str, value: object) -> None:
        if field == "name":
            self.filters = replace(self.choice, zoom=None)
            self._show_zoom(date.min)
        super()._change(field, value)
        self.offer_places(self._places)

    def _leave_zoom(self) -> None:
        self.spans[self.choice.name].setFocus()
        self.zoom(None, date.min)

    def _show_zoom(self, today: date) -> None:
        zoom = self.choice.zoom
        for name, chip in self.spans.items():
            chip.setChecked(zoom is None and name == self.choice.name)
        self.zoomed.setVisible(zoom is not None)
        if zoom is None:
            return
        back = tr("Back to {span}").format(span=self.spans[self.choice.name].text())
        self.zoomed.setText(days_words(zoom, today))
        self.zoomed.setChecked(True)
        self.zoomed.setToolTip(back)
        self.zoomed.setAccessibleDescription(back)

    def _tint(self) -> None:
        super()._tint()
        if hasattr(self, "zoomed"):
            size = self._look.size(0.9)
            self.zoomed.setIcon(icon("x", self._look.palette.on_teal, size))
            self.zoomed.setIconSize(QSize(size, size))
