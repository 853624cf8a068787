"""What Today shows: the number now, what stands, the suggestion, the last sessions.

Works without a journal, too: then nothing is remembered and nothing is suggested from the past.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from recovery_coach.base.clock import Clock
from recovery_coach.base.i18n import tr
from recovery_coach.coach.adapted import Adapted, Codes, Why
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.hurts import HIGHEST
from recovery_coach.coach.ordinary import ordinary
from recovery_coach.coach.telling import telling_exercises
from recovery_coach.coach.today import Suggestion, suggest
from recovery_coach.journal import (
    BackgroundRecord,
    Entry,
    ImpactRecord,
    Journal,
    PainEntry,
    PainSource,
    SessionRecord,
)
from recovery_coach.library.loader import Library
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.timeline.compiler import length
from recovery_coach.timeline.model import Options

if TYPE_CHECKING:
    from recovery_coach.coach.morning import Asked
    from recovery_coach.coach.numbers import Numbers
    from recovery_coach.redflags.screen import Screen

_How = tuple[Codes, bool, Options]
"""What a routine is adapted to: the codes, whether only to gentle exercises, and the timing."""

_Asked = tuple[int, tuple[int, int], datetime]
"""Which journal, in which state, at which minute."""

SORE_FROM = 3
"""The number from which a day counts as sore and moves are further apart: where facts 4.4 has its
amber zone begin (a borrowed scale; that it lengthens the pauses is editorial)."""


class Overview:
    """Reads the journal each time it is asked, so that it is never stale."""

    def __init__(
        self,
        library: Library,
        journal: Journal | None,
        clock: Clock,
        options_for: Callable[[str, bool], Options],
        numbers: Callable[[], Numbers],
    ) -> None:
        self.library = library
        self.journal = journal
        self.clock = clock
        self._options_for = options_for
        self.numbers = numbers
        """What to call, by the settings of this moment."""
        self.put_off: Callable[[], str] = lambda: ""
        """The ISO date on which the check of the week was put off."""
        self._stands: tuple[_Asked, Standing] | None = None
        self._on: tuple[_Asked, Codes] | None = None
        self._adapted: dict[str, tuple[Routine, _How, Adapted]] = {}
        self._seconds: dict[str, tuple[Routine, Options, float]] = {}
        self._telling: tuple[Mapping[str, Routine], Mapping[str, str]] | None = None

    @property
    def now(self) -> datetime:
        """The wall clock."""
        return self.clock.now()

    def number(self) -> int | None:
        """The latest pain number of today."""
        if self.journal is None:
            return None
        now = self.now
        today = self.journal.on_day(PainEntry, now.date())
        given = [entry.record for entry in today if entry.record.nrs is not None]
        # After a clock was set back there may be one of later on: it gives way to what is newer.
        said = [record for record in given if record.at <= now] or given
        return said[-1].nrs if said else None

    @property
    def sore(self) -> bool:
        """Whether today's number asks for the gentle routines."""
        number = self.number()
        return number is not None and number > HIGHEST

    @property
    def takes_longer(self) -> bool:
        """Whether today's number asks for more time between moves."""
        number = self.number()
        return number is not None and number >= SORE_FROM

    def options_for(self, routine: str) -> Options:
        """The pace of a routine as it would be begun now."""
        return self._options_for(routine, self.takes_longer)

    def suggestion(self, standing: Standing) -> Suggestion | None:
        """The routine to offer, why, and the others; None where nothing may be begun."""
        if standing.alarmed:
            return None
        # What a few answers would open is offered: they are asked for when it is begun.
        routines = self._with_something_left()
        gentle = standing.only_gentle
        return suggest(routines, self.now, self.last_used(), self.number(), gentle)

    # -- what is left out ------------------------------------------------------------------

    def codes(self) -> Codes:
        """The caution codes that are on, and by what."""
        asked = self._asked()
        if self._on is None or self._on[0] != asked:
            self._on = (asked, self._look_up_codes())
        return self._on[1]

    def _look_up_codes(self) -> Codes:
        found: dict[str, Why] = dict.fromkeys(self.standing().verdict.codes, "check")
        if self.journal is not None and self.journal.latest(BackgroundRecord, 1):
            from recovery_coach.coach.background import read_background  # most never need it

            found.update(read_background(self.journal, self.now).codes)
        return found

    @property
    def only_gentle(self) -> bool:
        """Whether only gentle access is given: then nothing else comes in for what is left out."""
        return self.sore or self.standing().only_gentle

    def adapted(self, routine: Routine) -> Adapted:
        """A routine as it would be done now: without what carries a code that is on."""
        return self._adapted_to(routine, self.codes())

    def as_done(self, routine: Routine) -> Routine:
        """The same without the reasons; without steps where none is left."""
        return self.adapted(routine).routine

    def suiting(self, routine: Routine) -> Mapping[str, Exercise]:
        """What a session of a routine may fall back on: no easier exercise with a code comes in."""
        codes = self.codes()
        if not codes:
            return self.library.exercises
        from recovery_coach.coach.leaving_out import suiting

        return suiting(routine, self.library.exercises, codes)

    def _adapted_to(self, routine: Routine, codes: Codes) -> Adapted:
        if not codes:
            return Adapted(routine)
        from recovery_coach.coach.leaving_out import adapt
        from recovery_coach.coach.single import PREFIX

        how = (codes, self.only_gentle, self.options_for(routine.id))
        known = self._adapted.get(routine.id)
        # Its file may have been read again, or a code set since.
        if known is None or known[0] is not routine or known[1] != how:
            fill = not routine.id.startswith(PREFIX)
            made = adapt(routine, self.library.exercises, *how, fill=fill)
            known = self._adapted[routine.id] = (routine, how, made)
        return known[2]

    def _with_something_left(self) -> list[Routine]:
        """The routines of which not every step is left out."""
        codes, routines = self.codes(), self.library.routines.values()
        return [r for r in routines if not self._adapted_to(r, codes).nothing_left]

    # -- routines --------------------------------------------------------------------------

    def last_used(self) -> dict[str, datetime]:
        """When each routine was last begun, by its id."""
        return self.journal.last_used() if self.journal else {}

    def seconds(self, routine: Routine) -> float:
        """How long a routine takes as it would be done now, with the user's timing."""
        done = self.adapted(routine).routine
        options = self.options_for(routine.id)
        known = self._seconds.get(routine.id)
        # Its file may have been read again, or its timing changed.
        if known is None or known[0] is not done or known[1] != options:
            known = (done, options, length(done, self.library.exercises, options))
            self._seconds[routine.id] = known
        return known[2]

    def telling(self, routine: Routine) -> str:
        """The exercise whose picture stands for a routine."""
        routines = self.library.routines
        if self._telling is None or self._telling[0] is not routines:
            self._telling = (routines, telling_exercises(routines.values()))
        told = self._telling[1].get(routine.id) or routine.steps[0].exercise
        left = [step.exercise for step in self.adapted(routine).routine.steps if not step.easier]
        return told if told in left or not left else left[0]

    def last_sessions(self, limit: int = 5) -> list[Entry[SessionRecord]]:
        """The sessions begun last."""
        return self.journal.latest(SessionRecord, limit) if self.journal else []

    # -- pain, and what follows from it ------------------------------------------------------

    def standing(self) -> Standing:
        """What stands now: the level, why, what is still to be asked, what may be begun."""
        if self.journal is None:
            return Standing()
        asked = self._asked()
        if self._stands is None or self._stands[0] != asked:
            self._stands = (asked, self._look_up(self.journal))
        return self._stands[1]

    def _asked(self) -> _Asked:
        """Another one where what is known may have changed: every card of a page asks."""
        state = self.journal.state if self.journal is not None else (0, 0)
        # The clocks that matter are counted in hours.
        return id(self.journal), state, self.now.replace(second=0, microsecond=0)

    def _look_up(self, journal: Journal) -> Standing:
        found = ordinary(journal, self.now)
        if found is not None:
            return found
        from recovery_coach.coach.checks import standing  # an ordinary day does without the rules

        return standing(journal, self.now)

    def screen(self, standing: Standing) -> Screen:
        """What stands, in words."""
        from recovery_coach.redflags.wording import screen

        known = self.numbers()
        return screen(standing.verdict, known.emergency, known.advice, known.crisis)

    def morning(self) -> Asked | None:
        """What to ask on the morning after a session."""
        if self.journal is None:
            return None
        today = self.now.date()
        yesterday = self.journal.on_day(SessionRecord, today - timedelta(days=1))
        if not yesterday:
            return None
        from recovery_coach.coach.morning import asks  # most mornings there is nothing to ask

        return asks(yesterday, self.journal.on_day(PainEntry, today), self.now)

    def impact_due(self) -> bool:
        """Whether the check of the week is to be offered."""
        if self.journal is None or not self.journal.latest(SessionRecord, 1):
            return False
        from recovery_coach.coach.impact import impact_due

        last = [entry.day for entry in self.journal.latest(ImpactRecord, 1)]
        with suppress(ValueError):  # it was not put off
            last.append(date.fromisoformat(self.put_off()))
        return impact_due(max(last, default=None), self.journal.first_day(), self.now.date())

    def log_pain(self, number: int) -> list[str]:
        """Store a number alone, for the morning after if that is asked; the versions to undo it."""
        asked = self.morning()
        session = asked.session if asked is not None else None
        source: PainSource = "today" if asked is None else "morning"
        return self.log(PainEntry(nrs=number, at=self.now, source=source, session=session))

    def hold(self) -> list[str]:
        """Hold what follows from what a session wrote; the versions to undo it by."""
        if self.journal is None or ordinary(self.journal, self.now) is not None:
            return []
        from recovery_coach.coach.checks import hold

        return hold(self.journal, self.now)

    def log(self, entry: PainEntry) -> list[str]:
        """Store an entry, and hold what follows from it; the versions to undo it by."""
        if self.journal is None:
            return []
        from recovery_coach.coach.checks import note

        return note(self.journal, entry, self.now)


def state_words(state: str) -> str:
    """How a session ended."""
    return {
        "running": tr("under way"),
        "finished": tr("finished"),
        "stopped": tr("stopped early"),
        "kept": tr("interrupted, kept"),
    }.get(state, state)
