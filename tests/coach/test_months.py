"""A month at a glance: what a day has, where a week begins, and that a gap stays a gap."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.months import (
    DAYS,
    FIRST,
    Mark,
    day_words,
    last_of,
    mark_words,
    marks_of,
    moved,
    read_marks,
    week_of,
    weekdays,
    weeks_of,
)
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    Entry,
    ImpactRecord,
    Journal,
    Record,
    SeenRecord,
)
from recovery_coach.redflags.model import LEVELS, rank
from recovery_coach.settings.model import WEEK_STARTS, WeekStart
from tests.journal.make import pain, session

ZONE = timezone(timedelta(hours=1))
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=ZONE)
TODAY = NOON.date()
DATES = st.dates(FIRST, date(2199, 12, 31))
STARTS = st.sampled_from(WEEK_STARTS)


def entry(record: Record) -> Entry[Record]:
    at = record.moment
    return Entry(record_id="r", version_id="v", day=at.date(), record=record, written_at=at)


def mark_of(*records: Record) -> Mark:
    (mark,) = marks_of([entry(record) for record in records]).values()
    return mark


def check(level: str) -> CheckRecord:
    return CheckRecord(at=NOON, full=True, level=level, rules=1)


# -- what a day has ----------------------------------------------------------------------------


def test_the_highest_number_of_the_day_stands_for_it():
    mark = mark_of(pain(3, at=NOON), pain(6, at=NOON), pain(0, at=NOON))
    assert mark == Mark(number=6)


def test_a_leg_counts_as_much_as_a_back():
    assert mark_of(pain(3, at=NOON, leg_nrs=5)).number == 5
    assert mark_of(pain(None, at=NOON, leg_nrs=2)).number == 2


def test_zero_is_a_number_and_missing_is_none():
    assert mark_of(pain(0, at=NOON)).number == 0
    missing = mark_of(pain(None, at=NOON, worst_nrs=8, regions=("knee_L=4",)))
    assert missing == Mark(other=True)


def test_sessions_are_counted_and_a_flare_is_seen():
    mark = mark_of(
        session(started_at=NOON), session(started_at=NOON), pain(source="flare", at=NOON)
    )
    assert mark == Mark(number=3, sessions=2, flare=True)


@pytest.mark.parametrize("level", LEVELS)
def test_a_check_warns_from_the_level_that_sends_to_a_professional(level: str):
    warns = rank(level) >= rank("book")
    assert mark_of(check(level)) == Mark(warned=warns, other=not warns)


def test_a_level_of_a_later_program_warns():
    assert mark_of(check("beyond")).warned


@pytest.mark.parametrize(
    "record",
    [
        SeenRecord(at=NOON, seen_on="2026-03-04", exercise_fine="yes"),
        BackgroundRecord(at=NOON),
        ImpactRecord(at=NOON, pain=9, enjoyment=9, activity=9),
    ],
)
def test_anything_else_is_there_without_a_number(record: Record):
    assert mark_of(record) == Mark(other=True)


def test_a_day_without_entries_has_no_mark():
    assert not Mark()
    assert marks_of([]) == {}
    assert mark_words(Mark()) == "no entries"


def test_an_entry_counts_for_the_day_it_belongs_to(journal: Journal):
    journal.append(pain(5, at=NOON), day=date(2026, 3, 1))
    assert read_marks(journal, weeks_of(TODAY, "monday")) == {date(2026, 3, 1): Mark(number=5)}


def test_only_what_is_shown_is_read(journal: Journal, monkeypatch: pytest.MonkeyPatch):
    for days in (0, 3, 4, 31, 400, -40):
        journal.append(pain(days % 11, at=NOON - timedelta(days=days)))
    asked = []
    between = Journal.between

    def counted(self: Journal, kind: type[Record], first: date, last: date) -> list[Entry[Record]]:
        asked.append((first, last))
        return between(self, kind, first, last)

    monkeypatch.setattr(Journal, "between", counted)
    marks = read_marks(journal, weeks_of(TODAY, "sunday"))
    assert sorted(marks) == [date(2026, 3, 1), TODAY]
    assert set(asked) == {(date(2026, 3, 1), date(2026, 3, 31))}
    assert sorted(read_marks(journal, [week_of(TODAY, "monday")])) == [TODAY]


def test_of_a_deleted_entry_nothing_is_left(journal: Journal):
    journal.delete(journal.append(pain(5, at=NOON)).record_id)
    assert read_marks(journal, weeks_of(TODAY, "monday")) == {}


# -- weeks and months --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "first"), [("monday", 0), ("sunday", 6), ("saturday", 5)], ids=str
)
def test_a_week_begins_where_it_is_said_to(start: WeekStart, first: int):
    assert weekdays(start)[0] == first
    week = week_of(TODAY, start)
    assert [day.weekday() for day in week if day] == list(weekdays(start))
    assert TODAY in week


def test_march_2026_begins_with_a_lonely_sunday():
    weeks = weeks_of(TODAY, "monday")
    assert weeks[0] == (None, None, None, None, None, None, date(2026, 3, 1))
    assert weeks[-1][:2] == (date(2026, 3, 30), date(2026, 3, 31))
    assert len(weeks) == 6


@given(DATES, STARTS)
def test_a_month_has_each_of_its_days_once(day: date, start: WeekStart):
    weeks = weeks_of(day, start)
    days = [one for week in weeks for one in week if one is not None]
    assert days == [day.replace(day=n) for n in range(1, last_of(day).day + 1)]
    assert all(len(week) == DAYS for week in weeks)
    for week in weeks:
        assert all(
            one is None or one.weekday() == w for one, w in zip(week, weekdays(start), strict=True)
        )


@given(DATES, st.integers(-40, 40))
def test_months_on_and_back(day: date, months: int):
    there = moved(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == min(day.day, last_of(there).day)


def test_a_month_that_is_too_short_has_its_last_day():
    assert moved(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert moved(date(2028, 1, 30), 1) == date(2028, 2, 29)
    assert moved(date(2026, 12, 5), 1) == date(2027, 1, 5)


# -- in words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "mark", "text"),
    [
        (date(2026, 3, 1), Mark(number=4, sessions=1), "Sunday 1 March: pain 4 of 10, 1 session"),
        (date(2026, 3, 1), Mark(), "Sunday 1 March: no entries"),
        (date(2026, 3, 1), Mark(sessions=2, other=True), "Sunday 1 March: 2 sessions"),
        (date(2025, 11, 9), Mark(other=True), "Sunday 9 November 2025: an entry without a number"),
        (
            date(2026, 3, 3),
            Mark(number=7, flare=True, warned=True),
            "Yesterday, Tuesday 3 March: pain 7 of 10, a flare, a check with a warning sign",
        ),
        (TODAY, Mark(number=0), "Today, Wednesday 4 March: pain 0 of 10"),
        (date(2026, 3, 5), Mark(), "Thursday 5 March: still to come"),
        (date(2026, 3, 5), Mark(number=2), "Thursday 5 March: pain 2 of 10"),
    ],
)
def test_a_day_in_words(day: date, mark: Mark, text: str):
    assert day_words(day, mark, TODAY) == text
