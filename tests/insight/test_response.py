"""What followed a routine or an exercise: every pair kept, and no more said than they allow."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.intervals import median_interval
from recovery_coach.insight.plain import Occasion
from recovery_coach.insight.response import (
    Pair,
    by_exercise,
    by_routine,
    change_of,
    response,
)
from tests.insight.make import occasion

SAID = st.none() | st.integers(0, 10)


def pairs(*changes: int) -> list[Pair]:
    return [Pair(occasion(n), 10, 10 + change) for n, change in enumerate(changes)]


@st.composite
def occasions(draw: st.DrawFn) -> list[Occasion]:
    names = st.sampled_from(("core_stability", "pre_squat", "cool_down"))
    moves = st.sets(st.sampled_from(("dead_bug", "bird_dog", "side_plank"))).map(tuple)
    return [
        occasion(
            n, draw(names), before=draw(SAID), after=draw(SAID), morning=draw(SAID), exercises=moved
        )
        for n, moved in enumerate(draw(st.lists(moves, max_size=25)))
    ]


# -- pairs ---------------------------------------------------------------------------------


def test_less_pain_is_a_change_below_zero():
    assert Pair(occasion(), 5, 3).change == -2


def test_no_pairs_have_no_median():
    told = change_of([])
    assert (told.n, told.median, told.interval, told.weight) == (0, None, None, "dots")


@pytest.mark.parametrize(
    ("n", "weight"),
    [(1, "dots"), (5, "dots"), (6, "few"), (8, "few"), (9, "enough"), (40, "enough")],
)
def test_how_much_it_may_say_goes_by_how_many_there_are(n, weight):
    told = change_of(pairs(*range(-n, 0)))
    assert told.weight == weight
    assert (told.interval is None) == (weight == "dots")
    if told.interval is not None:
        whole = (told.interval.low, told.interval.high) == (-n, -1)
        assert whole == (weight == "few")


def test_it_is_counted_how_many_went_down_stayed_and_went_up():
    told = change_of(pairs(-3, -1, 0, 0, 2))
    assert (told.lower, told.same, told.higher) == (2, 2, 1)


def test_every_pair_is_kept_in_the_order_it_came():
    given_pairs = pairs(2, -1, 0)
    assert change_of(given_pairs).pairs == tuple(given_pairs)


@given(st.lists(st.integers(-10, 10), min_size=1, max_size=60))
def test_the_median_and_its_interval_are_those_of_the_changes(changes):
    told = change_of(pairs(*changes))
    assert told.median == statistics.median(changes)
    assert told.interval == median_interval(changes)
    assert told.lower + told.same + told.higher == told.n == len(changes)


# -- sessions ------------------------------------------------------------------------------


def test_a_session_counts_where_both_numbers_were_said():
    told = response(
        "core_stability",
        [
            occasion(0, before=4, after=3, morning=2),
            occasion(1, before=4),
            occasion(2, after=3, morning=1),
            occasion(3, before=0, after=0),
        ],
    )
    assert (told.sessions, told.after.n, told.morning.n) == (4, 2, 1)
    assert [pair.change for pair in told.morning.pairs] == [-2]


def test_a_zero_is_a_number():
    assert response("x", [occasion(before=0, after=0)]).after.same == 1


def test_the_routine_with_most_pairs_comes_first_then_by_its_id():
    said = [
        occasion(0, "a_rare"),
        occasion(1, "c_often", before=3, after=3),
        occasion(2, "b_often", before=3, morning=3),
        occasion(3, "d_most", before=3, after=2, morning=2),
    ]
    assert [one.name for one in by_routine(said)] == ["d_most", "b_often", "c_often", "a_rare"]


def test_a_session_counts_once_for_each_exercise_it_had():
    said = [occasion(before=4, after=3, exercises=("dead_bug", "bird_dog", "dead_bug"))]
    assert [(one.name, one.sessions) for one in by_exercise(said)] == [
        ("bird_dog", 1),
        ("dead_bug", 1),
    ]


def test_sessions_nobody_asked_the_exercises_of_tell_nothing_of_them():
    assert by_exercise([occasion(before=4, after=3)]) == ()


@given(occasions())
def test_no_pair_is_lost_or_counted_twice_by_routine(said):
    told = by_routine(said)
    assert sum(one.sessions for one in told) == len(said)
    together = sorted(pair.occasion.day for one in told for pair in one.after.pairs)
    assert together == [one.day for one in said if one.before is not None and one.after is not None]


@given(occasions())
def test_an_exercise_has_the_sessions_it_was_done_in(said):
    for told in by_exercise(said):
        mine = [one for one in said if told.name in one.exercises]
        assert told == response(told.name, mine)
