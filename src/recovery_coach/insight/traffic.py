"""The traffic light of one session: a borrowed rule, not validated for backs (facts 4.4).

Made for the knee (Thomee 1997) and the Achilles tendon (Silbernagel 2007). It never overrides a
warning sign: who shows it asks first what stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from recovery_coach.insight.intervals import median

Zone = Literal["green", "amber", "red"]
Column = Literal["during", "morning", "week"]

ZONES: tuple[Zone, ...] = get_args(Zone)
"""From the best to the worst."""
GREEN_TO, AMBER_TO = 2, 5
"""The highest numbers in a session of these zones (Thomee 1997, Silbernagel 2007)."""
STILL_UP, A_POINT = 2, 1
"""Points above the baseline: red; and amber, as one point is noise (editorial)."""
MORNINGS, MORNINGS_NEEDED = 7, 3


@dataclass(frozen=True, slots=True)
class Light:
    """The worst column decides; a column nobody said anything for is None, and so is the zone where
    all are. ``baseline`` is what the morning was compared with."""

    zone: Zone | None
    during: Zone | None
    morning: Zone | None
    week: Zone | None
    baseline: float | None


def baseline(mornings: Sequence[float], before: float | None) -> float | None:
    """The median of the last 7 mornings if there are 3 or more, else the number before.

    ``mornings``: what was said on the seven mornings before the session, in their order; of more,
    the last seven count.

    >>> baseline([2, 3, 5], before=6), baseline([2, 3], before=6)
    (3, 6)
    """
    known = mornings[-MORNINGS:]
    return median(known) if len(known) >= MORNINGS_NEEDED else before


def light(
    during: float | None,
    alarming: bool,
    morning: float | None,
    usual: float | None,
    rises: bool | None,
) -> Light:
    """``during``: the highest number in the session and after it; ``alarming``: it was sharp, in
    the leg or of the nerves; ``usual`` the baseline; ``rises``: whether the week's median rose
    against the week before it, None if not known.

    Up to 4 in the session, next morning as usual, the week flat: amber, by the first column.

    >>> told = light(4, alarming=False, morning=3, usual=3, rises=False)
    >>> told.zone, told.during, told.morning, told.week
    ('amber', 'amber', 'green', 'green')
    """
    columns = (_during(during, alarming), _morning(morning, usual), _week(rises))
    known = [zone for zone in columns if zone is not None]
    return Light(max(known, key=ZONES.index, default=None), *columns, baseline=usual)


def _during(highest: float | None, alarming: bool) -> Zone | None:
    if alarming:
        return "red"
    if highest is None:
        return None
    if highest > AMBER_TO:
        return "red"
    return "amber" if highest > GREEN_TO else "green"


def _morning(score: float | None, usual: float | None) -> Zone | None:
    if score is None or usual is None:
        return None
    up = score - usual
    if up >= STILL_UP:
        return "red"
    return "amber" if up >= A_POINT else "green"


def _week(rises: bool | None) -> Zone | None:
    if rises is None:
        return None
    return "red" if rises else "green"
