"""A month, or one week, as a grid of days.

One stop for Tab; arrows move by a day or a week, Page Up and Page Down by a month, Space or Enter
opens a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStyle, QWidget

from recovery_coach.base.i18n import month_and_year, short_weekday
from recovery_coach.coach.months import DAYS, FIRST, NOTHING, Mark, Week, moved, weekdays
from recovery_coach.settings.model import WeekStart
from recovery_coach.ui.day_button import LOW, TALL, DayButton
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

MOST_WEEKS = 6
GAP = 4
HEAD = 1.6
"""Height of the names of the weekdays, in body sizes."""
KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QWidget):
    """The days of some weeks. ``chosen``: a day was, of these weeks or of others."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._start: WeekStart = "monday"
        self._day = self._today = FIRST
        self._places: list[tuple[int, int]] = []
        self._weeks = MOST_WEEKS
        self._above = False
        self.days: list[DayButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look)

    def show_weeks(
        self, weeks: Sequence[Week], day: date, marks: Mapping[date, Mark], today: date
    ) -> None:
        """Show some weeks, one day of them chosen."""
        self._day, self._today, self._weeks = day, today, len(weeks)
        found = [
            (row, column, one)
            for row, week in enumerate(weeks)
            for column, one in enumerate(week)
            if one is not None
        ]
        self._places = [(row, column) for row, column, _ in found]
        while len(self.days) < len(found):
            self._make_day()
        for made, (_, _, one) in zip(self.days, found, strict=False):
            made.show_day(one, marks.get(one, NOTHING), today)
            made.choose(one == day)
        self._arrange()
        for index, made in enumerate(self.days):
            made.setVisible(index < len(found))
        set_name(self, month_and_year(day))
        self.updateGeometry()

    def _make_day(self) -> None:
        made = DayButton(self._look)
        made.setParent(self)
        self._group.addButton(made)
        self.days.append(made)

    def begin_weeks(self, start: WeekStart) -> None:
        """Which day the weeks begin with."""
        if self._start != start:
            self._start = start
            self.update()

    @property
    def shown(self) -> list[DayButton]:
        """The days that are shown, in their order."""
        return self.days[: len(self._places)]

    def button_of(self, day: date) -> DayButton | None:
        """The button of a day, if that is shown."""
        return next((made for made in self.shown if made.day == day), None)

    def take_focus(self) -> None:
        """To the chosen day."""
        made = self.button_of(self._day)
        if made is not None:
            made.setFocus(Qt.FocusReason.TabFocusReason)

    def stand_above(self, above: bool) -> None:
        """Above the entries: no taller than these weeks are. Beside them: always the same."""
        self._above = above
        self._on_look()

    # -- where what lies -----------------------------------------------------------------------

    def _on_look(self) -> None:
        self._arrange()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Seven days wide."""
        weeks = self._weeks if self._above else MOST_WEEKS
        height = self._look.size(HEAD) + weeks * (self._high + GAP)
        return QSize(self._look.size(20), height)

    def minimumSizeHint(self) -> QSize:
        """As narrow as digits are, never less tall."""
        return QSize(self._look.size(2.2) * DAYS + GAP * (DAYS - 1), self.sizeHint().height())

    @property
    def _high(self) -> int:
        return self._look.size(LOW if self._above else TALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, wider days."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        for made, (row, column) in zip(self.days, self._places, strict=False):
            top = self._look.size(HEAD) + row * (self._high + GAP)
            made.setGeometry(self._column(column, top, self._high))

    def _column(self, column: int, top: int, height: int) -> QRect:
        left, right = (round(i * (self.width() + GAP) / DAYS) for i in (column, column + 1))
        place = QRect(left, top, right - left - GAP, height)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The names of the weekdays; the days paint themselves."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(self._look.size(0.8))
        painter.setFont(font)
        painter.setPen(QColor(self._look.palette.muted))
        for column, index in enumerate(weekdays(self._start)):
            place = self._column(column, 0, self._look.size(HEAD) - GAP)
            text = painter.fontMetrics().elidedText(
                short_weekday(index), Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    # -- by mouse and keyboard -----------------------------------------------------------------

    def _on_clicked(self, made: QAbstractButton) -> None:
        assert isinstance(made, DayButton)
        self.chosen.emit(made.day)
        self.opened.emit(made.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow goes to a neighbour as it is seen, a page to the next month."""
        key = Qt.Key(event.key())
        if key in PAGES:
            self._go(moved(self._day, PAGES[key]))
        elif key in KEYS:
            step = KEYS[key]
            if self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                step = -step
            self._go(self._day + timedelta(days=step))
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        """To a day, with the focus; never into what is still to come."""
        day = min(max(FIRST, day), self._today)
        self.chosen.emit(day)
        self.take_focus()
