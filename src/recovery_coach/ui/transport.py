"""The buttons of a running session, as wide as a chalky thumb; keys do the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.session.states import Action, State
from recovery_coach.ui.commands import Commands
from recovery_coach.ui.parts import button, row, words
from recovery_coach.ui.theme import Look

SPACING = 8
HINT_FROM = 84
"""Width, in body sizes, from which the line of keys has room."""


class Transport(QWidget):
    """Moves a practised session; ``tall`` for a foot, or a hand that looks elsewhere.

    Back stays on the left in every language, as on every player: the arrow keys do the same.
    """

    def __init__(self, commands: Commands, look: Look, tall: bool = False) -> None:
        super().__init__()
        self._commands = commands
        self._look = look
        self.hint = words(tr("Space pause · H hurts · F full screen"), "small", wrap=False)
        self.back = button(tr("Back"), commands.back, hint=tr("Left arrow, Page Up"))
        self.minus = button(tr("−10 s"), commands.rewind, hint="−")
        self.pause = button(tr("Pause"), commands.toggle, "primary", hint=tr("Space"))
        self.done = button(tr("Done"), commands.done, "primary", hint=tr("Enter"))
        self.plus = button(tr("+10 s"), commands.forward, hint="+")
        self.skip = button(tr("Skip"), commands.skip, hint=tr("Right arrow, Page Down"))
        self.longer = button(
            tr("Hold longer"), commands.extend, hint=tr("E: ten more seconds of this")
        )
        self.hurts = button(tr("This hurts"), commands.hurt, "hurts", hint=tr("H: stops at once"))
        self.setProperty("role", "tall-transport" if tall else "transport")
        self._hints = not tall
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._lay_out()
        self._fitted: tuple[object, ...] = ()
        self.refresh()

    def _lay_out(self) -> None:
        layout = row(self, spacing=SPACING)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        for part in (self.back, self.minus, self.done, self.pause, self.plus, self.skip):
            layout.addWidget(part)
        layout.addWidget(self.longer)
        layout.addStretch(1)
        layout.addWidget(self.hurts)

    def refresh(self) -> None:
        """Enable what does something now."""
        player = self._commands.practice.player
        waiting = player.state is State.WAITING
        self.done.setVisible(waiting)
        self.pause.setVisible(not waiting)
        resting = player.state is State.PAUSED
        self.pause.setText(tr("Go on") if resting else tr("Pause"))
        self.pause.setEnabled(not player.ended)
        for part, action in (
            (self.back, Action.BACK),
            (self.minus, Action.SEEK),
            (self.plus, Action.SEEK),
            (self.skip, Action.SKIP),
            (self.longer, Action.EXTEND),
        ):
            part.setEnabled(player.allows(action))
        rests = not player.segment.performed
        self.longer.setText(tr("More time") if rests else tr("Hold longer"))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line of keys gives way first."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a small window, or a language of long words, what the keys do as well gives way."""
        main = self.done if self.pause.isHidden() else self.pause
        parts = (self.back, self.minus, main, self.plus, self.skip, self.longer, self.hurts)
        texts = (self.width(), self._look.px, *(part.text() for part in parts))
        if texts == self._fitted:
            return
        self._fitted = texts
        wanted = sum(part.sizeHint().width() + SPACING for part in parts) - SPACING
        for part in (self.minus, self.plus):
            part.setVisible(wanted <= self.width())
        wanted += self.hint.sizeHint().width() + SPACING
        wide = self.width() >= max(wanted, self._look.size(HINT_FROM))
        self.hint.setVisible(self._hints and wide)
