"""What a person can do to a session, whichever button, key or tap it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from recovery_coach.coach.practise import Practice
from recovery_coach.session.events import Event
from recovery_coach.session.states import Action

SEEK = 10.0
"""Seconds back or on."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where else a session can be looked at from, how it is silenced, what stops it."""

    floor: Callable[[], object]
    large: Callable[[], object]
    mini: Callable[[], object]
    worry: Callable[[], object]
    silence: Callable[[], object]
    end: Callable[[], object]


class Commands:
    """Moves ``practice``; ``after`` is called after each move, ``hurt`` where it hurts."""

    def __init__(
        self,
        practice: Practice,
        after: Callable[[], object],
        hurt: Callable[[], object],
        ways: Ways,
    ) -> None:
        self.practice = practice
        self._after = after
        self.hurt = hurt
        self.ways = ways

    def allows(self, action: Action) -> bool:
        """Whether it would do anything now."""
        return self.practice.player.allows(action)

    def toggle(self) -> None:
        """Pause, or get ready to go on."""
        self.practice.toggle_pause()
        self._after()

    def tap(self) -> None:
        """On the figure or the number: go on where a step waits, else pause and go on."""
        if self.allows(Action.DONE):
            self.done()
        else:
            self.toggle()

    def back(self) -> None:
        """To the start of this, and from there to the one before."""
        self._handle(self.practice.player.back())

    def skip(self) -> None:
        """To the next."""
        self._handle(self.practice.player.skip())

    def rewind(self) -> None:
        """Ten seconds back."""
        self._handle(self.practice.player.seek(-SEEK))

    def forward(self) -> None:
        """Ten seconds on."""
        self._handle(self.practice.player.seek(SEEK))

    def extend(self) -> None:
        """Ten more seconds of this."""
        self._handle(self.practice.player.extend())

    def done(self) -> None:
        """A step that waits for the person is done."""
        self._handle(self.practice.player.done())

    def _handle(self, events: tuple[Event, ...]) -> None:
        self.practice.handle(events)
        self._after()
