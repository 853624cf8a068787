"""The traffic light of a session in words: borrowed, said so, and never beside a warning sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.traffic_words import Reading, note, reading, step_words, zone_words
from recovery_coach.insight.plain import Occasion
from recovery_coach.insight.traffic import ZONES
from recovery_coach.redflags.model import LEVELS, Level, rank
from tests.coach.wording import check
from tests.insight.make import occasion

SCORE = st.none() | st.integers(0, 10)


def read(
    told: Occasion,
    usual: float | None = None,
    rises: bool | None = None,
    alarming: bool = False,
    level: Level = "none",
) -> Reading:
    return reading(told, alarming=alarming, usual=usual, rises=rises, level=level)


# -- what is read --------------------------------------------------------------------------


def test_a_session_that_was_up_to_four_and_as_usual_by_morning():
    said = read(occasion(before=3, worst=4, after=3, morning=2), usual=2, rises=False)
    assert said.title == "Traffic light: amber"
    assert said.columns == (
        "In the session and after it: up to 4 of 10 (amber).",
        "The next morning: 2 of 10, at the baseline of 2 or below (green).",
        "From week to week: the median of the week did not rise (green).",
    )
    assert said.step == (
        "By this rule: keep the load or lower it, take easier variants, and begin no new lifts."
    )
    assert said.note == note()


def test_the_number_after_counts_as_well_as_the_worst_and_the_one_before_does_not():
    assert read(occasion(before=9, after=1)).zone == "green"
    assert read(occasion(worst=2, after=6)).zone == "red"
    assert read(occasion(worst=6, after=2)).zone == "red"


def test_sharp_pain_is_told_in_the_place_of_its_number():
    said = read(occasion(worst=1), alarming=True)
    assert said.zone == "red"
    assert said.columns[0] == (
        "In the session and after it: sharp, in the leg, or with numbness (red)."
    )


@pytest.mark.parametrize(
    ("number", "usual", "words"),
    [
        (None, 3, "no number."),
        (4, None, "4 of 10, and nothing to compare it with."),
        (3, 3, "3 of 10, at the baseline of 3 or below (green)."),
        (3, 2.5, "3 of 10, under a point above the baseline of 2.5 (green)."),
        (4, 3, "4 of 10, 1 above the baseline of 3 (amber)."),
        (4, 2.5, "4 of 10, 1.5 above the baseline of 2.5 (amber)."),
        (5, 3, "5 of 10, 2 above the baseline of 3 (red)."),
    ],
)
def test_the_next_morning(number, usual, words):
    said = read(occasion(after=0, morning=number), usual)
    assert said.columns[1] == f"The next morning: {words}"


def test_a_week_that_rose_and_one_that_is_not_known():
    assert read(occasion(), rises=True).columns[2] == (
        "From week to week: the median of the week rose (red)."
    )
    assert read(occasion(after=1)).columns[2] == "From week to week: too few days to compare."


def test_no_number_at_all_is_no_light():
    said = read(occasion())
    assert (said.zone, said.step) == (None, "")
    assert said.columns == ("No number was given that could be read.",)


# -- what stands ---------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_it_is_never_shown_beside_a_warning_sign(level):
    said = read(occasion(worst=1, after=1, morning=1), usual=1, rises=False, level=level)
    shown = rank(level) < rank("book")
    assert bool(said.columns) == bool(said.step) == (said.zone is not None) == shown
    if not shown:
        assert said.note.startswith("Not shown while this stands: ")
        assert "see a professional" in said.note or "emergency" in said.note
        assert not any(zone in f"{said.title} {said.note}" for zone in ZONES)


def test_while_questions_are_open_no_step_is_advised():
    said = read(occasion(after=1), level="not fully checked")
    assert said.zone == "green"
    assert said.step == (
        "Some questions about warning signs are open. They go before any next step."
    )


# -- whatever was said ---------------------------------------------------------------------


@given(
    SCORE, SCORE, SCORE, SCORE, st.none() | st.booleans(), st.booleans(), st.sampled_from(LEVELS)
)
def test_the_zone_is_a_word_and_the_note_is_always_there(
    worst, after, morning, usual, rises, alarming, level
):
    said = read(occasion(worst=worst, after=after, morning=morning), usual, rises, alarming, level)
    for line in (*said.columns, said.note, *filter(None, [said.step])):
        check(line)
    if said.zone is not None:
        assert zone_words(said.zone) in said.title
        assert "not validated for backs" in said.note
        assert len(said.columns) == 3


@pytest.mark.parametrize("zone", ZONES)
def test_each_zone_has_a_step_of_its_own(zone):
    check(step_words(zone))
    assert len({step_words(one) for one in ZONES}) == len(ZONES)
