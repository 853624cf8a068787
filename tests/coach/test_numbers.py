"""Whom to call: by country, and never a number of the wrong one."""

from __future__ import annotations

import pytest

from recovery_coach.coach.advice import after_hurt
from recovery_coach.coach.numbers import LONGEST, advice_line, countries, numbers
from recovery_coach.settings.model import Settings


@pytest.mark.parametrize(
    ("country", "emergency"),
    [("GB", "999"), ("US", "911"), ("AU", "000"), ("NZ", "111"), ("EU", "112"), ("DE", "112")],
)
def test_the_emergency_number_is_that_of_the_country(country: str, emergency: str) -> None:
    known = numbers(Settings(country=country))
    assert known.emergency == emergency
    assert emergency in after_hurt("chest", known).whom


def test_111_is_advice_in_one_country_and_an_emergency_in_another() -> None:
    british, kiwi = (numbers(Settings(country=code)) for code in ("GB", "NZ"))
    assert "111" in advice_line(british)
    assert "111" not in british.emergency
    assert "111" not in advice_line(kiwi)


@pytest.mark.parametrize("country", ["", "XX", "gb", "CA"])
def test_without_a_known_country_no_number_is_guessed(country: str) -> None:
    known = numbers(Settings(country=country))
    assert known.emergency == "your local emergency number"
    assert (known.advice, known.crisis) == ("", "")
    assert "walk-in" in advice_line(known)


def test_only_the_numbers_of_the_fact_sheet_are_there() -> None:
    assert {place.emergency for place in countries().values()} == {
        "999",
        "112",
        "911",
        "000",
        "111",
    }
    assert {code for code, place in countries().items() if place.advice} == {"GB"}
    assert all(place.name for place in countries().values())


# -- the person's own ---------------------------------------------------------------------------


def test_the_persons_own_numbers_win() -> None:
    known = numbers(
        Settings(country="GB", own_emergency="112", own_advice="0161 1", own_crisis="116 123")
    )
    assert (known.emergency, known.advice, known.crisis) == ("112", "0161 1", "116 123")


def test_one_that_is_left_empty_is_that_of_the_country() -> None:
    known = numbers(Settings(country="GB", own_advice="0161 1"))
    assert (known.emergency, known.advice) == ("999", "0161 1")


def test_another_country_does_not_touch_what_was_entered() -> None:
    assert numbers(Settings(country="US", own_emergency="112")).emergency == "112"


@pytest.mark.parametrize("blank", [" ", "\n\t", "\u200b\u200b", "\x00"])
def test_one_that_only_looks_filled_in_counts_as_empty(blank: str) -> None:
    assert numbers(Settings(own_emergency=blank)).emergency == "your local emergency number"
    assert numbers(Settings(country="NZ", own_emergency=blank)).emergency == "111"


def test_a_number_is_one_line_and_not_endless() -> None:
    known = numbers(Settings(own_crisis="116\n123\r\n(day and night)\x07" + "9" * 500))
    assert known.crisis.startswith("116 123 (day and night)")
    assert len(known.crisis) == LONGEST
    assert known.crisis.isprintable()
