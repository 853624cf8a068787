"""What is said of the journal as a file: counts by kind, days in runs, and no word of the trade."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from recovery_coach.coach.keeping_words import (
    counts_words,
    days_words,
    kind_words,
    kinds_words,
    made_words,
    missing_words,
    size_words,
    span_words,
    why_words,
)
from recovery_coach.journal.backups import Why
from recovery_coach.journal.counting import Counts
from recovery_coach.journal.records import KINDS

NOW = datetime(2026, 11, 22, 18, 20, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_of_record_has_words_of_its_own(kind: str):
    assert kind_words(kind, 2) != kind_words("of another program", 2)
    assert kind_words(kind, 1) != kind_words(kind, 2).replace("2", "1")


def test_kinds_come_in_their_order_and_what_is_unknown_last():
    counts = {"trip": 2, "set": 30, "pain": 1, "dream": 1, "session": 0}
    assert kinds_words(counts) == ["1 pain entry", "30 sets", "3 records of another kind"]


def counts(records: dict[str, int], first: date | None, last: date | None) -> Counts:
    return Counts(0, records, 0, first, last, None, "")


def test_a_journal_in_a_line():
    day = date(2026, 11, 22)
    assert counts_words(counts({"pain": 2, "set": 1}, day, day)) == "3 entries · 22 November 2026"
    assert counts_words(counts({}, None, None)) == "0 entries"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 11, 22), (2026, 11, 22), "22 November 2026"),
        ((2026, 11, 19), (2026, 11, 22), "19 to 22 November 2026"),
        ((2026, 10, 30), (2026, 11, 2), "30 October 2026 to 2 November 2026"),
        ((2016, 11, 2), (2026, 11, 2), "2 November 2016 to 2 November 2026"),
    ],
)
def test_from_one_day_to_another(
    first: tuple[int, int, int], last: tuple[int, int, int], words: str
):
    assert span_words(date(*first), date(*last)) == words


def test_days_are_told_in_runs_and_many_of_them_from_when_to_when():
    november = [date(2026, 11, day) for day in (19, 20, 21, 22)]
    assert days_words([*november, date(2026, 11, 3)]) == ("3 November 2026, 19 to 22 November 2026")
    scattered = [date(2026, month, 1) for month in range(1, 12)]
    assert days_words(scattered) == "1 January 2026 to 1 November 2026"
    assert days_words([]) == ""


@pytest.mark.parametrize("why", ["day", "hand", "migration", "import", "merge", "restore"])
def test_each_reason_for_a_backup_has_words(why: Why):
    assert why_words(why) != why


def test_when_it_was_made_is_told_in_the_time_of_this_place():
    assert made_words(datetime(2026, 11, 22, 17, 20, tzinfo=UTC), NOW) == "today 18:20"
    assert made_words(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), NOW) == "today 00:30"
    assert made_words(datetime(2025, 11, 21, 9, 0, tzinfo=UTC), NOW) == "21 November 2025, 10:00"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kB"), (126_976, "127 kB"), (999_499, "999 kB"), (12_340_000, "12.3 MB")],
)
def test_how_large_a_file_is(size: int, words: str):
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=2), "What was written later today is missing from it."),
        (timedelta(hours=20), "What was written after that is missing from it: 1 day."),
        (timedelta(days=4), "What was written after that is missing from it: 4 days."),
    ],
)
def test_what_a_backup_lacks_is_said_in_days(ago: timedelta, words: str):
    assert missing_words(NOW - ago, NOW) == words
