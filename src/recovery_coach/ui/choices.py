"""A line of buttons, and below it the choices of the one that is open: what filters are made of.

The choices open in the page and not in a menu over it: they stay while several are chosen, are
reached with Tab, and look like everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import button, clear, column, words
from recovery_coach.ui.theme import Look


class ChoiceBar(QWidget):
    """Shows ``filters``, a frozen dataclass, and changes them; ``changed`` after every choice."""

    changed = Signal()

    def __init__(self, look: Look, filters: Any, names: Sequence[str]) -> None:
        """``names``: the fields of ``filters``, a button each, in the order to show them."""
        super().__init__()
        self.setAccessibleName(tr("Filters"))
        self._look = look
        self.filters = filters
        self._open = ""
        self.openers = {name: self._opener(name) for name in names}
        self._line = Flow()
        self._line.show_items(list(self.openers.values()))
        self._choices = column(spacing=8)
        layout = column(self, spacing=12)
        layout.addWidget(self._line)
        layout.addLayout(self._choices)
        look.changed.connect(self._tint)

    def _opener(self, name: str) -> QPushButton:
        made = button("", lambda: self._toggle(name), "filter", tr("Shows or hides the choices"))
        made.setCheckable(True)
        turned = Qt.LayoutDirection.LeftToRight
        if self.layoutDirection() == turned:
            turned = Qt.LayoutDirection.RightToLeft
        made.setLayoutDirection(turned)  # the arrow stands behind the words
        return made

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Say on each button what is chosen; one without words has nothing to choose from."""
        for name, text in texts.items():
            self.openers[name].setText(text)
            self.openers[name].setVisible(bool(text))
        self._tint()

    def fold(self) -> None:
        """Close what is open."""
        if self._open:
            self._toggle(self._open)

    def _tint(self) -> None:
        size = self._look.size(1.0)
        for made in self.openers.values():
            made.setIcon(icon("chevron-down", self._look.palette.muted, size))
            made.setIconSize(QSize(size, size))

    def _toggle(self, name: str) -> None:
        self._open = "" if self._open == name else name
        for other, made in self.openers.items():
            made.setChecked(other == self._open)
        self.show_choices()

    # -- the choices of one ----------------------------------------------------------------

    def show_choices(self) -> None:
        """Show the choices of the button that is open, as they are now."""
        clear(self._choices)
        lead, chips = self.choices_of(self._open)
        if not chips:
            return
        self._choices.addWidget(words(lead, "muted"))
        flow = Flow()
        flow.setAccessibleName(lead)
        flow.show_items(chips)
        self._choices.addWidget(flow)
        opener = self.openers[self._open]
        for before, after in zip([opener, *chips], chips, strict=False):
            QWidget.setTabOrder(before, after)

    def choices_of(self, name: str) -> tuple[str, list[QPushButton]]:
        """What to say above the choices of a button, and the chips; none where none is open."""
        raise NotImplementedError

    def one_of(self, field: str, choices: Sequence[tuple[str, object]]) -> list[QPushButton]:
        """Chips of which one is chosen; choosing it again chooses it still."""
        made = {value: _chip(text) for text, value in choices}

        def choose(value: object) -> None:
            self._change(field, value)
            for other, chip in made.items():
                chip.setChecked(other == value)

        return self._wired(made, choose, lambda value: getattr(self.filters, field) == value)

    def some_of(self, field: str, choices: Sequence[tuple[str, str]]) -> list[QPushButton]:
        """Chips of which any number are chosen."""
        made: dict[object, QPushButton] = {value: _chip(text) for text, value in choices}

        def choose(value: object) -> None:
            self._change(field, getattr(self.filters, field) ^ {value})

        return self._wired(made, choose, lambda value: value in getattr(self.filters, field))

    def _wired(
        self,
        made: dict[object, QPushButton],
        choose: Callable[[object], None],
        chosen: Callable[[object], bool],
    ) -> list[QPushButton]:
        for value, chip in made.items():
            chip.setChecked(chosen(value))
            chip.clicked.connect(partial(_without_argument, partial(choose, value)))
        return list(made.values())

    def _change(self, field: str, value: object) -> None:
        self.filters = replace(self.filters, **{field: value})
        self.changed.emit()


def _without_argument(action: Callable[[], None], *_: object) -> None:
    action()


def _chip(text: str) -> QPushButton:
    made = button(text, lambda: None, "chip")
    made.setCheckable(True)
    return made


def titled(title: str, value: str) -> str:
    """What stands on a button: ``Time``, ``Time: up to 5 min``."""
    return tr("{title}: {value}").format(title=title, value=value) if value else title


NAMED = 2
"""How many of the things chosen a button names before it only counts them."""


def some_words(names: Sequence[str]) -> str:
    """The first of the names, and how many more."""
    text = tr(", ").join(names[:NAMED])
    if len(names) > NAMED:
        text = tr("{items} and {n} more").format(items=text, n=len(names) - NAMED)
    return text


def without_words(names: Sequence[str]) -> str:
    """What is left out."""
    return tr("without {items}").format(items=some_words(names)) if names else ""
