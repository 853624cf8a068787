"""Tables of a TOML file read by hand: what is wrong is left out and told, with its line.

For what must be known before the window is shown, and so must not wait for pydantic.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, shown
from recovery_coach.base.toml_lines import line_of

Item = TypeVar("Item")
Table = Mapping[str, Any]


class WrongError(Exception):
    """A field that cannot be read: where in its entry, what stands there, and what may.

    ``field`` may lead on: ``cases[0].level``. It is empty where the entry itself is wrong.
    """

    def __init__(self, field: str, found: object, wanted: str) -> None:
        super().__init__(wanted)
        self.field, self.found, self.wanted = field, found, wanted


class TableFile:
    """One file being read, with the problems found so far."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = ""
        self.data: Table = {}
        self.problems: list[Problem] = []
        self.is_read = False
        """Whether there is anything to look at."""
        try:
            self._text = path.read_text(encoding="utf-8")
            self.data = tomllib.loads(self._text)
            self.is_read = True
        except OSError as error:
            found = error.strerror or str(error)
            self.problems.append(Problem(path, "", found, tr("cannot be read")))
        except (ValueError, RecursionError) as error:
            wanted = tr("this is not TOML: {message}").format(message=error)
            self.problems.append(Problem(path, "", "", wanted))

    def each(self, name: str, read: Callable[[Table], Item]) -> Iterator[Item]:
        """Every entry of the list ``name`` that can be read; no id twice."""
        entries = self.data.get(name)
        if not isinstance(entries, list) or not entries:
            if self.is_read:
                self.tell((name,), WrongError("", None, tr("must be a list of tables")))
            return
        seen: list[object] = []
        for index, entry in enumerate(entries):
            try:
                table = _table(entry)
                if "id" in table and table["id"] in seen:
                    taken = tr("this id is taken; choose another")
                    raise WrongError("id", table["id"], taken)
                item = read(table)
            except WrongError as wrong:
                self.tell((name, index), wrong)
                continue
            seen.append(table.get("id"))
            yield item

    def tell(self, place: tuple[str | int, ...], wrong: WrongError) -> None:
        """Note what is wrong at a ``place``, or in the field that leads on from there."""
        path = (*place, *_steps(wrong.field))
        found = "" if wrong.found is None else shown(wrong.found)
        line = line_of(self._text, path)
        self.problems.append(Problem(self._path, _dotted(path), found, wrong.wanted, line))


def each_in(entry: Table, name: str, read: Callable[[Table], Item]) -> Iterator[Item]:
    """Every table of the list ``name`` within an entry; WrongError for the first wrong one."""
    found = entry.get(name)
    if not isinstance(found, list) or not found:
        raise WrongError(name, found, tr("must be a list of tables"))
    for index, one in enumerate(found):
        try:
            item = read(_table(one))
        except WrongError as wrong:
            place = f"{name}[{index}]" + (f".{wrong.field}" if wrong.field else "")
            raise WrongError(place, wrong.found, wrong.wanted) from wrong
        yield item


def _table(entry: object) -> Table:
    if not isinstance(entry, dict):
        raise WrongError("", entry, tr("must be a table"))
    return entry


def _steps(field: str) -> Iterator[str | int]:
    """``cases[0].level`` as the keys that lead there."""
    for part in field.replace("[", ".").replace("]", "").split("."):
        if part:
            yield int(part) if part.isdecimal() else part


def _dotted(path: tuple[str | int, ...]) -> str:
    texts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(texts).removeprefix(".")


# -- one field of an entry -------------------------------------------------------------------


def known(entry: Table, names: Collection[str]) -> None:
    """WrongError where a field stands that is not one of ``names``."""
    for name in entry:
        if name not in names:
            raise WrongError(name, None, tr("there is no such field; check the spelling"))


def text_in(entry: Table, name: str, otherwise: str | None = None) -> str:
    """A text; ``otherwise`` where it may be left out."""
    value = entry.get(name, otherwise)
    if not isinstance(value, str) or (not value.strip() and otherwise is None):
        raise WrongError(name, value, tr("must be text in quotes"))
    return value


def flag_in(entry: Table, name: str) -> bool:
    """True or false; false where it is left out."""
    value = entry.get(name, False)
    if not isinstance(value, bool):
        raise WrongError(name, value, tr("must be true or false"))
    return value


def one_of(
    entry: Table, name: str, choices: Collection[Item], otherwise: Item | None = None
) -> Item:
    """One of some words; ``otherwise`` where it may be left out."""
    value = entry.get(name, otherwise)
    for choice in choices:
        if choice == value:
            return choice
    expected = ", ".join(map(str, choices))
    raise WrongError(name, value, tr("must be one of {expected}").format(expected=expected))
