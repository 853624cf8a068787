"""The buttons of a running session, as wide as a chalky thumb, and the keys that do the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.practise import Practice
from recovery_coach.session.player import Player
from recovery_coach.session.states import Action, State
from recovery_coach.ui.parts import button, row, words
from recovery_coach.ui.theme import Look

SEEK = 10.0
SPACING = 8
HINT_FROM = 84
"""Width, in body sizes, from which the line of keys has room."""

Key = Qt.Key


class Transport(QWidget):
    """Moves a practised session; ``after`` is called after each move, ``hurt`` for H.

    Shortcuts come before a focused button's own keys, so Space always pauses; a text field keeps
    every letter to itself. Back stays on the left in every language, as on every player: the arrow
    keys do the same.
    """

    def __init__(
        self,
        practice: Practice,
        look: Look,
        after: Callable[[], object],
        hurt: Callable[[], object],
    ) -> None:
        super().__init__()
        self._practice = practice
        self._look = look
        self._after = after
        player = practice.player
        self.hint = words(tr("Space pause · H hurts · F full screen"), "small", wrap=False)
        self.back = button(tr("Back"), self._does(player.back), hint=tr("Left arrow, Page Up"))
        self.minus = button(tr("−10 s"), self._does(lambda: player.seek(-SEEK)), hint="−")
        self.pause = button(tr("Pause"), self.toggle, "primary", hint=tr("Space"))
        self.done = button(tr("Done"), self._does(player.done), "primary", hint=tr("Enter"))
        self.plus = button(tr("+10 s"), self._does(lambda: player.seek(SEEK)), hint="+")
        self.skip = button(tr("Skip"), self._does(player.skip), hint=tr("Right arrow, Page Down"))
        self.longer = button(
            tr("Hold longer"), self._does(player.extend), hint=tr("E: ten more seconds of this")
        )
        self.hurts = button(tr("This hurts"), hurt, "hurts", hint=tr("H: stops at once"))
        self.setProperty("role", "transport")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        layout = row(self, spacing=SPACING)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        for part in (self.back, self.minus, self.done, self.pause, self.plus, self.skip):
            layout.addWidget(part)
        layout.addWidget(self.longer)
        layout.addStretch(1)
        layout.addWidget(self.hurts)
        self._fitted: tuple[object, ...] = ()
        self._keys(player)
        self.refresh()

    def _keys(self, player: Player) -> None:
        self._key(self.toggle, Key.Key_Space, Key.Key_MediaTogglePlayPause, Key.Key_MediaPlay)
        self._key(self._does(player.back), Key.Key_Left, Key.Key_PageUp, Key.Key_MediaPrevious)
        self._key(self._does(player.skip), Key.Key_Right, Key.Key_PageDown, Key.Key_MediaNext)
        self._key(self._does(lambda: player.seek(-SEEK)), Key.Key_Minus, Key.Key_Underscore)
        self._key(self._does(lambda: player.seek(SEEK)), Key.Key_Plus, Key.Key_Equal)
        self._key(self._does(player.extend), Key.Key_E)
        self._key(self.hurts.click, Key.Key_H)

    def _key(self, action: Callable[[], object], *keys: Key) -> None:
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    def _does(self, command: Callable[[], object]) -> Callable[[], None]:
        def act() -> None:
            events = command()
            if isinstance(events, tuple):
                self._practice.handle(events)
            self._after()

        return act

    def toggle(self) -> None:
        """Pause, or get ready to go on."""
        self._practice.toggle_pause()
        self._after()

    def refresh(self) -> None:
        """Enable what does something now."""
        player = self._practice.player
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
        self.hint.setVisible(self.width() >= max(wanted, self._look.size(HINT_FROM)))
