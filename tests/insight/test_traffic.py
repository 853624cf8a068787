"""The traffic light of facts 4.4, row by row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.traffic import ZONES, Light, baseline, light

SCORE = st.none() | st.integers(0, 10)


def during(highest: float | None, alarming: bool = False) -> Light:
    return light(highest, alarming, morning=None, usual=None, rises=None)


def morning(score: float | None, usual: float | None) -> Light:
    return light(None, alarming=False, morning=score, usual=usual, rises=None)


@pytest.mark.parametrize(
    ("highest", "zone"),
    [(0, "green"), (2, "green"), (3, "amber"), (5, "amber"), (6, "red"), (10, "red")],
)
def test_the_highest_number_in_the_session(highest, zone):
    assert during(highest).during == during(highest).zone == zone


@pytest.mark.parametrize("highest", [None, 0, 2, 5, 9])
def test_sharp_in_the_leg_or_of_the_nerves_is_red_whatever_the_number(highest):
    assert during(highest, alarming=True).during == "red"


@pytest.mark.parametrize(
    ("score", "usual", "zone"),
    [
        (3, 3, "green"),
        (1, 3, "green"),
        (3, 2.5, "green"),
        (4, 3, "amber"),
        (4, 2.5, "amber"),
        (5, 3, "red"),
        (9, 3, "red"),
    ],
)
def test_the_next_morning_beside_the_baseline(score, usual, zone):
    assert morning(score, usual).morning == zone


@pytest.mark.parametrize(("score", "usual"), [(None, 3), (3, None), (None, None)])
def test_a_morning_without_a_number_or_without_a_baseline_says_nothing(score, usual):
    assert morning(score, usual).morning is None
    assert morning(score, usual).zone is None


@pytest.mark.parametrize(("rises", "zone"), [(True, "red"), (False, "green"), (None, None)])
def test_from_week_to_week(rises, zone):
    assert light(None, alarming=False, morning=None, usual=None, rises=rises).week == zone


def test_nothing_said_is_no_light_rather_than_green():
    assert during(None) == Light(None, None, None, None, None)


@given(SCORE, st.booleans(), SCORE, SCORE, st.none() | st.booleans())
def test_the_worst_column_decides(highest, alarming, score, usual, rises):
    told = light(highest, alarming, score, usual, rises)
    columns = [zone for zone in (told.during, told.morning, told.week) if zone is not None]
    worst = max(columns, key=ZONES.index) if columns else None
    assert told.zone == worst
    assert told.baseline == usual


# -- the baseline --------------------------------------------------------------------------


def test_the_baseline_is_the_median_of_the_last_mornings():
    assert baseline([2, 9, 3], before=7) == 3


def test_seven_of_them_at_most():
    assert baseline([10, 10, 10, 1, 1, 1, 2, 2, 2, 2], before=None) == 2


@pytest.mark.parametrize("mornings", [[], [2], [2, 2]])
def test_under_three_mornings_it_is_the_number_before(mornings):
    assert baseline(mornings, before=6) == 6
    assert baseline(mornings, before=None) is None
