"""Which line of a TOML text a path such as ``steps[3].hold`` stands on.

The standard library's parser gives lines only for syntax errors. A person who wrote
``hold = -5`` on line 12 deserves the 12 as well. This looks for headers and keys at the start of
lines, skipping multi-line strings and arrays; where a value is not found it answers with the
nearest table around it, so the line can be coarse but never misleading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Key = str | int

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_ENTRY = re.compile(
    r"^\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=(.*)$"
)


def line_of(text: str, path: Sequence[Key]) -> int | None:
    """The line (from 1) of the value at ``path``, or of the nearest thing around it, or None."""
    places = _places(text)
    for length in range(len(path), 0, -1):
        line = places.get(tuple(path[:length]))
        if line is not None:
            return line
    return None


def _places(text: str) -> dict[tuple[Key, ...], int]:
    """Every table and key that starts a line, with that line."""
    places: dict[tuple[Key, ...], int] = {}
    counts: dict[tuple[Key, ...], int] = {}
    table: tuple[Key, ...] = ()
    open_until: str | None = None
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if open_until is not None:
            if open_until in line:
                open_until = None
            continue
        if depth > 0:
            depth += _nesting(line)
            continue
        header = _HEADER.match(line)
        if header:
            table = _enter(_split(header[2]), header[1] == "[[", counts)
            places.setdefault(table, number)
            continue
        entry = _ENTRY.match(line)
        if entry:
            places.setdefault((*table, *_split(entry[1])), number)
            open_until = _opens_string(entry[2])
            depth = 0 if open_until else max(0, _nesting(entry[2]))
    return places


def _enter(names: list[str], is_array: bool, counts: dict[tuple[Key, ...], int]) -> tuple[Key, ...]:
    """The path of a header; parts that are arrays of tables get the index of their last entry."""
    path: tuple[Key, ...] = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if is_array and position == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _split(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _nesting(line: str) -> int:
    """How many more brackets a line opens than it closes, outside strings and comments."""
    bare = re.sub(r"\"(?:\\.|[^\"\\])*\"|'[^']*'", "", line).split("#", 1)[0]
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def _opens_string(value: str) -> str | None:
    """The closing quotes of a multi-line string that ``value`` opens and does not close."""
    for quotes in ('"""', "'''"):
        start = value.find(quotes)
        if start >= 0 and quotes not in value[start + 3 :]:
            return quotes
    return None
