"""A comparison in words: the template of facts 4.11, its five verdicts, and what stands beside."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.phase_words import (
    Beside,
    Told,
    again_words,
    always_add,
    comparison_words,
    verdict_words,
)
from recovery_coach.insight.phases import LENGTH, Comparison, Verdict, compare
from tests.coach.wording import check
from tests.insight.make import daily, day, scores

Scores = list[float | None]


def compared(before: Scores, after: Scores, today: int = LENGTH, marked: int = 0) -> Comparison:
    return compare(daily(before, first=-14) + daily(after), day(0), day(marked), day(today))


def told(before: Scores, after: Scores, today: int = LENGTH, marked: int = 0) -> Told:
    return comparison_words(compared(before, after, today, marked), day(today))


# -- the template --------------------------------------------------------------------------


def test_the_example_of_the_facts():
    before: Scores = [3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5]
    after: Scores = [2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4]
    assert told(before, after).lines == (
        "14 days before: median 4 (interval 3 to 5, 12 of 14 days).",
        "14 days after: median 3 (interval 2 to 4, 11 of 14 days).",
        (
            "Change of the median: −1. That is under the 2 points, or 30%, usually noticed."
            " The intervals overlap."
        ),
        "Shift of all days: −1 (interval −2 to 0, approximate, days are not independent).",
        "No clear change.",
    )


def test_a_possible_improvement():
    said = told([6] * 14, [3] * 14)
    assert said.change == "Change of the median: −3."
    assert said.verdict == "Possible improvement."


def test_a_possible_worsening_says_as_much():
    said = told([3] * 14, [6] * 14)
    assert said.change == "Change of the median: +3."
    assert said.verdict == "Possible worsening."


def test_smaller_than_usually_noticed():
    said = told([3] * 14, [2] * 14)
    assert said.change == ("Change of the median: −1. That is under the 2 points usually noticed.")
    assert said.verdict == "Smaller than usually noticed."


def test_a_shift_that_may_be_none():
    said = told([*[5] * 10, 10, 10], [*[8] * 10, 0, 0])
    assert said.change == "Change of the median: +3. The interval of the shift includes 0."
    assert said.verdict == "No clear change."


# -- not enough data -----------------------------------------------------------------------


def test_while_it_runs_there_is_neither_change_nor_shift():
    assert told([6] * 14, [2] * 9, today=8).lines == (
        "14 days before: median 6 (interval 6 to 6, 14 of 14 days).",
        "The first 9 days after: median 2 (interval 2 to 2, 9 of 9 days).",
        "Not enough data: the 14 days go on until 15 March.",
    )


def test_on_the_first_day():
    assert told([6] * 14, [2], today=0).after == (
        "The first day after: 1 of 1 days have a number, too few for a median."
    )


def test_too_few_days():
    said = told([6] * 8, [2] * 5)
    assert said.before == "14 days before: median 6 (from 6 to 6; very few days, 8 of 14 days)."
    assert said.after == "14 days after: 5 of 14 days have a number, too few for a median."
    assert said.verdict == (
        "Not enough data: 8 and 5 days have a number, and 9 of 14 are needed in each."
    )


def test_no_days_at_all():
    assert told([], []).after == "14 days after: no number (0 of 14 days)."


def test_marked_when_it_had_begun():
    said = told([6] * 14, [2] * 14, marked=3)
    assert said.verdict == (
        "Not enough data: the day was marked after it had begun,"
        " when numbers could already be seen."
    )
    assert said.change == said.shift == ""


# -- beside it -----------------------------------------------------------------------------


def test_what_else_changed_is_listed():
    _, other, _ = always_add(
        [
            Beside("sleep", 6.5, 12, 7, 11),
            Beside("load", 1200.4, 8, None, 0),
            Beside("rest", 3, 12, 1, 1),
        ]
    )
    assert other == (
        "Other things changed, too: sleep a night 6.5 h (12 nights) before, 7 h (11 nights) after;"
        " effort × minutes 1200 (8 trainings) before, not told after;"
        " rest days 3 of 12 days before, 1 of 1 day after."
    )


def test_what_was_not_told_in_either_is_left_out():
    assert always_add([Beside("sleep", None, 0, None, 0)]) == always_add([])
    assert "none were written down" in always_add([])[1]


def test_it_is_always_said_how_little_this_can_show():
    spell, _, one = always_add([])
    assert "get better by themselves" in spell
    assert "one person" in one
    for line in (*always_add([]), again_words()):
        check(line)


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_every_verdict_has_words(verdict):
    assert verdict_words(verdict).lower() == verdict


@given(scores(14), scores(14), st.integers(-1, 30), st.integers(-2, 2))
def test_nothing_is_claimed_and_an_interval_is_never_alone(before, after, today, marked):
    found = compared(before, after, today, marked)
    said = comparison_words(found, day(today))
    for line in said.lines:
        check(line)
    assert bool(said.change) == bool(said.shift) == (found.verdict != "not enough data")
    assert not said.shift or "approximate" in said.shift
