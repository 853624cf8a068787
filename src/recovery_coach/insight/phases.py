"""Fourteen days before and after a day that was marked beforehand (facts 4.11).

Never "works", never "caused", never "significant", and no verdict where the conditions are not met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from recovery_coach.insight.intervals import Interval, Shift
from recovery_coach.insight.plain import Rated, Span

LENGTH = 14
NEEDED = 9
"""Rated days of fourteen, in each phase."""
NOTICED = 2.0
"""Points that are usually noticed (Ostelo 2008)."""
NOTICED_SHARE, SHARE_FROM = 0.3, 4.0

Verdict = Literal[
    "not enough data",
    "no clear change",
    "smaller than usually noticed",
    "possible improvement",
    "possible worsening",
]
Why = Literal["still running", "too few days", "marked later", "interval", "shift", "size", ""]
"""Why there is no more to say: the phase is not over, under nine rated days, the day was marked
after it had begun, the intervals overlap, the shift's interval includes 0, the change is small."""


@dataclass(frozen=True, slots=True)
class Phase:
    """Some days: those that were rated, their median, and its interval if there are enough."""

    span: Span
    days: tuple[Rated, ...]
    median: float | None
    interval: Interval | None

    @property
    def rated(self) -> int:
        """How many days have a number."""
        return len(self.days)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two phases, the change of the median, the shift, and the verdict with its reason."""

    before: Phase
    after: Phase
    change: float | None
    shift: Shift | None
    verdict: Verdict
    why: Why


def compare(days: Sequence[Rated], begins: date, marked_on: date, today: date) -> Comparison:
    """The fourteen days before ``begins``, and those from it on, as far as they have gone."""
    raise NotImplementedError
