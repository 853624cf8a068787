"""The line that a mistake is blamed on is the line where the person wrote it."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recovery_coach.base.toml_lines import Key, line_of

ROUTINE = '''\
# A comment, a = 1
id = "a"
summary = """
id = "not this one"
[steps]
"""

[[steps]]
exercise = "squat"   # steps[0]
reps = 5

[[steps]]
exercise = "plank"
tempo = [
    { phase = "lower", seconds = 3 },  # ]
    { phase = "lift", seconds = 1 },
]
sets = 2

[easier]
text = "less"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("summary",), 3),
        (("steps",), 8),
        (("steps", 0), 8),
        (("steps", 0, "reps"), 10),
        (("steps", 1), 12),
        (("steps", 1, "tempo"), 14),
        (("steps", 1, "tempo", 0), 15),
        (("steps", 1, "tempo", 1, "seconds"), 16),
        (("steps", 1, "sets"), 18),
        (("easier", "text"), 21),
    ],
)
def test_a_value_is_found(path: tuple[Key, ...], line: int):
    assert line_of(ROUTINE, path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("steps", 1, "hold"), 12),
        (("steps", 1, "tempo", 1, "side"), 16),
        (("steps", 0, "reps", 3), 10),
        (("easier", "exercise"), 20),
        (("name",), None),
        (("steps", 9, "hold"), 8),
        ((), None),
    ],
)
def test_for_what_is_missing_the_nearest_thing_around_it_is_found(
    path: tuple[Key, ...], line: int | None
):
    assert line_of(ROUTINE, path) == line


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a = '''\n''' # '''\nb = 1", ("b",), 3),
        ('a = """x\\""" still\n"""\nb = 1', ("b",), 3),
        ('a = """x"""""\nb = 1', ("b",), 2),
        ('a = "]"\nb = 1', ("b",), 2),
        ("a = [ # ]\n'[', \"{\",\n]\nb = 1", ("b",), 4),
        ("a = 1\r\nb = 2\r\n", ("b",), 2),
        ("a = '\u2028\u0085'\nb = 2", ("b",), 2),
        ("dose.reps = 5\ndose.sets = 2", ("dose",), 1),
        ("dose.reps = 5\ndose.sets = 2", ("dose", "sets"), 2),
        ("\n[a . b]\n'c d' = 1", ("a", "b", "c d"), 3),
        ("\n[a . b]\n'c d' = 1", ("a",), 2),
        ('"\\u0061" = 1', ("a",), 1),
        ("a = 1979-05-27 07:32:00\nb = 1", ("b",), 2),
        ("[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\n[[a.b]]\nc = 1", ("a", 1, "b", 1, "c"), 6),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 1", ("a", 1, "b", "c"), 6),
        ("a = [[1],\n[2,\n3]]", ("a", 1, 1), 3),
        ("a = {b = {c = [\n1]}, d = 2}", ("a", "d"), 2),
    ],
)
def test_the_corners_of_toml(text: str, path: tuple[Key, ...], line: int):
    tomllib.loads(text)
    assert line_of(text, path) == line


# -- any document ----------------------------------------------------------------------------

BARE = st.text("abcxyz019_-", min_size=1, max_size=4)
KEYS = BARE | st.sampled_from(("with space", "dot.ted", "#", "[x]", "ünï", "", "=", "\\", "'"))
SCALARS = st.sampled_from(
    (
        ("1", 1),
        ("-0.5e3", -500.0),
        ("true", True),
        ('"#[{\\"="', '#[{"='),
        ("'''\n[a]\nb = 1\n'''", "[a]\nb = 1\n"),
        ('"""\\"""\n\n"""', '"""\n\n'),
        ("1979-05-27", tomllib.loads("d = 1979-05-27")["d"]),
        ("''", ""),
    )
)


