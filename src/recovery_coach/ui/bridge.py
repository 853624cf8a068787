"""The one seam between the clock and Qt: ticks a practised session exactly when something is due.

A single-shot timer is set to the next cue or the next picture, whichever is sooner, and only
while the session runs: paused, waiting or over, nothing wakes the machine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from recovery_coach.coach.practise import Practice
from recovery_coach.session.events import CueDue, Event, SegmentEntered, StateChanged
from recovery_coach.session.states import State

FRAME_SECONDS = 1 / 30
"""Between pictures: the ring moves evenly at this, at half the cost of 60 a second."""


class SessionDriver(QObject):
    """Drives one :class:`Practice` and tells the stage what changed."""

    ticked = Signal()
    cue_due = Signal(CueDue)
    segment_entered = Signal(SegmentEntered)
    state_changed = Signal(StateChanged)

    def __init__(self, practice: Practice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.practice = practice
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        practice.perform(self._on_due)
        practice.follow(self._on_events)

    def wake(self) -> None:
        """Show the present, and set the timer for what comes next; call after every command."""
        self.ticked.emit()
        due = self.practice.player.next_due()
        if due is None:
            self._timer.stop()
            return
        # What was due is counted from the last tick; writing and showing took some of it since.
        due -= self.practice.clock.monotonic() - self.practice.player.looked_at
        wait = min(due, FRAME_SECONDS)
        self._timer.start(max(0, math.ceil(wait * 1000)))

    def stop(self) -> None:
        """No more ticks."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        self.practice.tick()
        self.wake()

    def _on_due(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, CueDue):
                self.cue_due.emit(event)

    def _on_events(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, SegmentEntered):
                self.segment_entered.emit(event)
            elif isinstance(event, StateChanged):
                self.state_changed.emit(event)

    @property
    def runs(self) -> bool:
        """Whether time is passing in the session."""
        return self.practice.player.state in (State.RUNNING, State.RESUMING)
