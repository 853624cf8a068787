"""A marked place as a line: its score and its words, opened the numbers to choose from."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.ui.body_keys import digit_in
from recovery_coach.ui.body_painter import mark_colour, score_sign
from recovery_coach.ui.icons import icon
from recovery_coach.ui.pain_strip import pain_strip
from recovery_coach.ui.palette import ink_on
from recovery_coach.ui.parts import PushButton, Toggling, column, row, set_name
from recovery_coach.ui.place_words import said
from recovery_coach.ui.theme import Look

DISC = 1.9
"""Across, in body sizes."""
PAD = 0.5
TALL = 2.7


class PlaceButton(Toggling, QAbstractButton):
    """The words of a place after a disc with its score; pressed, it shows its numbers."""

    scored = Signal(int)

    def __init__(self, place: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._score: int | None = None
        self.setText(place)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(tr("Shows or hides the numbers"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_score(self, score: int | None) -> None:
        """The number on the disc."""
        self._score = score
        set_name(self, said(self.text(), True, score))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers at once."""
        digit = digit_in(event)
        if digit is None:
            super().keyPressEvent(event)
        else:
            self.scored.emit(digit)

    def hasHeightForWidth(self) -> bool:
        """A narrow one needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its words."""
        room = QRect(0, 0, max(1, width - self._before - self._look.size(PAD)), 10_000)
        tall = QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._look.size(TALL), tall.height() + self._look.size(0.6))

    def sizeHint(self) -> QSize:
        """In one line."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(self._before + words + self._look.size(PAD) + 2, self._look.size(TALL))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split() or [""])
        wide = self._before + longest + self._look.size(PAD)
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))

    @property
    def _before(self) -> int:
        """In front of the words."""
        return self._look.size(DISC + 2 * PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and words; a ring where the keyboard is."""
        colours, size = self._look.palette, self._look.size
        mirrored = self.isRightToLeft()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = colours.raised if self.isChecked() or self.underMouse() else ""
        painter.setPen(QPen(QColor(colours.text), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plate, size(1.35), size(1.35))
        disc = QRectF(0, 0, size(DISC), size(DISC))
        disc.moveCenter(plate.center())
        disc.moveLeft(plate.right() - size(PAD) - disc.width() if mirrored else size(PAD))
        self._paint_disc(painter, disc)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.text))
        room = QRectF(self.rect())
        room.adjust(*((size(PAD), 0, -self._before, 0) if mirrored else (self._before, 0, 0, 0)))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        colour = mark_colour(self._look, self._score)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(disc)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(ink_on(colour.name())))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, score_sign(self._score))


class PlaceLine(QWidget):
    """One marked place: opened, scored, taken away."""

    opened = Signal(bool)
    scored = Signal(int)
    removed = Signal()

    def __init__(self, place: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.opener = PlaceButton(place, look)
        self.opener.clicked.connect(lambda: self.opened.emit(self.opener.isChecked()))
        self.opener.scored.connect(self.scored)
        self.remove = PushButton()
        self.remove.setProperty("kind", "step")
        self.remove.setCursor(Qt.CursorShape.PointingHandCursor)
        name = tr("Take away: {place}").format(place=place)
        self.remove.setAccessibleName(name)
        self.remove.setToolTip(name)
        self.remove.clicked.connect(lambda: self.removed.emit())
        self.strip = pain_strip(look, place, compact=True)
        self.strip.chosen.connect(self.scored)
        self.strip.hide()
        line = row(spacing=8)
        line.addWidget(self.opener, 1)
        line.addWidget(self.remove)
        layout = column(self, spacing=4)
        layout.addLayout(line)
        layout.addWidget(self.strip)
        self._tint()
        look.changed.connect(self._tint)

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus, in the order it is read."""
        return [self.opener, self.remove, *self.strip.buttons]

    def show_score(self, score: int | None) -> None:
        """The number, on the disc and among the others."""
        self.opener.show_score(score)
        self.strip.show_value(score)

    def show_open(self, on: bool) -> None:
        """Whether its numbers are shown."""
        self.opener.setChecked(on)
        self.strip.setVisible(on)

    def _tint(self) -> None:
        size = self._look.size(1.1)
        self.remove.setIcon(icon("x", self._look.palette.muted, size))
        self.remove.setIconSize(QSize(size, size))
