"""Habit and balance, gathered: days of a kind by the week, left beside right, the longest holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery_coach.base.i18n import tr
from recovery_coach.coach.chart_words import weeks_table
from recovery_coach.coach.charts import BarsChart
from recovery_coach.coach.insights import Insights
from recovery_coach.coach.trends import Frame
from recovery_coach.insight.balance import Longest, Sides, longest, sides, weekly_days
from recovery_coach.insight.load import Loaded
from recovery_coach.insight.plain import Span
from recovery_coach.library.regions import body_regions

PLANKS = ("side_plank", "side_plank_knees", "front_plank", "front_plank_knees")
FLEXIBILITY, CORE = ("mobility", "cool-down", "recovery"), ("core",)
"""The tags of routines that count towards an aim of the week."""
SETS = 84
"""Days of which single sets are looked at: each of them is read whole."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Days of a kind by the week, and the person's own aim."""

    title: str
    weeks: tuple[Loaded, ...]
    aim: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Sessions of the weeks, the sides beside each other, the longest clean holds."""

    habits: tuple[Habit, ...]
    lately: Span
    """The days of which ``sides`` and ``marked`` tell."""
    sides: tuple[Sides, ...]
    marked: tuple[tuple[str, int, int], ...]
    """Places by their words without a side, with the days on which left and right were marked."""
    planks: tuple[Longest, ...]


def balance_of(insights: Insights, frame: Frame, flexibility: int, core: int) -> Balance:
    """What was done how often, and on which side."""
    wide = frame.wide
    lately = Span(max(wide.first, wide.last - timedelta(days=SETS - 1)), wide.last)
    held = longest(insights.held(wide, PLANKS))
    order = sorted(held.values(), key=lambda one: (PLANKS.index(one.exercise), one.side or ""))
    return Balance(
        habits=(
            _habit(insights, frame, wide, tr("Flexibility"), FLEXIBILITY, flexibility),
            _habit(insights, frame, wide, tr("Core"), CORE, core),
        ),
        lately=lately,
        sides=sides(insights.held(lately)),
        marked=marked_sides(insights.places(lately)),
        planks=tuple(order),
    )


def _habit(
    insights: Insights, frame: Frame, span: Span, title: str, tags: Sequence[str], aim: int
) -> Habit:
    days = insights.practised(span, tags)
    weeks = tuple(
        Loaded(week.span, float(week.count), week.count, 0)
        for week in weekly_days(days, span, frame.first_weekday)
    )
    return Habit(title, weeks, aim)


def marked_sides(places: Mapping[str, int]) -> tuple[tuple[str, int, int], ...]:
    """Places that have two sides and were marked on either, the most often marked first."""
    labels = {one.id: tr(one.label) for one in body_regions().regions if one.side != "middle"}
    stems = dict.fromkeys(name[:-2] for name in places if name in labels)
    found = [
        (labels[f"{stem}_L"], places.get(f"{stem}_L", 0), places.get(f"{stem}_R", 0))
        for stem in stems
        if f"{stem}_L" in labels
    ]
    return tuple(sorted(found, key=lambda one: -(one[1] + one[2])))


def habit_chart(habit: Habit, words: str, today: date) -> BarsChart:
    """The days of each week beside the aim."""
    return BarsChart(
        title=habit.title,
        description=words,
        table=weeks_table(habit.weeks, tr("Days"), today),
        weeks=habit.weeks,
        cut=habit.weeks[-1].span.last < today,
        goal=float(habit.aim) if habit.aim else None,
        unit=tr("days"),
    )
