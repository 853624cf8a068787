"""The loop of a session: wait until something is due or a key is pressed, then let it happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import tr
from recovery_coach.cli import hurting, returning
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.picture import asks_pain
from recovery_coach.cli.stage import Stage
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach.practise import HurtAction, Practice
from recovery_coach.coach.returning import ASK_AFTER
from recovery_coach.session.events import Event, StateChanged
from recovery_coach.session.states import State

FRAME = 0.1
"""Seconds to wait at most while the session runs: the count on the screen moves on."""
STILL = 1.0
"""Seconds to wait at most while it stands still."""
SEEK = 10.0
"""Seconds that - and + move."""


class Playing:
    """One session at one terminal."""

    def __init__(
        self,
        practice: Practice,
        keys: Keys,
        stage: Stage,
        terminal: Terminal,
        clock: Clock,
        closes: Callable[[Practice], bool] = lambda _: False,
    ) -> None:
        self.practice = practice
        self.closed = False
        """The number at the start ended it: ``closes`` said so."""
        self._closes = closes
        self.after_hurt: HurtAction | None = None
        """What was last decided after H."""
        self._keys = keys
        self._stage = stage
        self._terminal = terminal
        self._clock = clock
        self._looked_at = clock.monotonic()
        self._unseen = 0.0
        """Seconds in which nobody was watching, until that was asked about."""
        practice.follow(self._on_events)
        player = practice.player
        moves: dict[str, Callable[[], tuple[Event, ...]]] = {
            "left": player.back,
            "page_up": player.back,
            "right": player.skip,
            "page_down": player.skip,
            "-": lambda: player.seek(-SEEK),
            "+": lambda: player.seek(SEEK),
            "e": player.extend,
            "enter": player.done,
        }
        self._moves = moves

    def run(self, at_segment: int = 0) -> None:
        """Play to the end, or until it is stopped; whatever ends it, what was done is kept.

        Raises Interrupted after a signal, BrokenPipeError when nobody reads any more.
        """
        practice = self.practice
        self._keys.before_sleep = self._stage.clear
        self._keys.after_sleep = self._stage.clear
        try:
            practice.start(at_segment)
            while not practice.player.ended:
                self._turn()
                if self._stage.gone:
                    raise BrokenPipeError
        finally:
            if not practice.player.ended:
                practice.stop("interrupted")
            self._stage.clear()

    def _turn(self) -> None:
        key = self._keys.wait(self._until_due())
        self._looked_at = self._clock.monotonic()
        self.practice.tick()
        unseen, self._unseen = self._unseen, 0.0
        if unseen > ASK_AFTER and self._keys.there and key != "h":
            # A key pressed meanwhile was meant for what they saw, and it is not there any more.
            self._stage.clear()
            returning.ask(self.practice, self._keys, self._terminal, unseen)
        elif key is not None and not self.practice.player.ended:
            self._press(key)
        if not self._keys.there:
            self._go_on_alone()
        if not self.practice.player.ended:
            self._stage.draw()

    def _on_events(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, StateChanged) and event.gap:
                self._unseen = event.gap

    def _until_due(self) -> float:
        """Seconds to wait; counted from the last look at the clock, as the player counts."""
        player = self.practice.player
        due = player.next_due()
        if due is None:
            return STILL
        passed = self._clock.monotonic() - self._looked_at
        return min(max(0.0, due - passed), FRAME)

    def _press(self, key: str) -> None:
        practice = self.practice
        if key == "space":
            practice.toggle_pause()
        elif key in self._moves:
            practice.handle(self._moves[key]())
        elif key == "h":
            self._stage.clear()
            self.after_hurt = hurting.ask(practice, self._keys, self._terminal)
        elif key in ("q", "escape"):
            self._ask_to_stop()
        elif key in hurting.DIGITS and asks_pain(practice):
            practice.give_before(hurting.DIGITS.index(key))
            if self._closes(practice):
                self.closed = True
                practice.stop("check")

    def _ask_to_stop(self) -> None:
        practice = self.practice
        was_still = practice.player.state is State.PAUSED
        practice.handle(practice.player.pause())
        self._stage.clear()
        self._terminal.say(tr("Stop here? What you did is kept. Y to stop, N to go on"))
        if self._keys.choose("y", "n", "q", "escape", "space", "enter") in ("y", "q"):
            practice.stop()
        elif not was_still:
            practice.handle(practice.player.resume())

    def _go_on_alone(self) -> None:
        """Nobody can press a key: after a gap, and at a wait, it goes on by itself."""
        player = self.practice.player
        if player.state is State.PAUSED:
            self.practice.handle(player.resume())
        if player.state is State.WAITING:
            self.practice.handle(player.done())
