"""Habit and balance in words: days beside the own aim, sides beside each other. No streaks.

Nothing is praised and nothing is blamed: a week without is a week without.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recovery_coach.base.i18n import capital, duration, tr, trn
from recovery_coach.coach.balance import Habit
from recovery_coach.coach.trend_words import day_words, score
from recovery_coach.insight.balance import Longest, Sides
from recovery_coach.insight.intervals import median

Row = tuple[str, str, str]
"""What it is of, and what is said of its left and right, or of both at once."""
MOST = 3
"""So many exercises and places are told of, those done or marked most."""


def habit_words(habit: Habit, today: date) -> str:
    """This week, the aim, and what the weeks before it had."""
    *before, last = habit.weeks
    said = []
    if today in last.span:
        said.append(trn("{n} day this week", "{n} days this week", last.trainings))
    else:
        before = list(habit.weeks)
    if habit.aim:
        said.append(tr("aim {aim}").format(aim=habit.aim))
    if before:
        usual = median([week.trainings for week in before])
        text = tr("weeks before: median {median} (n = {n})")
        text = text.format(median=score(usual), n=len(before))
        said.append(text.replace(" = ", "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}"))
    return " · ".join(said)


def sides_row(found: Sides, name: str) -> Row:
    """An exercise: time and sets of each side, and how many of them hurt."""
    return (
        name,
        _side_words(tr("left"), found.left_seconds, found.left_sets, found.left_hurts),
        _side_words(tr("right"), found.right_seconds, found.right_sets, found.right_hurts),
    )


def _side_words(side: str, seconds: float, sets: int, hurts: int) -> str:
    text = tr("{side}: {time} in {sets}")
    told = text.format(side=capital(side), time=duration(seconds), sets=_sets(sets))
    if hurts:
        told += tr(", {n} hurt").format(n=hurts)
    return told


def _sets(count: int) -> str:
    return trn("{n} set", "{n} sets", count)


def marked_row(place: str, left: int, right: int) -> Row:
    """A place with two sides: on how many days each was marked."""
    return (
        place,
        tr("Left: marked on {days}").format(days=_days(left)),
        tr("Right: marked on {days}").format(days=_days(right)),
    )


def _days(count: int) -> str:
    return trn("{n} day", "{n} days", count)


def plank_row(name: str, found: Sequence[Longest], today: date) -> Row:
    """The longest clean holds of one exercise, of each side that it has."""
    parts = [_hold(one, today) for one in found]
    first, second = [*parts, "", ""][:2]
    return name, first, second


def _hold(one: Longest, today: date) -> str:
    side = {"left": tr("left"), "right": tr("right")}.get(one.side or "", "")
    time = duration(one.seconds)
    if side:
        time = tr("{side}: {time}").format(side=capital(side), time=time)
    return tr("{time}, on {day}").format(time=time, day=day_words(one.day, today))
