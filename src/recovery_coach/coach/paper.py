"""Which paper a sheet is made for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recovery_coach.settings.model import Units

PaperName = Literal["a4", "letter"]

LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Where printers hold Letter; from the territory data of Unicode's CLDR. A4 everywhere else."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size in points, 72 to the inch."""

    name: PaperName
    width: float
    height: float


PAPERS: dict[PaperName, Paper] = {
    "a4": Paper("a4", 210 / 25.4 * 72, 297 / 25.4 * 72),
    "letter": Paper("letter", 612.0, 792.0),
}


def usual_paper(country: str, territory: str, units: Units) -> Paper:
    """Of the ``country`` in the settings; else of the system's ``territory``; else by the units.

    Both are codes of two letters, or empty where not known.
    """
    place = country or territory
    letter = place.upper() in LETTER if place else units == "imperial"
    return PAPERS["letter" if letter else "a4"]
