"""How much was trained: effort x minutes, and the last days beside the usual (facts 4.5).

No ratio of acute to chronic load, no score of risk: a jump is described, the person judges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recovery_coach.insight.plain import Span, Work

WORTH_A_WORD = 30
"""Percent more than usual from which it is said (editorial, facts 4.5)."""
AWAY = 14
"""Days without training after which one is returning (facts 4.5; S2-46, S3-06)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A week: its load in effort x minutes, and how many of its trainings had no effort or minutes.

    ``load`` is None where nothing was said that could be counted, 0.0 where nothing was trained
    and something was written on any of its days.
    """

    span: Span
    load: float | None
    trainings: int
    uncounted: int


@dataclass(frozen=True, slots=True)
class Jump:
    """The last 7 full days (today is not over) beside the median of the four weeks before them.

    ``percent``: how much more (or less, below 0); None where under three of the four weeks can be
    counted, or their median is 0.
    """

    last: Loaded
    usual: float | None
    weeks: int
    percent: float | None


@dataclass(frozen=True, slots=True)
class Return:
    """Training again after a pause: its last day before, the first one after, the days between."""

    stopped: date
    again: date
    days: int


@dataclass(frozen=True, slots=True)
class SoreAgain:
    """On ``day`` something was trained that loads ``part``, which was rated ``score`` that day or
    the day before."""

    day: date
    part: str
    score: float
    what: tuple[str, ...]


def load_of(work: Work) -> float | None:
    """Effort x minutes; None where either is missing."""
    raise NotImplementedError


def weekly_load(
    works: Iterable[Work], written: Iterable[date], span: Span, first_weekday: int
) -> tuple[Loaded, ...]:
    """Every week of a span; ``written`` are the days that have any entry."""
    raise NotImplementedError


def jump(works: Sequence[Work], written: Sequence[date], today: date) -> Jump:
    """The last seven full days beside what is usual."""
    raise NotImplementedError


def returned(works: Iterable[Work], today: date) -> Return | None:
    """The latest return after two weeks or more, if it was within the last 14 days."""
    raise NotImplementedError


def trained_while_sore(
    works: Iterable[Work], sore: Mapping[tuple[date, str], float], least: float
) -> tuple[SoreAgain, ...]:
    """Trainings of a part that was rated ``least`` or more that day or the day before.

    ``sore``: the highest score by day and part. The newest first.
    """
    raise NotImplementedError
