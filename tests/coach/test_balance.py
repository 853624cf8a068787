"""Days beside the own aim, left beside right, the longest clean holds; in words without praise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from recovery_coach.coach.balance import balance_of, habit_chart, marked_sides
from recovery_coach.coach.balance_words import habit_words, marked_row, plank_row, sides_row
from recovery_coach.coach.insights import Insights
from recovery_coach.coach.trends import Choice, frame_of
from recovery_coach.insight.balance import Longest, Sides
from recovery_coach.journal import Journal
from recovery_coach.library.models import Step
from tests import factories
from tests.fakes import ManualClock
from tests.journal.make import one_set, pain, session

TODAY = date(2026, 3, 4)


@pytest.fixture
def insights(journal: Journal) -> Insights:
    core = replace(factories.routine(Step(exercise="cat_cow"), identifier="core"), tags=("core",))
    return Insights(journal, {"core": core})


def practise(journal: Journal, clock: ManualClock, ago: int, left: float = 30.0) -> None:
    began = clock.now() - timedelta(days=ago)
    made = session("core", started_at=began, state="finished", active_seconds=600.0)
    done = journal.append(made).record_id
    for segment, (side, seconds) in enumerate((("left", left), ("right", 20.0))):
        one = one_set(done, segment, side=side, exercise="side_plank", seconds=seconds, at=began)
        journal.append(one)


def test_days_of_each_week_stand_beside_the_aim(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in (1, 8, 9, 9):
        practise(journal, clock, ago)
    frame = frame_of(Choice(), journal.first_day(), TODAY, 0)
    _, core = balance_of(insights, frame, 3, 2).habits
    assert [week.trainings for week in core.weeks] == [2, 1]
    assert habit_words(core, TODAY).replace("\N{NO-BREAK SPACE}", " ") == (
        "1 day this week · aim 2 · weeks before: median 2 (n = 1)"
    )
    chart = habit_chart(core, "", TODAY)
    assert (chart.goal, chart.unit) == (2.0, "days")


def test_without_an_aim_there_is_no_line_and_no_word_of_it(
    insights: Insights, journal: Journal, clock: ManualClock
):
    practise(journal, clock, 1)
    frame = frame_of(Choice(), journal.first_day(), TODAY, 0)
    _, core = balance_of(insights, frame, 0, 0).habits
    assert habit_words(core, TODAY) == "1 day this week"
    assert habit_chart(core, "", TODAY).goal is None


def test_a_span_of_the_past_has_no_word_on_this_week(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago in (30, 37):
        practise(journal, clock, ago)
    past = frame_of(Choice(), journal.first_day(), TODAY - timedelta(days=28), 0)
    _, core = balance_of(insights, past, 3, 2).habits
    assert "this week" not in habit_words(core, TODAY)


def test_sides_and_the_longest_clean_holds(
    insights: Insights, journal: Journal, clock: ManualClock
):
    practise(journal, clock, 3, left=40.0)
    practise(journal, clock, 1)
    frame = frame_of(Choice(), journal.first_day(), TODAY, 0)
    found = balance_of(insights, frame, 3, 2)
    (side,) = found.sides
    assert (side.left_seconds, side.right_seconds) == (70.0, 40.0)
    assert [(one.side, one.seconds) for one in found.planks] == [("left", 40.0), ("right", 20.0)]


def test_places_are_counted_by_their_sides(
    insights: Insights, journal: Journal, clock: ManualClock
):
    for ago, regions in ((1, ("lowback_L", "knee_R")), (2, ("lowback_L", "lowback_R"))):
        journal.append(pain(3, at=clock.now() - timedelta(days=ago), regions=regions))
    frame = frame_of(Choice(), journal.first_day(), TODAY, 0)
    found = balance_of(insights, frame, 3, 2).marked
    assert found == (("Low back beside the spine", 2, 1), ("Knee", 0, 1))
    assert marked_sides({"sacrum_mid": 4}) == ()


# -- in words ----------------------------------------------------------------------------------


def test_a_side_says_its_time_its_sets_and_what_hurt():
    found = Sides("side_plank", 90.0, 60.0, 3, 1, 2, 0)
    said = ("Side plank", "Left: 1 min 30 s in 3 sets, 2 hurt", "Right: 1 min in 1 set")
    assert sides_row(found, "Side plank") == said


def test_a_place_says_how_often_each_side_was_marked():
    said = ("Knee", "Left: marked on 1 day", "Right: marked on 0 days")
    assert marked_row("Knee", 1, 0) == said


def test_a_plank_without_sides_is_one_hold():
    held = Longest("front_plank", None, 45.0, TODAY)
    assert plank_row("Front plank", [held], TODAY) == ("Front plank", "45 s, on 4 March", "")
