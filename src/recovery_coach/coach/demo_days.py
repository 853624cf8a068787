"""What is written on one day of the sample journal, besides its session: numbers and check-ins."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from recovery_coach.coach.demo_life import HIGHEST, LOW, Day
from recovery_coach.coach.demo_words import FLARES, NOTES, SPECIAL
from recovery_coach.journal import PainEntry, PainSource, region_texts

USUAL = ("lowback_L", "si_L", "buttock_L")
SELDOM = (
    "lowback_R",
    "lowback_mid",
    "hip_outer_L",
    "trap_R",
    "knee_R",
    "scapula_L",
    "thigh_back_L",
)
MUSCLE = ("dull", "achy", "tight", "stiff", "tender", "heavy")
SHARP = ("sharp", "catching", "stabbing")
TAKEN = ("heat", "cold", "massage", "medicine")
SPECIAL_EVERY = 9


@dataclass(slots=True)
class Writing:
    """The hand that writes: its chance, and how many notes it has written."""

    chance: random.Random
    notes: int = 0

    def note(self, likely: float) -> str:
        """A note, or none; every ninth is one that a file has to survive."""
        if self.chance.random() >= likely:
            return ""
        self.notes += 1
        which, rest = divmod(self.notes, SPECIAL_EVERY)
        return SPECIAL[which % len(SPECIAL)] if rest == 0 else self.chance.choice(NOTES)

    def number(self, day: Day, hour: float) -> int:
        """How it hurts at an hour of a day: most in the morning, and after what was heavy."""
        much = day.pain + self.chance.gauss(0, 0.45)
        much += 0.5 if hour < 9 else -0.2
        much += 0.6 if day.heavy and hour > 18 else 0.0
        return round(max(0.0, min(LOW if day.calm else HIGHEST, much)))


def entries_of(
    day: Day, midnight: datetime, wanted: int, morning_of: str, by: Writing
) -> Iterator[PainEntry]:
    """The entries of a day, up to ``wanted``, the weightiest first.

    ``morning_of``: the session of the day before, to which the first number belongs.
    """
    if day.since == 0:
        yield _flare(day, _at(midnight, 19.6, by), by)
        wanted -= 1
    if wanted > 0 and by.chance.random() < 0.87:
        yield _checkin(day, _at(midnight, 21.2, by), by)
        wanted -= 1
    if wanted > 0 and by.chance.random() < 0.9:
        at = _at(midnight, 6.9, by)
        source: PainSource = "morning" if morning_of else "today"
        number = by.number(day, 7)
        yield PainEntry(nrs=number, at=at, source=source, session=morning_of or None)
        wanted -= 1
    for _ in range(wanted):
        hour = by.chance.uniform(8.5, 20.5)
        source = "terminal" if by.chance.random() < 0.08 else "today"
        at, number = _at(midnight, hour, by), by.number(day, hour)
        yield PainEntry(nrs=number, at=at, source=source, note=by.note(0.06))


def _at(midnight: datetime, hour: float, by: Writing) -> datetime:
    return midnight + timedelta(minutes=round(hour * 60 + by.chance.gauss(0, 14)))


def _flare(day: Day, at: datetime, by: Writing) -> PainEntry:
    """What is written when it begins to hurt."""
    return PainEntry(
        nrs=by.number(day, at.hour),
        at=at,
        source="flare",
        regions=_regions(day, by),
        qualities=_qualities(day, by),
        note=by.chance.choice(FLARES),
        taken=("heat",) if by.chance.random() < 0.5 else (),
    )


def _checkin(day: Day, at: datetime, by: Writing) -> PainEntry:
    """The evening's check-in: sometimes all of it, sometimes but a few answers."""
    number = by.number(day, at.hour)
    entry = PainEntry(nrs=number, at=at, source="checkin", note=by.note(0.4))
    if day.calm:
        return replace(entry, **_chosen(_daily(day, by), 0.9, by))
    entry = replace(entry, **_chosen(_pain(day, number, by), 0.75, by))
    return replace(entry, **_chosen(_daily(day, by), by.chance.choice((0.2, 0.7, 1.0)), by))


def _chosen(answers: dict[str, Any], likely: float, by: Writing) -> dict[str, Any]:
    """Those that were given: what is left out is not answered, and never 0."""
    return {name: value for name, value in answers.items() if by.chance.random() < likely}


def _pain(day: Day, number: int, by: Writing) -> dict[str, Any]:
    chance = by.chance
    answers: dict[str, Any] = {
        "worst_nrs": min(round(HIGHEST), number + chance.choice((0, 0, 1, 1, 2))),
        "stiff_minutes": 5 * round(max(0.0, day.pain * 4 + chance.gauss(0, 5)) / 5),
        "woke": day.pain > 3.4 and chance.random() < 0.4,
    }
    if number:
        answers |= {"regions": _regions(day, by), "qualities": _qualities(day, by)}
        runs = "buttock" if day.since is not None and chance.random() < 0.1 else "no"
        answers |= {"runs_down": runs, "leg_nrs": 1 if runs == "buttock" else None}
        answers |= {"runs_side": "left" if runs == "buttock" else None}
    if number > 3:
        answers["taken"] = tuple(sorted(chance.sample(TAKEN, chance.choice((1, 1, 2)))))
    return answers


def _daily(day: Day, by: Writing) -> dict[str, Any]:
    chance = by.chance
    answers: dict[str, Any] = {
        "sleep_hours": day.slept,
        "sleep_quality": max(0, min(10, round(day.slept + chance.gauss(-0.6, 1.2)))),
        "stress": max(0, min(10, round(chance.gauss(4, 2)))),
        "mood": max(4, min(10, round(chance.gauss(7.4, 1.1) - day.pain / 4))),
        "water": chance.choice((1.0, 1.25, 1.5, 1.75, 2.0, 2.5)),
    }
    if not day.lifts:
        return {**answers, "training": "rest"}
    return {
        **answers,
        "training": "trained",
        "lifts": day.lifts,
        "training_minutes": chance.choice((40, 45, 50, 60, 75)),
        "effort": chance.choice((8, 9)) if day.heavy else chance.choice((5, 6, 7)),
    }


def _regions(day: Day, by: Writing) -> tuple[str, ...]:
    chance = by.chance
    places = [one for one in USUAL if chance.random() < 0.6] or [USUAL[0]]
    if chance.random() < 0.2:
        places.append(chance.choice(SELDOM))
    scores = {one: max(1, by.number(day, 12) - n) for n, one in enumerate(places)}
    return region_texts({o: None if chance.random() < 0.15 else s for o, s in scores.items()})


def _qualities(day: Day, by: Writing) -> tuple[str, ...]:
    words = by.chance.sample(MUSCLE, by.chance.choice((1, 1, 2)))
    if day.since is not None and by.chance.random() < 0.4:
        words.append(by.chance.choice(SHARP))
    return tuple(words)
