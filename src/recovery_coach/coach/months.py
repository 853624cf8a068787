"""A month of the journal at a glance: what each day has, and nothing where a day has nothing.

A gap looks like a gap: a day without entries has no mark at all, never a zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recovery_coach.base.clock import EARLIEST
from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.diary import KINDS, day_heading
from recovery_coach.journal import CheckRecord, Entry, Journal, PainEntry, Record, SessionRecord
from recovery_coach.settings.model import WeekStart

FIRST = EARLIEST
DAYS = 7
_STARTS: Mapping[WeekStart, int] = {"monday": 0, "saturday": 5, "sunday": 6}
_CALM = frozenset({"none", "self-care", "not fully checked"})
"""The levels that send nobody to a professional; one of a later program is taken to do so."""

Week = tuple[date | None, ...]
"""Seven days; None where one belongs to another month."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a day has.

    ``number``: the highest that was given for back or leg, None where none was; ``sessions``: how
    many were begun; ``flare``: one was noted; ``warned``: a check asked for a professional, or for
    more; ``other``: there are entries besides, of whatever kind.
    """

    number: int | None = None
    sessions: int = 0
    flare: bool = False
    warned: bool = False
    other: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return self != Mark()


NOTHING = Mark()


def marks_of(entries: Iterable[Entry[Record]]) -> dict[date, Mark]:
    """The marks by day, of those days that have entries."""
    found: dict[date, Mark] = defaultdict(Mark)
    for entry in entries:
        found[entry.day] = _with(found[entry.day], entry.record)
    return dict(found)


def _with(mark: Mark, record: Record) -> Mark:
    if isinstance(record, SessionRecord):
        return replace(mark, sessions=mark.sessions + 1)
    if isinstance(record, PainEntry):
        numbers = (mark.number, record.nrs, record.leg_nrs)
        given = [number for number in numbers if number is not None]
        flare = mark.flare or record.source == "flare"
        if not given:
            return replace(mark, flare=flare, other=True)
        return replace(mark, number=max(given), flare=flare)
    if isinstance(record, CheckRecord) and record.level not in _CALM:
        return replace(mark, warned=True)
    return replace(mark, other=True)


def read_marks(journal: Journal, weeks: Iterable[Week]) -> dict[date, Mark]:
    """The marks of the days in some weeks; nothing before or after them is read."""
    days = [day for week in weeks for day in week if day is not None]
    if not days:
        return {}
    first, last = min(days), max(days)
    return marks_of(entry for kind in KINDS for entry in journal.between(kind, first, last))


# -- days and weeks --------------------------------------------------------------------------


def first_of(day: date) -> date:
    """The first day of the month in which a day is."""
    return day.replace(day=1)


def last_of(day: date) -> date:
    """The last day of the month in which a day is."""
    return first_of(first_of(day) + timedelta(days=31)) - timedelta(days=1)


def moved(day: date, months: int) -> date:
    """The same day some months on or back; the last one of a month that is too short for it."""
    whole = day.year * 12 + day.month - 1 + months
    first = date(whole // 12, whole % 12 + 1, 1)
    return first.replace(day=min(day.day, last_of(first).day))


def week_of(day: date, start: WeekStart) -> Week:
    """The week in which a day is, whole."""
    first = day - timedelta(days=(day.weekday() - _STARTS[start]) % DAYS)
    return tuple(first + timedelta(days=index) for index in range(DAYS))


def weeks_of(month: date, start: WeekStart) -> tuple[Week, ...]:
    """The month in which a day is, week by week, without the days of other months."""
    first, last = first_of(month), last_of(month)
    weeks = []
    while first <= last:
        week = week_of(first, start)
        weeks.append(tuple(_if_of(month, day) for day in week))
        first = first + timedelta(days=DAYS - week.index(first))
    return tuple(weeks)


def _if_of(month: date, day: date | None) -> date | None:
    there = day is not None and (day.year, day.month) == (month.year, month.month)
    return day if there else None


def weekdays(start: WeekStart) -> tuple[int, ...]:
    """The days of the week in their order, Monday being 0."""
    return tuple((_STARTS[start] + index) % DAYS for index in range(DAYS))


# -- in words ------------------------------------------------------------------------------


def mark_words(mark: Mark) -> str:
    """What a day has, in a line."""
    found = []
    if mark.number is not None:
        found.append(tr("pain {number} of 10").format(number=mark.number))
    if mark.flare:
        found.append(tr("a flare"))
    if mark.sessions:
        found.append(trn("{n} session", "{n} sessions", mark.sessions))
    if mark.warned:
        found.append(tr("a check with a warning sign"))
    if mark.other and not found:
        found.append(tr("an entry without a number"))
    return tr(", ").join(found) or tr("no entries")


def day_words(day: date, mark: Mark, today: date) -> str:
    """A day and what it has, as a screen reader says it."""
    what = mark_words(mark) if mark or day <= today else tr("still to come")
    return tr("{day}: {what}").format(day=day_heading(day, today), what=what)
