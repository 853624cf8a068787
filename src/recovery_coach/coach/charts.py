"""What a chart shows, before anything is drawn: the same for the window, the paper and the ear.

Every chart has its ``title``, a ``description`` in a few sentences, and a ``table`` with the same
numbers for a screen reader. ``ui/chart_*`` paints them, on the screen and into a PDF alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from recovery_coach.insight.load import Loaded
from recovery_coach.insight.plain import Event, Point, Rated, Span
from recovery_coach.insight.response import Pair
from recovery_coach.insight.trends import Week

WEEK = 7
EVERY_POINT, EVERY_DAY = 84, 366
"""Up to so many days every number is drawn; up to so many, every day; weeks beyond."""

Row = tuple[str, ...]


class Rows(Sequence[Row]):
    """Rows that are put into words when they are looked at: of ten years, hardly one ever is."""

    def __init__(self, count: int, make: Callable[[int], Row]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self._make(place) for place in range(*index.indices(self._count))]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._make(index % self._count)


@dataclass(frozen=True, slots=True)
class Table:
    """Column heads, and rows of as many cells; ``days`` are the days the rows stand for, each a
    row that can be opened, or empty."""

    heads: tuple[str, ...]
    rows: Sequence[Row]
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What all charts have."""

    title: str
    description: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeChart(Chart):
    """Numbers over days, from ``bottom`` to ``top``; gaps stay gaps.

    Up to twelve weeks every one of ``points`` is drawn, and a line through the medians of days
    that follow each other (``days``); up to a year the days with their ranges; beyond that
    ``weeks``. ``gaps`` are missing days. ``sessions`` are days with one, ``events`` what was
    marked. ``scored``: they are scores of pain, which have colours of their own everywhere.
    """

    span: Span
    bottom: float
    top: float
    unit: str
    points: tuple[Point, ...] = ()
    days: tuple[Rated, ...] = ()
    weeks: tuple[Week, ...] = ()
    gaps: tuple[Span, ...] = ()
    sessions: tuple[date, ...] = ()
    events: tuple[Event, ...] = ()
    scored: bool = False
    zoomable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap(Chart):
    """One field a day, weeks as columns: the day's highest number 0 to 10, nothing where none."""

    span: Span
    first_weekday: int
    values: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsChart(Chart):
    """Every pair, in the order of their days: a stroke from the first number to the second."""

    pairs: tuple[Pair, ...]
    first_name: str
    second_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarsChart(Chart):
    """A bar for each week, all of one colour: none judges. ``usual`` is drawn as a line.

    A week whose load is None is a gap with a sign of its own. The last week may not be over;
    ``cut``: it is, and what is looked at ends within it.
    """

    weeks: tuple[Loaded, ...]
    usual: float | None = None
    goal: float | None = None
    unit: str = ""
    cut: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the last week may still grow."""
        return bool(self.weeks) and self.weeks[-1].span.days < WEEK and not self.cut
