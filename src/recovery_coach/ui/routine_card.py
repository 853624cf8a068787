"""A routine as a card that is one button: its figure, name, minutes, what it is for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from recovery_coach.base.i18n import minutes, tr, trn
from recovery_coach.library.models import Routine
from recovery_coach.ui.stills import EDGE, Stills
from recovery_coach.ui.theme import Look

PAD = 18


class RoutineCard(QAbstractButton):
    """Shows one routine; ``opened`` carries its id."""

    opened = Signal(str)

    def __init__(
        self,
        routine: Routine,
        seconds: float,
        look: Look,
        stills: Stills,
        shows: str,
        mark: str = "",
    ) -> None:
        """``shows``: the exercise whose figure stands for it; ``mark``: a word beside the facts."""
        super().__init__()
        self._look = look
        self._stills = stills
        self.shows = shows
        self._name = tr(routine.name)
        length = [minutes(seconds), trn("{n} move", "{n} moves", len(routine.steps))]
        if not routine.steps:  # all of them are left out just now
            length = [tr("nothing left of it today")]
        gentle = tr("gentle") if routine.gentle else ""
        self._facts = " · ".join(part for part in (*length, gentle, mark) if part)
        self._summary = tr(routine.summary)
        self.setAccessibleName(f"{self._name}, {self._facts}")
        self.setAccessibleDescription(self._summary)
        self.setToolTip(self._summary)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.opened.emit(routine.id))
        look.changed.connect(self.update)
        stills.made.connect(self._on_made)

    def _on_made(self, exercise: str) -> None:
        if exercise == self.shows:
            self.update()

    @property
    def _picture_height(self) -> int:
        return self._look.size(7)

    def sizeHint(self) -> QSize:
        """Room for the figure, the name, the facts and two lines of what it is for."""
        words = PAD * 2 + self._look.size(7.4)
        return QSize(self._look.size(16), EDGE + self._picture_height + words)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the grid makes it, never less tall."""
        return QSize(self._look.size(10), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with an accent edge when the pointer or the keyboard is on it."""
        colours = self._look.palette
        painter = QPainter(self)
        plate = self._stills.paint_card(painter, self, self.shows, self._picture_height)
        inner = QRectF(self.rect()).adjusted(PAD, 0, -PAD, -PAD * 0.75)
        inner.setTop(plate.bottom() + PAD * 0.75)
        y = self._line(painter, inner, 0.0, self._name, 1.13, colours.text, bold=True, lines=2)
        y = self._line(painter, inner, y + 4, self._facts, 0.93, colours.teal_text)
        self._line(painter, inner, y + 8, self._summary, 0.93, colours.muted, lines=3)
        painter.end()

    def _line(
        self,
        painter: QPainter,
        inner: QRectF,
        y: float,
        text: str,
        factor: float,
        colour: str,
        bold: bool = False,
        lines: int = 1,
    ) -> float:
        """Draw ``text`` from ``y`` down, in at most ``lines`` lines; returns where it ends."""
        font = QFont(self.font())
        font.setPixelSize(self._look.size(factor))
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(font)
        for shown in wrapped(text, metrics, inner.width(), lines, inner.height() - y):
            place = QRectF(inner.left(), inner.top() + y, inner.width(), metrics.lineSpacing())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, shown)
            y += metrics.lineSpacing()
        return y


def wrapped(text: str, metrics: QFontMetrics, width: float, lines: int, height: float) -> list[str]:
    """``text`` in at most ``lines`` lines that fit ``width`` and ``height``; the last elided."""
    lines = max(1, min(lines, int(height // metrics.lineSpacing())))
    rest = text.split()
    result: list[str] = []
    while rest and len(result) < lines - 1:
        taken = 1
        while taken < len(rest) and metrics.horizontalAdvance(" ".join(rest[: taken + 1])) <= width:
            taken += 1
        result.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    if rest:
        elided = metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, int(width))
        result.append(elided)
    return result
