"""Numbers over time: each day, each week, and what is missing. No smoothing: gaps stay gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recovery_coach.insight.plain import Rated, Span


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
    """What lies in the span."""
    raise NotImplementedError


def headline(days: Sequence[Rated], span: Span) -> Headline:
    """The last days of a span beside its first: 28 of 12 weeks, 30 of a year or of all.

    A week or a month is not long enough to be parted: then the part before it, which ``days`` must
    reach back to. A part with under a third of its days rated is not spoken of.
    """
    raise NotImplementedError


def weekly(days: Sequence[Rated], span: Span, first_weekday: int) -> tuple[Week, ...]:
    """Every week of a span, gaps included; ``first_weekday`` 0 for Monday to 6."""
    raise NotImplementedError


def runs(days: Iterable[date]) -> tuple[Span, ...]:
    """Days that follow each other, taken together: a line may be drawn through these alone."""
    raise NotImplementedError


def missing_runs(days: Iterable[date], span: Span) -> tuple[Span, ...]:
    """The gaps: runs of days of the span without any number."""
    raise NotImplementedError
