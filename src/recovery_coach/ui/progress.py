"""The routine as segments along the top of the stage: one a step, as wide as its time."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.timeline.model import Timeline
from recovery_coach.ui.theme import Look

GAP = 8
TALL = 8


class Progress(QWidget):
    """Shows how far a timeline has come. A step with no time of its own gets a dot's width.

    It runs from left to right in every language, as on every player. It is painted only where it
    has moved, and once that is a pixel of the screen.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._timeline: Timeline | None = None
        self._spans: tuple[tuple[float, float], ...] = ()
        self._pieces: list[QRectF] = []
        self._position = 0.0
        self._step = 0
        self._least = 0.0
        """Seconds in which it moves by one pixel of the screen."""
        # It paints its ground itself: else the page, the pages and the window would, each time.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(TALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One thin line."""
        return QSize(400, TALL)

    def show_position(self, timeline: Timeline, position: float, step: int) -> None:
        """Show ``position`` in ``timeline``, at ``step``."""
        if timeline is self._timeline and step == self._step:
            self.move_to(position)
            return
        if timeline is not self._timeline:
            self._timeline = timeline
            self._spans = timeline.step_spans()
            self._measure()
        self._step = step
        self._position = position
        self._least = self._seconds_a_pixel()
        name = tr("Step {step} of {steps}").format(step=step + 1, steps=len(self._spans))
        self.setAccessibleName(name)
        self.update()

    def move_to(self, position: float) -> None:
        """Show another ``position`` in the same step."""
        if abs(position - self._position) < self._least:
            return
        before, after = self._filled(self._position), self._filled(position)
        self._position = position
        left = self._pieces[self._step].left()
        low, high = math.floor(left + min(before, after)), math.ceil(left + max(before, after))
        self.update(QRect(low - TALL, 0, high - low + 2 * TALL, TALL))

    def _filled(self, position: float) -> float:
        """How many pixels of the present step are done at ``position``."""
        start, end = self._spans[self._step]
        done = (position - start) / (end - start) if end > start else 0.0
        return self._pieces[self._step].width() * max(0.0, min(1.0, done))

    def _seconds_a_pixel(self) -> float:
        start, end = self._spans[self._step]
        pixels = self._pieces[self._step].width() * self.devicePixelRatio()
        return (end - start) / max(1.0, pixels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pieces share what room there is."""
        super().resizeEvent(event)
        self._measure()
        if self._spans:
            self._least = self._seconds_a_pixel()

    def _measure(self) -> None:
        room = self.width() - GAP * (len(self._spans) - 1)
        shares = [max(end - start, 1.0) for start, end in self._spans]
        self._pieces = []
        x = 0.0
        for share in shares:
            width = room * share / sum(shares)
            self._pieces.append(QRectF(x, 0, width, TALL))
            x += width + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded piece a step: done, under way, to come."""
        painter = QPainter(self)
        colours = self._look.palette
        painter.fillRect(event.rect(), QColor(colours.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        asked = QRectF(event.rect())
        for step, place in enumerate(self._pieces):
            if not place.intersects(asked):
                continue
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(place, TALL / 2, TALL / 2)
            filled = place.width() if step < self._step else self._filled(self._position)
            if step <= self._step and filled > 0:
                painter.setBrush(QColor(colours.teal if step < self._step else colours.accent))
                done = QRectF(place)
                done.setWidth(max(TALL, filled))
                painter.drawRoundedRect(done, TALL / 2, TALL / 2)
        painter.end()
