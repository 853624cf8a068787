"""What the person of the sample journal marks: days to remember, and something that is compared.

It has a chance of its own: with it or without it, everything else in the sample is the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from recovery_coach.coach.demo_life import Day
from recovery_coach.journal import MarkRecord

WORDS = (
    "Deadlift PR",
    "Week off",
    "New chair",
    "Squat PR",
    "Down with a cold",
    "New mattress",
    "Physio course, day 1",
    "Moved house 📦",
)
"""One after the other; a person's own text, so that it is in no catalogue of translations."""
LIFTED = {"Deadlift PR": "deadlift", "Squat PR": "squat"}
EVERY = 61
"""Days from one mark to the next, about."""
COMPARED = "Core stability three times a week"
BEFORE_END = 35
"""Days: its fourteen after are over, and something can be said of it."""
ABOUT = 6


def marks_of(
    days: Sequence[Day], midnight: Callable[[date], datetime], seed: int
) -> Iterator[MarkRecord]:
    """All marks; each is written down at its own moment."""
    chance = random.Random(f"marks {seed}")

    def at(day: Day) -> datetime:
        return midnight(day.on) + timedelta(hours=21, minutes=chance.randrange(50))

    begins = max(0, len(days) - 1 - BEFORE_END)
    for count, place in enumerate(range(EVERY // 2, begins - EVERY // 2, EVERY)):
        words = WORDS[count % len(WORDS)]
        found = days[place : place + EVERY // 2]
        fitting = [day for day in found if not day.away and _fits(words, day)]
        if fitting:
            day = chance.choice(fitting)
            yield MarkRecord(at=at(day), words=words)
    near = days[max(0, begins - ABOUT) : begins + ABOUT]
    calm = [day for day in near if not day.away and day.since is None]
    if calm:
        day = min(calm, key=lambda day: abs((day.on - days[begins].on).days))
        yield MarkRecord(at=at(day), words=COMPARED, compares=True)


def _fits(words: str, day: Day) -> bool:
    """Whether it may have been that day: nobody lifts their most in a flare."""
    lift = LIFTED.get(words)
    return lift is None or (lift in day.lifts and day.since is None)
