"""Whatever a file holds: a model or problems, never both, never neither, never an exception."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recovery_coach.library.models import Exercise, Routine
from recovery_coach.library.reading import read_file, read_text
from tests.library.writing import EXERCISE, FILE, ROUTINE

Model = type[Exercise] | type[Routine]

VALUES = (
    "nan", "inf", "-inf", "true", "1e400", "-0.0", "0x7fffffffffffffff", "9" * 30, "'x'", "''",
    "[]", "{}", "[[]]", "[{}]", "{a = 1}", "2026-01-01", "07:30:00", "0001-01-01T00:00:00-23:59",
    '"\\u0000"', '"\\U0010FFFF"', "[5, 3, 1]", "[5, 'x']", '"none"', '"alternate"', '"squat"',
    "5", "2.5", '"""\n"""', "[1, [2, {a = [nan]}]]", '"%s {} {0}"',
)  # fmt: skip
PIECES = (
    *VALUES, "\n[[steps]]\n", "\n[steps]\n", "\n[dose]\n", "\n[[dose.tempo]]\n", "hold = 5\n",
    "reps = 6\n", "until_done = true\n", "\x00", "\ufeff", "\r", "'''", '"""', "#", "=", ".", ",",
    "[", "]", "{", "}", "\u2028", "shapes = ['a', 'b']\n", "breaths = 3\n", "'' = 1\n",
    '"(at line x" = 1\n',
)  # fmt: skip
NAMES = ("hold", "reps", "timed", "breaths", "sets", "rest", "sides", "tempo", "shapes", "int")


def put_in(text: str, at: int, piece: str) -> str:
    return text[:at] + piece + text[at:]


def cut_out(text: str, at: int, length: int) -> str:
    return text[:at] + text[at + length :]


def give_value(text: str, which: int, value: str) -> str:
    """The value of one line replaced."""
    lines = [n for n, line in enumerate(text.split("\n")) if re.match(r"\w+ = ", line)]
    if not lines:
        return text
    split = text.split("\n")
    number = lines[which % len(lines)]
    split[number] = split[number].split(" = ")[0] + " = " + value
    return "\n".join(split)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = draw(
            st.builds(put_in, st.just(text), st.just(at), st.sampled_from(PIECES))
            | st.builds(cut_out, st.just(text), st.just(at), st.integers(1, 40))
            | st.builds(give_value, st.just(text), st.just(at), st.sampled_from(VALUES))
            | st.builds(
                lambda t, name, value: f"{t}{name} = {value}\n",
                st.just(text),
                st.sampled_from(NAMES),
                st.sampled_from(VALUES),
            )
        )
    return text


def is_told_well(text: str, model: Model) -> None:
    item, problems = read_text(text, FILE, model)
    assert (item is None) == bool(problems)
    for problem in problems:
        assert problem.allowed
        assert problem.line is None or 1 <= problem.line <= text.count("\n") + 1
        assert len(str(problem).splitlines()) == 1
        assert str(problem).isprintable()
        assert not re.search(r"constrained|tuple\[|Input should|Invalid JSON", str(problem))


@given(st.text() | st.text(alphabet="ab1[]{}=.,#\"'\\ \n"), st.sampled_from((Exercise, Routine)))
@example("'" * 3, Routine)
@example("a = 0000-01-01", Routine)
@example("a = 9999-12-31T23:59:60Z", Routine)
def test_any_text(text: str, model: Model):
    is_told_well(text, model)


@given(mutated(ROUTINE))
def test_a_routine_that_somebody_damaged(text: str):
    is_told_well(text, Routine)


@given(mutated(EXERCISE))
def test_an_exercise_that_somebody_damaged(text: str):
    is_told_well(text, Exercise)


@given(content=st.binary(max_size=300))
@example(content=b"\xff\xfe")
@example(content=b"\xef\xbb\xbf")
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    Path(path).write_bytes(content)
    item, problems = read_file(path, Routine)
    assert item is None
    assert problems
