"""The traffic light of one session: a borrowed rule, not validated for backs (facts 4.4).

It never overrides a warning sign: who shows it asks first what stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Zone = Literal["green", "amber", "red"]
Column = Literal["during", "morning", "week"]


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
    """The median of the last 7 mornings if there are 3 or more, else the number before."""
    raise NotImplementedError


def light(
    during: float | None,
    alarming: bool,
    morning: float | None,
    usual: float | None,
    rises: bool | None,
) -> Light:
    """``during``: the highest number in the session and after it; ``alarming``: it was sharp, in
    the leg or of the nerves; ``usual`` the baseline; ``rises``: whether the week's median rose
    against the week before it, None if not known."""
    raise NotImplementedError
