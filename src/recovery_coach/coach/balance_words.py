"""Habit and balance in words: days beside the person's own aim, sides beside each other. No streaks.

Nothing is praised and nothing is blamed: a week without is a week without.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recovery_coach.base.i18n import duration, tr, trn
from recovery_coach.coach.trend_words import day_words, score
from recovery_coach.coach.trends_below import Habit
from recovery_coach.insight.balance import Longest, Sides
from recovery_coach.insight.intervals import median

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
        said.append(text.format(median=score(usual), n=len(before)))
    return " · ".join(said)


def sides_words(found: Sides, name: str) -> str:
    """An exercise: time and sets left and right, and what hurt."""
    text = tr("{name}: left {left} in {n}, right {right} in {m}")
    said = text.format(
        name=name,
        left=duration(found.left_seconds),
        n=_sets(found.left_sets),
        right=duration(found.right_seconds),
        m=_sets(found.right_sets),
    )
    if found.left_hurts or found.right_hurts:
        hurt = tr("hurt {left} times on the left, {right} on the right")
        hurt = hurt.format(left=found.left_hurts, right=found.right_hurts)
        said = tr("{one}; {other}").format(one=said, other=hurt)
    return said


def _sets(count: int) -> str:
    return trn("{n} set", "{n} sets", count)


def marked_words(place: str, left: int, right: int) -> str:
    """A place with two sides: on how many days each was marked."""
    text = tr("{place}: left on {left}, right on {right}")
    return text.format(place=place, left=_days(left), right=_days(right))


def _days(count: int) -> str:
    return trn("{n} day", "{n} days", count)


def plank_words(name: str, found: Sequence[Longest], today: date) -> str:
    """The longest clean holds of one exercise, of each side that it has."""
    parts = [_hold(one, today) for one in found]
    return tr("{name}: {holds}").format(name=name, holds=tr(", ").join(parts))


def _hold(one: Longest, today: date) -> str:
    side = {"left": tr("left"), "right": tr("right")}.get(one.side or "", "")
    held = tr("{time} ({day})").format(
        time=duration(one.seconds), day=day_words(one.day, today)
    )
    return f"{side} {held}".strip()
