"""A practice with its clock in the test's hand, and what the journal says of it."""

from __future__ import annotations

from typing import Any

from recovery_coach.coach.practise import Practice
from recovery_coach.journal import Journal, JournalTrouble, SessionRecord
from recovery_coach.library.models import Step
from recovery_coach.timeline.model import Options
from tests import factories
from tests.fakes import ManualClock

PLANK = Step(exercise="plank")
"""20 s, one set: with these options segments 0 get ready (5 s), 1 hold."""
SIDES = Step(exercise="side_plank")
"""12 s on each side: get ready, left, switch, right."""
TWICE = Step(exercise="side_plank", hold=12, sets=2, rest=9)
"""The same in two sets; its easier exercise is held for 6 s."""
SQUAT = Step(exercise="squat")
"""Five reps of 4 s."""
PACK_UP = Step(exercise="pack_up")
"""Until done."""
AT_ONCE = Options(get_ready=0, switch=0, transition=0)


class Practised:
    """``practice`` at ``clock``; ask it what is on record."""

    def __init__(
        self,
        clock: ManualClock,
        journal: Journal | None,
        *steps: Step,
        options: Options | None = None,
    ) -> None:
        self.clock = clock
        self.journal = journal
        self.practice = Practice(
            factories.routine(*steps), factories.EXERCISES, clock, journal, options
        )

    def pass_time(self, seconds: float) -> None:
        """Let time pass in steps of half a second, as a timer would."""
        for _ in range(round(seconds * 2)):
            self.clock.advance(0.5)
            self.practice.tick()

    @property
    def record(self) -> SessionRecord:
        assert self.journal is not None
        entry = self.journal.get(self.practice.session_id)
        assert entry is not None
        assert isinstance(entry.record, SessionRecord)
        return entry.record

    @property
    def sets(self) -> list[tuple[int, str]]:
        """Segments on record, with how they went."""
        assert self.journal is not None
        entries = self.journal.sets_of(self.practice.session_id)
        return [(entry.record.segment, entry.record.outcome) for entry in entries]

    @property
    def checkpoint(self) -> dict[str, Any] | None:
        assert self.journal is not None
        return dict(self.journal.checkpoints()).get(self.practice.session_id)


class Failing:
    """Makes every write of a journal fail while ``broken``."""

    def __init__(self, journal: Journal) -> None:
        self.broken = False
        self._path = journal.path
        self._write = journal.write
        journal.write = self  # type: ignore[method-assign, assignment]

    def __call__(self, *arguments: object, **named: object) -> object:
        if self.broken:
            raise JournalTrouble("full", self._path)
        return self._write(*arguments, **named)  # type: ignore[arg-type]
