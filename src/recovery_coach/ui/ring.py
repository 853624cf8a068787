"""The counting ring: the largest thing on the stage, read from three metres away.

A hold or a rest is one arc that runs out; repetitions are one piece each, filled as they are done.
The kind of moment is told by three signs: colour, shape of the ring, and the word under the count.

Between two words only the end of an arc moves, by a pixel or two: only that patch is painted then,
and not before it has moved by one pixel of the screen.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.session.states import State
from recovery_coach.session.view import View
from recovery_coach.ui.bridge import FRAMES
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

MOST_PIECES = 24
"""Beyond this many repetitions pieces cannot be told apart: one arc instead."""
SMOOTHED = QPainter.RenderHint.Antialiasing
ROUND = 360 * 16
"""The whole circle, in the unit of :meth:`QPainter.drawArc`."""
GAP = 0.012
"""Between two pieces, as a share of the circle."""
SMOOTH = 2.0
"""Pixels: an arc that moves by no more from one picture to the next looks as if it flowed."""
PATCH = 1 / 40
"""Share of the circle: an end that moved by more is no small patch any more."""
RAISED = 0.04
"""How far large digits stand above the middle, as a share of the circle: the unit is below them."""
NARROW = 0.66
"""How wide large digits are where there are three of them."""
ROOM = 0.98
"""How near to the ring large digits come, as a share of the circle within it."""
MEASURED = 1000
"""The size in which a font is measured."""
SMALLEST = 9
"""Pixels: the unit in the smallest ring; the words beside it say the same."""
Arc = tuple[float, float, QPen]
"""From where to where, in shares of the circle, clockwise from the top; and how it is drawn."""


class Ring(QWidget):
    """Shows a :class:`View`; paints nothing else and asks nobody."""

    def __init__(self, look: Look, large: bool = False, least: int = 180) -> None:
        """``large``: the digits fill it, to be read from far away. ``least`` is in pixels."""
        super().__init__()
        self._look = look
        self._large = large
        self._view: View | None = None
        self._stretch = (0.0, 0.0)
        self._position = 0.0
        self._ground = QColor()
        self._circle = QRectF()
        self._centre = (0.0, 0.0)
        self._radius = self._thick = 1.0
        self._still: list[Arc] = []
        self._moving: Arc | None = None
        """The arc whose end moves: from there, to there, in the time of the stretch."""
        self._end = 0.0
        self._least = math.inf
        """Seconds in which that end moves by one pixel of the screen."""
        self._moved: tuple[float, float] | None = None
        """Between which shares of the circle it moved since it was painted."""
        self._patch = QRect()
        self._crossed = False
        # It paints its ground itself: else the page, the pages and the window would, each time.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(least, least)
        look.changed.connect(self._arrange)

    def sizeHint(self) -> QSize:
        """As large as it gets; the layout gives what there is."""
        return QSize(420, 420)

    # -- showing ---------------------------------------------------------------------------

    def show_view(self, view: View, stretch: tuple[float, float], position: float) -> None:
        """Show this instant: ``position``, in a stretch from then to then."""
        self._view = view
        self._stretch = stretch
        self._position = position
        paused = view.state is State.PAUSED
        set_name(self, view.phase if paused else f"{view.count} {view.unit}".strip())
        self._arrange()

    def move_to(self, position: float) -> None:
        """The words are the same and time went on: have painted what can be seen of that."""
        if abs(position - self._position) < self._least or self._moving is None:
            return
        self._position = position
        before, self._end = self._end, self._end_at(position)
        self._repaint_between(min(before, self._end), max(before, self._end))

    @property
    def frame_seconds(self) -> float:
        """The longest time between two pictures at which the arc still seems to flow."""
        speed = 1 / self._least / self.devicePixelRatio()  # pixels a second
        return next((frame for frame in FRAMES if frame * speed <= SMOOTH), FRAMES[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The circle follows."""
        super().resizeEvent(event)
        self._arrange()

    # -- what there is to paint ------------------------------------------------------------

    def _arrange(self) -> None:
        """Lay out the arcs anew, and have all of it painted."""
        self.update()
        self._moved = None
        self._ground = QColor(self._look.palette.ground)
        view = self._view
        if view is None:
            return
        side = min(self.width(), self.height()) - 8
        self._thick = max(10.0, side * (0.038 if self._large else 0.058))
        if not view.segment.performed:
            self._thick /= 2  # what prepares is a thin ring: told apart without its colour
        self._circle = QRectF(0, 0, side - self._thick, side - self._thick)
        self._circle.moveCenter(QPointF(self.rect().center()))
        self._radius = self._circle.width() / 2
        self._centre = (self._circle.center().x(), self._circle.center().y())
        self._lay_arcs(view)
        self._least = math.inf
        if self._moving is not None:
            start, end = self._moving[:2]
            self._end = start + (end - start) * view.fraction
            if view.state is State.RUNNING:
                way = abs(end - start) * math.tau * self._radius * self.devicePixelRatio()
                self._least = max(1e-6, (self._stretch[1] - self._stretch[0]) / max(1.0, way))
                self._end = self._end_at(self._position)

    def _lay_arcs(self, view: View) -> None:
        colours = self._look.palette
        now = colours.accent if view.segment.performed else colours.teal
        done, planned = view.parts
        self._moving = None
        if not 0 < planned <= MOST_PIECES:
            self._still = [(0.0, 1.0, self._pen(colours.raised))]
            pen = self._pen(now, Qt.PenCapStyle.RoundCap)
            if view.segment.kind == "until_done":
                self._still.append((0.0, 1.0, pen))
            else:
                self._moving = (1.0, 0.0, pen)
            return
        gap = GAP if planned > 1 else 0.0
        pieces = [(n / planned + gap / 2, (n + 1) / planned - gap / 2) for n in range(planned)]
        track, filled = self._pen(colours.raised), self._pen(colours.teal)
        self._still = [(*piece, track) for piece in pieces]
        self._still += [(*piece, filled) for piece in pieces[:done]]
        if done < planned:
            self._moving = (*pieces[done], self._pen(now))

    def _pen(self, colour: str, cap: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap) -> QPen:
        pen = QPen(QColor(colour), self._thick)
        pen.setCapStyle(cap)
        return pen

    def _end_at(self, position: float) -> float:
        """Where the moving end is then, as a share of the circle."""
        if self._moving is None or self._stretch[1] <= self._stretch[0]:
            return self._end
        (start, end, _), (begins, ends) = self._moving, self._stretch
        over = (position - begins) / (ends - begins)
        return start + (end - start) * min(1.0, max(0.0, over))

    def _repaint_between(self, low: float, high: float) -> None:
        """Have the patch painted that an end covers on its way between two shares."""
        if self._moved is not None:  # on its way still
            low, high = min(low, self._moved[0]), max(high, self._moved[1])
        self._moved = (low, high)
        if high - low > PATCH:
            self._moved = None
            self.update()
            return
        radius, (x, y) = self._radius, self._centre
        low, high = low * math.tau, high * math.tau
        # Half the ring, or its round cap, and what the arc bulges and is smoothed beyond that.
        room = self._thick / 2 + radius * 0.004 + 2
        xs = x + radius * math.sin(low), x + radius * math.sin(high)
        ys = y - radius * math.cos(low), y - radius * math.cos(high)
        left, top = math.floor(min(xs) - room), math.floor(min(ys) - room)
        right, bottom = math.ceil(max(xs) + room), math.ceil(max(ys) + room)
        self._patch = QRect(left, top, right - left, bottom - top)
        self.update(self._patch)

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, count, unit; or only the patch in which an end moved."""
        asked = event.rect()
        moved, self._moved = self._moved, None
        painter = QPainter(self)
        painter.fillRect(asked, self._ground)
        if self._view is not None:
            painter.setRenderHint(SMOOTHED)
            if moved is not None and not self._crossed and self._patch.contains(asked):
                self._paint_ring(painter, *moved)
            else:
                self._paint_ring(painter, 0.0, 1.0)
                self._paint_inside(painter, self._view)
        painter.end()

    def _paint_ring(self, painter: QPainter, low: float, high: float) -> None:
        """What lies between two shares of the circle, and a little more on either side."""
        near = self._thick / (math.pi / 2 * self._radius)
        low, high = low - near, high + near
        if low < 0 or high > 1:  # near the top both ends of an arc are close to each other
            low, high = 0.0, 1.0
        for start, end, pen in self._still:
            if start < high and end > low:
                self._paint_arc(painter, max(low, start), min(high, end), pen)
        if self._moving is not None:
            start = min(self._moving[:2])
            self._paint_arc(painter, max(low, start), min(high, self._end), self._moving[2])

    def _paint_arc(self, painter: QPainter, start: float, end: float, pen: QPen) -> None:
        if end - start <= 1e-4:
            return
        painter.setPen(pen)
        # Both ends are rounded for themselves: a part of an arc ends where the whole one does.
        first, last = round(start * ROUND), round(end * ROUND)
        painter.drawArc(self._circle, ROUND // 4 - first, first - last)

    def _paint_inside(self, painter: QPainter, view: View) -> None:
        self._crossed = False
        if view.state is State.PAUSED:
            self._paint_pause(painter, self._circle)
        else:
            self._paint_count(painter, self._circle, view)

    def _paint_count(self, painter: QPainter, circle: QRectF, view: View) -> None:
        if view.count and self._large:
            self._paint_large(painter, circle, view.count)
        elif view.count:
            share = 0.46 if len(view.count) < 3 else 0.34
            painter.setFont(self._font(circle.height() * share, bold=True))
            painter.setPen(QColor(self._look.palette.text))
            place = circle.translated(0, -circle.height() * 0.05)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, view.count)
        self._paint_unit(painter, circle, view)

    def _paint_large(self, painter: QPainter, circle: QRectF, count: str) -> None:
        """As large as the circle holds; three digits are narrower for it."""
        font, narrow = self.large_digits(count)
        metrics = QFontMetricsF(font)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(self._look.palette.text))
        painter.translate(circle.center() - QPointF(0, circle.height() * RAISED))
        painter.scale(narrow, 1.0)
        baseline = QPointF(-metrics.horizontalAdvance(count) / 2, metrics.capHeight() / 2)
        painter.drawText(baseline, count)
        painter.restore()

    def large_digits(self, count: str) -> tuple[QFont, float]:
        """The font of the digits where they fill the circle, and how much narrower they are."""
        narrow = NARROW if len(count) > 2 else 1.0
        measured = QFontMetricsF(self._font(MEASURED, bold=True))
        digits = "0" * max(2, len(count))  # one digit alone is no larger than each of two
        wide = measured.horizontalAdvance(digits) * narrow / 2 / MEASURED
        tall = measured.capHeight() / 2 / MEASURED
        room = (self._radius - self._thick / 2) * ROOM
        raised = self._circle.height() * RAISED
        # Their upper corners touch the circle: (wide p)² + (tall p + raised)² = room².
        square, middle = wide**2 + tall**2, tall * raised
        root = math.sqrt(max(0.0, middle**2 - square * (raised**2 - room**2)))
        return self._font((root - middle) / square, bold=True), narrow

    def _paint_unit(self, painter: QPainter, circle: QRectF, view: View) -> None:
        share, least = (0.09, SMALLEST) if self._large else (0.075, self._look.size(1.2))
        pixels = max(least, circle.height() * share)
        painter.setPen(QColor(self._look.palette.muted))
        lower = 0.25 if self._large else 0.2
        below = QRectF(circle)
        if view.count:
            below.setTop(circle.center().y() + circle.height() * lower)
        above = Qt.AlignmentFlag.AlignTop if view.count else Qt.AlignmentFlag.AlignVCenter
        flags = Qt.AlignmentFlag.AlignHCenter | above
        painter.setFont(self._font(pixels))
        while self._crosses(painter.boundingRect(below, flags, view.unit)):
            if not self._large or pixels <= SMALLEST:
                self._crossed = True  # words that are too long stand across the ring
                break
            pixels -= 1
            painter.setFont(self._font(pixels))
        painter.drawText(below, flags, view.unit)

    def _crosses(self, written: QRectF) -> bool:
        """Whether words that are written there reach the ring."""
        corner = written.bottomRight() - self._circle.center()
        room = self._radius - self._thick
        return corner.x() ** 2 + corner.y() ** 2 > room**2

    def _paint_pause(self, painter: QPainter, circle: QRectF) -> None:
        """Two bars, known from every player."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.text))
        tall, wide = circle.height() * 0.3, circle.height() * 0.09
        for offset in (-1, 1):
            bar = QRectF(0, 0, wide, tall)
            bar.moveCenter(circle.center() + QPointF(offset * wide * 1.1, 0))
            painter.drawRoundedRect(bar, wide / 4, wide / 4)

    def _font(self, pixels: float, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(pixels)))
        font.setBold(bold)
        return font
