"""Load in words: a plain percentage, what was left out, a return, and a sore part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.load_words import (
    MOST,
    beside_words,
    is_worth_a_word,
    load_lines,
    load_words,
    part_words,
    return_words,
    sore_words,
)
from recovery_coach.coach.trends_below import Load
from recovery_coach.insight.load import Jump, Loaded, Return, SoreAgain
from recovery_coach.library.regions import body_regions
from tests.coach.wording import check
from tests.insight.make import day, span

WEEK = span(28, 34)
TODAY = day(35)


def jump(
    load: float | None = 480,
    usual: float | None = 300,
    weeks: int = 4,
    trainings: int = 3,
    uncounted: int = 0,
    earlier: int = 0,
) -> Jump:
    percent = 100 * (load - usual) / usual if load is not None and usual else None
    return Jump(Loaded(WEEK, load, trainings, uncounted), usual, weeks, percent, earlier)


def load(told: Jump, back: Return | None = None, *sore: SoreAgain) -> Load:
    return Load(weeks=(), jump=told, returned=back, sore=sore)


# -- beside the usual ----------------------------------------------------------------------


def test_more_than_usual_with_what_it_rests_on():
    assert load_words(jump()) == (
        "Last 7 full days: 60% more than your recent weeks"
        " (effort × minutes 480; median of the 4 weeks before 300)."
    )


def test_less_than_usual_is_said_as_plainly():
    assert "50% less than your recent weeks" in load_words(jump(150))


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (0, "as much as in your recent weeks"),
        (0.4, "as much as in your recent weeks"),
        (0.6, "1% more than your recent weeks"),
        (-100, "100% less than your recent weeks"),
        (1900, "1900% more than your recent weeks"),
    ],
)
def test_a_percentage_is_whole(percent, words):
    assert beside_words(percent) == words


def test_too_little_before():
    assert load_words(jump(usual=None, weeks=2)) == (
        "Last 7 full days: 480 (effort × minutes). Too little before to compare with."
    )


def test_nothing_before_is_no_percentage():
    said = load_words(jump(usual=0))
    assert said == "Last 7 full days: 480 (effort × minutes); median of the 4 weeks before: 0."


def test_nothing_written_is_not_nothing_done():
    assert load_words(jump(load=None, trainings=0)) == (
        "Nothing was written in the last 7 full days."
    )


def test_trainings_that_cannot_be_counted():
    assert load_words(jump(load=None, trainings=2, uncounted=2)) == (
        "None of the 2 trainings of the last 7 full days has effort and minutes to count."
    )
    assert load_words(jump(load=None, trainings=1, uncounted=1)).startswith("The training of")


@pytest.mark.parametrize(
    ("now", "worth"), [(300, False), (389, True), (388, False), (390, True), (100, False)]
)
def test_from_thirty_percent_more_it_is_worth_a_word(now, worth):
    assert is_worth_a_word(jump(now)) is worth


def test_without_a_percentage_there_is_nothing_to_say():
    assert not is_worth_a_word(jump(usual=None))


# -- what else there is --------------------------------------------------------------------


def test_what_was_left_out_is_admitted():
    assert load_lines(load(jump(uncounted=1, earlier=2))) == (
        "3 trainings of these five weeks have no effort or minutes, and are not counted.",
    )
    assert load_lines(load(jump())) == ()


def test_a_return():
    said = return_words(Return(day(0), day(19), 18), TODAY)
    assert said == (
        "Training again since 21 March, after 18 days without."
        " An easier start leaves room to build up."
    )


def test_a_part_trained_while_it_was_sore():
    said = sore_words(SoreAgain(day(2), "low", 5, ("squat", "row")), TODAY)
    assert said == "4 March: Low back at 5 that day or the day before, and trained: squat, row."


def test_the_newest_are_told_and_the_others_counted():
    sore = [SoreAgain(day(30 - n), "low", 5, ("squat",)) for n in range(MOST + 2)]
    lines = load_lines(load(jump(), Return(day(0), day(19), 18), *sore))
    assert len(lines) == 1 + MOST + 1
    assert lines[-1] == "And 2 more such days."


def test_every_part_of_the_body_has_its_words():
    groups = {region.group for region in body_regions().regions}
    assert all(part_words(group) != group for group in groups)
    assert part_words("of a later program") == "of a later program"


@given(
    st.none() | st.integers(0, 5000),
    st.none() | st.integers(0, 5000),
    st.integers(0, 4),
    st.integers(0, 9),
    st.integers(0, 3),
)
def test_nothing_is_judged(now, usual, weeks, trainings, uncounted):
    told = jump(now, usual, weeks, trainings, uncounted)
    check(load_words(told))
    for line in load_lines(
        load(told, Return(day(0), day(19), 18), SoreAgain(day(2), "low", 5, ("squat",)))
    ):
        check(line)
