"""One question with a number for an answer, and the way to take the answer out again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.pain_strip import NumberStrip
from recovery_coach.ui.parts import TextRole, button, column, row, words

CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Scale(QWidget):
    """Asks ``text`` by a strip; nothing is filled in. Delete takes the answer out, too."""

    changed = Signal()

    def __init__(self, text: str, strip: NumberStrip, role: TextRole = "heading") -> None:
        super().__init__()
        self.strip = strip
        if text != strip.accessibleName():
            for tile in strip.buttons:  # several strips of a page can be told apart by it
                tile.setAccessibleDescription(text)
        self.clear_button = button(tr("Clear"), self._clear, "top")
        self.clear_button.setAccessibleName(
            tr("{question}: take the answer out").format(question=text)
        )
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        self.clear_button.setSizePolicy(policy)
        line = row()
        line.addWidget(words(text, role), 1)
        line.addWidget(self.clear_button)
        layout = column(self, spacing=2)
        layout.addLayout(line)
        layout.addWidget(strip)
        # What stands above it comes later: it is there only once there is an answer.
        QWidget.setTabOrder(strip.buttons[-1], self.clear_button)
        strip.chosen.connect(lambda _: self._on_change())
        self.show_value(None)

    @property
    def value(self) -> int | None:
        """The answer; None while there is none."""
        return self.strip.value

    def show_value(self, value: int | None) -> None:
        """Show an answer, or none, without one being given."""
        self.strip.show_value(value)
        self.clear_button.setVisible(value is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace, as in a field."""
        if event.key() in CLEARS and self.value is not None:
            self._clear()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        focused = self.clear_button.hasFocus()
        self.show_value(None)
        if focused:
            self.strip.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_change(self) -> None:
        self.clear_button.setVisible(True)
        self.changed.emit()
