"""A number between a minus and a plus: large enough for a thumb, quick by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton, QWidget

from recovery_coach.base.i18n import language, tr
from recovery_coach.ui.own_keys import LeavesWheel, OwnKeys, takes_line
from recovery_coach.ui.parts import row


class NumberBox(OwnKeys, LeavesWheel, QDoubleSpinBox):
    """A number by keyboard: digits and Enter, arrows by a step, Page Up and Down by ten."""

    def __init__(self, title: str, hint: str, most: float, before: str, after: str) -> None:
        """``before`` and ``after``: what stands about the number, such as its unit."""
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.setLocale(QLocale(language()))
        self.setDecimals(1)
        self.setRange(0, most)
        self.setPrefix(before)
        self.setSuffix(after)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.lineEdit().setAccessibleName(title)

    def textFromValue(self, value: float) -> str:
        """Whole seconds without a decimal."""
        return self.locale().toString(value, "f", 0 if value == int(value) else 1)

    def takes(self, event: QKeyEvent) -> bool | None:
        """Enter is for what was typed; undo, too, or for the window where nothing was."""
        return takes_line(event, self.lineEdit().isUndoAvailable())


class SecondsBox(NumberBox):
    """Seconds."""

    def __init__(self, title: str, hint: str, most: int) -> None:
        before, _, after = tr("{s} s").partition("{s}")
        super().__init__(title, hint, most, before, after)


class StepButton(QPushButton):
    """Beside the number, for mouse and finger; the keyboard has its arrows in the field itself."""

    def __init__(self, sign: str, name: str) -> None:
        super().__init__(sign)
        self.setProperty("kind", "step")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)


class BetweenSteps(QWidget):
    """A field of a number between a minus and a plus."""

    def __init__(self, title: str, box: QDoubleSpinBox) -> None:
        super().__init__()
        less, more = tr("{setting}: less"), tr("{setting}: more")
        self.minus = StepButton("−", less.format(setting=title))
        self.plus = StepButton("+", more.format(setting=title))
        self.minus.clicked.connect(box.stepDown)
        self.plus.clicked.connect(box.stepUp)
        layout = row(self, spacing=6)
        for part in (self.minus, box, self.plus):
            layout.addWidget(part)
        self.setFocusProxy(box)


class Stepper(BetweenSteps):
    """Seconds between a minus and a plus."""

    chosen = Signal(object)

    def __init__(self, title: str, hint: str, most: int, box: SecondsBox | None = None) -> None:
        box = box or SecondsBox(title, hint, most)
        super().__init__(title, box)
        self.box = box
        self.setAccessibleName(title)
        self.box.valueChanged.connect(self._on_value)

    def show_value(self, value: object) -> None:
        """Show so many seconds."""
        if isinstance(value, int | float):
            blocked = self.box.blockSignals(True)
            self.box.setValue(value)
            self.box.blockSignals(blocked)
            self._enable(value)

    def _on_value(self, value: float) -> None:
        self._enable(value)
        self.chosen.emit(value)

    def _enable(self, value: float) -> None:
        self.minus.setEnabled(value > self.box.minimum())
        self.plus.setEnabled(value < self.box.maximum())
