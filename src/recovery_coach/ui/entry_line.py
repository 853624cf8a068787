"""One entry of the journal as a line that is one button: when, what, and the numbers.

It paints itself, as hundreds of them may stand on one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from recovery_coach.coach.diary import clock, facts, note_of, title
from recovery_coach.coach.searching import cut_to, places_of
from recovery_coach.journal import Entry, Record
from recovery_coach.ui.marks import paint_sign, sign_of
from recovery_coach.ui.theme import Look

PAD = 10
SMALL = 0.87
BEFORE = 24
"""How many letters are left before a word that was found far in a text."""


class EntryLine(QAbstractButton):
    """Shows one entry; ``opened`` carries its record id. ``sought``: words to be marked in it."""

    opened = Signal(str)

    def __init__(self, entry: Entry[Record], look: Look, sought: Sequence[str] = ()) -> None:
        super().__init__()
        self.entry = entry
        self._look = look
        record = entry.record
        self._clock = clock(record)
        self._title = title(record)
        self._sought = sought
        self._under = tuple(text for text in (facts(record), note_of(record)) if text)
        self._sign, self._number = sign_of(entry)
        told = (self._clock, self._title, *self._under[:1])
        self.setAccessibleName(", ".join(filter(None, told)))
        self.setAccessibleDescription(", ".join(self._under[1:]))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.opened.emit(entry.record_id))
        look.changed.connect(self._on_look)

    def _on_look(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for the title, one for the facts, one for the note."""
        height = self._metrics(1.0).lineSpacing()
        height += len(self._under) * (self._metrics(SMALL).lineSpacing() + 2)
        return QSize(self._look.size(24), height + PAD * 2)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the page makes it, never less tall."""
        return QSize(self._look.size(12), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The time, a mark, the words; a ground when the pointer or the keyboard is on it."""
        colours = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            edge = colours.text if self.hasFocus() else colours.raised
            painter.setPen(QPen(QColor(edge), 2))
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        top = self._metrics(1.0)
        line = QRectF(PAD, PAD, self.width() - 2 * PAD, top.lineSpacing())
        self._write(painter, line, self._clock, 0.93, colours.muted)
        self._mark(painter, self._look.size(4.0) + PAD, line.center().y())
        left = self._look.size(5.2)
        line = line.adjusted(left, 0, 0, 0)
        self._write(painter, line, self._title, 1.0, colours.text, bold=True)
        small = self._metrics(SMALL).lineSpacing() + 2
        for index, text in enumerate(self._under):
            place = QRectF(line.left(), line.bottom() + index * small, line.width(), small)
            self._write(painter, place, text, SMALL, colours.muted)
        painter.end()

    def _mark(self, painter: QPainter, x: float, y: float) -> None:
        """The sign of its kind; never the only one."""
        size = self._look.size(0.65 if self._sign in ("dot", "ring") else 0.75)
        place = QRectF(0, 0, size, size)
        place.moveCenter(QRectF(x, y, 0, 0).topLeft())
        colours = self._look.palette
        paint_sign(painter, self._mirrored(place), self._sign, colours, self._number)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        factor: float,
        colour: str,
        bold: bool = False,
    ) -> None:
        font = self._font(factor, bold)
        painter.setFont(font)
        metrics, wide = QFontMetrics(font), int(place.width())
        if self._sought and metrics.horizontalAdvance(text) > wide:
            text = cut_to(text, self._sought, BEFORE)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        place = self._mirrored(place)
        if self._sought:
            self._underline(painter, place, shown)
        painter.setPen(QColor(colour))
        painter.drawText(place, flags, shown)

    def _underline(self, painter: QPainter, place: QRectF, shown: str) -> None:
        """Lay a ground and a line under what was sought, wherever the letters of it stand."""
        found = places_of(shown, self._sought)
        if not found:
            return
        letters = laid_out(shown, painter.font(), place.width(), self.layoutDirection())
        line = letters.lineAt(0)
        ground = QColor(self._look.palette.amber)
        top = place.center().y() - line.height() / 2
        for start, end in found:
            left, right = sorted((_x(line, start), _x(line, end)))
            mark = QRectF(place.left() + left - 1, top, right - left + 2, line.height())
            ground.setAlphaF(0.28)
            painter.fillRect(mark, ground)
            ground.setAlphaF(1.0)
            painter.fillRect(QRectF(mark.left(), mark.bottom() - 2, mark.width(), 2), ground)

    def _mirrored(self, place: QRectF) -> QRectF:
        """Where it lies for somebody who reads from the right."""
        whole = place.toAlignedRect()
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), whole))

    def _font(self, factor: float, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.size(factor))
        font.setBold(bold)
        return font

    def _metrics(self, factor: float) -> QFontMetrics:
        return QFontMetrics(self._font(factor, bold=True))


def laid_out(text: str, font: QFont, width: float, direction: Qt.LayoutDirection) -> QTextLayout:
    """A text in its one line, to be asked where its letters stand."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def _x(line: QTextLine, letter: int) -> float:
    found: Any = line.cursorToX(letter)  # with where the letter really is
    return float(found[0])
