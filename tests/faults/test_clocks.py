"""Clocks: set back and forward, daylight saving, another time zone, midnight in a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from recovery_coach.base.i18n import when
from recovery_coach.coach.checks import standing
from recovery_coach.coach.diary import read_part
from recovery_coach.coach.morning import asks
from recovery_coach.coach.numbers import Numbers
from recovery_coach.coach.ordinary import ordinary
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import Entry, Journal, PainEntry, SessionRecord
from recovery_coach.journal.backups import Backups
from recovery_coach.library.loader import Library
from recovery_coach.timeline.model import Options
from tests.coach.practising import SIDES, Practised
from tests.fakes import ManualClock

BERLIN = ZoneInfo("Europe/Berlin")
TOKYO, LISBON = timezone(timedelta(hours=9)), timezone(timedelta(0))
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=timezone(timedelta(hours=1)))
YEARS = timedelta(days=1500)
EARLIER_AND_LATER = [-YEARS, -timedelta(hours=2), timedelta(hours=2), YEARS]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.sqlite3"


@pytest.fixture
def journal(path: Path, clock: ManualClock) -> Iterator[Journal]:
    with Journal.open(path, clock) as opened:
        yield opened


def note(journal: Journal, nrs: int) -> Entry[PainEntry]:
    """A number, as it is given now."""
    return journal.append(PainEntry(nrs=nrs, at=journal.clock.now(), source="today"))


def local(utc: datetime) -> datetime:
    """As the system's clock tells it: with the offset that is in force then, and no name."""
    there = utc.astimezone(BERLIN)
    return there.astimezone(timezone(there.utcoffset() or timedelta(0)))


# -- the wall clock is set -------------------------------------------------------------------


@pytest.mark.parametrize("jump", EARLIER_AND_LATER, ids=str)
def test_every_version_comes_after_the_last_whatever_the_clock_says(
    journal: Journal, clock: ManualClock, jump: timedelta
):
    entry = note(journal, 3)
    clock.set_wall(NOON + jump)
    changed = journal.revise(entry.record_id, PainEntry(nrs=4, at=NOON, source="today"))
    assert journal.get(entry.record_id) == changed
    gone = journal.delete(entry.record_id)
    assert journal.get(entry.record_id) is None
    back = journal.undo(gone.version_id)
    assert back is not None
    assert journal.get(entry.record_id) == back
    history = journal.history(entry.record_id)
    assert [one.version_id for one in history[:2]] == [entry.version_id, changed.version_id]
    assert back.record == changed.record
    counters = [version.counter for version in journal.versions()]
    assert sorted(counters) == [*range(1, len(counters) + 1)]


def test_entries_stand_by_their_own_moment(journal: Journal, clock: ManualClock):
    first = note(journal, 3)
    clock.set_wall(NOON - timedelta(days=2))
    second = note(journal, 4)
    assert journal.latest(PainEntry, 9) == [first, second]
    assert [one.day for one in (first, second)] == [date(2026, 3, 4), date(2026, 3, 2)]


@pytest.mark.parametrize("jump", EARLIER_AND_LATER, ids=str)
def test_what_is_said_today_counts_though_a_clock_once_ran_ahead(
    journal: Journal, clock: ManualClock, jump: timedelta
):
    clock.set_wall(NOON + jump)
    note(journal, 1)
    clock.set_wall(NOON)
    note(journal, 8)
    assert ordinary(journal, clock.now()) is None
    assert standing(journal, clock.now()).marks.answers["worst_nrs"] == 8
    overview = Overview(
        Library({}, {}), journal, clock, lambda *_: Options(), lambda: Numbers("112")
    )
    assert overview.number() == 8
    assert overview.sore


@pytest.mark.parametrize("jump", EARLIER_AND_LATER, ids=str)
def test_a_clock_that_is_set_in_mid_session_changes_nothing_of_it(
    journal: Journal, clock: ManualClock, jump: timedelta
):
    practised = Practised(clock, journal, SIDES)
    practised.practice.start()
    practised.pass_time(20)
    clock.set_wall(clock.now() + jump)
    practised.pass_time(30)
    assert [outcome for _, outcome in practised.sets] == ["done", "done"]
    assert practised.record.state == "finished"
    assert practised.record.active_seconds == 24
    done = journal.sets_of(practised.practice.session_id)
    assert {one.record.side for one in done} == {"left", "right"}
    assert journal.checkpoints() == []


class TestBackups:
    def make(self, path: Path, clock: ManualClock, nrs: int) -> None:
        with Journal.open(path, clock) as journal:
            note(journal, nrs)
        backups = Backups(path, clock)
        if backups.is_due():
            backups.make("day")

    @pytest.mark.parametrize("jump", EARLIER_AND_LATER, ids=str)
    def test_one_a_day_goes_on_after_the_clock_was_put_right(
        self, path: Path, clock: ManualClock, jump: timedelta
    ):
        clock.set_wall(NOON + jump)
        self.make(path, clock, 1)
        clock.set_wall(NOON + timedelta(days=1))
        self.make(path, clock, 2)
        assert len(Backups(path, clock).all()) == 2

    def test_one_that_a_wrong_clock_dated_ahead_is_not_the_newest(
        self, path: Path, clock: ManualClock
    ):
        clock.set_wall(NOON + YEARS)
        self.make(path, clock, 1)
        clock.set_wall(NOON)
        self.make(path, clock, 2)
        newest = Backups(path, clock).newest_sound()
        assert newest is not None
        assert newest.counts is not None
        assert newest.counts.records == {"pain": 2}

    def test_it_is_due_with_the_local_day(self, path: Path, clock: ManualClock):
        clock.set_wall(NOON.replace(hour=23, minute=50))
        self.make(path, clock, 1)
        clock.advance(5 * 60)
        self.make(path, clock, 2)
        assert len(Backups(path, clock).all()) == 1
        clock.advance(10 * 60)
        self.make(path, clock, 3)
        assert len(Backups(path, clock).all()) == 2


