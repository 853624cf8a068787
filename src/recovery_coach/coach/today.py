"""Which routine to suggest now: one pure rule, said to the person in its own words.

In order, the first that fits:

1. the number is above 5, or what stands leaves no other: a gentle routine (facts 3, the gate);
2. a warm-up ended within the last three hours: the cool-down used last;
3. before 10 o'clock: the morning reset;
4. from 20 o'clock: a recovery or cool-down routine;
5. otherwise: the warm-up used last, or the pre-deadlift warm-up.

A routine finished within the last four hours is passed over. The hours are editorial.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from recovery_coach.base.i18n import tr
from recovery_coach.coach.hurts import HIGHEST
from recovery_coach.library.models import Routine

Fresh = Callable[[Routine], bool]

AFTER_WARM_UP = timedelta(hours=3)
JUST_DONE = timedelta(hours=4)
MORNING_ENDS = 10
EVENING_BEGINS = 20
FIRST_WARM_UP = "pre_deadlift"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One routine, why, and the others in the order to offer them."""

    routine: Routine
    reason: str
    others: tuple[Routine, ...]


def suggest(
    routines: Sequence[Routine],
    now: datetime,
    last_used: Mapping[str, datetime],
    number: int | None,
    only_gentle: bool = False,
) -> Suggestion | None:
    """The suggestion for ``now``; None where there are no routines at all.

    ``last_used``: when each routine was last begun. ``number``: today's pain, 0-10, if given.
    ``only_gentle``: what stands leaves the gentle set alone, whatever the number is.
    """
    if not routines:
        return None
    by_use = sorted(routines, key=lambda r: _order(r, last_used))
    high = number is not None and number > HIGHEST
    if high or only_gentle:
        by_use.sort(key=lambda r: not r.gentle)
        chosen = _first(by_use, _fresh(now, last_used), gentle=True)
        reason = (
            tr("Your number is above 5, so the gentle routines come first.")
            if high
            else tr("For now: something gentle.")
        )
    else:
        chosen, reason = _choose(by_use, now, last_used)
    return Suggestion(chosen, reason, tuple(r for r in by_use if r is not chosen))


def _order(routine: Routine, last_used: Mapping[str, datetime]) -> tuple[float, int]:
    used = last_used.get(routine.id)
    return (-used.timestamp() if used else 0.0, 0 if routine.id == FIRST_WARM_UP else 1)


def _choose(
    by_use: Sequence[Routine], now: datetime, last_used: Mapping[str, datetime]
) -> tuple[Routine, str]:
    fresh = _fresh(now, last_used)
    if _warmed_up(by_use, now, last_used):
        cool_down = _tagged(filter(fresh, by_use), "cool-down")
        if cool_down:
            return cool_down, tr("You warmed up a little while ago: this winds the session down.")
    if now.hour < MORNING_ENDS:
        reset = _tagged(filter(fresh, by_use), "desk-reset")
        if reset:
            return reset, tr("Mornings are stiff: this gets you moving.")
    if now.hour >= EVENING_BEGINS:
        calm = _tagged(filter(fresh, by_use), "cool-down", "recovery")
        if calm:
            return calm, tr("Late in the day: something slow.")
    warm_up = _tagged(filter(fresh, by_use), "warm-up")
    if warm_up:
        used = warm_up.id in last_used
        return warm_up, tr("The warm-up you used last.") if used else tr("Before your lift.")
    return _first(by_use, fresh), tr("Ready when you are.")


def _fresh(now: datetime, last_used: Mapping[str, datetime]) -> Fresh:
    """Which routines were not just done."""

    def fresh(routine: Routine) -> bool:
        used = last_used.get(routine.id)
        return used is None or abs(now - used) > JUST_DONE

    return fresh


def _warmed_up(
    routines: Iterable[Routine], now: datetime, last_used: Mapping[str, datetime]
) -> bool:
    return any(
        "warm-up" in r.tags and r.id in last_used and abs(now - last_used[r.id]) <= AFTER_WARM_UP
        for r in routines
    )


def _tagged(routines: Iterable[Routine], *tags: str) -> Routine | None:
    candidates = list(routines)
    for tag in tags:
        for routine in candidates:
            if tag in routine.tags:
                return routine
    return None


def _first(by_use: Sequence[Routine], fresh: Fresh, gentle: bool = False) -> Routine:
    """The one used last that was not just done; of the gentle ones where there are any."""
    candidates = [r for r in by_use if r.gentle or not gentle] or list(by_use)
    return next(filter(fresh, candidates), candidates[0])
