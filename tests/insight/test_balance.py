"""Left beside right, the longest clean hold, and days a week: counted, never scored."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.balance import longest, sides, weekly_days
from recovery_coach.insight.plain import Held
from tests.insight.make import day, span


def held(exercise: str, side: str | None, seconds: float, number: int = 0, **said: bool) -> Held:
    return Held(day(number), exercise, side, seconds, **{"done": True, **said})


# -- sides ---------------------------------------------------------------------------------


def test_each_side_has_its_seconds_its_sets_and_those_that_hurt():
    (told,) = sides(
        [
            held("side_plank", "left", 30),
            held("side_plank", "left", 25, hurt=True),
            held("side_plank", "right", 12, done=False, hurt=True),
        ]
    )
    assert (told.left_seconds, told.left_sets, told.left_hurts) == (55, 2, 1)
    assert (told.right_seconds, told.right_sets, told.right_hurts) == (12, 0, 1)


def test_what_has_no_side_is_left_out():
    assert sides([held("front_plank", None, 40)]) == ()


def test_one_side_alone_is_told_with_nothing_beside_it():
    (told,) = sides([held("clam_shell", "right", 20)])
    assert (told.left_seconds, told.right_seconds) == (0, 20)


def test_the_exercise_done_longest_comes_first_then_by_its_id():
    told = sides([held(name, "left", 10) for name in ("c", "b", "a", "c")])
    assert [one.exercise for one in told] == ["c", "a", "b"]


# -- the longest ---------------------------------------------------------------------------


def test_the_longest_set_that_was_done_and_did_not_hurt():
    told = longest(
        [
            held("front_plank", None, 40),
            held("front_plank", None, 60, hurt=True),
            held("front_plank", None, 90, done=False),
        ]
    )
    assert [(key, one.seconds) for key, one in told.items()] == [(("front_plank", None), 40)]


def test_each_side_has_its_own():
    told = longest([held("side_plank", "left", 30), held("side_plank", "right", 20)])
    assert {key[1]: one.seconds for key, one in told.items()} == {"left": 30, "right": 20}


def test_of_equals_the_last_is_told_in_whatever_order_they_come():
    sets = [held("front_plank", None, 40, number) for number in (3, 9, 1)]
    assert longest(sets)["front_plank", None].day == day(9)


# -- days a week ---------------------------------------------------------------------------


def test_a_day_counts_once_however_often_it_was_trained():
    (week,) = weekly_days([day(0), day(0), day(4)], span(0, 6), 0)
    assert week.count == 2


def test_a_week_without_any_is_there_with_none():
    told = weekly_days([day(0), day(15)], span(0, 20), 0)
    assert [(one.span, one.count) for one in told] == [
        (span(0, 6), 1),
        (span(7, 13), 0),
        (span(14, 20), 1),
    ]


def test_the_last_week_may_not_be_over():
    told = weekly_days([day(8)], span(0, 9), 0)
    assert (told[-1].span.days, told[-1].count) == (3, 1)


@given(st.lists(st.integers(-20, 50)), st.integers(0, 6))
def test_each_day_is_in_one_week(numbers, weekday):
    told = weekly_days([day(n) for n in numbers], span(0, 30), weekday)
    assert sum(one.count for one in told) == len({n for n in numbers if 0 <= n <= 30})
