"""Medians, and how far they can be trusted: order statistics, nothing that assumes a shape.

Facts 4.11; Nair 1940 for the table, Hodges and Lehmann 1963 for the shift.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CONFIDENCE = 0.95
FEW = 6
"""Under so many values there is no interval at all."""
ENOUGH = 9
"""The first number of values whose interval is narrower than the range."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From the ``k``-th smallest to the ``k``-th largest; ``coverage`` 0 to 1."""

    low: float
    high: float
    k: int
    coverage: float


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much the second sample lies above the first (Hodges-Lehmann), with its interval.

    Exact for values that are independent and all different; daily scores are neither, so that the
    real coverage is lower: to be called approximate wherever it is shown.
    """

    estimate: float
    low: float
    high: float


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two. ValueError where there is none."""
    raise NotImplementedError


def rank(n: int, confidence: float = CONFIDENCE) -> tuple[int, float] | None:
    """``k`` and the coverage for ``n`` values: the largest ``k`` that covers; None under six."""
    raise NotImplementedError


def median_interval(values: Sequence[float]) -> Interval | None:
    """The interval of the median; None where there are too few values."""
    raise NotImplementedError


def shift(before: Sequence[float], after: Sequence[float]) -> Shift | None:
    """The shift from one sample to another; None where there are fewer than 4 and 4."""
    raise NotImplementedError
