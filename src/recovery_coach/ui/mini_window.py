"""The mini window: a session in a corner of the screen, for those who lift beside the desk.

It asks to stay above all other windows; on Wayland only the desktop decides that, and some offer it
in the window's own menu instead. It is a window like any other, not a tool window: the keyboard and
a screen reader come to it as they come to every window. It can be dragged by any part of it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.session.states import Action
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.mini_face import MiniFace
from recovery_coach.ui.parts import column, on_keys
from recovery_coach.ui.session_keys import Key, install_keys
from recovery_coach.ui.theme import Look

WIDE, TALL = 22, 13.5
"""In body sizes."""
AWAY = 24
"""Pixels from the edges of the screen."""
FLAGS = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint


class MiniWindow(QWidget):
    """A window with its face; ``closed`` however it goes."""

    closed = Signal()

    def __init__(self, commands: Commands, look: Look) -> None:
        super().__init__()
        self.setWindowFlags(FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Recovery Coach"))
        self.setAccessibleName(tr("Session, mini window"))
        self._commands = commands
        self._held: QPoint | None = None
        self.face = MiniFace(commands, look)
        column(self).addWidget(self.face)
        self._install_keys()
        self.resize(look.size(WIDE), look.size(TALL))

    def _install_keys(self) -> None:
        install_keys(self, self._commands)
        ways = self._commands.ways
        on_keys(self, ways.floor, Key.Key_F, Key.Key_F11)
        on_keys(self, ways.large, Key.Key_Escape)
        on_keys(self, self._on_enter, Key.Key_Return, Key.Key_Enter)

    def _on_enter(self) -> None:
        """Done, where a step waits for it; else the focused button."""
        if self._commands.allows(Action.DONE):
            self._commands.done()
            return
        for part in (self.face.pause, self.face.hurts, self.face.large):
            if part.hasFocus():
                part.click()
                return

    def lie_in_corner(self, screen: QScreen) -> None:
        """In the lower right of ``screen``, where least is; Wayland lets no window choose."""
        room = screen.availableGeometry().adjusted(0, 0, -AWAY, -AWAY)
        self.resize(self.size().expandedTo(self.minimumSizeHint()))
        place = self.rect()
        place.moveBottomRight(room.bottomRight())
        self.move(place.topLeft())

    def closeEvent(self, event: QCloseEvent) -> None:
        """However it is closed, the large window is there again before it is gone."""
        self.closed.emit()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any part that is no button takes hold of the window."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        handle = self.windowHandle()
        if handle is None or not handle.startSystemMove():
            self._held = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Where the desktop does not move it, it moves itself."""
        if self._held is not None:
            self.move(event.globalPosition().toPoint() - self._held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
