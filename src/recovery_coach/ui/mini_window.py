"""The mini window: a session in a corner of the screen, for those who lift beside the desk.

It asks to stay above all other windows; on Wayland only the desktop decides that, and some offer it
in the window's own menu instead. It is a window like any other, not a tool window: the keyboard and
a screen reader come to it as they come to every window. It can be dragged by any part of it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.session.states import Action, State
from recovery_coach.session.view import Moment, View, side_of
from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.captions import CaptionLine
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.desk_face import phase_words, side_words
from recovery_coach.ui.face import Face
from recovery_coach.ui.parts import button, column, on_keys, row, set_name, set_text, words
from recovery_coach.ui.ring import Ring
from recovery_coach.ui.session_keys import Key, install_keys
from recovery_coach.ui.shapes import shape_of
from recovery_coach.ui.signs import PhaseSign
from recovery_coach.ui.theme import Look

WIDE, TALL = 22, 13.5
"""In body sizes."""
RING = 7.6
"""The ring, in body sizes, at least."""
MARGIN = 8
FLAGS = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint


class MiniWindow(Face):
    """A face that is a window; ``closed`` however it goes."""

    closed = Signal()

    def __init__(self, commands: Commands, look: Look) -> None:
        super().__init__()
        self.setWindowFlags(FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Recovery Coach"))
        self.setAccessibleName(tr("Session, mini window"))
        self._look = look
        self._commands = commands
        self._held: QPoint | None = None
        self.ring = Ring(look, large=True, least=look.size(RING))
        self.name = BigWords(look)
        self.side = words("", "mini-side", wrap=False)
        self.phase = PhaseSign(look, Qt.AlignmentFlag.AlignLeading)
        self.next = BigWords(look, lines=2, bold=False, colour="muted")
        self.caption = CaptionLine(look, align=Qt.AlignmentFlag.AlignLeading)
        self.sound_state = words("", "small", wrap=False)
        hint = tr("Space")
        self.pause = button(tr("Pause"), commands.toggle, "primary", hint=hint)
        self.done = button(tr("Done"), commands.done, "primary", hint=tr("Enter"))
        self.hurts = button(tr("This hurts"), commands.hurt, "hurts", hint=tr("H: stops at once"))
        self.large = button(tr("Large window"), commands.ways.large, hint=tr("N, Esc"))
        self._lay_out()
        self._install_keys()
        self.resize(look.size(WIDE), look.size(TALL))

    def _lay_out(self) -> None:
        for words_, size in ((self.name, 1.4), (self.phase, 1.4), (self.next, 0.93)):
            words_.show_size(self._look.size(size))
        self.caption.show_size(self._look.size(1.0))
        outer = column(self, margin=MARGIN, spacing=4)
        middle = row(spacing=12)
        middle.addWidget(self.ring, 5)
        middle.addLayout(self._words(), 8)
        outer.addLayout(middle, 1)
        said = row(spacing=8)
        said.addWidget(self.caption, 1)
        said.addWidget(self.sound_state)
        outer.addLayout(said)
        outer.addWidget(self._buttons())
        set_text(self.sound_state, "")

    def _words(self) -> QVBoxLayout:
        stacked = column(spacing=4)
        stacked.addStretch(1)
        stacked.addWidget(self.name)
        stacked.addWidget(self.side, 0, Qt.AlignmentFlag.AlignLeading)
        stacked.addWidget(self.phase)
        stacked.addWidget(self.next)
        stacked.addStretch(1)
        return stacked

    def _buttons(self) -> QWidget:
        line = QWidget()
        line.setProperty("role", "mini-buttons")
        buttons = row(line, spacing=6)
        for part in (self.pause, self.done, self.hurts, self.large):
            buttons.addWidget(part, 1)
        return line

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
        for part in (self.pause, self.hurts, self.large):
            if part.hasFocus():
                part.click()
                return

    # -- showing ---------------------------------------------------------------------------

    def show_words(self, view: View, moment: Moment, asks: bool) -> None:
        """The same words, on a smaller stage; the number before can be given in the large one."""
        self.name.show_text(view.title)
        set_text(self.side, side_words(side_of(moment), view.side))
        set_name(self.side, view.side)
        self.phase.show_phase(shape_of(moment), view.phase, phase_words(view))
        then = " · ".join(part for part in (view.next_name, view.next_words) if part)
        self.next.show_text(tr("Then: {next}").format(next=then))
        self.refresh()

    def refresh(self) -> None:
        """Enable the buttons that do something now."""
        player = self._commands.practice.player
        waiting = player.state is State.WAITING
        self.done.setVisible(waiting)
        self.pause.setVisible(not waiting)
        self.pause.setText(tr("Go on") if player.state is State.PAUSED else tr("Pause"))

    def show_caption(self, text: str, sound: bool = False) -> None:
        """What is being said, above the buttons."""
        self.caption.show_caption(text, sound)

    def show_sound_state(self, text: str) -> None:
        """Beside the captions."""
        set_text(self.sound_state, text)

    def show_notice(self, text: str) -> None:
        """Where captions are, as long as there is none."""
        self.caption.show_notice(text)

    # -- as a window -----------------------------------------------------------------------

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
