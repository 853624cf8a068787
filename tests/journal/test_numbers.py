"""The index of numbers: what it holds of a record, and that it follows whatever is written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from recovery_coach.journal import ImpactRecord, Journal, numbers
from recovery_coach.journal.numbers import agree, numbers_of
from recovery_coach.journal.records import write_body
from tests.journal.histories import unite
from tests.journal.make import AT, hurt, one_set, pain, session

DAY = AT.date()
EVER = (date.min, date.max)


class TestOfARecord:
    def test_what_was_not_answered_is_not_there(self) -> None:
        assert dict(numbers_of(pain(3))) == {"pain.nrs": 3.0}

    def test_a_check_in_has_its_scores_its_places_and_its_training(self) -> None:
        entry = pain(
            4,
            leg_nrs=1,
            woke=False,
            sleep_hours=6.5,
            regions=("lowback_L=6", "si_L"),
            training="trained",
            lifts=("deadlift",),
            training_minutes=50,
            effort=8,
        )

        assert dict(numbers_of(entry)) == {
            "pain.nrs": 4.0,
            "pain.leg_nrs": 1.0,
            "pain.woke": 0.0,
            "pain.sleep_hours": 6.5,
            "pain.training_minutes": 50.0,
            "pain.effort": 8.0,
            "pain.rest": 0.0,
            "place.lowback_L": 6.0,
            "place.si_L": None,
            "lift.deadlift": None,
        }

    def test_the_number_of_a_morning_is_also_one_by_itself(self) -> None:
        assert dict(numbers_of(pain(2, source="morning", session="s1"))) == {
            "pain.nrs": 2.0,
            "pain.morning": 2.0,
        }

    def test_a_session_counts_once_it_is_over_and_anything_was_done(self) -> None:
        assert not dict(numbers_of(session(active_seconds=90.0)))
        assert not dict(numbers_of(session(state="finished")))
        assert dict(numbers_of(session(state="kept", active_seconds=90.0, pain_after=3))) == {
            "session.pain_after": 3.0,
            "session.minutes": 1.5,
        }

    def test_the_mean_of_an_impact_check_is_there_where_all_of_it_is(self) -> None:
        half, whole = (
            ImpactRecord(at=AT, pain=4),
            ImpactRecord(at=AT, pain=4, enjoyment=2, activity=0),
        )

        assert "impact.mean" not in dict(numbers_of(half))
        assert dict(numbers_of(whole))["impact.mean"] == 2.0


class TestFollowing:
    def test_a_new_version_replaces_the_numbers_and_a_deletion_takes_them(
        self, journal: Journal
    ) -> None:
        entry = journal.append(pain(4, regions=("si_L=3",)))
        journal.revise(entry.record_id, pain(6))
        assert journal.sums.by_day("pain.nrs", *EVER) == [(DAY, (6.0,))]
        assert journal.sums.days_of_names("place.", *EVER) == {}

        gone = journal.delete(entry.record_id)
        assert journal.sums.by_day("pain.nrs", *EVER) == []

        journal.undo(gone.version_id)
        assert journal.sums.by_day("pain.nrs", *EVER) == [(DAY, (6.0,))]

    def test_an_entry_put_on_another_day_counts_there(self, journal: Journal) -> None:
        entry = journal.append(pain(4))
        journal.revise(entry.record_id, pain(4, at=AT - timedelta(days=2)))

        assert journal.sums.by_day("pain.nrs", *EVER) == [(DAY - timedelta(days=2), (4.0,))]

    def test_one_place_named_twice_is_named_once(self, journal: Journal) -> None:
        journal.append(pain(4, regions=("si_L=3", "si_L=5")))

        assert journal.sums.highest("place.", *EVER) == {(DAY, "si_L"): 5.0}

    def test_what_nobody_can_read_has_no_numbers(self, journal: Journal, path: Path) -> None:
        entry = journal.append(pain(4))
        (version,) = journal.versions()
        damaged = replace(version, version_id="f" * 32, counter=9, body='{"nrs": 77}')
        unite(journal, [damaged])

        assert journal.get(entry.record_id) is None
        assert journal.sums.by_day("pain.nrs", *EVER) == []

    def test_an_index_that_says_something_else_is_made_anew(
        self, journal: Journal, path: Path
    ) -> None:
        journal.append(pain(4, regions=("si_L=3",)))
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("UPDATE number SET value = 9 WHERE name = 'pain.nrs'")
            other.execute("DELETE FROM number WHERE name = 'place.si_L'")
            other.execute("INSERT INTO number VALUES ('x', 'pain.nrs', 5, 1, NULL)")
        assert journal.sums.by_day("pain.nrs", *EVER) != [(DAY, (4.0,))]

        journal.verify()

        assert journal.sums.by_day("pain.nrs", *EVER) == [(DAY, (4.0,))]
        assert journal.sums.highest("place.", *EVER) == {(DAY, "si_L"): 3.0}

    def test_one_that_is_right_is_left_alone(self, journal: Journal, path: Path) -> None:
        journal.append(pain(4))
        before = journal.state

        journal.verify()

        assert journal.state == before
        with closing(sqlite3.connect(path)) as connection:
            assert agree(connection)


class TestAsking:
    def test_a_day_has_its_numbers_in_order(self, journal: Journal) -> None:
        for nrs in (5, 2, 5):
            journal.append(pain(nrs))
        journal.append(pain(0, at=AT + timedelta(days=1)))

        assert journal.sums.by_day("pain.nrs", DAY, DAY) == [(DAY, (2.0, 5.0, 5.0))]
        assert [day for day, _ in journal.sums.by_day("pain.nrs", *EVER)] == [
            DAY,
            DAY + timedelta(days=1),
        ]

    def test_what_is_about_a_session_is_found_by_it(self, journal: Journal) -> None:
        journal.append(session(state="finished", active_seconds=60.0), record_id="s1")
        journal.append(pain(3, source="morning", session="s1", at=AT + timedelta(days=1)))
        journal.append(pain(7))
        for score in (4, 6):
            journal.append(hurt("s1", score, score=score))

        assert journal.sums.with_sessions("pain.morning", *EVER) == {"s1": 3.0}
        assert journal.sums.with_sessions("hurt.score", *EVER) == {"s1": 6.0}
        assert journal.sums.sessions(*EVER) == [(DAY, "s1", "warmup", 1.0)]

    def test_a_move_that_was_skipped_was_not_done(self, journal: Journal) -> None:
        journal.append(one_set("s1", 0))
        journal.append(one_set("s1", 1, exercise="dead_bug", outcome="partial"))
        journal.append(one_set("s1", 2, exercise="cat_cow", outcome="skipped"))

        assert journal.sums.exercises(*EVER) == {"s1": ("bird_dog", "dead_bug")}

    def test_a_record_on_a_day_that_is_none_has_no_numbers(
        self, journal: Journal, path: Path
    ) -> None:
        body = write_body(pain(4))
        with closing(sqlite3.connect(path)) as other, other:
            numbers.replace(other, gone=(), shown=[("b", "pain", "2026-13-77", body)])

        assert journal.sums.by_day("pain.nrs", *EVER) == []

    @pytest.mark.parametrize("prefix", ["place.", "lift."])
    def test_names_are_those_with_the_prefix_alone(self, journal: Journal, prefix: str) -> None:
        journal.append(pain(4, regions=("si_L=3",), lifts=("squat",)))

        (found,) = journal.sums.days_of_names(prefix, *EVER)
        assert found in ("si_L", "squat")
