"""What the journal holds, gathered into the plain records of ``insight``: the one reader for the
page of trends, the note of the week and the report.

Numbers go by the index of numbers (``journal/numbers.py``), so that years of them are read
without opening a body. Every method may raise JournalTrouble.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from recovery_coach.base.clock import EARLIEST
from recovery_coach.coach.events import read_events
from recovery_coach.insight.intervals import median
from recovery_coach.insight.plain import Event, Held, Occasion, Point, Rated, Span, Work
from recovery_coach.journal import (
    HurtRecord,
    ImpactRecord,
    Journal,
    PainEntry,
    SetRecord,
)
from recovery_coach.journal.numbers import numbers_of
from recovery_coach.library.models import Routine
from recovery_coach.library.regions import body_regions

PAIN = "pain.nrs"
"""The back now. What else can be asked for: ``pain.leg_nrs``, ``pain.worst_nrs``,
``pain.stiff_minutes``, ``pain.sleep_hours``, ``pain.sleep_quality``, ``pain.stress``,
``pain.mood``, ``pain.effort``, ``pain.training_minutes``, ``pain.rest`` (1 on a rest day, 0 on one
of training), ``pain.woke`` (1 or 0), ``impact.pain`` and its like, and ``place.<region id>``, the
score of a region where it has one of its own. The number after a session (source "after") and the
one before it are numbers of the back like all others."""

LOADS: Mapping[str, frozenset[str]] = {
    "deadlift": frozenset({"low", "hip"}),
    "rdl": frozenset({"low", "hip", "thigh"}),
    "squat": frozenset({"low", "hip", "knee"}),
    "row": frozenset({"low", "upper"}),
    "bench_press": frozenset({"upper", "chest"}),
    "overhead_press": frozenset({"low", "upper"}),
    "swing": frozenset({"low", "hip"}),
}
"""The groups of body regions that a lift loads most (editorial; S3-02 for the low back)."""
PLACE, LIFT = "place.", "lift."


class Insights:
    """Reads the journal as it is when it is asked."""

    def __init__(self, journal: Journal, routines: Mapping[str, Routine]) -> None:
        self.journal = journal
        self._routines = routines

    def first_day(self) -> date | None:
        """The first day on which there is anything that may be looked at."""
        first = self.journal.first_day()
        return None if first is None else max(EARLIEST, first)

    def rated(self, name: str, span: Span) -> tuple[Rated, ...]:
        """The days of a span that have a number of that name, in order."""
        found = self.journal.sums.by_day(name, *_ends(span))
        return tuple(Rated(day, *_told(values)) for day, values in found)

    def points(self, name: str, span: Span) -> tuple[Point, ...]:
        """Every number of that name, in the order of its moment.

        It opens every entry of the span: for some weeks.
        """
        found: list[Point] = []
        kind = ImpactRecord if name.startswith("impact.") else PainEntry
        for entry in self.journal.between(kind, *_ends(span)):
            value = dict(numbers_of(entry.record)).get(name)
            if value is not None:
                found.append(Point(entry.record.moment, entry.day, value, entry.record_id))
        return tuple(found)

    def written(self, span: Span) -> tuple[date, ...]:
        """The days that have an entry or a session, in order."""
        return tuple(self.journal.sums.written(*_ends(span)))

    def places(self, span: Span) -> dict[str, int]:
        """On how many days each region was marked, the most often first."""
        found = self.journal.sums.days_of_names(PLACE, *_ends(span))
        known = [region.id for region in body_regions().regions]
        order = sorted((-days, known.index(one)) for one, days in found.items() if one in known)
        return {known[place]: -days for days, place in order}

    def events(self, span: Span) -> tuple[Event, ...]:
        """What was marked, in the order of the days."""
        first, last = _ends(span)
        return read_events(self.journal, Span(first, last)) if first <= last else ()

    def occasions(self, span: Span, exercises: bool = False) -> tuple[Occasion, ...]:
        """The sessions in which anything was done, in order; with what was done if asked for."""
        sums = self.journal.sums
        ends = _ends(span)
        effort, before, after = (
            {r: n for r, (_, n) in sums.by_record(f"session.{name}", *ends).items()}
            for name in ("effort", "pain_before", "pain_after")
        )
        # The morning is that of the next day, which the span may not reach.
        late = _next_day(span.last)
        morning = sums.with_sessions("pain.morning", ends[0], late)
        worst = sums.with_sessions("hurt.score", ends[0], late)
        done = sums.exercises(ends[0], late) if exercises else {}
        return tuple(
            Occasion(
                session=session,
                day=day,
                routine=routine,
                minutes=minutes,
                effort=_whole(effort.get(session)),
                before=_whole(before.get(session)),
                after=_whole(after.get(session)),
                morning=_whole(morning.get(session)),
                worst=_whole(worst.get(session)),
                exercises=done.get(session, ()),
            )
            for day, session, routine, minutes in sums.sessions(*ends)
        )

    def practised_on(self, span: Span) -> tuple[date, ...]:
        """The days with a session in which anything was done, each once, in order."""
        return tuple(self.journal.sums.session_days(*_ends(span)))

    def works(self, span: Span) -> tuple[Work, ...]:
        """Trainings told in a check-in, and sessions of this program, in order.

        A day whose check-ins tell of the same minutes and effort twice tells of one training.
        """
        guided = (
            Work(o.day, o.minutes, o.effort, (o.routine,), guided=True)
            for o in self.occasions(span)
        )
        return tuple(sorted([*self._trainings(span), *guided], key=lambda work: work.day))

    def _trainings(self, span: Span) -> Iterator[Work]:
        sums = self.journal.sums
        ends = _ends(span)
        rest = sums.by_record("pain.rest", *ends)
        minutes = sums.by_record("pain.training_minutes", *ends)
        effort = sums.by_record("pain.effort", *ends)
        lifts: dict[str, list[str]] = {}
        days: dict[str, date] = {}
        for lift in sums.days_of_names(LIFT, *ends):
            for record, (day, _) in sums.by_record(LIFT + lift, *ends).items():
                lifts.setdefault(record, []).append(lift)
                days[record] = day
        for one in (minutes, effort, rest):
            days |= {r: day for r, (day, value) in one.items() if one is not rest or value == 0}
        told: set[tuple[date, float | None, int | None]] = set()
        for record, day in days.items():
            what = tuple(sorted(lifts.get(record, ())))
            work = Work(
                day=day,
                minutes=minutes.get(record, (day, None))[1],
                effort=_whole(effort.get(record, (day, None))[1]),
                what=what,
                parts=frozenset().union(*(LOADS.get(lift, frozenset()) for lift in what)),
            )
            key = (day, work.minutes, work.effort)
            if key not in told:
                told.add(key)
                yield work

    def last_trained(self, last: date) -> date | None:
        """The last day, up to one, on which anything was trained; as :meth:`works` has it."""
        day = self.journal.sums.last_trained(last)
        return day if day is not None and day >= EARLIEST else None

    def held(self, span: Span, exercises: Sequence[str] = ()) -> tuple[Held, ...]:
        """The sets of a span, of some exercises or of all; a body is opened for each."""
        hurts = {
            (hurt.record.session, hurt.record.segment)
            for hurt in self.journal.between(HurtRecord, *_ends(span))
        }
        ends = _ends(span)
        every = self.journal.between
        sets = (
            [entry for about in exercises for entry in every(SetRecord, *ends, about)]
            if exercises
            else every(SetRecord, *ends)
        )
        return tuple(
            Held(
                day=entry.day,
                exercise=entry.record.exercise,
                side=entry.record.side,
                seconds=entry.record.seconds,
                done=entry.record.outcome == "done",
                hurt=entry.record.outcome == "hurt"
                or (entry.record.session, entry.record.segment) in hurts,
            )
            for entry in sets
        )

    def practised(self, span: Span, tags: Sequence[str]) -> tuple[date, ...]:
        """Days with a session of a routine that has one of the tags, each once."""
        wanted = {one.id for one in self._routines.values() if not set(tags).isdisjoint(one.tags)}
        days = {one.day for one in self.occasions(span) if one.routine in wanted}
        return tuple(sorted(days))

    def sore_parts(self, span: Span) -> dict[tuple[date, str], float]:
        """The highest score of each group of regions on each day."""
        groups = {region.id: region.group for region in body_regions().regions}
        found: dict[tuple[date, str], float] = {}
        for (day, region), score in self.journal.sums.highest(PLACE, *_ends(span)).items():
            if region in groups:
                part = (day, groups[region])
                found[part] = max(score, found.get(part, score))
        return found


def _ends(span: Span) -> tuple[date, date]:
    """From where to where it is looked: what lies before the earliest of days is a mistake."""
    return max(EARLIEST, span.first), span.last


def _next_day(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


@lru_cache(maxsize=4096)
def _told(values: tuple[float, ...]) -> tuple[float, float, float, int]:
    """Median, lowest, highest and number of a day's values, which are in order."""
    return median(values), values[0], values[-1], len(values)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
