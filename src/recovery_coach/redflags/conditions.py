"""The little language in which rows and questions say when they apply.

``field is value``; ``field in a, b``; ``field has a, b`` (of a list: any of them);
``field >= 3`` and ``>``, ``<=``, ``<``; and ``not`` before any of these. A test of a field that is
unknown does not hold, so that ``not fever is yes`` holds for a fever nobody was asked about. All
tests of a list must hold, and one list of several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import ge, gt, le, lt

from recovery_coach.redflags.model import Value

_WORDS = re.compile(r"(not )?([a-z0-9_]+) (is|in|has) (.+)")
_NUMBER = re.compile(r"(not )?([a-z0-9_]+) (>=|<=|>|<) ([0-9]+(?:\.[0-9]+)?)")
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {">=": ge, ">": gt, "<=": le, "<": lt}


@dataclass(frozen=True, slots=True)
class Test:
    """One test of one field: against words, or (``compare``) against a number."""

    __test__ = False  # pytest takes every Test for one of its own

    field: str
    words: tuple[str, ...] = ()
    compare: str = ""
    number: float = 0.0
    negated: bool = False

    def holds(self, facts: Mapping[str, Value]) -> bool:
        """Whether it holds of ``facts``."""
        return self._found(facts.get(self.field)) is not self.negated

    def _found(self, value: Value | None) -> bool:
        if value is None:
            return False
        if self.compare:
            return isinstance(value, int | float) and _COMPARE[self.compare](value, self.number)
        held = value if isinstance(value, tuple) else (value,)
        return any(word in self.words for word in held)


AllOf = tuple[Test, ...]
"""Tests that must all hold."""
AnyOf = tuple[AllOf, ...]
"""Alternatives, of which one is enough."""


def parse(text: str) -> Test | None:
    """The test that ``text`` says; None where it says none."""
    found = _WORDS.fullmatch(text)
    if found:
        words = tuple(word.strip() for word in found[4].split(","))
        return Test(found[2], words, negated=bool(found[1]))
    found = _NUMBER.fullmatch(text)
    if found:
        return Test(found[2], (), found[3], float(found[4]), bool(found[1]))
    return None


def holding(alternatives: AnyOf, facts: Mapping[str, Value]) -> AnyOf:
    """Those of the alternatives that hold."""
    return tuple(one for one in alternatives if all(test.holds(facts) for test in one))
