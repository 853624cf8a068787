"""Settings as rows of a card: title and help on one side, the control on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from recovery_coach.settings.described import Described, Section
from recovery_coach.ui.controls import Control, control_for
from recovery_coach.ui.parts import card, column, row, words
from recovery_coach.ui.side_by_side import SPACING, SideBySide
from recovery_coach.ui.theme import Look


class SettingRow(SideBySide):
    """One setting, and those ``beside`` it; ``controls``, by name, are where they are changed."""

    def __init__(self, described: Described, beside: Sequence[Described], look: Look) -> None:
        # In the order in which they stand, which is Tab's: the row's own ends the line.
        self.controls = {one.name: control_for(one, look) for one in (*beside, described)}
        stacked = QWidget()
        texts = column(stacked, spacing=2)
        # Where a list's name would be its value, a screen reader takes the label's words.
        for one in (described, *beside):
            title = words(one.title)
            title.setBuddy(self.controls[one.name])
            texts.addWidget(title)
            title.setVisible(one is described)
        if described.help:
            texts.addWidget(words(described.help, "small"))
        super().__init__(stacked, _in_line(tuple(self.controls.values())), look)


def _in_line(controls: Sequence[Control]) -> QWidget:
    """The one, or all of them side by side."""
    if len(controls) == 1:
        return controls[0]
    line = QWidget()
    inner = row(line, spacing=SPACING)
    for control in controls:
        inner.addWidget(control)
    return line


def section_card(section: Section, look: Look) -> tuple[QFrame, QVBoxLayout, dict[str, Control]]:
    """A card with all settings of ``section``, its layout, and the controls by name."""
    frame, inner = card(margin=20)
    inner.addWidget(words(section.title, "heading"))
    controls: dict[str, Control] = {}
    for described, beside in _rows(section.settings):
        if controls:
            inner.addWidget(rule())
        made = SettingRow(described, beside, look)
        controls |= made.controls
        inner.addWidget(made)
    return frame, inner, controls


def _rows(settings: Sequence[Described]) -> Iterator[tuple[Described, list[Described]]]:
    """Each setting with those that stand in its row."""
    for index, described in enumerate(settings):
        if not described.beside:
            yield described, list(takewhile(lambda one: one.beside, settings[index + 1 :]))


def rule() -> QFrame:
    """A thin line between two rows."""
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
