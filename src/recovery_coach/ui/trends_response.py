"""What followed a routine or an exercise: every pair of numbers, and how much they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QPushButton

from recovery_coach.base.i18n import tr
from recovery_coach.coach.response_words import caveat, change_words
from recovery_coach.coach.trends_below import (
    By,
    after_chart,
    morning_chart,
    name_of,
    responses,
)
from recovery_coach.insight.response import Response
from recovery_coach.library.loader import Library
from recovery_coach.ui.chart_card import ChartCard
from recovery_coach.ui.choices import ChoiceBar
from recovery_coach.ui.grid import CardGrid
from recovery_coach.ui.parts import column, set_text, words
from recovery_coach.ui.theme import Look
from recovery_coach.ui.trends_parts import NARROWEST, Scene, Section

MOST = 12
"""So many are offered to choose from, those with most pairs."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked after; an empty name for the first there is."""

    by: By = "routine"
    name: str = ""


class ResponseBar(ChoiceBar):
    """Routines or exercises, and which of them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Asked(), ("name",))
        self._names: Sequence[tuple[str, str]] = ()
        kinds: Sequence[tuple[str, By]] = ((tr("Routine"), "routine"), (tr("Exercise"), "exercise"))
        self.kinds = self.one_of("by", kinds)
        self._line.show_items([*self.kinds, self.openers["name"]])

    @property
    def asked(self) -> Asked:
        """What is asked after."""
        found: Asked = self.filters
        return found

    def offer(self, names: Sequence[tuple[str, str]]) -> str:
        """Ids with their words to choose from; the one that is chosen."""
        self._names = names[:MOST]
        known = dict(self._names)
        if self.asked.name not in known:
            self.filters = replace(self.asked, name=names[0][0] if names else "")
        self.show_texts({"name": known.get(self.asked.name, "")})
        return self.asked.name

    def choices_of(self, name: str) -> tuple[str, list[QPushButton]]:
        """Those that have any pair."""
        if not name:
            return "", []
        return tr("What was done"), self.one_of("name", [(text, one) for one, text in self._names])

    def _change(self, field: str, value: object) -> None:
        if field == "by":
            self.fold()
        super()._change(field, value)


class ResponseSection(Section):
    """Before and after, before and the next morning, of one routine or exercise."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._scene: Scene | None = None
        self.bar = ResponseBar(look)
        self.bar.changed.connect(self._on_changed)
        self.after, self.morning = ChartCard(look), ChartCard(look)
        self._grid = CardGrid(lambda: look.size(NARROWEST), most=2)
        self._grid.show_cards([self.after, self.morning])
        self._days = words("", "muted")
        self._caveat = words("", "small")
        layout = column(self, spacing=12)
        layout.addSpacing(8)
        heads = column(spacing=2)
        heads.addWidget(words(tr("What followed"), "heading"))
        heads.addWidget(self._days)
        layout.addLayout(heads)
        for part in (self.bar, self._grid, self._caveat):
            layout.addWidget(part)
        for card in (self.after, self.morning):
            card.day_opened.connect(self.day_opened)

    def fill(self, scene: Scene) -> bool:
        """The one that is asked after; hidden while no session has two numbers."""
        self._scene = scene
        set_text(self._days, scene.days)
        found = responses(scene.insights, scene.frame, self.bar.asked.by)
        chosen = self.bar.offer([(one.name, _named(one, scene.library)) for one in found])
        shown = next((one for one in found if one.name == chosen), None)
        self._grid.setVisible(shown is not None)
        if shown is None:
            set_text(self._caveat, tr("No session of these days has two numbers."))
            return self.bar.asked.by == "exercise"
        today = scene.frame.today
        said = change_words(shown.after)
        self.after.show_chart(after_chart(shown, said, today), said)
        said = change_words(shown.morning)
        self.morning.show_chart(morning_chart(shown, said, today), said)
        self.morning.setVisible(shown.morning.n > 0)
        set_text(self._caveat, caveat())
        return True

    def _on_changed(self) -> None:
        scene = self._scene
        if scene is not None:
            self.asked.emit(lambda: self.show_scene(scene))


def _named(found: Response, library: Library) -> str:
    return tr("{name} ({n})").format(name=name_of(library, found.name), n=found.sessions)
