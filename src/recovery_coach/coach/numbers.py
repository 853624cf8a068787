"""Which number to call, by the country in the settings; data in ``resources/rules/numbers.toml``.

Numbers are never written into a text: 111 is an advice line in one country and the emergency
number of another (facts 5.2, rule 7).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_resources


@dataclass(frozen=True, slots=True)
class Numbers:
    """What to call in one country; ``advice`` is empty where no such line is known."""

    name: str
    emergency: str
    advice: str


@cache
def countries() -> dict[str, Numbers]:
    """Every country there are numbers for, by its code. Empty where the file cannot be read."""
    import tomllib

    try:
        text = (find_resources() / "rules" / "numbers.toml").read_text(encoding="utf-8")
        data = tomllib.loads(text)
        return {
            code: Numbers(entry["name"], entry["emergency"], entry.get("advice", ""))
            for code, entry in data.items()
        }
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}  # the texts then name the two numbers most countries answer


def emergency_number(country: str) -> str:
    """What to call in an emergency, in words; also where the country is not known."""
    known = countries().get(country)
    if known is None:
        return tr("your emergency number (112 or 911 in most countries)")
    return tr(known.emergency)


def advice_line(country: str) -> str:
    """Whom to ask today, with the country's own line where it has one."""
    known = countries().get(country)
    if known is None or not known.advice:
        return tr("Call a doctor, an urgent-care line or a walk-in clinic today.")
    return tr("Call {number}, a doctor or a walk-in clinic today.").format(number=known.advice)
