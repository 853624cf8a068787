"""The first seconds of a routine, to be heard before it is begun: nothing of it is recorded."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_coach.app import App
from recovery_coach.coach.practise import Practice
from recovery_coach.ui.bridge import SessionDriver
from recovery_coach.ui.captions import Captions
from recovery_coach.ui.sounding import SessionSound, Sound

LASTS = 20.0
"""Seconds of the routine."""
RINGS_OUT_MS = 1500
"""What was begun to be said may end."""


class Preview(QObject):
    """Plays a routine's beginning; ``caption`` as ``Captions`` tells it, ``over`` at its end."""

    caption = Signal(str, bool)
    over = Signal()

    def __init__(self, app: App, practice: Practice, sound: Sound | None, parent: QObject) -> None:
        """``practice`` is one without a journal."""
        super().__init__(parent)
        self._is_over = False
        self.practice = practice
        self.driver = SessionDriver(practice, self)
        self.driver.frame_seconds = None
        self._captions = Captions(app.clock, self)
        self._captions.changed.connect(self.caption)
        self.driver.cue_due.connect(self._captions.tell)
        self.driver.ticked.connect(self._on_tick)
        self.sound = SessionSound(practice, sound, app.mix, app.paths.sounds, self)
        self.sound.state_changed.connect(self._on_state)
        self.sound.ready.connect(self._begin)
        self.sound.prepare()

    def _begin(self) -> None:
        self.practice.start()
        self.driver.wake()

    def _on_state(self, state: str) -> None:
        # That all is well again must not take away what is being said.
        if state or not self._captions.text:
            self.caption.emit(state, False)

    def _on_tick(self) -> None:
        player = self.practice.player
        if player.position >= LASTS or player.ended:
            self.driver.stop()
            QTimer.singleShot(RINGS_OUT_MS, self, self.stop)

    def stop(self) -> None:
        """Silence; it is over."""
        if self._is_over:
            return
        self._is_over = True
        self.driver.stop()
        if not self.practice.player.ended:
            self.practice.stop()
        self.sound.close()
        self.over.emit()
