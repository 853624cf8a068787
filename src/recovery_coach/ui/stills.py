"""The figures of cards, painted one after the other, and only of what was seen.

A page is there before the first of them: until then a card has an empty plate.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from recovery_coach.ui.icons import icon
from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from recovery_coach.figure.store import Figures

AT_ONCE = 3
"""Pictures painted between two looks at the keyboard; each takes a few milliseconds."""
ROUND = 12
EDGE = 8
"""Around the picture of a card."""

Wish = tuple[str, int, int, float]
"""Which exercise, how wide and tall, how many pixels to each."""


class Stills(QObject):
    """Paints the figures that are asked for, when nothing else is to be done."""

    made = Signal(str)

    def __init__(self, figures: Callable[[], Figures], look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._figures = figures
        self.look = look
        self._made: set[Wish] = set()
        self._wished: dict[Wish, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.make_some)
        look.changed.connect(self._made.clear)

    @property
    def busy(self) -> bool:
        """Whether a picture is still to be painted."""
        return bool(self._wished)

    def waits(self, exercise: str) -> bool:
        """Whether the figure of an exercise is still to be painted."""
        return any(wish[0] == exercise for wish in self._wished)

    def picture(self, exercise: str, width: int, height: int, ratio: float) -> QPixmap | None:
        """The figure, where it was painted before; else it will be, and ``made`` tells."""
        wish = (exercise, width, height, ratio)
        if wish in self._made:
            return self._paint(wish)
        self._wished[wish] = None
        self._timer.start(0)
        return None

    def make_some(self) -> None:
        """Paint those that have waited longest."""
        for wish in list(self._wished)[:AT_ONCE]:
            del self._wished[wish]
            self._paint(wish)
            self._made.add(wish)
            self.made.emit(wish[0])
        if self._wished:
            self._timer.start(0)

    def _paint(self, wish: Wish) -> QPixmap | None:
        from recovery_coach.ui.figure_still import still  # the first picture has no figure

        exercise, width, height, ratio = wish
        return still(self._figures(), self.look, exercise, width, height, ratio)

    def size(self, factors: tuple[float, float]) -> QSize:
        """Width and height of a picture, given in body sizes."""
        return QSize(*(self.look.size(factor) for factor in factors))

    def paint_card(
        self, painter: QPainter, button: QAbstractButton, exercise: str, height: int
    ) -> QRectF:
        """A card that is a button, the figure on its upper ``height``: where that ends up.

        Its edge tells that the pointer or the keyboard is on it.
        """
        colours = self.look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(button.rect()).adjusted(1, 1, -1, -1)
        border = colours.line
        if button.hasFocus():
            border = colours.text
        elif button.underMouse():
            border = colours.accent
        painter.setPen(QPen(QColor(border), 2 if border != colours.line else 1))
        painter.setBrush(QColor(colours.raised if button.isDown() else colours.surface))
        painter.drawRoundedRect(frame, 18, 18)
        plate = frame.adjusted(EDGE, EDGE, -EDGE, 0)
        plate.setHeight(height)
        self.paint_plate(painter, plate, exercise, button.devicePixelRatioF())
        return plate

    def paint_plate(
        self, painter: QPainter, place: QRectF, exercise: str, ratio: float, plate: bool = True
    ) -> None:
        """The figure on the ground of the page; nothing of it yet where it is to be painted."""
        colours = self.look.palette
        if plate:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ground))
            painter.drawRoundedRect(place, ROUND, ROUND)
        picture = self.picture(exercise, int(place.width()), int(place.height()), ratio)
        if picture is not None:
            clip = QPainterPath()
            clip.addRoundedRect(place, ROUND, ROUND)
            painter.setClipPath(clip)
            painter.drawPixmap(place.topLeft(), picture)
            painter.setClipping(False)
        elif not self.waits(exercise):
            size = min(self.look.size(3), int(place.height()))
            sign = icon("person-standing", colours.muted, size).pixmap(size, size)
            painter.drawPixmap(place.center().toPoint() - sign.rect().center() / ratio, sign)


class StillPicture(QWidget):
    """One exercise's figure as a picture beside words that say what it is; as large as there is
    room for.
    """

    def __init__(self, stills: Stills, exercise: str, size: tuple[float, float]) -> None:
        """``size`` in body sizes; it gives way to half of that."""
        super().__init__()
        self._stills = stills
        self.exercise = exercise
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        stills.made.connect(self._on_made)

    def sizeHint(self) -> QSize:
        """As it was made, in the size of the text."""
        return self._stills.size(self._size)

    def minimumSizeHint(self) -> QSize:
        """Half of it."""
        return self.sizeHint() / 2

    def _on_made(self, exercise: str) -> None:
        if exercise == self.exercise:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure on its plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        self._stills.paint_plate(painter, place, self.exercise, self.devicePixelRatioF())
        painter.end()


class StillButton(QAbstractButton):
    """The same as a button: it opens the page of its exercise, whose id ``opened`` carries."""

    opened = Signal(str)

    def __init__(self, stills: Stills, exercise: str, size: tuple[float, float]) -> None:
        """``size`` in body sizes."""
        super().__init__()
        self._stills = stills
        self.exercise = exercise
        self._size = size
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.opened.emit(exercise))
        stills.made.connect(self._on_made)

    def sizeHint(self) -> QSize:
        """As it was made, in the size of the text."""
        return self._stills.size(self._size)

    def minimumSizeHint(self) -> QSize:
        """It gives way to nothing."""
        return self.sizeHint()

    def _on_made(self, exercise: str) -> None:
        if exercise == self.exercise:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure on its plate; an edge where the pointer or the keyboard is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        self._stills.paint_plate(painter, place, self.exercise, self.devicePixelRatioF())
        colours = self._stills.look.palette
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text if self.hasFocus() else colours.accent), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), ROUND, ROUND)
        painter.end()
