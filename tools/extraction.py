"""Finds what is to be translated: in the source by its calls, in the data by its fields.

What packages tell of the program is part of it: their words are in ``tools/packages`` and in the
templates of ``packaging/linux``.

In the source these are the literal arguments of ``tr``, ``trn``, ``noted``, ``gettext`` and the
message of a ``FieldError``; in the data every field that is shown to the person, and none of those
that are not (ids, sources, codes).
"""

from __future__ import annotations

import ast
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CALLS = {"tr": (0,), "trn": (0, 1), "noted": (0,), "gettext": (0,), "FieldError": (1,)}
"""By the name that is called, where its texts stand among the arguments."""
TO_TRANSLATORS = "Translators:"

EXERCISE = (
    "name", "position", "start", "steps", "breathing", "equipment", "optional_equipment",
    "faults", "tags", "side_means", "note", "easier.text",
    "easier.way", "harder.text",
)  # fmt: skip
ROUTINE = ("name", "summary", "when", "tags", "equipment")
DOSE = ("shapes", "set_cues", "note")
NUMBERS = ("name", "emergency")
REGION = ("label", "hint")
QUESTION = ("text", "hint")
DESKTOP_KEYS = ("GenericName", "Comment", "Keywords")
METAINFO_ELEMENTS = ("summary", "p", "li", "caption")

TYPER = (
    "Aborted!", "Arguments", "Commands", "Missing command.", "No such command {name!r}.", "Options",
    "default: {default}", "required",
)  # fmt: skip
"""What typer says for us: it asks gettext, which then finds it in our catalogue."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text, with its plural where it has one, and where it stands."""

    text: str
    plural: str
    file: str
    comment: str = ""


def find_all(root: Path) -> Iterator[Found]:
    """Everything in a checkout, in an order that stays."""
    of_packages = (root / "tools" / "packages").rglob("*.py")
    for path in (*sorted((root / "src").rglob("*.py")), *sorted(of_packages)):
        yield from in_python(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    finders = (("exercises", in_exercise), ("routines", in_routine), ("figures", in_figure))
    for folder, finder in finders:
        for path in sorted((root / "resources" / folder).glob("*.toml")):
            yield from finder(_read(path), path.relative_to(root).as_posix())
    numbers = root / "resources" / "rules" / "numbers.toml"
    for entry in _read(numbers).values():
        found = _fields(entry, NUMBERS, numbers.relative_to(root).as_posix())
        yield from (one for one in found if not one.text.isdecimal())
    regions = root / "resources" / "regions.toml"
    yield from in_regions(_read(regions), regions.relative_to(root).as_posix())
    for name, finder in (("red_flags", in_red_flags), ("questions", in_questions)):
        path = root / "resources" / "rules" / f"{name}.toml"
        yield from finder(_read(path), path.relative_to(root).as_posix())
    for ending, find in ((".desktop", in_desktop_entry), (".metainfo.xml", in_metainfo)):
        for path in sorted((root / "packaging" / "linux").glob(f"*{ending}")):
            template = path.read_text(encoding="utf-8")
            yield from find(template, path.relative_to(root).as_posix())
    for text in TYPER:
        yield Found(text, "", "typer", "said by typer, of a command")


def in_python(source: str, file: str) -> Iterator[Found]:
    """The texts of one module. What is no literal is translated where it comes from."""
    lines = source.splitlines()
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        places = CALLS.get(_name(call.func))
        texts = [_literal(call.args[at]) for at in places or () if at < len(call.args)]
        if places and texts and all(texts):
            plural = texts[1] if len(texts) > 1 else ""
            yield Found(texts[0], plural, file, _comment_above(lines, call.lineno))


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr if called.attr == "gettext" else ""
    return called.id if isinstance(called, ast.Name) else ""


def _literal(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return ""


def _comment_above(lines: list[str], number: int) -> str:
    """The comment for translators in the line above; one that is longer is for the developers."""
    above = lines[number - 2].strip() if number > 1 else ""
    _, mark, words = above.partition(TO_TRANSLATORS)
    return words.strip() if mark and above.startswith("#") else ""


def in_exercise(data: Mapping[str, Any], file: str) -> Iterator[Found]:
    """The texts of an exercise."""
    yield from _fields(data, EXERCISE, file)
    yield from in_dose(data["dose"], file)


def in_routine(data: Mapping[str, Any], file: str) -> Iterator[Found]:
    """The texts of a routine, its steps included."""
    yield from _fields(data, ROUTINE, file)
    for step in data["steps"]:
        yield from in_dose(step, file)


def in_dose(dose: Mapping[str, Any], file: str) -> Iterator[Found]:
    """The texts of a dose; a phase as it is written, and as the stage begins a line with it."""
    yield from _fields(dose, DOSE, file)
    for phase in dose.get("tempo", ()):
        name = phase["phase"]
        for text in dict.fromkeys((name, name[:1].upper() + name[1:])):
            yield Found(text, "", file, "phase of a repetition, as a command")


def in_figure(data: Mapping[str, Any], file: str) -> Iterator[Found]:
    """The phases of a figure, as they are shown below it; those of a tempo are the same words."""
    for move in data.get("cycle", ()):
        name = move["phase"]
        yield Found(name[:1].upper() + name[1:], "", file, "phase of a movement, as a command")


def in_regions(data: Mapping[str, Any], file: str) -> Iterator[Found]:
    """The places on the body; left and right of one have the same words."""
    for entry in (*data["areas"], *data["regions"]):
        for name in REGION:
            if entry.get(name):
                yield Found(entry[name], "", file, "a place on the body")


def in_red_flags(data: Mapping[str, Any], file: str) -> Iterator[Found]:
    """What the person is told when a row of the warning signs matches."""
    for row in data["rows"]:
        for case in (row, *row.get("cases", ())):
            yield Found(case["text"], "", file, "reason of a warning; never reassures")


def in_questions(data: Mapping[str, Any], file: str) -> Iterator[Found]:
    """The questions about warning signs, their cards, and what may be answered."""
    for choices in data["choices"].values():
        for _, label in choices:
            yield Found(label, "", file, "answer to a question about warning signs")
    for group in data["groups"]:
        yield from _fields(group, ("title", "none"), file)
        for question in group["questions"]:
            yield from _fields(question, QUESTION, file)


def in_desktop_entry(template: str, file: str) -> Iterator[Found]:
    """The texts of an entry in a desktop's menu."""
    for line in template.splitlines():
        key, _, text = line.partition("=")
        if key in DESKTOP_KEYS:
            listed = "words to find the program by; each ends with a semicolon"
            yield Found(text, "", file, listed if text.endswith(";") else "")


def in_metainfo(template: str, file: str) -> Iterator[Found]:
    """The texts of the program's page in a shop."""
    for element in ET.fromstring(template).iter():
        if element.tag in METAINFO_ELEMENTS:
            yield Found(in_one_line(element.text or ""), "", file)


def in_one_line(text: str) -> str:
    """Without the breaks and indents that a template has for its readers."""
    return " ".join(text.split())


def _fields(data: Mapping[str, Any], names: tuple[str, ...], file: str) -> Iterator[Found]:
    for name in names:
        value: Any = data
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, Mapping) else ""
        for text in [value] if isinstance(value, str) else value:
            if text:
                yield Found(text, "", file, name)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8-sig"))
