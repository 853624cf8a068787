"""What followed some sessions, in words: no more is said than the pairs allow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.response_words import caveat, change_words
from recovery_coach.insight.response import Change, Pair, change_of
from tests.coach.wording import check
from tests.insight.make import occasion


def change(*changes: int) -> Change:
    return change_of(Pair(occasion(n), 10, 10 + by) for n, by in enumerate(changes))


def test_no_pairs():
    assert change_words(change()) == "No session with both numbers."


def test_under_six_pairs_there_is_no_median():
    assert change_words(change(-1, 0, -2)) == (
        "3 sessions with both numbers: too few for a median."
        " Lower in 2, the same in 1, higher in 0."
    )
    assert change_words(change(1)).startswith("1 session with both numbers: too few")


def test_six_to_eight_are_very_few_and_have_their_range():
    assert change_words(change(-1, -1, 0, -2, -3, 1, -1)) == (
        "7 sessions with both numbers, very few: median change −1 (from −3 to +1)."
        " Lower in 5, the same in 1, higher in 1."
    )


def test_from_nine_on_there_is_an_interval():
    assert change_words(change(-3, -2, -2, -1, -1, -1, 0, 0, 1)) == (
        "9 sessions with both numbers: median change −1 (interval −2 to 0)."
        " Lower in 6, the same in 2, higher in 1."
    )


def test_a_half_and_a_rise_have_their_signs():
    assert "median change +0.5 (from 0 to +1)" in change_words(change(0, 0, 0, 1, 1, 1))


@given(st.lists(st.integers(-10, 10), max_size=30))
def test_it_says_how_many_there_are_and_claims_nothing(changes):
    said = change_words(change(*changes))
    check(said)
    assert not changes or said.startswith(f"{len(changes)} session")


def test_what_stands_below_them_all():
    check(caveat())
    assert "approximate" in caveat()
