"""Which numbers to call: the person's own, else those of the country in the settings.

The countries are data in ``resources/rules/numbers.toml``. Numbers are never written into a text:
111 is an advice line in one country and the emergency number of another (facts 5.2, rule 7).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_resources

LONGEST = 40
"""Characters of a number, with a name beside it perhaps; what is longer was not meant as one."""


@dataclass(frozen=True, slots=True)
class Country:
    """What to call in one country; ``advice`` is empty where no such line is known."""

    name: str
    emergency: str
    advice: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """What to call, ready to stand in a sentence.

    ``emergency`` always says something: where no number is known, *your local emergency number*.
    The other two are empty where there is none, and are then left out of what is said.
    """

    emergency: str
    advice: str = ""
    crisis: str = ""


class Chosen(Protocol):
    """What of the settings is asked here."""

    @property
    def country(self) -> str:
        """Its code; empty where it was not said."""

    @property
    def own_emergency(self) -> str:
        """In the place of the country's; empty where that holds."""

    @property
    def own_advice(self) -> str:
        """As above."""

    @property
    def own_crisis(self) -> str:
        """There is none by country."""


@cache
def countries() -> dict[str, Country]:
    """Every country there are numbers for, by its code. Empty where the file cannot be read."""
    import tomllib

    try:
        text = (find_resources() / "rules" / "numbers.toml").read_text(encoding="utf-8")
        data = tomllib.loads(text)
        return {
            code: Country(entry["name"], entry["emergency"], entry.get("advice", ""))
            for code, entry in data.items()
        }
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}  # the texts then speak of the local number


def numbers(chosen: Chosen) -> Numbers:
    """What to call by these settings."""
    place = countries().get(chosen.country, Country("", "", ""))
    emergency = tidy(chosen.own_emergency) or place.emergency
    return Numbers(
        emergency=emergency or tr("your local emergency number"),
        advice=tidy(chosen.own_advice) or place.advice,
        crisis=tidy(chosen.own_crisis),
    )


def tidy(text: str) -> str:
    """What somebody entered as a number: one line, not endless, nothing that cannot be seen."""
    line = " ".join(text.split())
    return "".join(sign for sign in line if sign.isprintable())[:LONGEST].strip()


def advice_line(known: Numbers) -> str:
    """Whom to ask today, with the advice line where there is one."""
    if not known.advice:
        return tr("Call a doctor, an urgent-care line or a walk-in clinic today.")
    return tr("Call {number}, a doctor or a walk-in clinic today.").format(number=known.advice)
