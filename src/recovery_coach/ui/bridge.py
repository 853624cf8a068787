"""The one seam between the clock and Qt: ticks a practised session exactly when something is due.

A single-shot timer is set to the next cue or the next picture, whichever is sooner, and only
while the session runs: paused, waiting or over, nothing wakes the machine. Where nobody can see it
there are no pictures: time and cues go on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from recovery_coach.coach.practise import Practice
from recovery_coach.session.events import CueDue, Event, SegmentEntered, StateChanged
from recovery_coach.session.states import State

FRAMES = (1 / 20, 1 / 30, 1 / 60)
"""Seconds between pictures to choose from: whole parts of what most screens show a second."""


class SessionDriver(QObject):
    """Drives one :class:`Practice` and tells the stage what changed.

    ``frame_seconds`` is set by who shows it, at any ``ticked``: the time between two pictures that
    what moves just now needs (one of ``FRAMES``), or None where nothing can be seen.
    """

    ticked = Signal()
    cue_due = Signal(CueDue)
    segment_entered = Signal(SegmentEntered)
    state_changed = Signal(StateChanged)

    def __init__(self, practice: Practice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.practice = practice
        self.frame_seconds: float | None = FRAMES[-1]
        self._next_picture = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        practice.perform(self._on_due)
        practice.follow(self._on_events)

    def wake(self) -> None:
        """Show the present, and set the timer for what comes next; call after every command."""
        self.ticked.emit()
        player = self.practice.player
        due = player.next_due()
        if due is None:
            self._timer.stop()
            return
        # What was due is counted from the last tick; writing and showing took some of it since.
        now = self.practice.clock.monotonic()
        wait = min(due - (now - player.looked_at), self._until_picture(now))
        self._timer.start(max(0, math.ceil(wait * 1000)))

    def _until_picture(self, now: float) -> float:
        """Seconds until the next picture.

        Pictures keep to a grid: the timer counts whole milliseconds from when it is set, so that
        16 or 17 after each picture would make it 55 a second, and every late one would delay all
        that follow. A cue in between moves none of them.
        """
        every = self.frame_seconds
        if every is None:
            return math.inf
        if self._next_picture <= now:
            self._next_picture += every
        if not now < self._next_picture <= now + every:  # far too late, or at another pace
            self._next_picture = now + every
        return self._next_picture - now

    @property
    def ticks(self) -> bool:
        """Whether the timer is set."""
        return self._timer.isActive()

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
