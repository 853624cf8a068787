"""Fourteen days before and after a day that was marked beforehand (facts 4.11).

Never "works", never "caused", never "significant", and no verdict where the conditions are not met.
Reporting follows CENT 2015; five points a phase are the least of single-case standards (WWC), nine
the first whose interval says something, fourteen days two turns of the week (editorial).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from recovery_coach.insight.intervals import Interval, Shift, median, median_interval, shift
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
    """The fourteen days before ``begins``, and those from it on, as far as they have gone.

    A phase is over when its fourteenth day is. What lies after ``today`` does not count. The first
    of these that holds decides, what no waiting mends before what it does:

    1. the day was marked after it had begun, so that results may have been looked at;
    2. under nine rated days before it;
    3. the days from it on are not over;
    4. under nine rated days among them;
    5. the intervals of the medians overlap, be it in one number;
    6. the interval of the shift includes 0, be it as its end;
    7. the change of the median is under 2 points, and under 30% of a first median of 4 or more;
    8. else the direction of the change.

    Fourteen days at 6 or 7, then fourteen at 3 or 4, marked beforehand:

    >>> from datetime import timedelta
    >>> begins, numbers = date(2026, 3, 16), [6, 7] * 7 + [3, 4] * 7
    >>> dates = [begins + timedelta(days=n) for n in range(-14, 14)]
    >>> days = [Rated(day, m, m, m, 1) for day, m in zip(dates, numbers)]
    >>> told = compare(days, begins, marked_on=date(2026, 3, 14), today=date(2026, 3, 30))
    >>> told.change, told.shift, told.verdict
    (-3.0, Shift(estimate=-3.0, low=-3, high=-3), 'possible improvement')
    >>> compare(days, begins, date(2026, 3, 14), today=date(2026, 3, 29)).why
    'still running'
    """
    ends = begins + timedelta(days=LENGTH - 1)
    so_far = max(begins, min(ends, today))
    past = [day for day in days if day.day <= today]
    before = phase_of(past, Span(begins, ends).moved(-LENGTH))
    after = phase_of(past, Span(begins, so_far))
    change = None
    if before.median is not None and after.median is not None:
        change = after.median - before.median
    moved = shift([day.median for day in before.days], [day.median for day in after.days])
    why = _missing(before, after, is_late=marked_on > begins, is_over=today > ends)
    if why:
        return Comparison(before, after, change, moved, "not enough data", why)
    verdict, why = _judged(before, after, change or 0.0, moved)
    return Comparison(before, after, change, moved, verdict, why)


def phase_of(days: Sequence[Rated], span: Span) -> Phase:
    """The days that lie in a span, their median and its interval (facts 4.11, 2).

    >>> days = [Rated(date(2026, 3, n), n, n, n, 1) for n in range(1, 10)]
    >>> phase = phase_of(days, Span(date(2026, 3, 2), date(2026, 3, 7)))
    >>> phase.rated, phase.median, (phase.interval.low, phase.interval.high)
    (6, 4.5, (2, 7))
    """
    inside = tuple(day for day in days if day.day in span)
    medians = [day.median for day in inside]
    return Phase(span, inside, median(medians) if medians else None, median_interval(medians))


def _missing(before: Phase, after: Phase, *, is_late: bool, is_over: bool) -> Why:
    """Why there is not enough to say anything; empty where there is."""
    if is_late:
        return "marked later"
    if before.rated < NEEDED:
        return "too few days"
    if not is_over:
        return "still running"
    return "too few days" if after.rated < NEEDED else ""


def _judged(before: Phase, after: Phase, change: float, moved: Shift | None) -> tuple[Verdict, Why]:
    if _overlap(before.interval, after.interval):
        return "no clear change", "interval"
    if moved is None or moved.low <= 0 <= moved.high:
        return "no clear change", "shift"
    if not is_noticed(before.median or 0.0, change):
        return "smaller than usually noticed", "size"
    return ("possible improvement" if change < 0 else "possible worsening"), ""


def _overlap(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals share a number; taken to where there is none."""
    if one is None or other is None:
        return True
    return one.low <= other.high and other.low <= one.high


def is_noticed(first: float, change: float) -> bool:
    """Whether a change is as large as is usually noticed, from a first median on.

    2 points, or 30% of 4 or more (Ostelo 2008, facts 4.1). From 5, 1.5 is 30%:

    >>> is_noticed(5, -1.5), is_noticed(3, -1.5), is_noticed(3, 2)
    (True, False, True)
    """
    share = first >= SHARE_FROM and abs(change) >= NOTICED_SHARE * first
    return share or abs(change) >= NOTICED
