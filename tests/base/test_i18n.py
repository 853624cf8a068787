"""Lengths, times and days in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recovery_coach.base import i18n


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (59.6, "1 min"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (480.0000000007, "8 min"),
        (3600, "60 min"),
    ],
)
def test_a_length_in_words(seconds: float, words: str):
    assert i18n.duration(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "1 min"), (89, "1 min"), (91, "2 min"), (531, "9 min")]
)
def test_a_length_in_minutes_is_never_none(seconds: float, words: str):
    assert i18n.minutes(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (0.01, "0:01"),
        (59.2, "1:00"),
        (275, "4:35"),
        (3599.5, "1:00:00"),
        (3845, "1:04:05"),
        (-3, "0:00"),
    ],
)
def test_a_time_left(seconds: float, shown: str):
    assert i18n.clock_time(seconds) == shown


@given(st.integers(0, 100_000), st.floats(0, 10_000))
@example(20, 12.2)  # 20.000000000000004
def test_a_whole_number_of_seconds_is_shown_as_it_is_whatever_it_was_computed_from(
    whole: int, start: float
):
    assert i18n.clock_time((start + whole) - start) == i18n.clock_time(whole)


def test_days_and_moments():
    now = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    assert i18n.weekday(now.date()) == "Sunday"
    assert i18n.long_date(date(2026, 11, 22)) == "Sunday 22 November"
    assert i18n.when(now.replace(hour=7, minute=40), now) == "today 07:40"
    assert i18n.when(now - timedelta(hours=15), now) == "yesterday 18:05"
    assert i18n.when(now - timedelta(days=2), now) == "Friday 20 November, 09:05"


def test_one_and_many():
    assert i18n.trn("{n} rep", "{n} reps", 1) == "1 rep"
    assert i18n.trn("{n} rep", "{n} reps", 2) == "2 reps"


def test_nothing_is_translated_to_nothing():
    # gettext answers an empty text with the header of the catalogue
    assert i18n.tr("") == ""


class Shouting(NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper()


@pytest.fixture
def shouting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translations", Shouting())


@pytest.mark.usefixtures("shouting")
def test_words_come_from_the_catalogue():
    assert i18n.tr("Rest") == "REST"


@pytest.mark.usefixtures("shouting")
def test_without_a_catalogue_the_words_are_english(tmp_path: Path):
    i18n.use_language(tmp_path, ["fr"])
    assert i18n.tr("Rest") == "Rest"
