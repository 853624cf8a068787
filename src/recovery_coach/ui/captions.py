"""Captions: what is said or sounded, as words on the screen for as long as it takes to read them.

No timer of their own: the session's pictures come often enough, and while it stands still a caption
stays, and nothing wakes the machine.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent

from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import capital, tr
from recovery_coach.session.events import CueDue
from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.parts import set_name
from recovery_coach.ui.theme import Look

LEAST = 2.0
"""Seconds that a caption stays, at least."""
A_LETTER = 0.07
"""Seconds that it takes to read a letter."""
NOTE = 0.7
"""How wide the note of a sound is, in sizes of the text."""


def reading_time(text: str) -> float:
    """Seconds that a text is left standing."""
    return max(LEAST, A_LETTER * len(text))


class Captions(QObject):
    """The one line there is at a time; ``changed`` tells it with whether it means a sound."""

    changed = Signal(str, bool)

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until = 0.0
        self.text = ""
        self.sound = False

    def tell(self, event: CueDue) -> None:
        """A cue is performed now; of two in one instant the words stay, and not the sound."""
        cue = event.cue
        if event.stale or not cue.text:
            return
        text = capital(cue.text)
        same = self.sound and text == self.text  # a chime, then its word: nothing flickers
        self.show(text, sound=same or cue.kind == "tone")

    def show(self, text: str, sound: bool = False) -> None:
        """Show it, and have it go when it can have been read; an empty text goes at once."""
        self._until = self._clock.monotonic() + reading_time(text)
        if (text, sound) != (self.text, self.sound):
            self.text, self.sound = text, sound
            self.changed.emit(text, sound)

    def look_at_clock(self) -> None:
        """Take it away once its time is over."""
        if self.text and self._clock.monotonic() >= self._until:
            self.show("")


class CaptionLine(BigWords):
    """A line that is always there, so that nothing moves when somebody speaks."""

    def __init__(
        self,
        look: Look,
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        super().__init__(look, lines, align, bold=False)
        self.sound = False
        self.notice = ""

    def show_caption(self, text: str, sound: bool) -> None:
        """What is said; or, with ``sound``, what a sound means."""
        self.sound = sound and bool(text)
        self.update()
        self.show_text(text or self.notice)
        if self.sound:
            set_name(self, tr("Sound: {text}").format(text=text))

    @property
    def said(self) -> bool:
        """Whether there is a caption; not a notice, and not nothing."""
        return self.text != self.notice

    def show_notice(self, text: str) -> None:
        """What stands there while nothing is said."""
        quiet = not self.said
        self.notice = text
        if quiet:
            self.show_text(text)

    @property
    def room(self) -> QRectF:
        """Beside the note."""
        taken = 2 * NOTE * self._largest if self.sound else 0
        return QRectF(taken / 2, 0, max(1.0, self.width() - taken), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, after a note where they stand for a sound."""
        painter = QPainter(self)
        self.paint_words(painter, "text", self.room)
        if self.sound:
            self._paint_note(painter)
        painter.end()

    def _paint_note(self, painter: QPainter) -> None:
        """A quaver before the first letter."""
        size = self.fitting_pixels() * NOTE
        room, word = self.room, self.word_width
        centred = self._align & Qt.AlignmentFlag.AlignHCenter
        before = room.left() + ((room.width() - word) / 2 if centred else 0) - size
        after = self.width() - before - size * 0.7
        left = after if self.isRightToLeft() else before
        top = (self.height() - size) / 2
        note = QPainterPath()
        note.addEllipse(QRectF(left, top + size * 0.66, size * 0.42, size * 0.32))
        note.addRect(QRectF(left + size * 0.34, top, size * 0.09, size * 0.82))
        flag = QRectF(left + size * 0.34, top, size * 0.34, size * 0.16)
        note.addRect(flag)
        note.setFillRule(Qt.FillRule.WindingFill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.teal_text))
        painter.drawPath(note)