class Writer:
    """Writes a document and notes for every path the line on which it put it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[tuple[Key, ...], int] = {}

    def note(self, path: tuple[Key, ...]) -> None:
        self.lines[path] = self.text.count("\n") + 1

    def filler(self) -> None:
        blank = ("", "", "\n", "# [no] = 'header'\n", "  ")
        self.text += self.draw(st.sampled_from(blank))

    def key(self, key: str) -> None:
        plain = key and all(c in "abcxyz019_-" for c in key)
        quoted = '"' + key.replace("\\", "\\\\") + '"'
        self.text += key if plain else quoted

    def value(self, path: tuple[Key, ...], depth: int = 0) -> Any:
        kind = self.draw(
            st.sampled_from(("scalar", "array", "inline") if depth < 3 else ("scalar",))
        )
        if kind == "scalar":
            text, value = self.draw(SCALARS)
            self.text += text
            return value
        return self.array(path, depth) if kind == "array" else self.inline(path, depth)

    def array(self, path: tuple[Key, ...], depth: int) -> list[Any]:
        space = self.draw(st.sampled_from(("", " ", "\n", " # ]\n  ")))
        items = []
        self.text += "[" + space
        for index in range(self.draw(st.integers(0, 3))):
            self.note((*path, index))
            items.append(self.value((*path, index), depth + 1))
            self.text += space + "," + space
        self.text += "]"
        return items

    def inline(self, path: tuple[Key, ...], depth: int) -> dict[str, Any]:
        table = {}
        self.text += "{ "
        for key in self.draw(st.lists(KEYS, max_size=3, unique=True)):
            self.text += ", " if table else ""
            self.note((*path, key))
            self.key(key)
            self.text += " = "
            table[key] = self.value((*path, key), depth + 1)
        self.text += " }"
        return table

    def table(self, path: tuple[Key, ...], names: list[str], depth: int) -> dict[str, Any]:
        """The entries of a table, then the tables below it, each under its own header."""
        keys = self.draw(st.lists(KEYS, max_size=4, unique=True))
        split = self.draw(st.integers(0, len(keys))) if depth < 3 else len(keys)
        table: dict[str, Any] = {}
        for key in keys[:split]:
            self.filler()
            self.note((*path, key))
            self.key(key)
            self.text += "="
            table[key] = self.value((*path, key))
            self.text += self.draw(st.sampled_from(("\n", " # ['\n")))
        for key in keys[split:]:
            below = (*path, key)
            if self.draw(st.booleans()):
                table[key] = self.headed(below, below, [*names, key], "[", depth)
                continue
            table[key] = []
            for index in range(self.draw(st.integers(1, 3))):
                entry = self.headed((*below, index), below, [*names, key], "[[", depth)
                table[key].append(entry)
        return table

    def headed(
        self, path: tuple[Key, ...], of: tuple[Key, ...], names: list[str], bracket: str, depth: int
    ) -> dict[str, Any]:
        self.filler()
        self.lines.setdefault(of, self.text.count("\n") + 1)
        self.note(path)
        self.text += bracket
        for position, name in enumerate(names):
            self.text += " . " if position else ""
            self.key(name)
        self.text += bracket.replace("[", "]") + "\n"
        return self.table(path, names, depth + 1)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any], dict[tuple[Key, ...], int]]:
    writer = Writer(draw)
    data = writer.table((), [], 0)
    ends = draw(st.sampled_from(("\n", "\r\n")))
    return writer.text.replace("\n", ends), data, writer.lines


@given(documents())
def test_every_value_of_any_document_is_found_on_its_line(
    document: tuple[str, dict[str, Any], dict[tuple[Key, ...], int]],
):
    text, data, lines = document
    assert tomllib.loads(text) == data
    assert {path: line_of(text, path) for path in lines} == lines


@given(st.text(alphabet="ab01[]{}=.,#\"'\\ \n\r\t"), st.lists(st.sampled_from(("a", "b", 0))))
@example("[", ["a"])
@example("a = ", ["a"])
@example('"\\q" = 1', ["a"])
def test_any_text_has_a_line_or_none(text: str, path: list[Key]):
    line = line_of(text, path)
    assert line is None or 1 <= line <= text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000 + "]" * 100_000,
        "a" + ".a" * 100_000 + " = 1",
        "['" + " " * 100_000 + "b']",
        "[a" + " " * 100_000,
        "a = '''" + "'' " * 100_000,
        'a = """' + "\\\\" * 100_000,
    ],
)
def test_a_monstrous_text_is_gone_through_once(text: str):
    assert line_of(text + "\n", ("a",)) in (1, None)
