"""The mini window's face of a session: the same words on a small stage, and three buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.session.states import State
from recovery_coach.session.view import Moment, View, side_of
from recovery_coach.ui.big_words import BigWords
from recovery_coach.ui.captions import CaptionLine
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.desk_face import phase_words, side_words
from recovery_coach.ui.face import Face
from recovery_coach.ui.parts import button, column, row, set_name, set_text, words
from recovery_coach.ui.ring import Ring
from recovery_coach.ui.shapes import shape_of
from recovery_coach.ui.signs import PhaseSign
from recovery_coach.ui.theme import Look

RING = 7.6
"""The ring, in body sizes, at least."""
CAPTION_ROOM = 1.8
"""The place of captions, in body sizes: one line, or two small ones."""
MARGIN = 8


class MiniFace(Face):
    """Small, and whole; the number before the session can be given in the large window."""

    def __init__(self, commands: Commands, look: Look) -> None:
        super().__init__()
        self._look = look
        self._commands = commands
        self.ring = Ring(look, large=True, least=look.size(RING))
        self.name = BigWords(look)
        self.side = words("", "mini-side", wrap=False)
        self.phase = PhaseSign(look, Qt.AlignmentFlag.AlignLeading)
        self.next = BigWords(look, lines=2, bold=False, colour="muted")
        self.caption = CaptionLine(look, lines=2, align=Qt.AlignmentFlag.AlignLeading)
        self.sound_state = words("", "small", wrap=False)
        self.pause = button(tr("Pause"), commands.toggle, "primary", hint=tr("Space"))
        self.done = button(tr("Done"), commands.done, "primary", hint=tr("Enter"))
        self.hurts = button(tr("This hurts"), commands.hurt, "hurts", hint=tr("H: stops at once"))
        self.large = button(tr("Large window"), commands.ways.large, hint=tr("N, Esc"))
        self._lay_out()

    def _lay_out(self) -> None:
        for words_, size in ((self.name, 1.4), (self.phase, 1.4), (self.next, 0.93)):
            words_.show_size(self._look.size(size))
        self.caption.show_size(self._look.size(1.0))
        self.caption.setFixedHeight(self._look.size(CAPTION_ROOM))
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

    # -- showing ---------------------------------------------------------------------------

    def show_words(self, view: View, moment: Moment, asks: bool) -> None:
        """All that is no picture."""
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
        super().show_caption(text, sound)
        self.sound_state.setVisible(bool(self.sound_state.text()) and not text)

    def show_sound_state(self, text: str) -> None:
        """Where captions are, as long as there is none."""
        self.sound_state.setText(text)
        self.sound_state.setVisible(bool(text) and not self.caption.said)

    def show_notice(self, text: str) -> None:
        """Where captions are, as long as there is none."""
        self.caption.show_notice(text)
