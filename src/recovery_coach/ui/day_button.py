"""One day of the calendar, a button that paints itself and says what it has.

A day without entries is empty ground: a gap looks like a gap, never a zero, never a colour.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from recovery_coach.coach.months import FIRST, NOTHING, Mark, day_words
from recovery_coach.ui.marks import Sign, paint_sign
from recovery_coach.ui.parts import LeavesArrows, set_name
from recovery_coach.ui.theme import Look, pain_colour

TALL, LOW = 3.5, 2.5
"""Height of a day, in body sizes: with its number below its date, and beside it."""
WIDE_FROM = 4.2
"""Width of a day, in body sizes, from which its number stands beside its date."""


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
