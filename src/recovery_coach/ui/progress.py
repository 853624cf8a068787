"""The routine as segments along the top of the stage: one a step, as wide as its time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.timeline.model import Timeline
from recovery_coach.ui.theme import Look

GAP = 8
TALL = 8


class Progress(QWidget):
    """Shows how far a timeline has come. A step with no time of its own gets a dot's width.

    It runs from left to right in every language, as on every player.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._timeline: Timeline | None = None
        self._spans: tuple[tuple[float, float], ...] = ()
        self._position = 0.0
        self._step = 0
        self.setFixedHeight(TALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One thin line."""
        return QSize(400, TALL)

    def show_position(self, timeline: Timeline, position: float, step: int) -> None:
        """Show ``position`` in ``timeline``, at ``step``."""
        if timeline is not self._timeline:
            self._timeline = timeline
            self._spans = timeline.step_spans()
        if step != self._step or not self.accessibleName():
            name = tr("Step {step} of {steps}").format(step=step + 1, steps=len(self._spans))
            self.setAccessibleName(name)
        self._position = position
        self._step = step
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded piece a step: done, under way, to come."""
        if not self._spans:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = self._look.palette
        room = self.width() - GAP * (len(self._spans) - 1)
        shares = [max(end - start, 1.0) for start, end in self._spans]
        x = 0.0
        for step, ((start, end), share) in enumerate(zip(self._spans, shares, strict=True)):
            width = room * share / sum(shares)
            piece = QRectF(x, 0, width, TALL)
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(piece, TALL / 2, TALL / 2)
            done = (self._position - start) / (end - start) if end > start else 0.0
            filled = 1.0 if step < self._step else max(0.0, min(1.0, done))
            if step <= self._step and filled > 0:
                painter.setBrush(QColor(colours.teal if step < self._step else colours.accent))
                piece.setWidth(max(TALL, width * filled))
                painter.drawRoundedRect(piece, TALL / 2, TALL / 2)
            x += width + GAP
        painter.end()
