"""What the journal holds, gathered into the plain records of ``insight``: the one reader for the
page of trends, the note of the week and the report.

Numbers go by the journal's index of numbers, so that no body is opened for them; see
``journal/numbers.py``. Every method may raise JournalTrouble.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from recovery_coach.insight.plain import Event, Held, Occasion, Point, Rated, Span, Work
from recovery_coach.journal import Journal
from recovery_coach.library.models import Exercise, Routine

PAIN = "pain.nrs"
"""The back now. What else can be asked for: ``pain.leg_nrs``, ``pain.worst_nrs``,
``pain.stiff_minutes``, ``pain.sleep_hours``, ``pain.sleep_quality``, ``pain.stress``,
``pain.mood``, ``pain.effort``, ``pain.training_minutes``, ``pain.rest`` (1 on a rest day, 0 on one
of training), ``pain.woke`` (1 or 0), ``impact.pain`` and its like, and ``place.<region id>``, the
score of a region where it has one of its own. The number after a session (source "after") and the
one before it are numbers of the back like all others."""


class Insights:
    """Reads the journal as it is when it is asked."""

    def __init__(
        self,
        journal: Journal,
        exercises: Mapping[str, Exercise],
        routines: Mapping[str, Routine],
    ) -> None:
        self.journal = journal
        self._exercises = exercises
        self._routines = routines

    def first_day(self) -> date | None:
        """The first day on which there is anything."""
        raise NotImplementedError

    def rated(self, name: str, span: Span) -> tuple[Rated, ...]:
        """The days of a span that have a number of that name, in order."""
        raise NotImplementedError

    def points(self, name: str, span: Span) -> tuple[Point, ...]:
        """Every number of that name, in the order of its moment. Opens a body for each day: for
        spans of some weeks."""
        raise NotImplementedError

    def written(self, span: Span) -> tuple[date, ...]:
        """The days that have an entry or a session, in order."""
        raise NotImplementedError

    def places(self, span: Span) -> dict[str, int]:
        """On how many days each region was marked, the most often first."""
        raise NotImplementedError

    def events(self, span: Span) -> tuple[Event, ...]:
        """What was marked, in the order of the days."""
        raise NotImplementedError

    def occasions(self, span: Span, exercises: bool = False) -> tuple[Occasion, ...]:
        """The sessions in which anything was done, in order; with what was done if asked for."""
        raise NotImplementedError

    def works(self, span: Span) -> tuple[Work, ...]:
        """Trainings told in a check-in, and sessions of this program, in order."""
        raise NotImplementedError

    def held(self, span: Span, exercises: Sequence[str] = ()) -> tuple[Held, ...]:
        """The sets of a span, of some exercises or of all; a body is opened for each."""
        raise NotImplementedError

    def practised(self, span: Span, tags: Sequence[str]) -> tuple[date, ...]:
        """Days with a finished session of a routine that has one of the tags, each once."""
        raise NotImplementedError

    def sore_parts(self, span: Span) -> dict[tuple[date, str], float]:
        """The highest score of each group of regions on each day."""
        raise NotImplementedError
