"""Exercises and routines as a person writes them."""

from __future__ import annotations

from pathlib import Path

from recovery_coach.base.problems import Problem
from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.reading import read_text

FILE = Path("mine.toml")

EXERCISE = """\
id = "squat"
name = "Squat"
position = "standing"
start = "Stand tall."
steps = ["Sit down.", "Stand up."]
breathing = "out on the way up"
muscles = ["quadriceps"]
source = "made for a test"

[dose]
reps = 5
tempo = [
    { phase = "lower", seconds = 3 },
    { phase = "lift", seconds = 1.5 },
]

[easier]
text = "Hold on to something."
"""

ROUTINE = """\
id = "mine"
name = "Mine"
summary = "A first try."
tags = ["core"]

[[steps]]
exercise = "squat"
reps = 8
sets = 2
rest = 30

[[steps]]
exercise = "squat"
"""


def with_step(lines: str) -> str:
    """A routine whose one step has these lines; they begin on line 6."""
    head = 'id = "mine"\nname = "Mine"\nsummary = "S"\n[[steps]]\nexercise = "squat"\n'
    return head + lines + "\n"


def routine_of(text: str) -> Routine:
    routine, problems = read_text(text, FILE, Routine)
    assert problems == ()
    assert routine is not None
    return routine


def problems_of(text: str, model: type[Exercise] | type[Routine] = Routine) -> list[Problem]:
    item, problems = read_text(text, FILE, model)
    assert item is None
    return list(problems)


def told(text: str, model: type[Exercise] | type[Routine] = Routine) -> list[str]:
    """The problems of a text as a person reads them, without the file's name."""
    return [str(problem).removeprefix("mine.toml") for problem in problems_of(text, model)]


def only_problem(text: str, model: type[Exercise] | type[Routine] = Routine) -> Problem:
    problems = problems_of(text, model)
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]
