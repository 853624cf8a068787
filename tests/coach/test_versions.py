"""What an entry said before: every field that a person gave, by its name, was → is."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from recovery_coach.coach.record_words import labels_of
from recovery_coach.coach.versions import versions_of
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    ImpactRecord,
    Journal,
    MarkRecord,
    PainEntry,
    Record,
    SeenRecord,
)
from tests.fakes import ManualClock
from tests.journal.make import pain

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def changes(
    journal: Journal, before: Record, after: Record, day: date | None = None
) -> tuple[str, ...]:
    """What the newer version says."""
    identifier = journal.append(before).record_id
    journal.revise(identifier, after, day)
    newest, *_ = versions_of(journal.history(identifier))
    return newest.changes


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ({"nrs": 3}, {"nrs": 6}, "Number: 3 → 6"),
        ({"nrs": 0}, {"nrs": None}, "Number: 0 → –"),
        ({}, {"leg_nrs": 0}, "Leg: – → 0"),
        ({"worst_nrs": 9}, {"worst_nrs": 8}, "Worst in 24 hours: 9 → 8"),
        ({}, {"regions": ("lowback_L=6",)}, "Low back beside the spine, left: – → 6"),
        ({"regions": ("knee_R=2",)}, {"regions": ("knee_R=5",)}, "Knee, right: 2 → 5"),
        ({"regions": ("knee_R",)}, {}, "Knee, right: marked → –"),
        ({"regions": ("knee_R",)}, {"regions": ("knee_R=0",)}, "Knee, right: marked → 0"),
        ({}, {"qualities": ("stiff", "dull")}, "What kind: – → stiff, dull"),
        ({"stiff_minutes": 0}, {"stiff_minutes": 40}, "Stiff in the morning: 0 min → 40 min"),
        ({}, {"woke": False}, "Woke at night: – → no"),
        ({"woke": False}, {"woke": True}, "Woke at night: no → yes"),
        ({}, {"runs_down": "below_knee"}, "Runs down: – → to below the knee"),
        ({}, {"runs_side": "left"}, "On which side: – → your left"),
        ({"sleep_hours": 7.0}, {"sleep_hours": 6.5}, "Sleep: 7 h → 6.5 h"),
        ({"sleep_hours": 7.0}, {"sleep_hours": 7.25}, "Sleep: 7 h → 7.25 h"),
        ({}, {"water": 1.5}, "Water: – → 1.5 l"),
        ({}, {"lifts": ("rdl",)}, "Lifts: – → romanian deadlift"),
        ({}, {"training_minutes": 45}, "Length of the training: – → 45 min"),
        ({"taken": ("heat", "cold")}, {"taken": ("heat",)}, "Taken: heat, cold → heat"),
        ({"note": "was"}, {"note": "is"}, "Note: “was” → “is”"),
        ({"note": "was"}, {}, "Note: “was” → –"),
    ],
)
def test_a_field_of_an_entry(journal: Journal, was: dict[str, Any], now: dict[str, Any], told: str):
    assert changes(journal, pain(**was), pain(**now)) == (told,)


def test_every_field_a_person_gives_has_a_name():
    named = set(labels_of(pain()))
    assert {one.name for one in fields(PainEntry)} - named == {"source", "session"}


def test_several_changes_stand_in_the_order_they_are_asked(journal: Journal):
    before = pain(3, at=NOON, note="was")
    after = pain(4, at=NOON, leg_nrs=1, regions=("knee_R=2", "knee_L"), note="is")
    assert changes(journal, before, after) == (
        "Number: 3 → 4",
        "Leg: – → 1",
        "Knee, right: – → 2",
        "Knee, left: – → marked",
        "Note: “was” → “is”",
    )


def test_another_moment_is_told_as_a_day_and_a_time(journal: Journal):
    there = NOON - timedelta(days=2, hours=4)
    assert changes(journal, pain(3, at=NOON), pain(3, at=there)) == (
        "Day: Wednesday 4 March → Monday 2 March",
        "Time: 12:00 → 08:00",
    )


def test_another_day_alone(journal: Journal):
    told = changes(journal, pain(3, at=NOON), pain(3, at=NOON), date(2026, 3, 1))
    assert told == ("Day: Wednesday 4 March → Sunday 1 March",)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            ImpactRecord(at=NOON, pain=3),
            ImpactRecord(at=NOON, pain=3, activity=4),
            ("In the way of doing things: – → 4",),
        ),
        (
            MarkRecord(at=NOON, words="PR"),
            MarkRecord(at=NOON - timedelta(days=1, hours=3), words="Deadlift PR"),
            ("Day: Wednesday 4 March → Tuesday 3 March", "Words: “PR” → “Deadlift PR”"),
        ),
        (
            BackgroundRecord(at=NOON, answers=("age_band=26-49", "osteoporosis=unknown")),
            BackgroundRecord(at=NOON, answers=("age_band=26-49", "osteoporosis=yes")),
            ("Thin bones (osteoporosis), or low bone density: unknown → Yes",),
        ),
        (
            BackgroundRecord(at=NOON, answers=("fever=no",)),
            BackgroundRecord(at=NOON, codes=("FLEX",)),
            (
                "A fever of 38 °C or more, or shivering: No → –",
                "Cautions: – → bending forward brings it on",
            ),
        ),
        (
            SeenRecord(at=NOON, seen_on="2026-03-01", exercise_fine="unsure"),
            SeenRecord(at=NOON, seen_on="2026-03-01", exercise_fine="yes"),
            ("Exercise: unsure about exercise → told that exercise is fine",),
        ),
        (
            CheckRecord(at=NOON, full=True, level="none", rules=1, answers=("runs=left|right",)),
            CheckRecord(at=NOON, full=True, level="none", rules=2, answers=("runs=left",)),
            ("Runs: left, right → left",),
        ),
    ],
)
def test_other_kinds(journal: Journal, before: Record, after: Record, told: tuple[str, ...]):
    assert changes(journal, before, after) == told


def test_deleted_and_put_back_say_only_that(journal: Journal, clock: ManualClock):
    identifier = journal.append(pain(3)).record_id
    clock.advance(60)
    deleted = journal.delete(identifier)
    journal.undo(deleted.version_id)
    told = [version.changes for version in versions_of(journal.history(identifier))]
    assert told == [("Put back",), ("Deleted",), ("Written down",)]
