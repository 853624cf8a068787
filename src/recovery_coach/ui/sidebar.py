"""The sidebar: the pages, and below them what is needed seldom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import button, column, words
from recovery_coach.ui.theme import Look

MARGIN = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A page that is always there: its name, its title, and its icon."""

    name: str
    title: str
    icon: str


class Sidebar(QWidget):
    """Tells where to go; the window goes there."""

    went = Signal(str)
    file_wanted = Signal()

    def __init__(self, look: Look, places: Sequence[Place]) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Pages"))
        self._look = look
        layout = column(self, spacing=8)
        layout.setContentsMargins(MARGIN, 32, MARGIN, 20)
        layout.addWidget(words(tr("Recovery Coach"), "brand"))
        layout.addSpacing(20)
        self._places = places
        self.buttons: dict[str, QPushButton] = {}
        for place in places:
            layout.addWidget(self._place_button(place))
        layout.addStretch(1)
        self.file_button = button(
            tr("Open a file…"), self.file_wanted.emit, "nav", tr("A routine in a TOML file")
        )
        layout.addWidget(self.file_button)
        layout.addWidget(words(tr("All of it stays on this computer."), "small"))
        look.changed.connect(self.refresh)
        self.refresh()

    def _place_button(self, place: Place) -> QPushButton:
        made = button(place.title, lambda: self._go(place.name), "nav")
        made.setCheckable(True)
        self.buttons[place.name] = made
        return made

    def _go(self, name: str) -> None:
        # The window decides what is shown, and marks it; a click alone marks nothing.
        self.buttons[name].setChecked(not self.buttons[name].isChecked())
        self.went.emit(name)

    def mark(self, name: str) -> None:
        """Show where the window is; an empty name for a page that is none of the places."""
        for place, made in self.buttons.items():
            made.setChecked(place == name)
        self.refresh()

    def refresh(self) -> None:
        """Tint the icons, be as wide as the words ask."""
        colours = self._look.palette
        for place in self._places:
            made = self.buttons[place.name]
            self._tint(made, place.icon, colours.accent_text if made.isChecked() else colours.muted)
        self._tint(self.file_button, "folder-open", colours.muted)
        every = (*self.buttons.values(), self.file_button)
        for made in every:
            made.ensurePolished()
        widest = max(made.sizeHint().width() for made in every) + 2 * MARGIN
        self.setFixedWidth(max(self._look.size(14), min(widest, self._look.size(20))))

    def _tint(self, target: QPushButton, name: str, colour: str) -> None:
        size = self._look.size(1.3)
        target.setIcon(icon(name, colour, size))
        target.setIconSize(QSize(size, size))
