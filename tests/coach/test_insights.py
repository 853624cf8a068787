"""What is gathered from the journal for the insights: against records that were put into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.insights import PAIN, Insights
from recovery_coach.insight.plain import Occasion, Rated, Span, Work
from recovery_coach.journal import Entry, Journal, MarkRecord, PainEntry, Record, SessionRecord
from tests import factories
from tests.fakes import ManualClock
from tests.journal.make import AT, hurt, one_set, pain, session
from tests.journal.test_histories import a_folder

DAY = AT.date()
WEEK = Span(DAY - timedelta(days=3), DAY + timedelta(days=3))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "journal.sqlite3", ManualClock(AT)) as opened:
        yield opened


@pytest.fixture
def insights(journal: Journal) -> Insights:
    return Insights(journal, {})


def on(days: int, **changes: Any) -> Any:
    return {"at": AT + timedelta(days=days), **changes}


def done(journal: Journal, name: str, days: int = 0, **changes: Any) -> Entry[SessionRecord]:
    values = {"state": "finished", "active_seconds": 600.0, **changes}
    return journal.append(session(started_at=AT + timedelta(days=days), **values), record_id=name)


class TestNumbers:
    def test_a_day_is_told_by_its_median_its_range_and_how_many(
        self, journal: Journal, insights: Insights
    ) -> None:
        for nrs in (2, 6, 3, 3):
            journal.append(pain(nrs))
        journal.append(pain(1, **on(2)))

        assert insights.rated(PAIN, WEEK) == (
            Rated(DAY, 3.0, 2.0, 6.0, 4),
            Rated(DAY + timedelta(days=2), 1.0, 1.0, 1.0, 1),
        )

    def test_what_was_not_said_is_no_zero(self, journal: Journal, insights: Insights) -> None:
        journal.append(PainEntry(at=AT, source="checkin", leg_nrs=0))

        assert insights.rated(PAIN, WEEK) == ()
        assert insights.rated("pain.leg_nrs", WEEK) == (Rated(DAY, 0.0, 0.0, 0.0, 1),)

    def test_every_number_is_there_as_a_point_of_its_record(
        self, journal: Journal, insights: Insights
    ) -> None:
        later = journal.append(pain(5, at=AT + timedelta(hours=2), regions=("si_L=2",)))
        first = journal.append(pain(3))

        found = [(one.record, one.value) for one in insights.points(PAIN, WEEK)]
        assert found == [(first.record_id, 3.0), (later.record_id, 5.0)]
        (place,) = insights.points("place.si_L", WEEK)
        assert (place.value, place.record) == (2.0, later.record_id)

    def test_places_are_counted_by_days(self, journal: Journal, insights: Insights) -> None:
        journal.append(pain(3, regions=("si_L=2", "lowback_L")))
        journal.append(pain(3, regions=("si_L=3",)))
        journal.append(pain(3, **on(1, regions=("lowback_L=1",))))
        journal.append(pain(3, **on(1, regions=("no_such_place=1",))))

        assert insights.places(WEEK) == {"lowback_L": 2, "si_L": 1}

    @given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 10) | st.none()), max_size=30))
    def test_days_are_those_of_plain_counting(self, said: list[tuple[int, int | None]]) -> None:
        with (
            a_folder() as folder,
            Journal.open(folder / "journal.sqlite3", ManualClock(AT)) as journal,
        ):
            for days, nrs in said:
                at = AT + timedelta(days=days)
                journal.append(PainEntry(nrs=nrs, leg_nrs=1, at=at, source="checkin"))
            found = Insights(journal, {}).rated(PAIN, Span(DAY, DAY + timedelta(days=6)))
            told = [entry.record for entry in journal.latest(PainEntry, 99)]
        by_day: dict[date, list[int]] = {}
        for entry in told:
            if entry.nrs is not None:
                by_day.setdefault(entry.at.date(), []).append(entry.nrs)
        assert {one.day: (one.median, one.lowest, one.highest, one.n) for one in found} == {
            day: (median(all_of), min(all_of), max(all_of), len(all_of))
            for day, all_of in by_day.items()
        }
        assert [one.day for one in found] == sorted(by_day)


class TestSessions:
    def test_a_session_with_all_that_was_said_of_it(
        self, journal: Journal, insights: Insights
    ) -> None:
        done(journal, "s1", pain_before=4, pain_after=2, effort=6)
        journal.append(pain(3, **on(1, source="morning", session="s1")))
        journal.append(hurt("s1", 1, score=5))
        journal.append(one_set("s1", 0))
        journal.append(one_set("s1", 1, exercise="cat_cow", outcome="skipped"))

        expected = Occasion(
            session="s1", day=DAY, routine="warmup", minutes=10.0,
            effort=6, before=4, after=2, morning=3, worst=5,
        )  # fmt: skip
        assert insights.occasions(WEEK) == (expected,)
        (told,) = insights.occasions(WEEK, exercises=True)
        assert told.exercises == ("bird_dog",)

    def test_one_that_runs_or_in_which_nothing_was_done_is_none(
        self, journal: Journal, insights: Insights
    ) -> None:
        done(journal, "running", state="running")
        done(journal, "empty", active_seconds=0.0)

        assert insights.occasions(WEEK) == ()

    def test_the_morning_after_the_last_day_belongs_to_it(
        self, journal: Journal, insights: Insights
    ) -> None:
        done(journal, "s1")
        journal.append(pain(3, **on(1, source="morning", session="s1")))

        (occasion,) = insights.occasions(Span(DAY, DAY))
        assert occasion.morning == 3

    def test_days_practised_go_by_the_tags_of_the_routine(self, journal: Journal) -> None:
        core = replace(factories.routine(identifier="core"), tags=("core",))
        stretch = replace(factories.routine(identifier="stretch"), tags=("stretch", "cool-down"))
        insights = Insights(journal, {one.id: one for one in (core, stretch)})
        done(journal, "a", routine="core")
        done(journal, "b", routine="core")
        done(journal, "c", days=1, routine="stretch")
        done(journal, "d", days=2, routine="gone")

        assert insights.practised(WEEK, ("core",)) == (DAY,)
        assert insights.practised(WEEK, ("cool-down", "stretch")) == (DAY + timedelta(days=1),)


class TestTraining:
    def test_what_a_check_in_tells_of_and_what_was_practised(
        self, journal: Journal, insights: Insights
    ) -> None:
        trained = {"training": "trained", "training_minutes": 60, "effort": 7}
        journal.append(pain(2, **trained, lifts=("squat", "row")))
        done(journal, "s1", days=1, effort=4)

        first, second = insights.works(WEEK)
        assert first == Work(
            DAY, 60.0, 7, ("row", "squat"), parts=frozenset({"low", "hip", "knee", "upper"})
        )
        assert second == Work(DAY + timedelta(days=1), 10.0, 4, ("warmup",), guided=True)

    def test_told_twice_on_a_day_it_is_one_training(
        self, journal: Journal, insights: Insights
    ) -> None:
        trained = {"training": "trained", "training_minutes": 60, "effort": 7}
        journal.append(pain(2, **trained))
        journal.append(pain(3, at=AT + timedelta(hours=3), **trained))

        assert len(insights.works(WEEK)) == 1

    def test_a_rest_day_is_no_training(self, journal: Journal, insights: Insights) -> None:
        journal.append(pain(2, training="rest"))
        journal.append(pain(2, **on(1, training="trained")))

        assert insights.works(WEEK) == (Work(DAY + timedelta(days=1), None, None),)

    @pytest.mark.parametrize(
        "trained",
        [
            {"training": "trained"},
            {"lifts": ("squat",)},
            {"effort": 7},
            {"training_minutes": 40},
        ],
    )
    def test_the_last_training_is_found_however_it_was_told(
        self, journal: Journal, insights: Insights, trained: dict[str, Any]
    ) -> None:
        journal.append(pain(2, **on(-200, training="trained")))
        journal.append(pain(2, **on(-90, **trained)))
        journal.append(pain(2, **on(-80, training="rest")))
        journal.append(pain(2))

        assert insights.last_trained(DAY) == DAY - timedelta(days=90)
        assert insights.last_trained(DAY - timedelta(days=91)) == DAY - timedelta(days=200)
        assert insights.last_trained(DAY - timedelta(days=201)) is None

    def test_a_session_is_a_training_once_anything_was_done(
        self, journal: Journal, insights: Insights
    ) -> None:
        done(journal, "s1", days=-5)
        done(journal, "s2", days=-2, active_seconds=0.0)

        assert insights.last_trained(DAY) == DAY - timedelta(days=5)

    def test_sore_parts_have_the_highest_score_of_the_day(
        self, journal: Journal, insights: Insights
    ) -> None:
        journal.append(pain(2, regions=("si_L=2", "lowback_R=5", "lowback_L")))

        assert insights.sore_parts(WEEK) == {(DAY, "low"): 5.0}


class TestSets:
    def test_what_hurt_was_not_clean(self, journal: Journal, insights: Insights) -> None:
        journal.append(one_set("s1", 0, side="left", seconds=40.0))
        journal.append(one_set("s1", 1, side="right", seconds=35.0))
        journal.append(one_set("s1", 2, outcome="partial", exercise="dead_bug"))
        journal.append(hurt("s1", 1))

        left, right, other = insights.held(WEEK)
        assert (left.side, left.seconds, left.done, left.hurt) == ("left", 40.0, True, False)
        assert (right.done, right.hurt) == (True, True)
        assert (other.exercise, other.done) == ("dead_bug", False)
        assert insights.held(WEEK, ("dead_bug",)) == (other,)


class TestMarks:
    def test_a_comparison_counts_from_when_it_was_first_said(self, tmp_path: Path) -> None:
        clock = ManualClock(AT)
        with Journal.open(tmp_path / "journal.sqlite3", clock) as journal:
            mark: Record = MarkRecord(at=AT, words="Core, three times", compares=True)
            entry = journal.append(mark)
            clock.set_wall(AT + timedelta(days=20))
            journal.revise(entry.record_id, MarkRecord(at=AT, words="Core", compares=True))
            late = journal.append(MarkRecord(at=AT, words="Made up later", compares=True))

            first, second = sorted(Insights(journal, {}).events(WEEK), key=lambda e: e.marked_on)
            assert (first.words, first.day, first.marked_on) == ("Core", DAY, DAY)
            assert (second.record, second.marked_on) == (late.record_id, DAY + timedelta(days=20))

    def test_a_plain_mark_that_becomes_a_comparison_was_not_one_before(
        self, tmp_path: Path
    ) -> None:
        clock = ManualClock(AT)
        with Journal.open(tmp_path / "journal.sqlite3", clock) as journal:
            entry = journal.append(MarkRecord(at=AT, words="New chair"))
            clock.set_wall(AT + timedelta(days=15))
            journal.revise(entry.record_id, MarkRecord(at=AT, words="New chair", compares=True))

            (event,) = Insights(journal, {}).events(WEEK)
            assert event.marked_on == DAY + timedelta(days=15)
