"""The body, front and back, to mark where it hurts and how much: by mouse, finger or keyboard.

A click marks a place, dragging up from it raises its score. Left is the person's own left whichever
way one reads. A screen reader hears every move; the list of places (``ui.region_list``) is the
whole of it in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from recovery_coach.base.i18n import tr
from recovery_coach.library.body_map import body_drawing
from recovery_coach.library.regions import Regions
from recovery_coach.ui.body_keys import ARROWS, BY_KEYBOARD, COMES_BACK, digit_in, step_in
from recovery_coach.ui.body_marks import BodyMarks
from recovery_coach.ui.body_painter import BodyPainter, Shown
from recovery_coach.ui.body_places import Placed, Places
from recovery_coach.ui.own_keys import ENTER, OwnKeys
from recovery_coach.ui.parts import announce
from recovery_coach.ui.place_words import Scores, raised, said
from recovery_coach.ui.theme import Look

WIDE, TALL = 30.0, 29.0
"""As large as it likes to be, in body sizes: the low back can be hit with a finger."""
LEAST = 20.0
LEAST_PIXELS = (360, 390)
"""Smaller, no finger hits the low back; with large text that is enough."""
LINE = 2.0
"""Beneath the figures, for the words of a place."""
BEGINS_AT = "lowback_mid"
"""Where the keyboard comes in: near what most people come to mark."""
STILL = 6
"""Pixels a click may move."""
A_STEP = 0.8
"""How far the pointer goes for one more, in body sizes."""
LIFTED = 3.2
"""How far above the pointer the number is shown, so that no finger is in the way."""


@dataclass
class Held:
    """A place that is pressed: where, and the score it had."""

    region: str
    at: QPointF
    score: int | None
    before: Scores
    dragging: bool = False


class BodyMap(OwnKeys, BodyMarks):
    """The body as it is seen, and what mouse, finger and keys do to it."""

    def __init__(self, look: Look, regions: Regions) -> None:
        super().__init__(regions)
        self._look = look
        self._hovered = ""
        self._held: Held | None = None
        self._pointer = QPointF()
        self._by_keys = False
        self._typed_one = ""
        self._places = Places(body_drawing(), QRectF(0, 0, 1, 1))
        self._cursor = self._places.find(BEGINS_AT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._on_look)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(self._look.size(WIDE), self._look.size(TALL))

    def hasHeightForWidth(self) -> bool:
        """No taller than its width has a use for."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as the figures of that width, up to what it likes."""
        fits = self._places.height_for(width) + self._look.size(LINE)
        return max(self.minimumSizeHint().height(), min(self._look.size(TALL), fits))

    def minimumSizeHint(self) -> QSize:
        """The smallest in which every region can be hit."""
        least = self._look.size(LEAST)
        return QSize(least, least).expandedTo(QSize(*LEAST_PIXELS))

    # -- by mouse and finger ---------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a place and choose it; the right button takes a mark away."""
        found = self._places.at(event.position())
        self._by_keys, self._typed_one = False, ""
        if found is None or self._held is not None:
            super().mousePressEvent(event)
            return
        self._cursor = found
        region = found.shape.region
        if event.button() == Qt.MouseButton.RightButton:
            self.remove(region)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._held = Held(region, event.position(), self._scores.get(region), self.scores)
            self._scores.setdefault(region, None)
            self.select(region)
        self._hover(event.position())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Held down, up is more and down is less."""
        self._hover(event.position())
        held = self._held
        if held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        up = held.at.y() - event.position().y()
        held.dragging = held.dragging or abs(up) > STILL
        if held.dragging:
            score = raised(held.score, round(up / self._look.size(A_STEP)))
            self._scores[held.region] = score
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Now it is settled."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held, self._held = self._held, None
        if held is not None:
            self.settle(held.before)
            self._announce()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hovered = ""
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button has its own meaning here."""
        event.accept()

    def _hover(self, at: QPointF) -> None:
        self._pointer = at
        found = self._places.at(at)
        region = found.shape.region if found is not None else ""
        if region != self._hovered:
            self._hovered = region
            hand = Qt.CursorShape.PointingHandCursor if region else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    # -- by keyboard -----------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool | None:
        """Enter marks, and Escape leaves a selection first; else they are the window's."""
        leaves = event.key() == Qt.Key.Key_Escape and self._selected
        return True if event.key() in ENTER or leaves else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space marks, digits are scores, plus and minus change one."""
        if self._cursor is None or not self._key(event, self._cursor):
            super().keyPressEvent(event)
            return
        self._by_keys = True
        self._announce()
        self.update()

    def _key(self, event: QKeyEvent, cursor: Placed) -> bool:
        """Whether the key meant anything here."""
        region, key = cursor.shape.region, Qt.Key(event.key())
        typed_one, self._typed_one = self._typed_one, ""
        digit, step = digit_in(event), step_in(event)
        if key in ARROWS:
            self._cursor = self._places.next(cursor, *ARROWS[key])
            self.select(self._at_cursor if self._at_cursor in self._scores else "")
        elif key in ENTER or key == Qt.Key.Key_Space:
            self.give(region, self._scores.get(region))
        elif digit is not None:
            ten = digit == 0 and typed_one == region
            self._typed_one = region if digit == 1 else ""
            self.give(region, 10 if ten else digit)
        elif step and region in self._scores:
            self.give(region, raised(self._scores[region], step))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove(region)
        elif key == Qt.Key.Key_Escape and self._selected:
            self.select("")
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, and say it."""
        super().focusInEvent(event)
        if event.reason() not in COMES_BACK:
            self._by_keys = event.reason() in BY_KEYBOARD
        if self._by_keys:
            self._announce()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A number that was begun is done."""
        super().focusOutEvent(event)
        self._typed_one = ""
        self.update()

    # -- in words --------------------------------------------------------------------------

    @property
    def _at_cursor(self) -> str:
        return self._cursor.shape.region if self._cursor is not None else ""

    @property
    def words(self) -> str:
        """The line beneath the figures: the place that is pointed at, or moved to."""
        by_keys = self._at_cursor if self._by_keys and self.hasFocus() else ""
        held = self._held.region if self._held is not None else ""
        region = held or by_keys or self._hovered
        if not region:
            return ""
        if region not in self._scores:
            return self._regions.words(region)
        return said(self._regions.words(region), True, self._scores[region])

    @property
    def _hint(self) -> str:
        """In place of the words, where nothing is pointed at."""
        if not self._scores:
            return tr("Click where it hurts. Hold and drag up for more.")
        return tr("Hold and drag up for more. A right click takes a mark away.")

    def _announce(self) -> None:
        region = self._at_cursor
        place = self._regions.words(region)
        announce(self, said(place, region in self._scores, self._scores.get(region)))

    # -- painting --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the body out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _on_look(self) -> None:
        self.updateGeometry()
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        room = QRectF(self.rect()).adjusted(0, 0, 0, -self._look.size(LINE))
        self._places = Places(body_drawing(), room)
        if self._cursor is not None:
            shape = self._cursor.shape
            self._cursor = self._places.find(shape.region, shape.facing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figures, and the words of a place beneath them."""
        painter = QPainter(self)
        paints = BodyPainter(painter, self._look, self._places)
        paints.paint(
            Shown(
                scores=self._scores,
                selected=self._selected,
                hovered=self._hovered,
                cursor=self._cursor if self._by_keys and self.hasFocus() else None,
                bubble=self._bubble(),
            )
        )
        line = QRectF(self.rect())
        line.setTop(line.bottom() - self._look.size(LINE))
        paints.line(line, self.words, self._hint)
        painter.end()

    def _bubble(self) -> QPointF | None:
        if self._held is None or not self._held.dragging:
            return None
        aside, above = self._look.size(2.4), self._look.size(LIFTED)
        x = min(max(self._pointer.x(), aside), self.width() - aside)
        return QPointF(x, max(self._pointer.y() - above, self._look.size(1.7)))
