"""The filters of the routines: four buttons in a line, and below it the choices of the open one.

The choices open in the page and not in a menu over it: they stay while several are chosen, are
reached with Tab, and look like everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.choosing import UP_TO, Filters, Offered
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import button, clear, column, words
from recovery_coach.ui.theme import Look

NAMED = 2
"""How many of the things left out a button names before it only counts them."""


class FilterBar(QWidget):
    """Shows :class:`Filters` and changes them; ``changed`` after every choice."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(tr("Filters"))
        self._look = look
        self.filters = Filters()
        self._offered = Offered((), (), ())
        self._open = ""
        self.openers = {name: self._opener(name) for name in ("tag", "up_to", "without", "avoided")}
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

    def show_filters(self, filters: Filters, there: Offered) -> None:
        """Show ``filters``, with what is ``there`` to choose from."""
        self.filters = filters
        if there != self._offered:
            self._offered = there
            self._show_choices()
        for name, text in self._texts().items():
            self.openers[name].setText(text)
        self.openers["without"].setVisible(bool(there.equipment))
        self.openers["tag"].setVisible(bool(there.tags))
        self._tint()

    def fold(self) -> None:
        """Close what is open."""
        if self._open:
            self._toggle(self._open)

    # -- the four buttons ------------------------------------------------------------------

    def _texts(self) -> dict[str, str]:
        filters = self.filters
        return {
            "tag": _named(tr("Kind"), tr(filters.tag)),
            "up_to": _named(tr("Time"), up_to_words(filters.up_to) if filters.up_to else ""),
            "without": _named(tr("Equipment"), _left_out(map(tr, sorted(filters.without)))),
            "avoided": _named(
                tr("Positions"), _left_out(map(position_name, sorted(filters.avoided)))
            ),
        }

    def _tint(self) -> None:
        size = self._look.size(1.0)
        for made in self.openers.values():
            made.setIcon(icon("chevron-down", self._look.palette.muted, size))
            made.setIconSize(QSize(size, size))

    def _toggle(self, name: str) -> None:
        self._open = "" if self._open == name else name
        for other, made in self.openers.items():
            made.setChecked(other == self._open)
        self._show_choices()

    # -- the choices of one ----------------------------------------------------------------

    def _show_choices(self) -> None:
        clear(self._choices)
        lead, chips = self._choices_of(self._open)
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

    def _choices_of(self, name: str) -> tuple[str, list[QPushButton]]:
        there = self._offered
        if name == "tag":
            texts = [(tr("Any kind"), ""), *((tr(tag), tag) for tag in there.tags)]
            return tr("What it is for"), self._one_of("tag", texts)
        if name == "up_to":
            lengths = [(up_to_words(minutes), minutes) for minutes in UP_TO]
            return tr("How long it may take"), self._one_of("up_to", [*lengths, (tr("Any"), None)])
        if name == "without":
            texts = [(tr(item), item) for item in there.equipment]
            return tr("What you do not have"), self._some_of("without", texts)
        if name == "avoided":
            texts = [(position_name(position), position) for position in there.positions]
            return tr("Positions to leave out"), self._some_of("avoided", texts)
        return "", []

    def _one_of(self, field: str, choices: Sequence[tuple[str, object]]) -> list[QPushButton]:
        """Chips of which one is chosen; choosing it again chooses it still."""
        made = {value: _chip(text) for text, value in choices}

        def choose(value: object) -> None:
            self._change(field, value)
            for other, chip in made.items():
                chip.setChecked(other == value)

        return self._wired(made, choose, lambda value: getattr(self.filters, field) == value)

    def _some_of(self, field: str, choices: Sequence[tuple[str, str]]) -> list[QPushButton]:
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
        self.filters = replace(self.filters, **{field: value})  # type: ignore[arg-type]
        self.changed.emit()


def _without_argument(action: Callable[[], None], *_: object) -> None:
    action()


def _chip(text: str) -> QPushButton:
    made = button(text, lambda: None, "chip")
    made.setCheckable(True)
    return made


def _named(title: str, value: str) -> str:
    return tr("{title}: {value}").format(title=title, value=value) if value else title


def _left_out(items: Iterable[str]) -> str:
    names = list(items)
    if not names:
        return ""
    text = tr(", ").join(names[:NAMED])
    if len(names) > NAMED:
        text = tr("{items} and {n} more").format(items=text, n=len(names) - NAMED)
    return tr("without {items}").format(items=text)


def up_to_words(minutes: int) -> str:
    """A longest time, as it is chosen."""
    return tr("up to {n} min").format(n=minutes)


def position_name(position: str) -> str:
    """A position in the words of a person."""
    return {
        "standing": tr("standing"),
        "half-kneeling": tr("half-kneeling"),
        "kneeling": tr("kneeling"),
        "quadruped": tr("hands and knees"),
        "lunge": tr("lunge"),
        "seated": tr("sitting"),
        "supine": tr("on the back"),
        "prone": tr("on the front"),
        "side-lying": tr("on the side"),
    }.get(position, position)
