"""Which paper is usual where."""

from __future__ import annotations

import pytest

from recovery_coach.coach.paper import PAPERS, usual_paper
from recovery_coach.settings.model import Units


@pytest.mark.parametrize(
    ("country", "territory", "units", "name"),
    [
        ("", "", "metric", "a4"),
        ("", "", "imperial", "letter"),
        ("", "US", "metric", "letter"),
        ("", "CA", "metric", "letter"),
        ("", "mx", "metric", "letter"),
        ("", "DE", "imperial", "a4"),
        ("DE", "US", "imperial", "a4"),
        ("US", "DE", "metric", "letter"),
        ("GB", "", "imperial", "a4"),
        ("EU", "US", "metric", "a4"),
    ],
)
def test_the_country_that_was_set_comes_first_then_the_system_then_the_units(
    country: str, territory: str, units: Units, name: str
):
    assert usual_paper(country, territory, units).name == name


def test_the_sizes_are_those_of_the_standards():
    assert (PAPERS["letter"].width / 72, PAPERS["letter"].height / 72) == (8.5, 11)
    assert PAPERS["a4"].height / PAPERS["a4"].width == pytest.approx(2**0.5, rel=1e-3)
