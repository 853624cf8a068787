"""One line that a person writes, such as a number to call: told when it is done, not before."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from recovery_coach.base.i18n import tr
from recovery_coach.coach.numbers import LONGEST, tidy
from recovery_coach.ui.own_keys import OwnKeys, takes_line
from recovery_coach.ui.theme import Look

WIDE = 17
"""In body sizes."""


class OwnLine(OwnKeys, QLineEdit):
    """A line to write in, in a window that has keys of its own."""

    def takes(self, event: QKeyEvent) -> bool | None:
        """Enter ends it; undo is its own while there is something to undo, else the window's."""
        return takes_line(event, self.isUndoAvailable())


class LineField(OwnLine):
    """Emits ``chosen`` with what was written, once it is done: by Enter, or by going elsewhere."""

    chosen = Signal(object)

    def __init__(self, title: str, hint: str, empty: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self._empty = empty
        self.setPlaceholderText(empty)
        self.setMaxLength(LONGEST)
        self._look = look
        self._shown = ""
        self.editingFinished.connect(self._tell)
        look.changed.connect(self.updateGeometry)

    def show_value(self, value: object) -> None:
        """Show what is set; but not over what is being written."""
        text = tidy(str(value))
        if text != self._shown or not self.hasFocus():
            self._shown = text
            self.setText(text)

    def show_usual(self, usual: str) -> None:
        """Say what holds as long as nothing is written here."""
        text = tr("{empty}: {usual}").format(empty=self._empty, usual=usual)
        self.setPlaceholderText(text if usual else self._empty)

    def sizeHint(self) -> QSize:
        """Room for a number with its name."""
        return QSize(self._look.size(WIDE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as it is meant to be."""
        return self.sizeHint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Going to another page, or closing the window, is done with it, too."""
        self._tell()
        super().hideEvent(event)

    def _tell(self) -> None:
        text = tidy(self.text())
        if text != self._shown:
            self._shown = text
            self.setText(text)
            self.chosen.emit(text)
