"""The rows of facts 5.1 as they stand in ``resources/rules/red_flags.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_resources
from recovery_coach.base.problems import Problem
from recovery_coach.base.tables import (
    Table,
    TableFile,
    each_in,
    flag_in,
    known,
    one_of,
    text_in,
)
from recovery_coach.redflags import conditions
from recovery_coach.redflags.model import LEVELS, Level
from recovery_coach.redflags.reading import conditions_in

LATER = ("N-", "X-")
"""Rows that are judged after those of warning, and may test what these came to."""


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which a row may match, its level then, and what the person is told."""

    level: Level
    text: str
    any: conditions.AnyOf


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; the first case is its own, further ones have other levels.

    ``happening``: it is about an event, so that a new yes is new even after somebody has seen it.
    """

    id: str
    source: str
    cases: tuple[Case, ...]
    happening: bool = False

    @property
    def is_later(self) -> bool:
        """Whether it is judged after the rows of warning."""
        return self.id.startswith(LATER)


@dataclass(frozen=True, slots=True)
class Code:
    """A caution code (facts 2.1) that answers switch on."""

    code: str
    any: conditions.AnyOf


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that was read, in the order of the file, and what could not be."""

    version: int
    rows: tuple[Row, ...]
    codes: tuple[Code, ...] = ()
    problems: tuple[Problem, ...] = ()


@cache
def shipped_rules() -> Rules:
    """The rules of this program."""
    return read_rules(find_resources() / "rules" / "red_flags.toml")


def rules_version() -> int:
    """The version that a record of a check is stamped with."""
    return shipped_rules().version


def happening() -> frozenset[str]:
    """Ids of rows about an event: a yes given after a closing is a new one, and never closed."""
    return frozenset(row.id for row in shipped_rules().rows if row.happening)


def read_rules(path: Path) -> Rules:
    """The rules in ``path``, and what is wrong with it. Never raises for a bad file."""
    reading = TableFile(path)
    version = reading.data.get("rules", 0)
    if not isinstance(version, int) and not reading.problems:
        reading.problems.append(Problem(path, "rules", "", tr("must be a whole number")))
    rows = tuple(reading.each("rows", _row))
    codes = tuple(reading.each("codes", _code))
    number = version if isinstance(version, int) else 0
    return Rules(number, rows, codes, tuple(reading.problems))


def _row(entry: Table) -> Row:
    known(entry, ("id", "level", "text", "source", "any", "cases", "happening"))
    identifier = text_in(entry, "id")
    stage = identifier.startswith(LATER)
    first = _case(entry, None, stage)

    def another(case: Table) -> Case:
        known(case, ("level", "text", "any"))
        return _case(case, first.level, stage)

    cases = (first, *each_in(entry, "cases", another)) if "cases" in entry else (first,)
    return Row(identifier, text_in(entry, "source"), cases, flag_in(entry, "happening"))


def _case(entry: Table, level: Level | None, stage: bool) -> Case:
    """One case; ``level`` is that of the row, where the case may leave it out."""
    found = one_of(entry, "level", LEVELS, level)
    return Case(found, text_in(entry, "text"), conditions_in(entry, stage))


def _code(entry: Table) -> Code:
    known(entry, ("code", "any"))
    return Code(text_in(entry, "code"), conditions_in(entry, stage=True))
