"""A day that is not in the future, between the day before and the day after."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from recovery_coach.base.clock import EARLIEST
from recovery_coach.base.i18n import language, tr
from recovery_coach.ui.own_keys import LeavesWheel, OwnKeys, is_typed
from recovery_coach.ui.parts import row
from recovery_coach.ui.stepper import StepButton
from recovery_coach.ui.theme import Look

FIRST = EARLIEST


class DateBox(OwnKeys, LeavesWheel, QDateEdit):
    """Day, month and year by keyboard: digits, letters, and the arrows one up and one down."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLocale(QLocale(language()))
        self.setDisplayFormat("d MMMM yyyy")
        self.setDateRange(_qt(FIRST), _qt(today))
        self.setDate(_qt(today))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.lineEdit().setAccessibleName(name)

    def takes(self, event: QKeyEvent) -> bool | None:
        """Enter and letters are for the date."""
        return True if is_typed(event) else None


class DayField(QWidget):
    """A day; ``chosen`` with each change that a person makes."""

    chosen = Signal(object)

    def __init__(self, name: str, today: date, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.box = DateBox(name, today)
        self.minus = StepButton("−", tr("The day before"))
        self.plus = StepButton("+", tr("The day after"))
        self.minus.clicked.connect(lambda: self._step(-1))
        self.plus.clicked.connect(lambda: self._step(1))
        self.box.dateChanged.connect(lambda _: self._on_day())
        layout = row(self, spacing=6)
        for part in (self.minus, self.box, self.plus):
            layout.addWidget(part)
        self.setFocusProxy(self.box)
        self._enable()

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.box.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day."""
        blocked = self.box.blockSignals(True)
        self.box.setDate(_qt(day))
        self.box.blockSignals(blocked)
        self._enable()

    def _step(self, days: int) -> None:
        self.box.setDate(self.box.date().addDays(days))

    def _on_day(self) -> None:
        self._enable()
        self.chosen.emit(self.day)

    def _enable(self) -> None:
        self.plus.setEnabled(self.box.date() < self.box.maximumDate())


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
