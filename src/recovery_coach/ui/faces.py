"""Which face shows a session: the desk's, the floor's where the window fills the screen, or the
mini window's, with the large window out of the way until it is wanted again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.figure.store import Figures
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.desk_face import DeskFace
from recovery_coach.ui.face import Face
from recovery_coach.ui.floor_face import FloorFace
from recovery_coach.ui.mini_window import MiniWindow
from recovery_coach.ui.theme import Look


class Faces(QObject):
    """Those of one session, on its ``page``; floor and mini window are made when first wanted."""

    turned = Signal()
    """Another one is shown now."""
    seen_changed = Signal()
    """It may be seen again, or no more."""
    answered = Signal(int)
    """The number before the session was given."""

    def __init__(self, page: QWidget, commands: Commands, figures: Figures, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._commands = commands
        self._figures = figures
        self._look = look
        self._layout = QStackedLayout(page)
        self.desk = DeskFace(tr(commands.practice.routine.name), commands, figures, look)
        self.floor: FloorFace | None = None
        self.mini: MiniWindow | None = None
        self.shown: Face = self.desk
        self._take_in(self.desk)

    def show_floor(self, wanted: bool) -> None:
        """The floor's, or the desk's: whoever has the window fill the screen says so."""
        if wanted and self.floor is None:
            self.floor = FloorFace(self._commands, self._figures, self._look)
            self._take_in(self.floor)
        face = self.floor if wanted and self.floor is not None else self.desk
        self._layout.setCurrentWidget(face)
        if self.mini is None:
            self._turn_to(face)

    def go_to_floor(self) -> None:
        """Fill the screen, which brings the floor's face with it."""
        self.leave_mini()
        if not self._page.window().isFullScreen():
            self._page.window().showFullScreen()

    def go_large(self) -> None:
        """Back to the window at the desk, from the floor or from the mini window."""
        if self.mini is not None:
            self.leave_mini()
        elif self._page.window().isFullScreen():
            self._page.window().showNormal()

    def turn_mini(self) -> None:
        """To the mini window, and back from it."""
        if self.mini is not None:
            self.leave_mini()
        elif self._page.isVisible():
            self._open_mini()

    def _open_mini(self) -> None:
        self.mini = MiniWindow(self._commands, self._look)
        self.mini.closed.connect(self.leave_mini)
        self.mini.face.seen.changed.connect(self.seen_changed)
        self._turn_to(self.mini.face)
        self.mini.lie_in_corner(self._page.screen())
        self.mini.show()
        self.mini.activateWindow()
        self._page.window().hide()

    def leave_mini(self) -> None:
        """Back to the large window, first of all: nobody is ever left without one."""
        mini, self.mini = self.mini, None
        if mini is None:
            return
        window = self._page.window()
        window.show()
        window.raise_()
        window.activateWindow()
        mini.close()
        mini.deleteLater()
        face = self._layout.currentWidget()
        if isinstance(face, Face):
            self._turn_to(face)

    def _take_in(self, face: Face) -> None:
        face.answered.connect(self.answered)
        face.seen.changed.connect(self.seen_changed)
        self._layout.addWidget(face)

    def _turn_to(self, face: Face) -> None:
        if face is not self.shown:
            self.shown = face
            self.turned.emit()
