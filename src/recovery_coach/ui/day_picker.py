"""A day of the past, in a month as a calendar shows it: by mouse, or with the arrows and Enter."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from recovery_coach.base.i18n import long_date, month_and_year, short_weekday, tr
from recovery_coach.settings.model import FIRST_DAYS, WeekStart
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import LeavesArrows, PushButton, button, column, row, words
from recovery_coach.ui.theme import Look

WEEKS = 6
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
"""Days to go."""


class DateButton(LeavesArrows, PushButton):
    """One day. Only the one where the keyboard is, is a stop for Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self.setProperty("kind", "day")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_day(self, day: date, within: bool, last: date) -> None:
        """Show a day; not one of another month, nor one that is still to come."""
        self.day = day
        self.setText(str(day.day))
        self.setAccessibleName(long_date(day))
        self.setEnabled(within and day <= last)
        self.setVisible(within)


class DayPicker(QWidget):
    """Shows the month of ``value``; ``chosen`` carries another day. Never one after ``last``."""

    chosen = Signal(object)

    def __init__(self, look: Look, week_start: WeekStart) -> None:
        super().__init__()
        self.setAccessibleName(tr("Day"))
        self._look = look
        self._first = FIRST_DAYS[week_start]
        self.value = date.min
        self._last = date.max
        self._month = date.min
        self.earlier = self._turner(tr("The month before"), -1)
        self.later = self._turner(tr("The month after"), 1)
        self._title = words("", wrap=False)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = row(spacing=4)
        head.addWidget(self.earlier)
        head.addWidget(self._title, 1)
        head.addWidget(self.later)
        layout = column(self, spacing=6)
        layout.addLayout(head)
        layout.addLayout(self._grid())
        look.changed.connect(self._tint)
        self._tint()

    def _turner(self, name: str, months: int) -> PushButton:
        made = button("", lambda: self._turn(months), "day", name)
        made.setAccessibleName(name)
        assert isinstance(made, PushButton)
        return made

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for place in range(7):
            name = words(short_weekday((self._first + place) % 7), "small", wrap=False)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, 0, place)
        self.days = [DateButton() for _ in range(WEEKS * 7)]
        for index, made in enumerate(self.days):
            policy = made.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # every month is as tall
            made.setSizePolicy(policy)
            made.clicked.connect(lambda _=False, made=made: self._choose(made.day))
            grid.addWidget(made, 1 + index // 7, index % 7)
        return grid

    # -- what is shown ---------------------------------------------------------------------

    def show_value(self, value: date, last: date) -> None:
        """Show a day as chosen; none after ``last`` can be."""
        self.value, self._last = value, last
        self._show_month(value.replace(day=1))

    def _show_month(self, month: date, at: date | None = None) -> None:
        """Show a month; the keyboard comes to ``at`` in it."""
        self._month = month
        self._title.setText(month_and_year(month))
        before = (month.weekday() - self._first) % 7
        stop = at or (self.value if _same_month(self.value, month) else month)
        for index, made in enumerate(self.days):
            day = month + timedelta(days=index - before)
            made.show_day(day, _same_month(day, month), self._last)
            made.setChecked(day == self.value)
            here = day == stop
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here and at is not None:
                made.setFocus(Qt.FocusReason.TabFocusReason)
        self.later.setEnabled(_next_month(month) <= self._last)

    def _choose(self, day: date) -> None:
        self.value = day
        self._show_month(self._month, at=day)
        self.chosen.emit(day)

    def _turn(self, months: int) -> None:
        month = _next_month(self._month) if months > 0 else _month_before(self._month)
        self._show_month(month)

    def _tint(self) -> None:
        size = self._look.size(1.0)
        for made, arrow in ((self.earlier, "arrow-left"), (self.later, "arrow-right")):
            mirrored = self.isRightToLeft()
            name = arrow if not mirrored else {"arrow-left": "arrow-right"}.get(arrow, "arrow-left")
            made.setIcon(icon(name, self._look.palette.text, size))
            made.setIconSize(QSize(size, size))

    # -- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow goes to the neighbour as it is seen, Page Up and Down a month."""
        here = next((made.day for made in self.days if made.hasFocus()), None)
        key = Qt.Key(event.key())
        if here is not None and key in STEPS:
            self._go(here + timedelta(days=STEPS[key] * self._way(key)))
        elif key == Qt.Key.Key_PageUp:
            self._go(_month_before(self._month))
        elif key == Qt.Key.Key_PageDown:
            self._go(_next_month(self._month))
        else:
            super().keyPressEvent(event)

    def _way(self, key: Qt.Key) -> int:
        across = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return -1 if across and self.isRightToLeft() else 1

    def _go(self, day: date) -> None:
        if day <= self._last:
            self._show_month(day.replace(day=1), at=day)


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _next_month(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _month_before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)
