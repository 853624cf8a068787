"""One entry of the journal as a line that is one button: when, what, and the numbers.

It paints itself, as hundreds of them may stand on one page.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from recovery_coach.coach.diary import facts, title
from recovery_coach.journal import Entry, PainEntry, Record, SessionRecord
from recovery_coach.ui.theme import Look, pain_colour

PAD = 10
SMALL = 0.87


class EntryLine(QAbstractButton):
    """Shows one entry; ``opened`` carries its record id."""

    opened = Signal(str)

    def __init__(self, entry: Entry[Record], look: Look) -> None:
        super().__init__()
        self.entry = entry
        self._look = look
        record = entry.record
        self._clock = f"{record.moment:%H:%M}"
        self._title = title(record)
        note = record.note if isinstance(record, SessionRecord | PainEntry) else ""
        self._under = tuple(text for text in (facts(record), " ".join(note.split())) if text)
        self._number = record.nrs if isinstance(record, PainEntry) else None
        self.setAccessibleName(", ".join((self._clock, self._title, *self._under[:1])))
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
        """A dot in the colour of the number; for a session a ring. Never the only sign."""
        colours = self._look.palette
        size = self._look.size(0.65)
        place = QRectF(0, 0, size, size)
        place.moveCenter(QRectF(x, y, 0, 0).topLeft())
        if self._number is None:
            painter.setPen(QPen(QColor(colours.teal), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pain_colour(colours, self._number))
        painter.drawEllipse(self._mirrored(place))

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
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._mirrored(place), flags, shown)

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
