"""Effort x minutes, what is usual, a return, and a part trained while it was sore."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.insight.load import (
    AWAY,
    Jump,
    jump,
    load_of,
    returned,
    trained_while_sore,
    weekly_load,
)
from recovery_coach.insight.plain import Work
from tests.insight.make import day, span, work

TODAY = 35
"""A Monday: five full weeks lie before it."""


# -- a training, a week --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "effort", "load"),
    [(60, 5, 300), (45.5, 6, 273), (60, 0, 0), (None, 5, None), (60, None, None)],
)
def test_the_load_is_effort_times_minutes_if_both_are_said(minutes, effort, load):
    assert load_of(work(0, minutes, effort)) == load


def test_a_week_adds_up_and_says_what_could_not_be_counted():
    (week,) = weekly_load([work(0, 60, 5), work(2, 30, 4), work(3, None, 8)], [], span(0, 6), 0)
    assert (week.load, week.trainings, week.uncounted) == (420, 3, 1)


def test_a_week_in_which_nothing_could_be_counted_has_no_load():
    (week,) = weekly_load([work(0, None, 5)], [day(0)], span(0, 6), 0)
    assert (week.load, week.trainings, week.uncounted) == (None, 1, 1)


def test_a_week_without_training_is_zero_if_anything_was_written_and_else_a_gap():
    written, silent = weekly_load([], [day(2)], span(0, 13), 0)
    assert (written.load, written.trainings) == (0.0, 0)
    assert (silent.load, silent.trainings) == (None, 0)


def test_weeks_begin_on_the_day_the_person_has_chosen():
    told = weekly_load([work(5, 60, 5), work(6, 60, 2)], [], span(0, 13), 6)
    assert [week.load for week in told] == [300, 120, None]


def test_two_trainings_a_day_are_two():
    (week,) = weekly_load([work(0, 60, 5), work(0, 20, 3)], [], span(0, 6), 0)
    assert (week.load, week.trainings) == (360, 2)


WORKS = st.lists(
    st.builds(
        work,
        st.integers(-10, 60),
        st.none() | st.integers(0, 200),
        st.none() | st.integers(0, 10),
    ),
    max_size=40,
)


@given(WORKS, st.integers(0, 6))
def test_nothing_is_lost_or_counted_twice(works, weekday):
    told = weekly_load(works, [], span(0, 40), weekday)
    inside = [one for one in works if one.day in span(0, 40)]
    counted = [load for one in inside if (load := load_of(one)) is not None]
    assert sum(week.trainings for week in told) == len(inside)
    assert sum(week.load or 0 for week in told) == pytest.approx(sum(counted))
    assert sum(week.uncounted for week in told) == len(inside) - len(counted)


# -- what is usual -------------------------------------------------------------------------


def weeks_of(*loads: float | None) -> list[Work]:
    """One training for each of the last weeks, the newest last; None is a week without one."""
    first = TODAY - 7 * len(loads)
    return [work(first + 7 * n, load, 1) for n, load in enumerate(loads) if load is not None]


def jumped(*loads: float | None) -> Jump:
    return jump(weeks_of(*loads), [], day(TODAY))


def test_the_last_seven_full_days_stand_beside_the_four_weeks_before():
    told = jumped(300, 200, 300, 400, 480)
    assert (told.usual, told.weeks, told.last.load, told.percent) == (300, 4, 480, 60)
    assert told.last.span == span(TODAY - 7, TODAY - 1)


def test_today_is_not_over_and_does_not_count():
    told = jump([*weeks_of(300, 300, 300, 300, 300), work(TODAY, 500, 10)], [], day(TODAY))
    assert told.percent == 0


def test_what_is_older_than_four_weeks_does_not_count():
    assert jumped(9000, 300, 300, 300, 300, 300).usual == 300


def test_less_is_below_zero():
    assert jumped(300, 300, 300, 300, 150).percent == -50


def test_three_weeks_of_the_four_are_enough():
    told = jumped(None, 200, 300, 400, 600)
    assert (told.weeks, told.usual, told.percent) == (3, 300, 100)


def test_two_are_not():
    told = jumped(None, None, 300, 400, 600)
    assert (told.weeks, told.usual, told.percent) == (2, None, None)


def test_a_week_of_rest_that_was_written_of_counts_as_nothing():
    works = weeks_of(300, None, 300, 300, 300)
    told = jump(works, [day(TODAY - 28)], day(TODAY))
    assert (told.weeks, told.usual) == (4, 300)
    assert jump(works, [], day(TODAY)).weeks == 3


def test_more_than_nothing_is_no_percentage():
    told = jump(weeks_of(300), [day(TODAY - 7 * n) for n in range(1, 6)], day(TODAY))
    assert (told.usual, told.percent) == (0, None)


def test_a_last_week_that_cannot_be_counted_is_not_compared():
    works = [*weeks_of(300, 300, 300, 300, None), work(TODAY - 2, None, 5)]
    told = jump(works, [], day(TODAY))
    assert (told.last.load, told.last.uncounted, told.percent) == (None, 1, None)


def test_trainings_left_out_of_what_is_usual_are_admitted():
    works = [*weeks_of(300, 300, 300, 300, 600), work(TODAY - 10, None, 5), work(0, 60, None)]
    assert jump(works, [], day(TODAY)).uncounted == 2


@given(WORKS)
def test_what_is_usual_is_the_median_of_those_weeks_that_can_be_counted(works):
    told = jump(works, [], day(TODAY))
    known = []
    for ago in (5, 4, 3, 2):
        mine = [one for one in works if one.day in span(TODAY - 7 * ago, TODAY - 7 * ago + 6)]
        loads = [load for one in mine if (load := load_of(one)) is not None]
        known += [sum(loads)] if loads else []
    assert told.weeks == len(known)
    assert told.usual == (pytest.approx(statistics.median(known)) if len(known) >= 3 else None)


# -- a return ------------------------------------------------------------------------------


def test_two_weeks_off_and_then_a_training_are_a_return():
    told = returned([work(0), work(15)], day(20))
    assert told is not None
    assert (told.stopped, told.again, told.days) == (day(0), day(15), AWAY)


def test_a_day_less_is_none():
    assert returned([work(0), work(14)], day(20)) is None


def test_the_first_training_ever_is_no_return():
    assert returned([work(15)], day(20)) is None
    assert returned([], day(20)) is None


@pytest.mark.parametrize(("today", "told"), [(15, True), (28, True), (29, False), (60, False)])
def test_it_is_told_for_two_weeks(today, told):
    assert (returned([work(0), work(15), work(16)], day(today)) is not None) is told


def test_training_that_went_on_since_does_not_hide_it():
    told = returned([work(n) for n in (0, 20, 22, 24, 26)], day(27))
    assert told is not None
    assert (told.again, told.days) == (day(20), 19)


def test_what_lies_ahead_does_not_count_yet():
    assert returned([work(0), work(20)], day(19)) is None


# -- sore ----------------------------------------------------------------------------------


def loading(number: int, *what: str, parts: tuple[str, ...] = ("lower_back",)) -> Work:
    return work(number, what=what, parts=frozenset(parts))


@pytest.mark.parametrize(("ago", "told"), [(-1, False), (0, True), (1, True), (2, False)])
def test_a_part_that_was_sore_that_day_or_the_day_before(ago, told):
    sore = {(day(5 - ago), "lower_back"): 4.0}
    assert bool(trained_while_sore([loading(5, "squat")], sore, least=4)) is told


@pytest.mark.parametrize(("score", "told"), [(2.9, False), (3, True), (8, True)])
def test_from_the_least_score_on(score, told):
    sore = {(day(5), "lower_back"): score}
    assert bool(trained_while_sore([loading(5)], sore, least=3)) is told


def test_another_part_does_not_count():
    assert trained_while_sore([loading(5)], {(day(5), "neck"): 9}, least=3) == ()


def test_the_higher_of_the_two_days_is_told_and_all_that_was_trained():
    sore = {(day(4), "lower_back"): 6, (day(5), "lower_back"): 3}
    works = [loading(5, "squat", "row"), loading(5, "deadlift", "squat")]
    (told,) = trained_while_sore(works, sore, least=3)
    assert (told.score, told.what) == (6, ("squat", "row", "deadlift"))


def test_the_newest_comes_first_and_each_part_by_itself():
    sore = {(day(n), part): 5.0 for n in (1, 9) for part in ("neck", "lower_back")}
    works = [loading(n, "squat", parts=("neck", "lower_back")) for n in (1, 9)]
    told = trained_while_sore(works, sore, least=3)
    assert [(one.day, one.part) for one in told] == [
        (day(9), "lower_back"),
        (day(9), "neck"),
        (day(1), "lower_back"),
        (day(1), "neck"),
    ]
