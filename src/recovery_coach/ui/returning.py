"""Whether anybody is there: after long enough without, it is asked how the session goes on.

The player itself notices a machine that slept and a process that was frozen. That another user has
the screen, or that it is locked, is told by the desktop.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from recovery_coach.coach.returning import ASK_AFTER
from recovery_coach.session.events import Event, StateChanged
from recovery_coach.session.states import State
from recovery_coach.ui.awake import AWAKE
from recovery_coach.ui.host import Host

if TYPE_CHECKING:
    from recovery_coach.ui.later import StagePage


class Returning(QObject):
    """Follows the session of ``stage`` as long as that is there."""

    def __init__(self, host: Host, stage: StagePage) -> None:
        super().__init__(stage)
        self._host = host
        self._stage = stage
        self._practice = stage.practice
        self._here = True
        self._still_since: float | None = None
        """When it came to stand still unseen, on the clock that counts sleep."""
        self._practice.follow(self._on_events)
        presence = host.around.presence
        if presence is not None:
            presence.changed.connect(self._on_presence)
            presence.watch()

    def _on_events(self, events: Sequence[Event]) -> None:
        for event in events:
            if not isinstance(event, StateChanged):
                continue
            if event.gap > ASK_AFTER:
                self._still_since = self._practice.clock.boottime() - event.gap
                # What found the gap may be a key, and H or Escape have a page of their own to show.
                QTimer.singleShot(0, self, self._ask)
            elif event.new is not State.PAUSED:
                self._still_since = None

    def _on_presence(self, here: bool) -> None:
        self._here = here
        if not here and self._practice.player.state in AWAKE:
            now = self._practice.clock.boottime()
            self._stage.pause()
            self._still_since = now if self._still_since is None else self._still_since
        elif here:
            self._ask()

    def _ask(self) -> None:
        host, since = self._host, self._still_since
        waiting = self._here and since is not None
        if since is None or not waiting or host.page is not self._stage or host.overlays.asking:
            return
        self._still_since = None
        seconds = self._practice.clock.boottime() - since
        host.overlays.welcome_back(self._practice, seconds, self._on_answered)

    def _on_answered(self) -> None:
        self._stage.wake()
