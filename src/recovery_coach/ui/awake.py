"""The screen stays awake while a session runs, and may go dark in a pause and after the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from recovery_coach.base.i18n import tr
from recovery_coach.session.events import Event, StateChanged
from recovery_coach.session.states import State
from recovery_coach.ui.host import Host

if TYPE_CHECKING:
    from recovery_coach.ui.later import StagePage

AWAKE = frozenset({State.RUNNING, State.RESUMING, State.WAITING})
"""The states in which somebody on a mat looks at the screen and touches nothing."""


class KeptAwake(QObject):
    """Follows the session of ``stage`` as long as that is there."""

    def __init__(self, host: Host, stage: StagePage) -> None:
        super().__init__(stage)
        self._host = host
        self._stage = stage
        self._screen = host.around.screen
        if self._screen is not None:
            self._screen.refused.connect(self._on_refused)
            stage.practice.follow(self._on_events)

    def _on_events(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, StateChanged) and self._screen is not None:
                self._screen.keep_on(event.new in AWAKE)

    def _on_refused(self) -> None:
        text = tr("Your screen may go dark: this computer does not let the app keep it on.")
        if self._host.stage is self._stage:
            self._host.messages.say(text)