# -- daylight saving -------------------------------------------------------------------------


def test_the_hour_that_is_there_twice(journal: Journal, clock: ManualClock):
    """On 25 October 2026, from 3:00 back to 2:00."""
    first_pass = local(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    clock.set_wall(first_pass)
    first = note(journal, 3)
    clock.set_wall(local(first_pass + timedelta(minutes=45)))
    second = note(journal, 4)
    assert f"{first.record.at:%H:%M}" == "02:30"
    assert f"{second.record.at:%H:%M}" == "02:15", "an earlier time, three quarters of an hour on"
    assert journal.on_day(PainEntry, date(2026, 10, 25)) == [first, second]
    assert journal.latest(PainEntry, 9) == [second, first]
    (day,) = read_part(journal).days
    assert day.entries == (second, first)


@pytest.mark.parametrize(
    "begins",
    [datetime(2026, 3, 28, 22, 30, tzinfo=UTC), datetime(2026, 10, 24, 22, 30, tzinfo=UTC)],
    ids=["23 hours", "25 hours"],
)
def test_yesterday_is_yesterday_on_a_day_of_23_and_of_25_hours(
    journal: Journal, clock: ManualClock, begins: datetime
):
    night = local(begins)
    clock.set_wall(night)
    entry = note(journal, 3)
    for hours in (1, 23, 24):
        now = local(night + timedelta(hours=hours))
        days = (now.date() - entry.day).days
        said = when(entry.record.at, now)
        assert said.startswith({0: "today", 1: "yesterday"}.get(days, "")), (said, now)


def test_a_session_over_the_change_of_the_clock_is_as_long_as_it_was(
    journal: Journal, clock: ManualClock
):
    change = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
    clock.set_wall(local(change - timedelta(seconds=20)))
    practised = Practised(clock, journal, SIDES)
    practised.practice.start()
    practised.pass_time(20)
    clock.set_wall(local(clock.now()))
    practised.pass_time(30)
    record = practised.record
    assert record.state == "finished"
    assert record.ended_at is not None
    assert record.ended_at > record.started_at
    assert record.ended_at.hour == record.started_at.hour == 2
    assert record.active_seconds == 24


# -- another time zone -----------------------------------------------------------------------


def test_an_entry_keeps_the_day_and_the_hour_of_the_place_it_was_made_at(
    journal: Journal, clock: ManualClock
):
    clock.set_wall(datetime(2026, 3, 5, 1, 0, tzinfo=TOKYO))
    tokyo = note(journal, 3)
    clock.set_wall(datetime(2026, 3, 4, 17, 0, tzinfo=LISBON))  # an hour later
    lisbon = note(journal, 4)
    assert (tokyo.day, lisbon.day) == (date(2026, 3, 5), date(2026, 3, 4))
    assert journal.latest(PainEntry, 9) == [lisbon, tokyo]
    assert [day.day for day in read_part(journal).days] == [tokyo.day, lisbon.day]
    found = journal.get(tokyo.record_id)
    assert found is not None
    assert f"{found.record.at:%d. %H:%M}" == "05. 01:00"
    assert f"{found.written_at:%d. %H:%M}" == "05. 01:00"


def test_an_entry_changed_elsewhere_stays_on_its_day(journal: Journal, clock: ManualClock):
    clock.set_wall(datetime(2026, 3, 5, 1, 0, tzinfo=TOKYO))
    entry = note(journal, 3)
    clock.set_wall(datetime(2026, 3, 4, 17, 0, tzinfo=LISBON))
    changed = journal.revise(entry.record_id, PainEntry(nrs=5, at=entry.record.at, source="today"))
    assert changed.day == entry.day


# -- midnight --------------------------------------------------------------------------------


def test_a_session_over_midnight_is_of_the_day_it_was_begun_on(
    journal: Journal, clock: ManualClock
):
    clock.set_wall(NOON.replace(hour=23, minute=59, second=40))
    practised = Practised(clock, journal, SIDES)
    practised.practice.start()
    practised.pass_time(50)
    practised.practice.save_finish(after=2, effort=None, note="")
    (session,) = journal.latest(SessionRecord, 9)
    assert session.day == NOON.date()
    assert session.record.ended_at is not None
    assert session.record.ended_at.date() == NOON.date() + timedelta(days=1)
    assert len(journal.sets_of(session.record_id)) == 2
    (number,) = journal.numbers_of(session.record_id)
    assert number.day == NOON.date() + timedelta(days=1)
    assert [day.day for day in read_part(journal).days] == [NOON.date()]
    morning = (NOON + timedelta(days=1)).replace(hour=7)
    asked = asks([session], journal.on_day(PainEntry, morning.date()), morning)
    assert asked is not None, "what was given after midnight is of the evening"
