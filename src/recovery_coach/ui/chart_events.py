"""What was marked, above a chart: words that never lie on each other, each with its line and sign.

A word begins at its line. Where the next one would begin within it, that goes into a row below,
so that no line crosses a word; where there is no room at all, only line and sign are left, and the
words are read with the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from recovery_coach.insight.plain import Event
from recovery_coach.ui.chart_axis import DayAxis
from recovery_coach.ui.chart_ink import ChartInk

ROWS = 3
LEAST, MOST = 3.5, 16.0
"""Room for words, in body sizes: under the first there are none, over the second they are cut."""
CROWDED = 3.0
"""Between two lines on the average: with less room they are quieter."""
SIGN = 0.62
"""How large a sign is, in body sizes."""
BESIDE = 0.4
"""Between line and words, and between two words."""


@dataclass
class Label:
    """The events of one day: where their line is, and in which row their words, from where to
    where; ``text`` is empty where there is no room for it."""

    x: float
    compares: bool
    text: str
    row: int = 0
    left: float = 0.0
    right: float = 0.0


class EventMarks:
    """The events of a chart, laid out over the width of an axis."""

    def __init__(self, events: Sequence[Event], axis: DayAxis, ink: ChartInk) -> None:
        self._ink = ink
        self._axis = axis
        self.labels: list[Label] = []
        shown = sorted((one for one in events if one.day in axis.span), key=lambda one: one.day)
        for day, marked in groupby(shown, key=lambda one: one.day):
            alike = list(marked)
            text = " · ".join(" ".join(one.words.split()) for one in alike)
            self._put(Label(axis.x(day), any(one.compares for one in alike), text))
        self.rows = max((label.row + 1 for label in self.labels if label.text), default=0)

    @property
    def height(self) -> float:
        """What words and signs take above the chart."""
        signs = self._ink.size(SIGN + 0.3) if self.labels else 0.0
        return signs + self.rows * self._ink.line()

    # -- laying out ------------------------------------------------------------------------

    def _put(self, label: Label) -> None:
        """In the first row where nothing is in the way, that of a word shortened where needed."""
        ink, beside = self._ink, self._ink.size(BESIDE)
        label.left = label.x + beside
        room = min(self._axis.right - label.left, ink.size(MOST))
        row = self._free_row(label) if room >= ink.size(LEAST) else None
        if row is None:
            self._put_before(label)
        else:
            label.row = row
            self._write(label, room)
        self.labels.append(label)

    def _free_row(self, label: Label) -> int | None:
        for shortened in (False, True):
            for row in range(ROWS):
                if self._make_room(label, row, shortened):
                    return row
        return None

    def _make_room(self, label: Label, row: int, shortened: bool) -> bool:
        """Whether a label and its line have room in a row and those below it."""
        end = label.x - self._ink.size(BESIDE)
        blocking = [one for one in self.labels if one.text and one.row >= row and one.right > end]
        if blocking and not shortened:
            return False
        if any(end - one.left < self._ink.size(LEAST) for one in blocking):
            return False
        for one in blocking:
            self._write(one, end - one.left)
        return True

    def _put_before(self, label: Label) -> None:
        """On the other side of its line, if there is nothing at all; else without its words."""
        beside = self._ink.size(BESIDE)
        free = max((one.right for one in self.labels), default=self._axis.left) + beside
        room = min(label.x - beside - free, self._ink.size(MOST))
        if room < self._ink.size(LEAST):
            label.text, label.right = "", label.x
            return
        label.left = 0.0
        self._write(label, room)
        width = label.right
        label.left, label.right = label.x - beside - width, label.x - beside

    def _write(self, label: Label, room: float) -> None:
        label.text = self._ink.elided(label.text, room)
        label.right = label.left + self._ink.width(label.text)

    # -- painting --------------------------------------------------------------------------

    def paint_lines(self, painter: QPainter, head: float, base: float) -> None:
        """The dashed lines: behind the numbers, and quieter where they are many."""
        room = (self._axis.right - self._axis.left) / max(1, len(self.labels))
        many = room < self._ink.size(CROWDED)
        colour = self._ink.edge if many else QColor(self._ink.palette.muted)
        painter.setPen(self._ink.dashed(colour, 0.07))
        painter.drawLines([QLineF(one.x, head, one.x, base) for one in self.labels])

    def paint_words(self, painter: QPainter, head: float) -> None:
        """The words and signs above ``head``, where the numbers begin."""
        ink, line = self._ink, self._ink.line()
        signs = head - ink.size(SIGN + 0.15)
        first = head - self.height
        for one in self.labels:
            if one.text:
                top = first + one.row * line
                painter.setPen(ink.pen(ink.grid, 0.07))
                painter.drawLine(QLineF(one.x, top + line * 0.2, one.x, signs))
                place = QRectF(one.left, top, one.right - one.left, line)
                ink.words(painter, one.text, place, ink.begins, colour=ink.palette.text)
        for one in self.labels:
            place = QRectF(one.x - ink.size(SIGN) / 2, signs, ink.size(SIGN), ink.size(SIGN))
            paint_sign(painter, ink, place, one.compares)


def paint_sign(painter: QPainter, ink: ChartInk, place: QRectF, compares: bool) -> None:
    """A square on its corner; or a full arrow head: from this day on."""
    left, top, wide, high = place.left(), place.top(), place.width(), place.height()
    corners: tuple[tuple[float, float], ...] = ((0.15, 0.0), (1.0, 0.5), (0.15, 1.0))
    if not compares:
        corners = ((0.5, 0.05), (0.95, 0.5), (0.5, 0.95), (0.05, 0.5))
    shape = QPolygonF([QPointF(left + u * wide, top + v * high) for u, v in corners])
    painter.setPen(ink.pen(ink.palette.teal if compares else ink.palette.muted, 0.09))
    painter.setBrush(QColor(ink.palette.teal if compares else ink.palette.surface))
    painter.drawPolygon(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)
