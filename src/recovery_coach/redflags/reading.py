"""Reading the tables of the check by hand: what is wrong is left out and told, with its line.

Without pydantic, because the level must be known before the window is shown.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, shown
from recovery_coach.base.toml_lines import line_of
from recovery_coach.redflags import conditions
from recovery_coach.redflags.deriving import DERIVED, STAGE
from recovery_coach.redflags.fields import FIELDS, SIGNS

Item = TypeVar("Item")
Table = Mapping[str, Any]


class WrongError(Exception):
    """A field that cannot be read: where in its entry, what stands there, and what may."""

    def __init__(self, field: str, found: object, wanted: str) -> None:
        super().__init__(wanted)
        self.field, self.found, self.wanted = field, found, wanted


class Reading:
    """One file being read, with the problems found so far."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = ""
        self.data: Table = {}
        self.problems: list[Problem] = []
        try:
            self._text = path.read_text(encoding="utf-8")
            self.data = tomllib.loads(self._text)
        except OSError as error:
            found = error.strerror or str(error)
            self.problems.append(Problem(path, "", found, tr("cannot be read")))
        except (ValueError, RecursionError) as error:
            wanted = tr("this is not TOML: {message}").format(message=error)
            self.problems.append(Problem(path, "", "", wanted))

    def each(self, name: str, read: Callable[[Table], Item]) -> Iterator[Item]:
        """Every entry of the list ``name`` that can be read."""
        entries = self.data.get(name)
        if not isinstance(entries, list) or not entries:
            if not self.problems:
                self.problems.append(Problem(self._path, name, "", tr("must be a list of tables")))
            return
        for index, entry in enumerate(entries):
            try:
                if not isinstance(entry, dict):
                    raise WrongError("", entry, tr("must be a table"))
                yield read(entry)
            except WrongError as wrong:
                self.tell(name, index, wrong)

    def tell(self, name: str, index: int | str, wrong: WrongError) -> None:
        """Note what is wrong with one entry."""
        at = f"[{index}]" if isinstance(index, int) else f".{index}"
        place = f"{name}{at}" + (f".{wrong.field}" if wrong.field else "")
        parts = [part for part in wrong.field.replace("[", ".").replace("]", "").split(".") if part]
        path = (name, index, *(int(part) if part.isdecimal() else part for part in parts))
        found = "" if wrong.found is None else shown(wrong.found)
        line = line_of(self._text, path)
        self.problems.append(Problem(self._path, place, found, wrong.wanted, line))


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


def one_of(entry: Table, name: str, choices: Collection[str], otherwise: str = "") -> str:
    """One of some words."""
    value = entry.get(name, otherwise)
    if value not in choices:
        wanted = tr("must be one of {expected}").format(expected=", ".join(choices))
        raise WrongError(name, value, wanted)
    return str(value)


def conditions_in(entry: Table, stage: bool = False) -> conditions.AnyOf:
    """The alternatives in ``any``; with ``stage`` they may test what the rows before came to."""
    found = entry.get("any")
    if not isinstance(found, list) or not found:
        raise WrongError("any", found, tr("must be a list of lists of tests"))
    return tuple(_all(tests, index, stage) for index, tests in enumerate(found))


def _all(tests: object, index: int, stage: bool) -> conditions.AllOf:
    place = f"any[{index}]"
    if not isinstance(tests, list) or not tests:
        raise WrongError(place, tests, tr("must be a list of tests"))
    return tuple(_test(text, f"{place}[{number}]", stage) for number, text in enumerate(tests))


def _test(text: object, place: str, stage: bool) -> conditions.Test:
    test = conditions.parse(text) if isinstance(text, str) else None
    if test is None:
        wanted = tr('must be a test such as "fever is yes" or "current_nrs >= 8"')
        raise WrongError(place, text, wanted)
    derived = test.field in DERIVED or (stage and test.field in (*STAGE, "open"))
    field = FIELDS.get(test.field) or SIGNS.get(test.field)
    if field is None and not derived:
        raise WrongError(place, text, tr("there is no such field; check the spelling"))
    # Of regions any id may stand here: they have their own file, and a test compares.
    if field is not None and not derived and field.name != "regions":
        for word in test.words:
            if word not in field.values:
                wanted = tr("must be one of {expected}").format(expected=", ".join(field.values))
                raise WrongError(place, word, wanted)
    return test
