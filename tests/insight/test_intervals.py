"""Medians, intervals and shifts: the table of facts 4.11, and the same sums in scipy."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations, pairwise
from math import comb
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from recovery_coach.insight.intervals import (
    CONFIDENCE,
    ENOUGH,
    EXACT,
    FEW,
    LEAST,
    Interval,
    Shift,
    median,
    median_interval,
    rank,
    shift,
    shift_rank,
)

TABLE = """
| 6 | 1 | 96.9% | 19 | 5 | 98.1% |
| 7 | 1 | 98.4% | 20 | 6 | 95.9% |
| 8 | 1 | 99.2% | 21 | 6 | 97.3% |
| 9 | 2 | 96.1% | 22 | 6 | 98.3% |
| 10 | 2 | 97.9% | 23 | 7 | 96.5% |
| 11 | 2 | 98.8% | 24 | 7 | 97.7% |
| 12 | 3 | 96.1% | 25 | 8 | 95.7% |
| 13 | 3 | 97.8% | 26 | 8 | 97.1% |
| 14 | 3 | 98.7% | 27 | 8 | 98.1% |
| 15 | 4 | 96.5% | 28 | 9 | 96.4% |
| 16 | 4 | 97.9% | 29 | 9 | 97.6% |
| 17 | 5 | 95.1% | 30 | 10 | 95.7% |
| 18 | 5 | 96.9% | | | |
"""
"""As it stands in facts 4.11, which has it recomputed and the same as Nair 1940."""

SCORES = st.integers(0, 10)
MEASURES = st.floats(-100, 100, allow_nan=False)


def table() -> list[tuple[int, int, str]]:
    cells = [cell.strip() for line in TABLE.split("\n") for cell in line.split("|")]
    said = [cell for cell in cells if cell]
    rows = zip(said[::3], said[1::3], said[2::3], strict=True)
    return [(int(n), int(k), coverage) for n, k, coverage in rows]


# -- the table -----------------------------------------------------------------------------


def test_the_table_of_the_facts_is_complete():
    assert sorted(n for n, _, _ in table()) == list(range(FEW, 31))


@pytest.mark.parametrize(("n", "k", "coverage"), table())
def test_the_table_of_the_facts_comes_out(n, k, coverage):
    found = rank(n)
    assert found is not None
    assert (found[0], f"{found[1]:.1%}") == (k, coverage)


@pytest.mark.parametrize(("n", "k", "coverage"), table())
def test_the_table_of_the_facts_is_the_binomial(n, k, coverage):
    tail = sum(comb(n, below) for below in range(k))
    covered = 1 - Fraction(2 * tail, 2**n)
    assert covered >= Fraction(95, 100)
    assert f"{float(covered):.1%}" == coverage
    one_more = 1 - Fraction(2 * (tail + comb(n, k)), 2**n)
    assert one_more < Fraction(95, 100)


@pytest.mark.parametrize("n", range(FEW))
def test_under_six_values_there_is_no_interval(n):
    assert rank(n) is None
    assert median_interval([3] * n) is None


def test_five_values_would_cover_too_little():
    assert rank(5, 0.93) == (1, 0.9375)
    assert f"{0.9375:.1%}" == "93.8%"


# -- the median ----------------------------------------------------------------------------


def test_there_is_no_median_of_nothing():
    with pytest.raises(ValueError, match="no median"):
        median([])


@given(st.lists(SCORES | MEASURES, min_size=1, max_size=60))
def test_the_median_is_numpys(values):
    assert median(values) == pytest.approx(float(np.median(values)))


@pytest.mark.parametrize("n", range(FEW, ENOUGH))
def test_from_six_to_eight_values_the_interval_is_the_range(n):
    values = list(range(n, 0, -1))
    found = median_interval(values)
    assert found is not None
    assert (found.low, found.high, found.k) == (1, n, 1)


def test_from_nine_values_it_is_narrower():
    assert median_interval([9, 1, 8, 2, 7, 3, 6, 4, 5]) == Interval(2, 8, 2, 0.9609375)


@given(st.lists(SCORES, min_size=FEW, max_size=80))
def test_the_interval_holds_the_median_whatever_is_tied(values):
    found = median_interval(values)
    assert found is not None
    assert min(values) <= found.low <= median(values) <= found.high <= max(values)
    assert {found.low, found.high} <= set(values)
    assert found.coverage >= CONFIDENCE


# -- the same in scipy ---------------------------------------------------------------------


@pytest.mark.parametrize("confidence", [0.8, 0.9, 0.95, 0.99])
def test_the_rank_is_that_of_scipys_binomial(confidence):
    for n in range(1, 400):
        ks = np.arange(1, n // 2 + 1)
        covered = 1 - 2 * stats.binom.cdf(ks - 1, n, 0.5)
        fitting = ks[covered >= confidence]
        found = rank(n, confidence)
        if not len(fitting):
            assert found is None
            continue
        assert found is not None
        assert found[0] == fitting[-1]
        assert found[1] == pytest.approx(covered[fitting[-1] - 1], abs=1e-12)


@pytest.mark.parametrize("n", [1_000, 3_651, 10_000, 36_500])
def test_so_it_is_over_a_hundred_years_of_days(n):
    found = rank(n)
    assert found is not None
    k, coverage = found
    assert coverage == pytest.approx(1 - 2 * stats.binom.cdf(k - 1, n, 0.5), abs=1e-9)
    assert 1 - 2 * stats.binom.cdf(k, n, 0.5) < CONFIDENCE <= coverage


def scipys_interval(values: list[float]) -> tuple[float, float]:
    """Either half of 95% by itself, as the test of a quantile has it, turned round."""
    found = stats.quantile_test(values, q=0, p=0.5).confidence_interval(CONFIDENCE)
    return float(found.low), float(found.high)


@pytest.mark.parametrize("ties", [True, False])
def test_the_interval_is_scipys(ties):
    some = random.Random(4_11)
    for _ in range(700):
        n = some.randint(FEW, 60)
        values = [some.randint(0, 10) if ties else some.gauss(4, 2) for _ in range(n)]
        found = median_interval(values)
        assert found is not None
        assert (found.low, found.high) == scipys_interval(values)


def test_the_interval_covers_what_it_says():
    """Of samples whose true median is known: an interval that is all luck would be found here."""
    some = random.Random(20)
    for n in (9, 14, 30):
        hits = 0
        for _ in range(2_000):
            found = median_interval([some.expovariate(1) for _ in range(n)])
            assert found is not None
            hits += found.low <= np.log(2) <= found.high
        _, coverage = rank(n) or (0, 0)
        assert hits / 2_000 == pytest.approx(coverage, abs=0.015)


# -- the shift -----------------------------------------------------------------------------


@pytest.mark.parametrize(("m", "n"), [(0, 0), (3, 20), (20, 3), (LEAST - 1, LEAST - 1)])
def test_under_four_and_four_there_is_no_shift(m, n):
    assert shift([1] * m, [2] * n) is None


def test_four_and_four_have_one_which_is_the_range():
    assert shift_rank(4, 4) == 1
    assert Fraction(2, comb(8, 4)) == Fraction(2, 70)
    assert shift([1, 2, 3, 4], [10, 11, 12, 13]) == Shift(9.0, 6, 12)


def test_the_worked_example_by_hand():
    before, after = [6, 5, 6, 7], [3, 2, 4, 3]
    differences = sorted(b - a for a in before for b in after)
    assert differences == [-5, -4, -4, -4, -4, -3, -3, -3, -3, -3, -3, -2, -2, -2, -2, -1]
    assert shift(before, after) == Shift(-3.0, -5, -1)


def orders_by_listing(m: int, n: int) -> list[int]:
    """How often each U occurs, by going through every order of ranks there is."""
    found = [0] * (m * n + 1)
    for places in combinations(range(m + n), m):
        found[sum(places) - m * (m - 1) // 2] += 1
    return found


@pytest.mark.parametrize(("m", "n"), [(4, 4), (4, 6), (5, 5), (4, 9), (6, 7)])
def test_the_rank_of_a_shift_by_listing_every_order(m, n):
    ways, all_of_them = orders_by_listing(m, n), comb(m + n, m)
    k = shift_rank(m, n)
    assert 1 - Fraction(2 * sum(ways[:k]), all_of_them) >= Fraction(95, 100)
    assert 1 - Fraction(2 * sum(ways[: k + 1]), all_of_them) < Fraction(95, 100)
    assert shift_rank(n, m) == k


def test_the_approximation_goes_on_where_counting_ends():
    """Each side of the border, counted and normal are at most one place apart."""
    for m, n in ((50, 50), (40, 62), (25, 100), (20, 125)):
        assert m * n <= EXACT
        away = -NormalDist().inv_cdf(0.025) * (m * n * (m + n + 1) / 12) ** 0.5
        assert abs(shift_rank(m, n) - int(m * n / 2 + 0.5 - away)) <= 1
    for m, n in ((51, 50), (60, 60), (14, 400)):
        assert shift_rank(m, n) == shift_rank(n, m)


@given(st.lists(SCORES, min_size=4, max_size=16), st.lists(SCORES, min_size=4, max_size=16))
def test_a_shift_turned_round_is_its_negative(before, after):
    there, back = shift(before, after), shift(after, before)
    assert there is not None
    assert back is not None
    assert (there.estimate, there.low, there.high) == (-back.estimate, -back.high, -back.low)
    assert there.low <= there.estimate <= there.high


@given(st.lists(SCORES, min_size=4, max_size=20), st.integers(-10, 10))
def test_a_sample_moved_is_shifted_by_that(values, by):
    found = shift(values, [value + by for value in values])
    assert found is not None
    assert found.estimate == by
    assert found.low <= by <= found.high


@given(st.lists(SCORES, min_size=4, max_size=16), st.lists(SCORES, min_size=4, max_size=16))
def test_the_estimate_is_the_median_of_all_differences(before, after):
    found = shift(before, after)
    assert found is not None
    assert found.estimate == float(np.median(np.subtract.outer(after, before)))


def retained(before: list[float], after: list[float]) -> tuple[float, float]:
    """The least and the greatest difference between two that scipy's exact test does not reject.

    Between two neighbouring differences nothing is tied, and the test counts as ours does.
    """
    found = sorted({b - a for a in before for b in after})
    edges = [found[0] - 1, *found, found[-1] + 1]
    tried = np.array([(low + high) / 2 for low, high in pairwise(edges)])
    moved = np.subtract.outer(-tried, -np.array(after, dtype=float))
    p = stats.mannwhitneyu(moved, np.array([before] * len(tried)), axis=1, method="exact").pvalue
    kept = [index for index, chance in enumerate(p) if chance >= 0.05]
    # The interval reaches from the difference below the first that is kept to that above the last.
    return edges[kept[0]], edges[kept[-1] + 1]


def sample(some: random.Random, ties: bool) -> tuple[list[float], list[float]]:
    m, n = some.randint(4, 15), some.randint(4, 15)
    if ties:
        most = some.choice([3, 10])
        draw = lambda: float(some.randint(0, most))  # noqa: E731
    else:
        draw = lambda: round(some.gauss(4, 2), 6)  # noqa: E731
    return [draw() for _ in range(m)], [draw() for _ in range(n)]


def check_shifts(seed: int, ties: bool, times: int) -> None:
    some = random.Random(seed)
    for _ in range(times):
        before, after = sample(some, ties)
        found = shift(before, after)
        assert found is not None
        assert (found.low, found.high) == pytest.approx(retained(before, after))
        differences = np.subtract.outer(after, before)
        assert found.estimate == pytest.approx(float(np.median(differences)))


@pytest.mark.parametrize("ties", [True, False])
def test_the_shift_is_what_scipys_exact_test_retains(ties):
    check_shifts(1947, ties, 1_500)


@pytest.mark.long
@pytest.mark.parametrize("ties", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_so_it_is_in_many_more(seed, ties):
    check_shifts(seed, ties, 5_000)


def test_years_of_scores_are_shifted_without_listing_every_difference():
    some = random.Random(9)
    before = [some.randint(0, 10) for _ in range(18_000)]
    after = [max(0, value - 1) for value in before]
    found = shift(before, after)
    assert found is not None
    assert -1 <= found.low <= found.estimate <= found.high <= 0
