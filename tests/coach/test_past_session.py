"""A session that was, in words: sets by exercise, and what hurt."""

from __future__ import annotations

from typing import Any

import pytest

from recovery_coach.coach.past_session import (
    DoneSet,
    Move,
    amount_words,
    hurt_facts,
    hurt_line,
    hurt_place,
    moves_of,
    names_of,
)
from tests.journal.make import hurt, one_set


def test_sets_stand_under_their_exercise_in_the_order_of_the_routine():
    sets = [
        one_set("s", 3, step=1, exercise_name="Plank", set=1, sets=1),
        one_set("s", 1, side="right", set=1),
        one_set("s", 0, side="left", set=1),
    ]
    assert moves_of(sets) == [
        Move(
            "Bird dog",
            (
                DoneSet("left side · set 1 of 2", "30 s", "done", done=True),
                DoneSet("right side · set 1 of 2", "30 s", "done", done=True),
            ),
        ),
        Move("Plank", (DoneSet("set 1 of 1", "30 s", "done", done=True),)),
    ]


def test_an_exercise_that_comes_twice_stands_there_twice():
    assert len(moves_of([one_set("s", 0, step=0), one_set("s", 5, step=3)])) == 2


def test_an_easier_exercise_stands_after_what_it_took_over_from_and_before_the_next_step():
    sets = [
        one_set("s", 1, step=0, exercise="plank", exercise_name="Plank", outcome="hurt"),
        one_set("s", 3, step=1),
        one_set("s", 5, step=0, exercise="knees", exercise_name="Plank from the knees"),
    ]
    assert [move.name for move in moves_of(sets)] == ["Plank", "Plank from the knees", "Bird dog"]


def test_one_set_a_side_needs_no_number():
    (move,) = moves_of([one_set("s", side="left", sets=1)])
    assert move.sets[0].which == "left side"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"reps_planned": 8, "reps_done": 8}, "8 reps"),
        ({"reps_planned": 8, "reps_done": 1, "outcome": "partial"}, "1 of 8 reps"),
        ({"reps_planned": 8, "reps_done": None, "outcome": "hurt"}, "0 of 8 reps"),
        ({"seconds": 12.2, "outcome": "partial"}, "12 s of 30 s"),
        ({"seconds": 40.0, "extended_seconds": 10.0}, "40 s"),
        ({"seconds": 0.0, "outcome": "skipped"}, ""),
        ({"seconds": 0.0, "outcome": "skipped", "reps_planned": 5, "reps_done": 0}, ""),
        ({"seconds": 4.0, "outcome": "skipped", "reps_planned": 5, "reps_done": 2}, "2 of 5 reps"),
        ({"seconds": 75.0, "planned_seconds": 0.0}, "1 min 15 s"),
    ],
)
def test_how_much_it_was(changes: dict[str, Any], text: str):
    assert amount_words(one_set("s", **changes)) == text


def test_breaths_are_called_breaths():
    done = one_set("s", reps_planned=6, reps_done=6)
    assert moves_of([done], breaths={"bird_dog"})[0].sets[0].amount == "6 breaths"
    some = one_set("s", reps_planned=6, reps_done=2, outcome="partial")
    assert amount_words(some, breaths=True) == "2 of 6 breaths"


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        ("done", "done"),
        ("partial", "partly done"),
        ("skipped", "left out"),
        ("hurt", "ended: it hurt"),
    ],
)
def test_how_it_went(outcome: str, text: str):
    (move,) = moves_of([one_set("s", outcome=outcome)])
    assert move.sets[0].outcome == text
    assert move.sets[0].done is (outcome == "done")


def test_where_it_hurt():
    said = hurt("s", side="left", set=2, rep=3, phase="square")
    assert hurt_place(said, {"bird_dog": "Bird dog"}) == (
        "Bird dog · left side · set 2 · rep 3 · square"
    )
    assert hurt_place(hurt("s"), {}) == "bird dog · set 1"


def test_how_it_hurt_and_what_was_done():
    said = hurt("s", score=4, words=("limb",), action="stop")
    assert hurt_facts(said) == "4 of 10 · Into a leg or arm · you stopped there"
    assert hurt_facts(hurt("s", score=0, action="")) == "0 of 10"
    assert hurt_facts(hurt("s", action="easier")) == "you went on with an easier one"
    assert hurt_facts(hurt("s", words=("later word",), action="later")) == "later word · later"


def test_where_on_the_body_it_hurt():
    said = hurt("s", score=4, words=("none",), regions=("lowback_L", "from_later"), action="skip")
    assert hurt_facts(said) == (
        "4 of 10 · None of these · Low back beside the spine, left · from later"
        " · you left the rest of it out"
    )


def test_in_one_line():
    said = hurt("s", side="left", set=2, rep=3, score=4, words=("none",), regions=("lowback_L",))
    assert hurt_line(said, {"bird_dog": "Bird dog"}) == (
        "It hurt: Bird dog · left side · set 2 · rep 3 · 4 of 10 · Low back beside the spine, left"
    )
    assert hurt_line(hurt("s"), {}) == "It hurt: bird dog · set 1"


def test_the_name_of_the_day_wins():
    names = names_of([one_set("s", exercise_name="Old name")], {"bird_dog": "New", "x": "X"})
    assert names == {"bird_dog": "Old name", "x": "X"}
