"""A routine as it is really done: what was left out of it or done another way, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recovery_coach.library.models import Routine

Why = Literal["set", "background", "check"]
"""Who switched a caution code on: the person, what they said of their health, their last check."""

Codes = Mapping[str, Why]
"""The caution codes of facts 2.1 that are on."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step that is not done as the routine has it.

    ``name`` is the step's exercise as its file calls it; ``instead`` what is done in its place:
    another exercise's name, or with ``easier`` what the easier way says. Empty: it is left out.
    """

    step: int
    name: str
    codes: Codes
    instead: str = ""
    easier: bool = False


@dataclass(frozen=True, slots=True)
class Adapted:
    """A routine without what carries a code that is on, and what was changed in it."""

    routine: Routine
    changes: tuple[Change, ...] = ()

    @property
    def nothing_left(self) -> bool:
        """Every step was left out: there is nothing to begin."""
        return not self.routine.steps
