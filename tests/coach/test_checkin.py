"""The check-in in words: what an entry says, and nothing of what is missing."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, time, timedelta, timezone

import pytest

from recovery_coach.coach.checkin import (
    facts_of,
    families,
    lifts,
    on_day,
    says_something,
    tags,
    title_of,
)
from recovery_coach.journal import PainEntry
from tests.journal.make import AT, pain

FULL = pain(
    4,
    leg_nrs=2,
    worst_nrs=7,
    regions=("lowback_L=6", "buttock_R"),
    qualities=("dull", "achy"),
    stiff_minutes=30,
    woke=True,
    runs_down="thigh",
    runs_side="left",
    sleep_hours=6.5,
    sleep_quality=4,
    stress=3,
    mood=5,
    water=1.5,
    training="trained",
    lifts=("deadlift", "row"),
    training_minutes=60,
    effort=8,
    taken=("heat", "medicine"),
    note="PR attempt, slept 5 h",
)
DAY = date(2026, 3, 4)


def nothing(**changes: object) -> PainEntry:
    return PainEntry(at=AT, source="checkin", **changes)  # type: ignore[arg-type]


def test_there_are_sixteen_words_in_three_families():
    found = [word for family in families() for word, _ in family.words]
    assert [len(family.words) for family in families()] == [7, 4, 5]
    assert len(set(found)) == 16


def test_a_full_entry_in_lines():
    assert title_of(FULL) == "Pain 4 of 10"
    assert facts_of(FULL) == (
        "Leg 2 · worst 7",
        "Low back beside the spine, left 6 · Buttock, right",
        "Dull · Achy",
        "Stiff for 30 min in the morning · woke at night · runs down to the thigh, your left",
        "6.5 h of sleep, quality 4 · stress 3 · mood 5",
        "Water 1.5 l · trained, deadlift, row, 60 minutes, effort 8",
        "Heat · Medicine",
    )


def test_a_number_alone_says_nothing_else():
    assert facts_of(pain(3)) == ()


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (pain(0), "Pain 0 of 10"),
        (nothing(leg_nrs=3), "Leg pain 3 of 10"),
        (nothing(regions=("lowback_L",)), "Check-in"),
    ],
)
def test_the_title_is_the_number_there_is(entry: PainEntry, title: str):
    assert title_of(entry) == title


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"woke": False}, "Did not wake at night"),
        ({"stiff_minutes": 0}, "Not stiff in the morning"),
        ({"runs_down": "no"}, "Does not run down"),
        ({"runs_side": "both"}, "Both sides"),
        ({"sleep_quality": 0}, "Sleep quality 0"),
        ({"stress": 0}, "Stress 0"),
        ({"mood": 0}, "Mood 0"),
        ({"water": 0.0}, "Water 0 l"),
        ({"training": "rest"}, "Rest day"),
        ({"training_minutes": 1}, "1 minute"),
    ],
)
def test_a_zero_and_a_no_are_answers(changes: dict[str, object], fact: str):
    assert [line.casefold() for line in facts_of(nothing(**changes))] == [fact.casefold()]


def test_water_in_fluid_ounces():
    assert facts_of(nothing(water=0.6), "imperial") == ("Water 20 fl oz",)


def test_what_only_a_newer_program_knows_stands_for_itself():
    entry = nothing(qualities=("pins_and_needles",), regions=("eyebrow_L=2",), taken=("tens",))
    assert facts_of(entry) == ("Eyebrow L 2", "Pins and needles", "Tens")


@pytest.mark.parametrize("name", sorted({field.name for field in fields(PainEntry)}))
def test_every_answer_alone_is_something_that_is_said(name: str):
    """But for when, where and with which session it was asked."""
    if name in {"at", "source", "session"}:
        assert not says_something(nothing())
        return
    entry = nothing(**{name: getattr(FULL, name)})
    assert says_something(entry)
    assert name == "note" or title_of(entry) != "Check-in" or facts_of(entry)


def test_an_entry_that_says_nothing():
    assert not says_something(nothing())
    assert says_something(nothing(note="x"))
    assert says_something(nothing(woke=False))


def test_ids_are_plain_and_differ():
    for choices in (lifts(), tags()):
        ids = [one for one, _ in choices]
        assert len(set(ids)) == len(ids)
        assert all(one.replace("_", "").isalpha() and one.islower() for one in ids)


# -- when --------------------------------------------------------------------------------------


def test_a_past_moment_has_the_offset_of_the_clock_that_is_read():
    there = timezone(timedelta(hours=9))
    now = datetime(2026, 3, 4, 7, 30, tzinfo=there)
    assert on_day(date(2026, 2, 1), time(18, 5), now) == datetime(2026, 2, 1, 18, 5, tzinfo=there)


def test_at_home_it_has_the_offset_of_its_own_day():
    now = datetime(2026, 7, 4, 7, 30).astimezone()
    winter = on_day(date(2026, 1, 4), time(7, 30), now)
    assert winter.utcoffset() == datetime(2026, 1, 4, 7, 30).astimezone().utcoffset()
