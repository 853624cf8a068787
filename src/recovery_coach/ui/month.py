"""A month, or one week, as a grid of days; each is a button that paints itself and has words.

One stop for Tab; arrows move by a day or a week, Page Up and Page Down by a month, Space or Enter
opens a day. A day without entries is empty ground: a gap looks like a gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStyle, QWidget

from recovery_coach.base.i18n import month_and_year, short_weekday
from recovery_coach.coach.months import (
    DAYS,
    FIRST,
    NOTHING,
    Mark,
    Week,
    day_words,
    moved,
    weekdays,
)
from recovery_coach.settings.model import WeekStart
from recovery_coach.ui.marks import Sign, paint_sign
from recovery_coach.ui.parts import LeavesArrows, set_name
from recovery_coach.ui.theme import Look, pain_colour

MOST_WEEKS = 6
GAP = 4
HEAD = 1.6
"""Height of the names of the weekdays, in body sizes."""
TALL, LOW = 3.5, 2.5
"""Height of a day, in body sizes: with its number below its date, and beside it."""
WIDE_FROM = 4.2
"""Width of a day, in body sizes, from which its number stands beside its date."""
KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class DayButton(LeavesArrows, QAbstractButton):
    """One day of a month."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.day = FIRST
        self.mark = NOTHING
        self.today = False
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_day(self, day: date, mark: Mark, today: date) -> None:
        """Stand for a day; one that is still to come cannot be opened."""
        self.day, self.mark, self.today = day, mark, day == today
        self.setEnabled(day <= today or bool(mark))
        set_name(self, day_words(day, mark, today))
        self.update()

    def choose(self, chosen: bool) -> None:
        """The chosen one has the frame, and is where Tab comes to."""
        if self.chosen != chosen:
            self.chosen = chosen
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            self.setFocusPolicy(policy)
            self.update()

    def sizeHint(self) -> QSize:
        """Room for a date and two digits."""
        return QSize(self._look.size(2.2), self._look.size(LOW))

    # -- how it looks --------------------------------------------------------------------------

    @property
    def signs(self) -> list[Sign]:
        """What it has besides a number, as shapes."""
        mark = self.mark
        there: dict[Sign, bool] = {
            "triangle": mark.warned,
            "diamond": mark.flare,
            "ring": bool(mark.sessions),
        }
        found = [sign for sign, shown in there.items() if shown]
        return found or (["square"] if mark.other and mark.number is None else [])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and frame, the date, the number with its colour under it, the shapes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, tile)
        wide = self.width() >= self._look.size(WIDE_FROM)
        self._paint_date(painter, tile, wide)
        if self.mark.number is not None:
            self._paint_number(painter, tile, self.mark.number, wide)
        self._paint_signs(painter, tile, wide)
        painter.end()

    def _paint_ground(self, painter: QPainter, tile: QRectF) -> None:
        colours = self._look.palette
        over = self.underMouse() and self.isEnabled()
        edge = QColor(colours.muted if over else colours.teal)
        if self.hasFocus():
            edge = QColor(colours.text)
        framed = self.hasFocus() or self.chosen or over
        painter.setPen(QPen(edge, 2) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.raised) if self.mark else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile, 10, 10)

    def _paint_date(self, painter: QPainter, tile: QRectF, wide: bool) -> None:
        """In the corner, or where reading begins; alone in the middle where the day has nothing."""
        colours, size = self._look.palette, self._look.size
        place = QRectF(tile.left() + 3, tile.top() + 3, size(1.35), size(1.15))
        if wide:
            place.moveCenter(QPointF(tile.left() + size(1.0), tile.center().y()))
        elif not self.mark:
            place.moveCenter(tile.center())
        place = self._mirrored(place)
        colour = QColor(colours.text if self.chosen else colours.muted)
        if self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            colour = QColor(colours.on_accent)
        if not self.isEnabled():
            colour.setAlphaF(0.55)
        painter.setFont(self._font(0.8, self.today))
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self.day.day))

    def _paint_number(self, painter: QPainter, tile: QRectF, number: int, wide: bool) -> None:
        """On plain ground, its colour on a bar under it."""
        colours, size = self._look.palette, self._look.size
        bar = QRectF(0, 0, size(1.6), 4)
        bar.moveCenter(QPointF(tile.center().x(), tile.bottom() - 6))
        top = tile.top() + (1 if wide else size(1.2))
        room = QRectF(tile.left(), top, tile.width(), bar.top() - top)
        painter.setFont(self._font(1.13, bold=True))
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pain_colour(colours, number))
        painter.drawRoundedRect(bar, 2, 2)

    def _paint_signs(self, painter: QPainter, tile: QRectF, wide: bool) -> None:
        """Where reading ends: in a line, or down the edge of a narrow day with a number.

        In the middle of a narrow day that has none.
        """
        alone = self.mark.number is None and not wide
        size = self._look.size(0.72 if alone or wide else 0.55)
        step = size + 3
        across = len(self.signs) * step - 3
        corner = QPointF(tile.right() - 5 - size, tile.top() + 5)
        if wide:
            corner.setY(tile.center().y() - size / 2)
        elif alone:
            corner = QPointF(tile.center().x() + across / 2 - size, tile.bottom() - size - 9)
        for index, sign in enumerate(self.signs):
            place = QRectF(corner.x(), corner.y(), size, size)
            if wide or alone:
                place.translate(-index * step, 0)
            else:
                place.translate(0, index * step)
            paint_sign(painter, self._mirrored(place), sign, self._look.palette)

    def _mirrored(self, place: QRectF) -> QRectF:
        """Where it lies for somebody who reads from the right."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return QRectF(self.width() - place.right(), place.top(), place.width(), place.height())

    def _font(self, factor: float, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.size(factor))
        font.setBold(bold)
        return font


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

    def _on_clicked(self, made: DayButton) -> None:
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
