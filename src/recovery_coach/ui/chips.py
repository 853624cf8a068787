"""Answers as chips, of which one, some or any number are chosen; a second click takes one out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import button


class Chips(Flow):
    """Shows ``choices``, ids with their words; ``one`` makes room for another by itself.

    What was shown and is not among them, since only a newer program knows it, stays chosen.
    """

    changed = Signal()
    picked = Signal(str)
    """One was chosen, and whoever hears of it may take it out again before ``changed``."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], one: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._one = one
        self._unknown: tuple[str, ...] = ()
        self.chips: dict[str, QPushButton] = {
            value: self._chip(name, value, text) for value, text in choices
        }
        self.show_items(list(self.chips.values()))

    def _chip(self, name: str, value: str, text: str) -> QPushButton:
        made = button(text, lambda: self._on_click(value), "chip")
        made.setCheckable(True)
        made.setAccessibleDescription(name)
        return made

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen, in the order it stands."""
        chosen = tuple(value for value, chip in self.chips.items() if chip.isChecked())
        return chosen if self._one and chosen else (*chosen, *self._unknown)

    @property
    def value(self) -> str | None:
        """The one that is chosen; None where none is."""
        return next(iter(self.values), None)

    def show_values(self, values: Iterable[str | None]) -> None:
        """Show what is chosen, without an answer being given."""
        wanted: Collection[str] = [value for value in values if value is not None]
        self._unknown = tuple(value for value in wanted if value not in self.chips)
        for value, chip in self.chips.items():
            chip.setChecked(value in wanted)

    def take_out(self, value: str) -> None:
        """It was one too many."""
        self.chips[value].setChecked(False)

    def _on_click(self, value: str) -> None:
        if self._one:
            self._unknown = ()
            for other, chip in self.chips.items():
                if other != value:
                    chip.setChecked(False)
        if self.chips[value].isChecked():
            self.picked.emit(value)
        self.changed.emit()
