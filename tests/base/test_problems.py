"""A problem reads in the order a person mends it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recovery_coach.base.ids import SLUG_PATTERN, new_id
from recovery_coach.base.problems import Problem, brief, shown


def test_it_names_file_line_place_what_may_be_and_what_is():
    problem = Problem(Path("a.toml"), "steps[3].hold", "-5", "must be 1 or more", 12)
    assert str(problem) == "a.toml, line 12, steps[3].hold: must be 1 or more (found: -5)"


def test_what_is_not_known_is_left_out():
    assert str(Problem(Path("a.toml"), "", "", "cannot be read")) == "a.toml: cannot be read"


def test_braces_in_a_file_do_no_harm():
    problem = Problem(Path("{a}.toml"), "{x}", "{place}", "{allowed}")
    assert str(problem) == "{a}.toml, {x}: {allowed} (found: {place})"


def deep() -> list[object]:
    nested: list[object] = []
    for _ in range(100_000):
        nested = [nested]
    return nested


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("two\nlines", "'two\\nlines'"),
        ("\x1b[2J", "'\\x1b[2J'"),
        ([1, 2], "[1, 2]"),
        (10**5000, "int"),
        (deep(), "list"),
    ],
    ids=["lines", "control", "list", "digits", "depth"],
)
def test_a_value_is_quoted_on_one_line(value: object, text: str):
    assert shown(value) == text


def test_a_long_value_is_cut_off():
    assert shown("a" * 100, limit=10) == "'aaaaaaaa…"
    assert brief("a" * 10, limit=10) == "a" * 10


def test_ids():
    assert re.fullmatch(r"[0-9a-f]{32}", new_id())
    assert new_id() != new_id()
    assert re.fullmatch(SLUG_PATTERN, "side_plank_2")
    assert not re.fullmatch(SLUG_PATTERN, "Side plank")


def test_a_file_gives_no_orders_to_the_terminal_that_it_is_shown_in():
    assert brief("a\x1b[2Jb\x08") == r"a\x1b[2Jb\x08"
