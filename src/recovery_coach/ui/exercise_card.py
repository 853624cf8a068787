"""One exercise as a card that is one button: its figure, its name, how much of it, how one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from recovery_coach.base.i18n import tr
from recovery_coach.library.models import Exercise
from recovery_coach.library.naming import position_name
from recovery_coach.library.words import dose_words
from recovery_coach.ui.routine_card import wrapped
from recovery_coach.ui.stills import EDGE, Stills
from recovery_coach.ui.theme import Look

PAD = 16
MOST_LINES = 3
"""For each of name, dose and position; a longer text is cut."""


class ExerciseCard(QAbstractButton):
    """Shows one exercise; ``opened`` carries its id."""

    opened = Signal(str)

    def __init__(self, exercise: Exercise, look: Look, stills: Stills) -> None:
        super().__init__()
        self.exercise = exercise
        self._look = look
        self._stills = stills
        self._name = tr(exercise.name)
        self._dose = dose_words(exercise.dose)
        self._position = position_name(exercise.position)
        self.setAccessibleName(f"{self._name}, {self._dose}")
        self.setAccessibleDescription(self._position)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.opened.emit(exercise.id))
        look.changed.connect(self._on_look)
        stills.made.connect(self._on_made)

    def _on_look(self) -> None:
        self.updateGeometry()
        self.update()

    def _on_made(self, exercise: str) -> None:
        if exercise == self.exercise.id:
            self.update()

    @property
    def _picture_height(self) -> int:
        return self._look.size(9.4)

    def hasHeightForWidth(self) -> bool:
        """A narrow one needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for the figure and all of the words."""
        under = EDGE + self._picture_height + 12 + PAD
        for text, factor, bold, _ in self._lines():
            metrics = self._metrics(factor, bold)
            lines = wrapped(text, metrics, width - 2 * PAD, MOST_LINES, under)
            under += len(lines) * metrics.lineSpacing() + 2
        return under

    def sizeHint(self) -> QSize:
        """As wide as one of four beside each other."""
        width = self._look.size(15)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the grid makes it, never less tall than its words."""
        least = self._look.size(10)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def _lines(self) -> tuple[tuple[str, float, bool, str], ...]:
        """What is written: the text, its size, whether it is bold, the name of its colour."""
        return (
            (self._name, 1.07, True, "text"),
            (self._dose, 0.93, False, "teal_text"),
            (self._position, 0.93, False, "muted"),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with an accent edge when the pointer or the keyboard is on it."""
        colours = self._look.palette
        painter = QPainter(self)
        place = self._stills.paint_card(painter, self, self.exercise.id, self._picture_height)
        y = place.bottom() + 12
        for text, factor, bold, colour in self._lines():
            painter.setPen(QColor(getattr(colours, colour)))
            painter.setFont(self._font(factor, bold))
            y = self._write(painter, y, text, self._metrics(factor, bold)) + 2
        painter.end()

    def _write(self, painter: QPainter, y: float, text: str, metrics: QFontMetrics) -> float:
        """Write ``text`` from ``y`` down; returns where it ends."""
        width = self.width() - 2 * PAD
        for line in wrapped(text, metrics, width, MOST_LINES, self.height()):
            place = QRectF(PAD, y, width, metrics.lineSpacing())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeading, line)
            y += metrics.lineSpacing()
        return y

    def _font(self, factor: float, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.size(factor))
        font.setBold(bold)
        return font

    def _metrics(self, factor: float, bold: bool = False) -> QFontMetrics:
        return QFontMetrics(self._font(factor, bold))
