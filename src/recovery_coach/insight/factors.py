"""Days with something beside days without it: context, never a cause (facts 4.7, 4.11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery_coach.insight.intervals import Interval, median, median_interval
from recovery_coach.insight.plain import Rated

SHORT_NIGHT = 6.0
"""Hours (Edwards 2008)."""
HEAVY = 7
"""Session effort from which a day is heavy: "very hard" (facts 4.5; the cut is editorial)."""
NEEDED = 9
"""Days with and days without, each (facts 4.11: the first n whose interval says something)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some days: how many, the median of their pain, its interval."""

    n: int
    median: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Factor:
    """Days ``lag`` days after something beside days after its absence; ``enough`` to be told."""

    name: str
    lag: int
    with_it: Group
    without: Group

    @property
    def enough(self) -> bool:
        """Whether there are enough days on both sides."""
        return min(self.with_it.n, self.without.n) >= NEEDED


def factor(name: str, days: Sequence[Rated], there: Mapping[date, bool], lag: int) -> Factor:
    """Pain by whether something was there ``lag`` days before; a day not in ``there`` is unknown,
    counts on neither side.

    A heavy Monday and a light Tuesday, each beside the day after it:

    >>> monday, tuesday, wednesday = (date(2026, 3, n) for n in (2, 3, 4))
    >>> days = [Rated(tuesday, 5, 5, 5, 1), Rated(wednesday, 3, 3, 3, 1)]
    >>> told = factor("heavy_day", days, {monday: True, tuesday: False}, lag=1)
    >>> told.with_it.median, told.without.median, told.enough
    (5, 3, False)
    """
    by = timedelta(days=lag)
    found: dict[bool, list[float]] = {True: [], False: []}
    for day in days:
        known = there.get(day.day - by)
        if known is not None:
            found[known].append(day.median)
    return Factor(name, lag, with_it=group_of(found[True]), without=group_of(found[False]))


def group_of(medians: Sequence[float]) -> Group:
    """Some days taken together; the interval of the median by order statistics (facts 4.11).

    >>> group_of([3, 4, 4, 5])
    Group(n=4, median=4.0, interval=None)
    """
    middle = median(medians) if medians else None
    return Group(len(medians), middle, median_interval(medians))
