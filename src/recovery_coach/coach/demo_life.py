"""The years of the person in the sample journal: how it hurts, day by day, and why.

A slow wave with noise; on it a flare after a heavy day and a bad night, which takes weeks to ebb.
The last weeks are calm, so that whoever opens the sample can begin a routine.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

CALM = 21
"""Days at the end without a flare, a gap or more than a low number."""
LOW = 2.0
HIGHEST = 6.4

LIFTS: dict[int, tuple[str, ...]] = {
    0: ("squat",),
    2: ("bench_press", "row"),
    4: ("deadlift",),
    5: ("swing", "overhead_press"),
}
"""What is trained, by the weekday."""
ROUTINES: dict[int, tuple[str, ...]] = {
    0: ("pre_squat",),
    1: ("morning_desk_reset",),
    2: ("core_stability", "warmup_general"),
    4: ("pre_deadlift",),
    5: ("hip_strength", "cool_down_seed", "foam_roll_recovery"),
    6: ("core_stability", "express_3"),
}
"""What is practised, by the weekday: one of them."""
SORE_DAY = ("sore_day_gentle", "express_3")


@dataclass(frozen=True, slots=True)
class Day:
    """One day. ``since``: days since a flare began, while it lasts; ``away``: nothing is written.

    ``pain`` is how it is on the whole, 0 to 10; ``calm``: one of the last.
    """

    on: date
    pain: float
    slept: float
    lifts: tuple[str, ...]
    heavy: bool
    routine: str
    since: int | None
    away: bool
    calm: bool


def days_of(first: date, last: date, chance: random.Random) -> Iterator[Day]:
    """Every day from ``first`` to ``last``."""
    count = (last - first).days + 1
    away = _gaps(count, chance)
    drift = 0.0
    flare: tuple[int, float] | None = None
    for number in range(count):
        on = first + timedelta(days=number)
        calm = number >= count - CALM
        slept = round(max(3.5, min(9.5, chance.gauss(7.1, 1.1))) * 4) / 4
        lifts = LIFTS.get(on.weekday(), ()) if chance.random() < 0.86 else ()
        heavy = bool(lifts) and on.weekday() in (0, 4) and chance.random() < 0.6
        if flare is None and not calm and chance.random() < _risk(heavy, slept):
            flare = (number, chance.uniform(2.2, 4.2))
        drift = 0.85 * drift + chance.gauss(0, 0.35)
        pain = _wave(number) + drift
        since = None
        if flare is not None:
            since = number - flare[0]
            left = flare[1] * math.exp(-since / 9)
            pain += left
            if left < 0.4 or calm:
                flare, since = None, None
        pain = max(0.0, min(LOW if calm else HIGHEST, pain - (1.0 if calm else 0.0)))
        sore = pain > 4.0
        if sore:
            lifts, heavy = (), False
        usual: Sequence[str] = SORE_DAY if sore else ROUTINES.get(on.weekday(), ())
        practises = bool(usual) and chance.random() < (0.5 if sore else 0.72)
        yield Day(
            on=on,
            pain=pain,
            slept=slept,
            lifts=lifts,
            heavy=heavy,
            routine=chance.choice(usual) if practises else "",
            since=since,
            away=number in away and not calm,
            calm=calm,
        )


def _wave(number: int) -> float:
    """How it hurts without any cause, over months and over years."""
    months = 0.8 * math.sin(2 * math.pi * number / 170)
    years = 0.9 * math.sin(2 * math.pi * number / 1130 + 1)
    return 1.9 + months + years


def _risk(heavy: bool, slept: float) -> float:
    """How likely a flare is to begin."""
    return 0.004 + (0.05 if heavy else 0.0) + (0.03 if slept < 5.5 else 0.0)


def _gaps(count: int, chance: random.Random) -> set[int]:
    """Days on which nothing is written: holidays, a lost week, and a day here and there."""
    found = {number for number in range(count) if chance.random() < 0.02}
    for begin in range(60, count, 150):
        start = begin + chance.randrange(70)
        found.update(range(start, start + chance.choice((3, 6, 9, 14, 20))))
    found.discard(0)
    return found
