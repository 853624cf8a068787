"""Numbers over time: each day, each week, and what is missing. No smoothing: gaps stay gaps.

Facts 4.11, 1 and 6. What was not said is missing, never 0 (4.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recovery_coach.insight.intervals import median
from recovery_coach.insight.plain import Rated, Span, weeks

DAY = timedelta(days=1)
MONTH = 31
"""Days up to which a span is told beside the one before it."""
TWELVE_WEEKS = 84
LONG = 30
"""Days of either end of what is longer."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, or what of them lies in the span: the median of its days' medians, the range.

    ``lowest`` and ``highest`` are of all numbers; ``rated`` days of ``span.days`` have any, 0 where
    the week is a gap, and then the three are None.
    """

    span: Span
    median: float | None
    lowest: float | None
    highest: float | None
    rated: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a span: the median of its days, of which ``rated`` have a number."""

    span: Span
    median: float | None
    rated: int

    @property
    def missing(self) -> int:
        """Days without a number."""
        return self.span.days - self.rated


@dataclass(frozen=True, slots=True)
class Headline:
    """Two parts of a span, for one sentence; ``then`` is None where it has too few days."""

    then: Part | None
    now: Part


def part_of(days: Sequence[Rated], span: Span) -> Part:
    """What lies in the span.

    >>> from datetime import timedelta
    >>> start = date(2026, 3, 2)
    >>> days = [Rated(start + timedelta(days=n), m, m, m, 1) for n, m in ((0, 4), (1, 3), (5, 6))]
    >>> week = part_of(days, Span(start, date(2026, 3, 8)))
    >>> week.median, week.rated, week.missing
    (4, 3, 4)
    """
    medians = [day.median for day in days if day.day in span]
    return Part(span, median(medians) if medians else None, len(medians))


def headline(days: Sequence[Rated], span: Span) -> Headline:
    """The last days of a span beside its first: 28 of 12 weeks, 30 of a year or of all.

    A week or a month is not long enough to be parted: then the part before it, which ``days`` must
    reach back to. Between a month and 12 weeks, a third. A part with under a third of its days
    rated is not spoken of: the first is left out then, the last has no median (editorial).

    >>> days = [Rated(date(2026, 3, n), m, m, m, 1) for n, m in enumerate((4,) * 7 + (3,) * 5, 1)]
    >>> told = headline(days, Span(date(2026, 3, 8), date(2026, 3, 14)))
    >>> told.then.median, told.now.median, told.now.missing
    (4, 3, 2)
    """
    first, last = _parts(span)
    then, now = part_of(days, first), part_of(days, last)
    return Headline(
        then=then if _speaks(then) else None,
        now=now if _speaks(now) else replace(now, median=None),
    )


def _parts(span: Span) -> tuple[Span, Span]:
    if span.days <= MONTH:
        return span.moved(-span.days), span
    length = span.days // 3 if span.days <= TWELVE_WEEKS else LONG
    ahead = timedelta(days=length - 1)
    return Span(span.first, span.first + ahead), Span(span.last - ahead, span.last)


def _speaks(part: Part) -> bool:
    return 3 * part.rated >= part.span.days


def weekly(days: Sequence[Rated], span: Span, first_weekday: int) -> tuple[Week, ...]:
    """Every week of a span, gaps included; ``first_weekday`` 0 for Monday to 6.

    >>> days = [Rated(date(2026, 3, 3), 4, 2, 7, 3), Rated(date(2026, 3, 4), 5, 5, 5, 1)]
    >>> first, second = weekly(days, Span(date(2026, 3, 2), date(2026, 3, 15)), 0)
    >>> first.median, first.lowest, first.highest, first.rated, second.median, second.rated
    (4.5, 2, 7, 2, None, 0)
    """
    spans = weeks(span, first_weekday)
    found: list[list[Rated]] = [[] for _ in spans]
    # The first week may be shorter: counted back from the second's first day, all are of seven.
    start = spans[0].last.toordinal() - 6
    for day in days:
        if span.first <= day.day <= span.last:
            found[(day.day.toordinal() - start) // 7].append(day)
    return tuple(_week(part, inside) for part, inside in zip(spans, found, strict=True))


def _week(span: Span, days: Sequence[Rated]) -> Week:
    if not days:
        return Week(span, median=None, lowest=None, highest=None, rated=0)
    return Week(
        span,
        median=median([day.median for day in days]),
        lowest=min(day.lowest for day in days),
        highest=max(day.highest for day in days),
        rated=len(days),
    )


def runs(days: Iterable[date]) -> tuple[Span, ...]:
    """Days that follow each other, taken together: a line may be drawn through these alone.

    >>> [run.days for run in runs([date(2026, 3, 1), date(2026, 2, 28), date(2026, 3, 4)])]
    [2, 1]
    """
    found: list[Span] = []
    first: date | None = None
    last = date.min
    for day in sorted(set(days)):
        if first is None:
            first = day
        elif day - last > DAY:
            found.append(Span(first, last))
            first = day
        last = day
    if first is not None:
        found.append(Span(first, last))
    return tuple(found)


def missing_runs(days: Iterable[date], span: Span) -> tuple[Span, ...]:
    """The gaps: runs of days of the span without any number.

    >>> march = Span(date(2026, 3, 1), date(2026, 3, 31))
    >>> [(gap.first.day, gap.last.day) for gap in missing_runs([date(2026, 3, 8)], march)]
    [(1, 7), (9, 31)]
    """
    found: list[Span] = []
    free = span.first
    for run in runs(day for day in days if day in span):
        if free < run.first:
            found.append(Span(free, run.first - DAY))
        if run.last == span.last:
            return tuple(found)
        free = run.last + DAY
    return (*found, Span(free, span.last))
