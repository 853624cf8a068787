"""The plain records everything is worked out from: days, numbers, sessions. No words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Some days, the first and the last included. ValueError where the last is before the first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a span that ends before it begins: {self.first} to {self.last}")

    @property
    def days(self) -> int:
        """How many days there are in it."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def moved(self, days: int) -> Span:
        """As long, so many days later; earlier where negative."""
        by = timedelta(days=days)
        return Span(self.first + by, self.last + by)


def last_days(today: date, days: int) -> Span:
    """So many days up to today, today included.

    >>> last_days(date(2026, 3, 4), 7)
    Span(first=datetime.date(2026, 2, 26), last=datetime.date(2026, 3, 4))
    """
    return Span(today - timedelta(days=days - 1), today)


def weeks(span: Span, first_weekday: int) -> tuple[Span, ...]:
    """A span parted into weeks; the first and the last are what of them lies in it.

    ``first_weekday`` is 0 for Monday to 6. From Thursday 5 March 2026 to Tuesday 17:

    >>> [week.days for week in weeks(Span(date(2026, 3, 5), date(2026, 3, 17)), 0)]
    [4, 7, 2]
    """
    ahead = (first_weekday - span.first.weekday()) % 7 or 7
    starts = [0, *range(ahead, span.days, 7)]
    days = [span.first + timedelta(days=start) for start in starts]
    ends = [day - timedelta(days=1) for day in days[1:]]
    return tuple(Span(first, last) for first, last in zip(days, [*ends, span.last], strict=True))


@dataclass(frozen=True, slots=True)
class Rated:
    """What was said of one thing on one local day: ``n`` numbers, never none."""

    day: date
    median: float
    lowest: float
    highest: float
    n: int


@dataclass(frozen=True, slots=True)
class Point:
    """One number, when it was said, and the record it stands in."""

    at: datetime
    day: date
    value: float
    record: str


@dataclass(frozen=True, slots=True)
class Event:
    """A day that the person marked: "deadlift PR", "week off".

    ``compares``: "from this day I do X", to be compared with the days before; ``marked_on`` is the
    day on which that was first written down.
    """

    record: str
    day: date
    words: str
    compares: bool
    marked_on: date


@dataclass(frozen=True, slots=True)
class Occasion:
    """One session as pain saw it: 0 to 10 before, after and on the next morning, None if not said.

    ``worst`` is the highest number given when it hurt in it; ``minutes`` those of the session,
    ``effort`` 0 to 10; ``exercises`` the ids of what was done, empty where nobody asked for them.
    """

    session: str
    day: date
    routine: str
    minutes: float
    effort: int | None = None
    before: int | None = None
    after: int | None = None
    morning: int | None = None
    worst: int | None = None
    exercises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """Something that was trained: minutes and effort 0 to 10, None where not said (facts 4.5).

    ``what``: ids of the lifts of a training, or the one id of a routine; ``guided`` for a session
    of this program; ``parts``: groups of body regions that it loads, as far as that is known.
    """

    day: date
    minutes: float | None
    effort: int | None
    what: tuple[str, ...] = ()
    guided: bool = False
    parts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """One set of one side. ``side`` is "left", "right" or None; ``seconds`` what was done."""

    day: date
    exercise: str
    side: str | None
    seconds: float
    done: bool
    hurt: bool = False
