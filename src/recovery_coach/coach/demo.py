"""A sample journal: years of a lifter with a back, the same for the same seed.

It is written through the journal's own room, with a clock that is moved along: so it has versions
that follow on each other, entries that were put in days later, changed, deleted and put back, a
move to another time zone, and gaps. Measuring, pictures and a first look at the program need it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path

from recovery_coach.base.ids import Ids
from recovery_coach.coach import demo_sessions
from recovery_coach.coach.background import VALUES
from recovery_coach.coach.checks import judge
from recovery_coach.coach.demo_days import USUAL, Writing, entries_of
from recovery_coach.coach.demo_life import Day, days_of
from recovery_coach.coach.demo_marks import marks_of
from recovery_coach.coach.demo_sessions import Plan, Practised
from recovery_coach.coach.demo_words import LATER, SESSIONS
from recovery_coach.coach.standing import Past
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    ImpactRecord,
    Journal,
    PainEntry,
    SeenRecord,
    SessionRecord,
    Write,
    answer_texts,
)
from recovery_coach.library.loader import Library
from recovery_coach.redflags.questions import must_answer, nones

HEALTH: Mapping[str, str] = {
    **{name: values[0] for name, values in VALUES.items()},
    "age_band": "26-49",
}
"""The health background: nothing is known of the person that a rule would ask about."""
MOVED_AFTER = 0.6
"""The share of the years after which the person moves an hour to the east."""
CHECK_EVERY = 91
LONG_FLARE = 8
"""Every so many flares is one that a professional looks at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What sample is wanted; ``per_day``: about how many numbers and check-ins on a day."""

    last: date
    zone: tzinfo
    years: int = 10
    per_day: int = 5
    seed: int = 1

    @property
    def first(self) -> date:
        """The first day."""
        return self.last - timedelta(days=round(self.years * 365.25) - 1)


class NotEmptyError(Exception):
    """There is something in the journal: a sample would be mixed with it."""


@dataclass(slots=True)
class _Clock:
    """Stands where it is put."""

    at: datetime

    def monotonic(self) -> float:
        return self.at.timestamp()

    def boottime(self) -> float:
        return self.at.timestamp()

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that is done at a moment: a write, or the deleting of a record."""

    at: datetime
    write: Write | None = None
    delete: str = ""


def write_demo(path: Path, library: Library, wish: Wish) -> Mapping[str, int]:
    """Write it, all of it or nothing; how many records of each kind are shown then.

    Raises NotEmptyError, JournalTrouble.
    """
    end = datetime.combine(wish.last, time.max, wish.zone)
    events = [event for event in _Life(library, wish).events() if event.at <= end]
    events.sort(key=lambda event: event.at)
    clock = _Clock(events[0].at)
    shown: dict[str, str] = {}
    with Journal.open(path, clock, ids=seeded_ids(wish.seed)) as journal:
        if not journal.is_empty():
            raise NotEmptyError(path)
        with journal.together():
            for event in events:
                clock.at = event.at
                if event.write is not None:
                    entry = journal.write([event.write])[0]
                    shown[entry.record_id] = entry.record.kind
                else:
                    journal.delete(event.delete)
                    del shown[event.delete]
    return Counter(shown.values())


def seeded_ids(seed: int) -> Ids:
    """Ids that come out the same each time."""
    chance = random.Random(f"ids {seed}")
    return lambda: f"{chance.getrandbits(128):032x}"


