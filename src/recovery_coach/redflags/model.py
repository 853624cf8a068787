"""What a check of warning signs speaks of: levels, reasons, verdicts, questions. Plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Level = Literal["none", "self-care", "not fully checked", "book", "urgent", "emergency"]
"""Facts 5.2, in their order: the highest wins."""

LEVELS: tuple[Level, ...] = get_args(Level)

Access = Literal["all", "amber", "gentle", "none"]
"""Which routines may be begun (facts 5.2, rule 9, and the session gate of 3).

``amber``: all of them, by the amber rules of 4.4; ``gentle``: what is tagged gentle.
"""

Value = str | int | float | tuple[str, ...]
"""One answer, as facts 5.4 has it: a word, a number, or a list of words. Missing is unknown."""

Answers = Mapping[str, Value]


def rank(level: Level) -> int:
    """How grave a level is, from 0."""
    return LEVELS.index(level)


def highest(*levels: Level) -> Level:
    """The gravest of some levels; ``none`` of none."""
    return max(levels, key=rank, default="none")


@dataclass(frozen=True, slots=True)
class Reason:
    """One row of the table that matches: why, in words that say what was answered.

    ``said`` are the answers it rests on, as ``field=value``, in the order of their fields.
    """

    id: str
    level: Level
    text: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows from the answers.

    ``reasons``: every row that matches, the gravest first. ``open``: fields that were asked for
    and have no answer. ``codes``: caution codes that are switched on by it. ``call``: an ambulance,
    and no driving oneself (E-07 to E-09). ``crisis``: the screen of E-13 comes in the place of any
    other. ``looks_sore``: fits the pattern of ordinary soreness (N-01). ``seen``: rows that
    match and are not raised, because a professional has seen them and they are unchanged.
    """

    level: Level
    reasons: tuple[Reason, ...] = ()
    open: tuple[str, ...] = ()
    access: Access = "all"
    codes: frozenset[str] = frozenset()
    call: bool = False
    crisis: bool = False
    looks_sore: bool = False
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: its value in facts 5.4, and how it reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One field as it is asked. ``none``: the value that *none of these* gives it."""

    field: str
    text: str
    choices: tuple[Choice, ...]
    none: str
    hint: str = ""
    asks: Literal["choice", "number", "when"] = "choice"


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are asked together on a card; ``none`` answers them all at once if it may."""

    id: str
    title: str
    questions: tuple[Question, ...]
    none: str = ""
    """What the one button says that answers all: *None of these*. Empty where there is none."""
