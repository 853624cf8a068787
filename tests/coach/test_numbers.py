"""Whom to call: by country, and never a number of the wrong one."""

from __future__ import annotations

import pytest

from recovery_coach.coach.advice import after_hurt
from recovery_coach.coach.numbers import advice_line, countries, emergency_number


@pytest.mark.parametrize(
    ("country", "emergency"),
    [("GB", "999"), ("US", "911"), ("AU", "000"), ("NZ", "111"), ("EU", "112"), ("DE", "112")],
)
def test_the_emergency_number_is_that_of_the_country(country: str, emergency: str) -> None:
    assert emergency in emergency_number(country)
    assert emergency in after_hurt("chest", country).whom


def test_111_is_advice_in_one_country_and_an_emergency_in_another() -> None:
    assert "111" in advice_line("GB")
    assert "111" not in emergency_number("GB")
    assert "111" not in advice_line("NZ")


@pytest.mark.parametrize("country", ["", "XX", "gb"])
def test_an_unknown_country_gets_the_two_numbers_most_countries_answer(country: str) -> None:
    assert "112" in emergency_number(country)
    assert "911" in emergency_number(country)
    assert "walk-in" in advice_line(country)


def test_every_country_has_a_name_and_a_number() -> None:
    assert all(known.name and known.emergency for known in countries().values())
    assert len(countries()) >= 10
