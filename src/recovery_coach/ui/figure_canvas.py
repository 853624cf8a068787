"""A widget that paints one posture of one figure, and can be turned round."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_coach.figure.drawing import UNMARKED, Drawing, Marked
from recovery_coach.figure.projection import RAYS, View, view_from
from recovery_coach.figure.showing import Bounds, Showing
from recovery_coach.figure.skeleton import Body
from recovery_coach.ui.figure_painter import FigurePainter, Place, fitted
from recovery_coach.ui.theme import Look

PAD = 6
LEAST = 56
"""Pixels: a smaller figure shows nothing."""
DEGREES = 0.5
"""How far a pixel of dragging turns the figure."""
STEP = 15.0
"""How far an arrow key does."""
HIGHEST, LOWEST = 80.0, -20.0


class FigureCanvas(QWidget):
    """Paints what it is given; nothing is painted again while nothing changes."""

    turned = Signal()

    def __init__(self, look: Look, turnable: bool = False, ground: bool = False) -> None:
        """``ground``: it stands on the page's bare ground and paints it, so that nothing beneath
        it is painted at every picture.
        """
        super().__init__()
        self._look = look
        self._ground = ground
        self._reach = QRect()
        if ground:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._turnable = turnable
        self._painter = FigurePainter(look.palette)
        self._showing: Showing | None = None
        self._body: Body | None = None
        self._marked = UNMARKED
        self._breath = 0.0
        self._muscles = True
        self._yaw = self._pitch = 0.0
        self._view: View = view_from(0.0, 0.0)
        self._bounds: Bounds | None = None
        self._place: Place | None = None
        self._drawing: Drawing | None = None
        self._held: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(60, 60)
        if turnable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        look.changed.connect(self._on_look)

    def sizeHint(self) -> QSize:
        """As large as it gets; the layout gives what there is."""
        return QSize(420, 420)

    # -- what is shown ---------------------------------------------------------------------

    @property
    def showing(self) -> Showing | None:
        """The figure, on the side it is shown on."""
        return self._showing

    def show_figure(
        self,
        showing: Showing | None,
        body: Body | None,
        marked: Marked = UNMARKED,
        camera: tuple[float, float] | None = None,
    ) -> None:
        """Another figure, from ``camera`` or where it is seen best; none leaves an empty place."""
        self._showing = showing
        self._body = body
        self._marked = marked
        self._breath = 0.0
        if showing is not None:
            self._turn(*(camera or showing.camera))
        self._change()

    @property
    def quick(self) -> bool:
        """Whether the next picture follows at once, so that this one need not be perfect."""
        return False

    def show_body(self, body: Body, marked: Marked, breath: float = 0.0) -> None:
        """Another instant of the same figure."""
        shown = (body, marked, breath)
        if shown != (self._body, self._marked, self._breath):
            self._body, self._marked, self._breath = shown
            self._change()

    def show_muscles(self, on: bool) -> None:
        """Whether what works and what lengthens is marked."""
        if on != self._muscles:
            self._muscles = on
            self._change()

    @property
    def scale(self) -> float:
        """Pixels for a body height."""
        if self._showing is None:
            return 0.0
        return self._placed(self._showing).scale

    @property
    def angle(self) -> tuple[float, float]:
        """Yaw and pitch of the camera."""
        return self._yaw, self._pitch

    def turn(self, yaw: float, pitch: float) -> None:
        """See it from there; degrees."""
        self._turn(yaw, pitch)
        self._change()
        self.turned.emit()

    def turn_back(self) -> None:
        """See it from where it is seen best."""
        if self._showing is not None:
            self.turn(*self._showing.camera)

    def _turn(self, yaw: float, pitch: float) -> None:
        self._yaw = (yaw + 180) % 360 - 180
        self._pitch = min(HIGHEST, max(LOWEST, pitch))
        self._view = view_from(self._yaw, self._pitch)
        self._bounds = self._place = None

    def _change(self) -> None:
        """Another picture: of the whole, or where nothing else changed only where the body is."""
        self._drawing = None
        if self._place is None:
            self.update()
        else:
            self.update(self._reach)

    def _on_look(self) -> None:
        self._painter = FigurePainter(self._look.palette)
        self.update()

    # -- painting --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figure fills what there is."""
        super().resizeEvent(event)
        self._place = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure, or nothing."""
        painter = QPainter(self)
        self.paint_ground(painter, event.rect())
        self.paint_figure(painter)
        painter.end()

    def paint_ground(self, painter: QPainter, place: QRect) -> None:
        """What is beneath it, where it paints its own."""
        if self._ground:
            painter.fillRect(place, QColor(self._look.palette.ground))

    def paint_figure(self, painter: QPainter) -> None:
        """Paint with a painter that is open already."""
        showing, body = self._showing, self._body
        if showing is None or body is None or min(self.width(), self.height()) < LEAST:
            return
        place = self._placed(showing)
        if self._drawing is None:
            marked = self._marked if self._muscles else None
            self._drawing = showing.draw(body, self._view, self._breath, marked)
        self._painter.paint(painter, self._drawing, self._view, place, RAYS, self.quick)

    def _placed(self, showing: Showing) -> Place:
        if self._place is None:
            self._place = self._fit(showing)
        return self._place

    def _fit(self, showing: Showing) -> Place:
        if self._bounds is None:
            self._bounds = (
                showing.round_bounds(self._yaw, self._pitch)
                if self._turnable
                else showing.bounds(self._yaw, self._pitch)
            )
        b = self._bounds
        room = QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top)
        place = fitted(room, QRectF(self.rect()).adjusted(PAD, PAD, -PAD, -PAD))
        self._reach = place.rect(room).toAlignedRect().adjusted(-PAD, -PAD, PAD, PAD)
        return place

    # -- turning ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if self._turnable and event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn it round, and look from higher or lower."""
        if self._held is None:
            return
        moved = event.position() - self._held
        self._held = event.position()
        self.turn(self._yaw + moved.x() * DEGREES, self._pitch + moved.y() * DEGREES)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._turnable:
            self._held = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys turn it; Home turns it back."""
        turns = {
            Qt.Key.Key_Left: (-STEP, 0.0),
            Qt.Key.Key_Right: (STEP, 0.0),
            Qt.Key.Key_Up: (0.0, STEP),
            Qt.Key.Key_Down: (0.0, -STEP),
        }
        by = turns.get(Qt.Key(event.key())) if self._turnable else None
        if by is not None:
            self.turn(self._yaw + by[0], self._pitch + by[1])
        elif self._turnable and event.key() == Qt.Key.Key_Home:
            self.turn_back()
        else:
            super().keyPressEvent(event)
