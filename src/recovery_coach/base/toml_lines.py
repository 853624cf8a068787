"""Which line of a TOML text a path such as ``steps[3].hold`` stands on.

The standard library's parser gives lines only for syntax errors. A person who wrote
``hold = -5`` on line 12 deserves the 12 as well. This reads the text a second time, only to see
where things begin, and builds no values. It is meant for text that the parser has accepted; in
any other it stops at the first thing it does not understand and answers from what came before.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

Key = str | int
Path = tuple[Key, ...]

DEEPEST = 12
"""Parts of a path that are told apart; no file of ours nests deeper than six."""

_SPACE = re.compile(r"[ \t]*+")
_BLANK = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*+")
_KEY = re.compile(r"""[A-Za-z0-9_-]++|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+'""")
_EQUALS, _CLOSE, _CLOSE_TWICE = re.compile("="), re.compile("]"), re.compile("]]")
_PLAIN = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*+"'
    r"|'[^'\n]*+'"
    r"|[^\[\]{}\"',#\n]++",
    re.DOTALL,
)


def line_of(text: str, path: Sequence[Key]) -> int | None:
    """The line (from 1) of the value at ``path``, or of the nearest thing around it, or None."""
    return nearest(lines_in(text), path)


def lines_in(text: str) -> dict[Path, int]:
    """Everything in ``text`` that has a path, with the line on which it begins."""
    return _Scan(text).places()


def nearest(lines: Mapping[Path, int], path: Sequence[Key]) -> int | None:
    """The line of ``path`` among ``lines``, or of the nearest thing around it, or None."""
    for length in range(len(path[:DEEPEST]), 0, -1):
        line = lines.get(tuple(path[:length]))
        if line is not None:
            return line
    return None


class _LostError(Exception):
    """The text is not what the parser would have accepted."""


class _Scan:
    """One reading of a text, from its beginning to where it is no longer understood."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._places: dict[Path, int] = {}
        self._last: dict[Path, int] = {}
        """Arrays of tables, each with the index of its newest entry."""

    def places(self) -> dict[Path, int]:
        """Everything that has a path, with the line on which it begins."""
        table: Path = ()
        try:
            while self._skip(_BLANK):
                if self._text[self._at] == "[":
                    table = self._header()
                else:
                    self._entry(table)
        except _LostError:
            pass
        return self._places

    def _skip(self, blank: re.Pattern[str]) -> bool:
        """Go over what means nothing; whether anything is left after it."""
        self._match(blank)
        return self._at < len(self._text)

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise _LostError
        self._at = found.end()
        return found[0]

    def _note(self, path: Path, start: int) -> None:
        """``path`` begins at ``start``; so do tables around it that were never written out."""
        self._line += self._text.count("\n", self._counted, start)
        self._counted = start
        for length in range(1, len(path) + 1):
            self._places.setdefault(path[:length], self._line)

    def _header(self) -> Path:
        """``[a.b]`` or ``[[a.b]]``: the table that the following entries belong to."""
        start = self._at
        is_array = self._text.startswith("[[", start)
        self._at += 2 if is_array else 1
        names = self._names()
        self._match(_CLOSE_TWICE if is_array else _CLOSE)
        path: Path = ()
        for position, name in enumerate(names, start=1):
            path = (*path, name)
            if is_array and position == len(names):
                self._last[path] = self._last.get(path, -1) + 1
            if path in self._last:
                path = (*path, self._last[path])
        self._note(path, start)
        return path

    def _entry(self, table: Path) -> None:
        """``a.b = value``, where the value may hold further entries."""
        path = self._key(table)
        around: list[_Open] = []
        while True:
            opening = self._text[self._at : self._at + 1]
            if opening in ("[", "{"):
                self._at += 1
                around.append(_Open(path, opening == "["))
            else:
                self._match(_PLAIN)
            inner = self._inside(around)
            if inner is None:
                return
            path = inner

    def _inside(self, around: list[_Open]) -> Path | None:
        """The path of the next value within the open brackets; None when all are closed."""
        while around:
            if not self._skip(_BLANK):
                raise _LostError
            if self._text[self._at] in "]}":
                self._at += 1
                around.pop()
            elif around[-1].is_array:
                path = around[-1].next_item()
                self._note(path, self._at)
                return path
            else:
                return self._key(around[-1].path)
        return None

    def _key(self, table: Path) -> Path:
        """The path of the entry that begins here; goes on to its value."""
        start = self._at
        path = (*table, *self._names())[:DEEPEST]
        self._match(_EQUALS)
        self._note(path, start)
        self._skip(_SPACE)
        return path

    def _names(self) -> list[str]:
        """The parts of a dotted key, those that are told apart."""
        names: list[str] = []
        while True:
            self._skip(_SPACE)
            names.append(_unquoted(self._match(_KEY)))
            self._skip(_SPACE)
            if self._text[self._at : self._at + 1] != ".":
                return names[:DEEPEST]
            self._at += 1


class _Open:
    """A bracket that is still open."""

    def __init__(self, path: Path, is_array: bool) -> None:
        self.path = path
        self.is_array = is_array
        self._items = 0

    def next_item(self) -> Path:
        """The path of the array's next item."""
        self._items += 1
        return (*self.path, self._items - 1)[:DEEPEST]


def _unquoted(key: str) -> str:
    if key[0] == '"' and "\\" in key:
        try:
            return str(tomllib.loads(f"key = {key}")["key"])
        except tomllib.TOMLDecodeError as error:
            raise _LostError from error
    return key[1:-1] if key[0] in "\"'" else key
