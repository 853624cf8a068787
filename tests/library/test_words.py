"""Doses and sides as they are said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from recovery_coach.library.dose import Dose
from recovery_coach.library.words import amount, dose_words, side_name
from tests.strategies import doses


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"hold": 20.0}, "20 s hold"),
        ({"hold": 20.0, "shapes": ("Round", "Arch")}, "20 s in Round, Arch"),
        ({"reps": 1}, "1 rep"),
        ({"reps": 8}, "8 reps"),
        ({"reps": (5, 3, 1)}, "5, 3, 1 reps"),
        ({"timed": 90.0}, "1 min 30 s"),
        ({"breaths": 1}, "1 breath"),
        ({"breaths": 6}, "6 breaths"),
        ({"until_done": True}, "until you are done"),
        ({"reps": 8, "sides": "each"}, "8 reps a side"),
        ({"reps": 8, "sides": "alternate"}, "8 reps, sides in turn"),
        ({"reps": 8, "sides": "each", "sets": 2}, "2 sets of 8 reps a side"),
        ({"hold": 5.0, "shapes": ("{a}", "{}"), "sets": 2}, "2 sets of 5 s in {a}, {}"),
    ],
)
def test_a_dose_in_words(fields: dict[str, Any], words: str):
    assert dose_words(Dose(**fields)) == words


@given(doses())
def test_every_dose_has_words(dose: Dose):
    assert amount(dose) in dose_words(dose)
    assert "{" not in dose_words(dose)


def test_sides():
    assert [side_name(s) for s in ("left", "right", "alternate")] == [
        "Left side",
        "Right side",
        "Sides in turn",
    ]
    assert side_name(None) == side_name("none") == ""