class _Life:
    """All that is written in these years."""

    def __init__(self, library: Library, wish: Wish) -> None:
        self._wish = wish
        self._plans: Mapping[str, Plan] = demo_sessions.plans(library)
        self._by = Writing(random.Random(wish.seed))
        self._new_id = seeded_ids(wish.seed + 1_000_000)
        self._first = wish.first
        self._session = ""
        """The session of the day before."""
        self._flares = 0

    @property
    def _chance(self) -> random.Random:
        return self._by.chance

    def events(self) -> Iterator[_Event]:
        """Everything, day by day; what is put in later stands with its day."""
        yield from self._background()
        days = list(days_of(self._first, self._wish.last, self._chance))
        for number, day in enumerate(days):
            if day.away:
                self._session = ""
                continue
            yield from self._day(day)
            yield from self._weekly(day)
            yield from self._checks(day, number, len(days))
        new_id = seeded_ids(self._wish.seed + 2_000_000)
        for mark in marks_of(days, self._midnight, self._wish.seed):
            yield _Event(mark.at, Write(record=mark, record_id=new_id()))

    def _midnight(self, on: date) -> datetime:
        """Where the person lives then."""
        midnight = datetime.combine(on, time(), self._wish.zone)
        days = (self._wish.last - self._first) * MOVED_AFTER
        if on > self._first + days:
            return midnight
        offset = (midnight.utcoffset() or timedelta(0)) - timedelta(hours=1)
        return datetime.combine(on, time(), timezone(offset))

    # -- a day -----------------------------------------------------------------------------

    def _day(self, day: Day) -> Iterator[_Event]:
        midnight = self._midnight(day.on)
        wanted = max(1, self._wish.per_day + self._chance.choice((-1, 0, 0, 1)))
        before, self._session = self._session, ""
        if day.routine in self._plans:
            wanted -= 2
            yield from self._practise(day, midnight + timedelta(hours=17.25))
        later = timedelta(0)
        if not day.calm and self._chance.random() < 0.03:
            later = timedelta(days=self._chance.choice((1, 1, 2, 3)))
        for entry in entries_of(day, midnight, wanted, before, self._by):
            yield from self._entry(entry, day, later)

    def _entry(self, entry: PainEntry, day: Day, later: timedelta) -> Iterator[_Event]:
        """An entry; some are put in days later, changed, deleted, and put back."""
        chance, record_id = self._chance, self._new_id()
        at = entry.at + timedelta(seconds=chance.randrange(50)) + later
        yield _Event(at, Write(record=entry, record_id=record_id))
        if day.calm:
            return
        if chance.random() < 0.02:
            at += timedelta(minutes=chance.randrange(3, 1500))
            number = None if entry.nrs is None else max(0, entry.nrs - 1)
            entry = replace(entry, nrs=number, note=entry.note + chance.choice(LATER))
            yield _Event(at, Write(record=entry, record_id=record_id))
        if entry.source == "today" and chance.random() < 0.01:
            at += timedelta(minutes=chance.randrange(1, 40))
            yield _Event(at, delete=record_id)
            if chance.random() < 0.25:
                at += timedelta(seconds=8)
                yield _Event(at, Write(record=entry, record_id=record_id))

    def _practise(self, day: Day, at: datetime) -> Iterator[_Event]:
        """A session, and what becomes of it later."""
        chance, plan = self._chance, self._plans[day.routine]
        at += timedelta(minutes=round(chance.gauss(0, 35)))
        done = self._practised(day, plan, at)
        events = [_Event(*one) for one in demo_sessions.written(plan, done, chance)]
        yield from events
        self._session = done.id
        at = events[-1].at + timedelta(minutes=chance.randrange(5, 200))
        last = events[-1].write
        if day.calm or last is None or not isinstance(last.record, SessionRecord):
            return
        if chance.random() < 0.03:
            told = replace(last.record, effort=4, note=last.record.note + chance.choice(LATER))
            yield _Event(at, Write(record=told, record_id=done.id))
        elif chance.random() < 0.006:
            yield _Event(at, delete=done.id)
            self._session = ""

    def _practised(self, day: Day, plan: Plan, at: datetime) -> Practised:
        chance = self._chance
        before = self._by.number(day, 17) if chance.random() < 0.85 else None
        after = None
        if chance.random() < 0.85:
            after = max(0, (before or 0) - chance.choice((0, 0, 1, 1, 2)))
        hurts = not day.calm and chance.random() < 0.05
        return Practised(
            id=self._new_id(),
            at=at,
            before=before,
            after=after,
            effort=chance.randrange(2, 7) if chance.random() < 0.7 else None,
            note=chance.choice(SESSIONS),
            hurts_in=chance.randrange(len(plan.routine.steps)) if hurts else None,
            sharp=chance.random() < 0.15,
            regions=(chance.choice(USUAL),) if chance.random() < 0.7 else (),
            stops_after=1.0 if chance.random() < 0.95 else chance.uniform(0.2, 0.8),
        )

    # -- what is asked once, or now and then -----------------------------------------------

    def _weekly(self, day: Day) -> Iterator[_Event]:
        """The impact check of the week."""
        if day.on.weekday() != 6 or self._chance.random() > 0.85:
            return
        at = self._midnight(day.on) + timedelta(hours=20, minutes=self._chance.randrange(50))
        pain, enjoyment, activity = (
            max(0, round(day.pain + self._chance.gauss(shift, 0.6))) for shift in (0.0, -0.8, -0.4)
        )
        record = ImpactRecord(at=at, pain=pain, enjoyment=enjoyment, activity=activity)
        yield _Event(at, Write(record=record))

    def _background(self) -> Iterator[_Event]:
        """What is known of the person's health, with a caution that is set for a while."""
        record_id = self._new_id()
        begun = self._first + timedelta(days=2)
        answers = answer_texts({name: f"{value}@{begun}" for name, value in HEALTH.items()})
        third = (self._wish.last - self._first).days // 3
        for days, codes in ((2, ()), (third, ("FLEX",)), (third + 60, ())):
            at = self._midnight(self._first + timedelta(days=days)) + timedelta(hours=20)
            record = BackgroundRecord(at=at, answers=answers, codes=codes)
            yield _Event(at, Write(record=record, record_id=record_id))

    def _checks(self, day: Day, number: int, count: int) -> Iterator[_Event]:
        """Full checks: on a quiet day of each quarter, and in a flare."""
        self._flares += day.since == 0
        at = self._midnight(day.on) + timedelta(hours=21, minutes=50)
        long = self._flares % LONG_FLARE == 1
        if number == count - 4 or (number % CHECK_EVERY == CHECK_EVERY - 1 and day.since is None):
            yield self._check(at, {})
        elif day.since == (4 if long else 1):
            began = at - timedelta(days=day.since)
            told = {"onset_time": began.isoformat(), "trend": "same" if long else "better"}
            event = self._check(at, {"current_nrs": max(1, round(day.pain)), **told})
            yield event
            yield from self._seen(event)

    def _check(self, at: datetime, told: Mapping[str, str | int]) -> _Event:
        """A check in which everything is answered, judged by the rules of the program."""
        none = {name: value for name, value in nones().items() if name in must_answer()}
        hurting = {"movement_provoked": "yes", "trend": "better"} if told else {"current_nrs": 0}
        given = {**none, **hurting, **told}
        checked = judge(Past(background=HEALTH), given, at, asked_all=True)
        return _Event(at, Write(record=checked.record))

    def _seen(self, check: _Event) -> Iterator[_Event]:
        """A professional has looked at what a check came to, if that was asked for."""
        found = check.write.record if check.write is not None else None
        if not isinstance(found, CheckRecord) or found.level != "book":
            return
        at = check.at + timedelta(days=5, hours=-4)
        closed = tuple(f"{row}: trend=same" for row in found.reasons)
        seen = SeenRecord(at=at, seen_on=at.date().isoformat(), exercise_fine="yes", closed=closed)
        yield _Event(at, Write(record=seen))
