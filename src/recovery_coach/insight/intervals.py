"""Medians, and how far they can be trusted: order statistics, nothing that assumes a shape.

Facts 4.11. The table of ``k`` is that of Nair 1940 (Sankhya 4:551); the shift is Hodges and Lehmann
1963 (Ann Math Stat 34:598), its interval from Mann and Whitney's null distribution (1947).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb, floor, sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
FEW = 6
"""Under so many values there is no interval at all."""
ENOUGH = 9
"""The first number of values whose interval is narrower than the range."""
LEAST = 4
"""Values of either sample from which there is a shift: the extreme orders are 2 of 70, or 2.9%."""
EXACT = 2500
"""Differences up to which the null distribution is counted; beyond, the normal curve has the same
place of some hundreds, or where one sample is tiny, one that is a little wider."""


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
    """The middle value, or the mean of the two. ValueError where there is none.

    >>> median([4, 2, 7]), median([4, 2, 7, 3])
    (4, 3.5)
    """
    if not values:
        raise ValueError("there is no median of no values")
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


# -- one sample ----------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def rank(n: int, confidence: float = CONFIDENCE) -> tuple[int, float] | None:
    """``k`` and the coverage for ``n`` values: the largest ``k`` that covers; None under six.

    The median lies between the ``k``-th smallest and largest unless fewer than ``k`` values fall on
    one side of it, and on either side they fall as coins do: the coverage is
    P(k <= Binomial(n, 1/2) <= n - k). It is counted in whole numbers from the middle outwards,
    which takes some 2 sqrt(n) steps. Facts 4.11, table:

    >>> [(n, *rank(n)) for n in (6, 9, 30)]
    [(6, 1, 0.96875), (9, 2, 0.9609375), (30, 10, 0.9572260547429323)]
    >>> rank(5) is None
    True
    """
    if n < 1:
        return None
    k = (n + 1) // 2
    asked, out_of = Fraction(confidence).as_integer_ratio()
    ways = comb(n, k)  # of exactly k on one side
    inside = 0 if n % 2 else ways
    while inside * out_of < asked << n:
        if k == 1:
            return None
        ways = ways * k // (n - k + 1)
        k -= 1
        inside += 2 * ways
    return k, inside / (1 << n)


def median_interval(values: Sequence[float]) -> Interval | None:
    """The interval of the median; None where there are too few values. From 6 to 8: the range.

    >>> median_interval([3, 4, 4, 5, 6, 2, 8, 5, 1])
    Interval(low=2, high=6, k=2, coverage=0.9609375)
    """
    found = rank(len(values))
    if found is None:
        return None
    k, coverage = found
    ordered = sorted(values)
    return Interval(ordered[k - 1], ordered[-k], k, coverage)


# -- two samples ---------------------------------------------------------------------------


def shift(before: Sequence[float], after: Sequence[float]) -> Shift | None:
    """The shift from one sample to another; None where there are fewer than 4 and 4.

    The median of all differences, and those that as many lie below as above may by chance: the
    ``k``-th smallest to the ``k``-th largest, by :func:`shift_rank`. Of 4 and 4 that is the range:

    >>> shift([5, 6, 7, 8], [1, 2, 2, 4])
    Shift(estimate=-4.0, low=-7, high=-1)
    """
    if min(len(before), len(after)) < LEAST:
        return None
    # Scores take few values: how often each occurs is enough, however many days there are.
    counts: Counter[float] = Counter()
    for first, times in Counter(before).items():
        for second, more in Counter(after).items():
            counts[second - first] += times * more
    pairs = len(before) * len(after)
    k = shift_rank(len(before), len(after))
    low, left, right, high = _ordered(counts, (k, (pairs + 1) // 2, pairs // 2 + 1, pairs + 1 - k))
    return Shift((left + right) / 2, low, high)


def shift_rank(m: int, n: int) -> int:
    """``k`` for all differences of ``m`` and ``n`` values: the largest with 2 P(U < k) <= 5%.

    Beyond :data:`EXACT` differences U is taken as normal, with half a step of continuity.

    >>> shift_rank(4, 4), shift_rank(14, 14), shift_rank(200, 200)
    (1, 56, 17734)
    """
    if m * n > EXACT:
        away = -NormalDist().inv_cdf((1 - CONFIDENCE) / 2) * sqrt(m * n * (m + n + 1) / 12)
        return max(1, floor(m * n / 2 + 0.5 - away))
    asked, out_of = Fraction(1 - Fraction(CONFIDENCE)).as_integer_ratio()
    below, k = 0, 0
    for ways in _orders(min(m, n), max(m, n)):
        below += ways
        if 2 * below * out_of > asked * comb(m + n, m):
            break
        k += 1
    return k


@lru_cache(maxsize=256)
def _orders(m: int, n: int) -> tuple[int, ...]:
    """In how many orders of ``m`` and ``n`` values U is 0, 1, 2 ... up to the middle.

    These are the coefficients of the Gaussian binomial: of the product of (1 - q^(n+i)) / (1 - q^i)
    for i from 1 to m.

    >>> _orders(2, 2)  # of the 6 orders
    (1, 1, 2)
    """
    most = m * n // 2
    ways = [1] + [0] * most
    for i in range(1, m + 1):
        for u in range(most, n + i - 1, -1):
            ways[u] -= ways[u - n - i]
        for u in range(i, most + 1):
            ways[u] += ways[u - i]
    return tuple(ways)


def _ordered(counts: Counter[float], places: Sequence[int]) -> list[float]:
    """The values at some rising places, from 1, of what occurs so often."""
    found: list[float] = []
    passed = 0
    for value, times in sorted(counts.items()):
        passed += times
        while len(found) < len(places) and places[len(found)] <= passed:
            found.append(value)
    return found
