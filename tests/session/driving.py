"""A player with its clock in the test's hand, and a record of all that it told."""

from __future__ import annotations

from typing import TypeVar

from recovery_coach.library.models import Step
from recovery_coach.session.events import CueDue, Event
from recovery_coach.session.player import Player
from recovery_coach.timeline.model import Cue, Options, Timeline
from tests import factories
from tests.fakes import ManualClock

E = TypeVar("E")


class Driven:
    """``drive.player`` at ``drive.clock``; ``drive.events`` is everything told so far."""

    def __init__(self, timeline: Timeline, speed: float = 1.0) -> None:
        self.clock = ManualClock()
        self.player = Player(timeline, self.clock, speed)
        self.events: list[Event] = []

    def do(self, command: str, *arguments: float) -> tuple[Event, ...]:
        events: tuple[Event, ...] = getattr(self.player, command)(*arguments)
        self.events.extend(events)
        return events

    def after(self, seconds: float) -> tuple[Event, ...]:
        """One tick, ``seconds`` after the last."""
        self.clock.advance(seconds)
        return self.do("tick")

    def run(self, seconds: float, step: float = 0.5) -> list[Event]:
        """Ticks of ``step`` for ``seconds``."""
        told = len(self.events)
        for _ in range(round(seconds / step)):
            self.after(step)
        return self.events[told:]

    def told(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]


def playing(*steps: Step, options: Options | None = None, speed: float = 1.0) -> Driven:
    """A started session."""
    driven = Driven(factories.timeline(*steps, options=options), speed)
    driven.do("start")
    return driven


def cues(events: list[Event] | tuple[Event, ...]) -> list[Cue]:
    return [event.cue for event in events if isinstance(event, CueDue)]


def of(kind: type[E], events: list[Event] | tuple[Event, ...]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]
