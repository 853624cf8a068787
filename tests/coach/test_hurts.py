"""The rule after "it hurts": a table, and what must hold for every answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.advice import after_hurt, word_label
from recovery_coach.coach.hurts import (
    EMERGENCY,
    HIGHEST,
    HIGHEST_UNKNOWN,
    RISE,
    STOPPING,
    WORDS,
    Level,
    Word,
    easier_of,
    judge,
    limit,
)
from recovery_coach.coach.numbers import Numbers
from recovery_coach.library.models import Exercise, Variant
from recovery_coach.timeline.model import PlannedStep
from tests.factories import exercise

SCORES = st.none() | st.integers(0, 10)
ANY_WORD = st.none() | st.sampled_from(WORDS)


@pytest.mark.parametrize(
    ("score", "word", "start", "level"),
    [
        # Nothing is known yet.
        (None, None, None, "unsure"),
        (None, "none", 2, "unsure"),
        (2, None, 2, "unsure"),
        # None of these words: the number decides.
        (0, "none", 0, "may_go_on"),
        (2, "none", 0, "may_go_on"),
        (3, "none", 0, "end_exercise"),
        (4, "none", 2, "may_go_on"),
        (5, "none", 2, "end_exercise"),
        (5, "none", 3, "may_go_on"),
        (5, "none", 5, "may_go_on"),
        (6, "none", 5, "end_exercise"),
        (6, "none", 6, "may_go_on"),
        (7, "none", 6, "end_exercise"),
        (3, "none", None, "may_go_on"),
        (4, "none", None, "end_exercise"),
        # A number that is too high ends the exercise before a word is given.
        (6, None, 5, "end_exercise"),
        # Sharp ends the exercise, whatever the number.
        (0, "sharp", 0, "end_exercise"),
        (None, "sharp", None, "end_exercise"),
        # The others end the session, whatever the number.
        (0, "limb", 0, "stop_session"),
        (None, "numb", None, "stop_session"),
        (10, "chest", 0, "stop_session"),
        (None, "faint", 2, "stop_session"),
    ],
)
def test_the_rule(score: int | None, word: Word | None, start: int | None, level: Level):
    assert judge(score, word, start).level == level


@given(SCORES, ANY_WORD, SCORES)
def test_nobody_is_sent_on_above_the_limits(
    score: int | None, word: Word | None, start: int | None
):
    verdict = judge(score, word, start)
    if verdict.may_go_on:
        assert word == "none"
        assert score is not None
        assert score <= max(HIGHEST, start or 0)
        assert score <= (HIGHEST_UNKNOWN if start is None else start + RISE)
        assert start is None or start <= HIGHEST or score <= start


@given(SCORES, st.sampled_from(sorted(STOPPING)), SCORES)
def test_after_a_warning_sign_there_is_no_more_training(
    score: int | None, word: Word, start: int | None
):
    assert not judge(score, word, start).may_train


@given(ANY_WORD, SCORES, st.integers(0, 9))
def test_a_higher_number_never_allows_more(word: Word | None, start: int | None, score: int):
    order = ("may_go_on", "unsure", "end_exercise", "stop_session")
    lower, higher = (order.index(judge(n, word, start).level) for n in (score, score + 1))
    assert higher >= lower


@given(SCORES, ANY_WORD, SCORES)
def test_the_easier_one_is_offered_exactly_where_going_on_is(
    score: int | None, word: Word | None, start: int | None
):
    verdict = judge(score, word, start)
    assert verdict.may_ease is verdict.may_go_on


def step(*exercises: Exercise) -> PlannedStep:
    """Done with the last of them, and before with each of the others."""
    before: PlannedStep | None = None
    for one in exercises:
        before = PlannedStep(one, one.dose, "", before)
    assert before is not None
    return before


def with_easier(identifier: str, easier: str | None) -> Exercise:
    return exercise(identifier, easier=Variant(text="Less.", exercise=easier))


def test_the_easier_one_is_what_the_data_name():
    knees = exercise("knees")
    assert easier_of(step(with_easier("plank", "knees")), {"knees": knees}) is knees
    assert easier_of(step(with_easier("plank", "knees")), {}) is None
    assert easier_of(step(with_easier("plank", None)), {"knees": knees}) is None
    assert easier_of(step(knees), {"knees": knees}) is None


def test_what_hurt_before_does_not_come_back_as_the_easier_one():
    plank, knees = with_easier("plank", "knees"), with_easier("knees", "plank")
    assert easier_of(step(plank, knees), {"plank": plank, "knees": knees}) is None


@pytest.mark.parametrize(
    ("start", "highest"), [(0, 2), (3, 5), (4, 5), (5, 5), (6, 6), (7, 7), (None, 3)]
)
def test_the_highest_number_to_go_on_at(start: int | None, highest: int):
    assert limit(start) == highest


@pytest.mark.parametrize("word", sorted(STOPPING))
def test_every_warning_sign_has_advice_with_somebody_to_turn_to(word: Word):
    advice = after_hurt(word, Numbers("your local emergency number"))
    assert advice.do
    assert advice.why
    assert ("emergency number" in advice.whom) or ("doctor" in advice.whom)
    if word in EMERGENCY:
        assert "emergency" in f"{advice.whom} {advice.why}"


def test_every_word_has_a_label_of_its_own():
    assert len({word_label(word) for word in WORDS}) == len(WORDS)
