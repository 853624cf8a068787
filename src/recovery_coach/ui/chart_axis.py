"""Where days and numbers lie, and which of them are written beside an axis. No painting.

Time goes from left to right in every language, as numbers do; the words are set the way they are
read.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from recovery_coach.base.i18n import month_and_year, month_name, short_month
from recovery_coach.insight.plain import Span

WEEK = 7
MONTHS_TO = 3 * 366
"""Days up to which months are written; beyond that years."""


@dataclass(frozen=True, slots=True)
class DayAxis:
    """The days of a span, side by side between two places."""

    span: Span
    left: float
    right: float

    @property
    def day_width(self) -> float:
        """What one day takes."""
        return (self.right - self.left) / self.span.days

    def x(self, day: date, share: float = 0.5) -> float:
        """Where a day lies: its middle, or as much of it as has gone by."""
        return self.left + ((day - self.span.first).days + share) * self.day_width

    def day_at(self, x: float) -> date:
        """The day at a place, the first or the last where that is outside."""
        index = math.floor((x - self.left) / self.day_width)
        return self.span.first + timedelta(days=min(max(0, index), self.span.days - 1))


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Numbers, the lowest at ``base`` and the highest at ``head``: y grows downward."""

    bottom: float
    top: float
    base: float
    head: float

    def y(self, value: float) -> float:
        """Where a number lies; outside of the axis, at its end."""
        share = (min(max(self.bottom, value), self.top) - self.bottom) / (self.top - self.bottom)
        return self.base + (self.head - self.base) * share

    def ticks(self, room: float) -> list[float]:
        """Round numbers, each with ``room`` for its letters; whole ones from two up."""
        most, length = max(1, int(abs(self.base - self.head) // room)), self.top - self.bottom
        step = max(round_step(length / most), 1.0 if length >= 2 else 0.0)
        first = math.ceil(self.bottom / step - 1e-9)
        last = math.floor(self.top / step + 1e-9)
        return [index * step for index in range(first, last + 1)]


def round_step(least: float) -> float:
    """1, 2 or 5, or ten times or a tenth of it: the smallest that is not below ``least``."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(
        factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= least - 1e-9
    )


def round_top(highest: float) -> float:
    """A round end of an axis from 0, a little above the highest number."""
    step = round_step(highest / 4) if highest > 0 else 1.0
    return math.ceil(highest / step - 1e-9) * step or 1.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A word beside the axis: of the days from ``day`` to ``last``; ``row`` 0 is the upper."""

    day: date
    last: date
    text: str
    row: int


def day_ticks(
    axis: DayAxis, width: Callable[[str], float], space: float, each: int = 1
) -> list[Tick]:
    """What is written below the days, as fine as there is room for: days and months, months and
    years, or years. ``width`` measures a text, ``space`` is kept free between two; ``each`` is how
    many days there are to one mark: 7 below bars of weeks."""
    room = axis.day_width
    for step in (1, 2, WEEK, 2 * WEEK):
        fits = step >= each and step * room >= width("30") + space
        if fits and axis.span.days <= MONTHS_TO // 8:
            return _days(axis.span, step, each) + _months(axis, width, space, row=1)
    if axis.span.days <= MONTHS_TO:
        for step in (1, 2, 3, 6):
            widest = max(width(short_month(month)) for month in range(1, 13))
            if step * 28 * room >= widest + space:
                return _each_month(axis, step, width) + _years(axis, width, space, row=1)
    return _years(axis, width, space, row=0)


def _days(span: Span, step: int, each: int) -> list[Tick]:
    days = (span.first + timedelta(days=index) for index in range(0, span.days, step))
    return [Tick(day, day + timedelta(days=each - 1), str(day.day), 0) for day in days]


def _months(axis: DayAxis, width: Callable[[str], float], space: float, row: int) -> list[Tick]:
    """The name of each month where it has room, with its year where that fits and is new."""
    made: list[Tick] = []
    year = 0
    for part in months_of(axis.span):
        texts = [month_name(part.first), short_month(part.first.month)]
        if part.first.year != year:
            texts.insert(0, month_and_year(part.first))
        room = part.days * axis.day_width - space
        text = next((text for text in texts if width(text) <= room), "")
        if text:
            year = part.first.year if text == texts[0] else year
            made.append(Tick(part.first, part.last, text, row))
    return made


def _each_month(axis: DayAxis, step: int, width: Callable[[str], float]) -> list[Tick]:
    """Every month, or every 2nd, 3rd, 6th; none that would reach out of the axis."""
    made = []
    for part in months_of(axis.span):
        text = short_month(part.first.month)
        middle, half = (axis.x(part.first, 0) + axis.x(part.last, 1)) / 2, width(text) / 2
        within = axis.left <= middle - half and middle + half <= axis.right
        if within and part.days > 14 and (part.first.month - 1) % step == 0:
            made.append(Tick(part.first, part.last, text, 0))
    return made


def _years(axis: DayAxis, width: Callable[[str], float], space: float, row: int) -> list[Tick]:
    """Every year that has room, or every 2nd, 5th, 10th."""
    needed = (width("2000") + space) / (365.25 * axis.day_width)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 10_000) if step >= needed)
    return [
        Tick(part.first, part.last, str(part.first.year), row)
        for part in years_of(axis.span)
        if part.first.year % step == 0 and (step > 1 or part.days / 365.25 >= needed * 0.98)
    ]


def months_of(span: Span) -> Iterator[Span]:
    """The months of a span, or what of them lies in it."""
    return _parts(span, lambda day: (day.replace(day=1) + timedelta(days=31)).replace(day=1))


def years_of(span: Span) -> Iterator[Span]:
    """The years of a span, or what of them lies in it."""
    return _parts(span, lambda day: date(day.year + 1, 1, 1))


def _parts(span: Span, next_one: Callable[[date], date]) -> Iterator[Span]:
    first = span.first
    while first <= span.last:
        after = next_one(first)
        yield Span(first, min(span.last, after - timedelta(days=1)))
        first = after
