"""What stands below the charts of Trends: what followed sessions, phases, factors, load.

Each part is gathered by itself, when its turn has come. Told week by week, they look back over
``Frame.wide``; numbers of pain are those of the back, whatever is shown above, so that nobody
looks for the one that suits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from recovery_coach.base.i18n import capital, tr
from recovery_coach.coach.chart_words import pairs_table, weeks_table
from recovery_coach.coach.charts import BarsChart, PairsChart
from recovery_coach.coach.insights import PAIN, Insights
from recovery_coach.coach.overview import SORE_FROM
from recovery_coach.coach.phase_words import Beside, What
from recovery_coach.coach.single import PREFIX
from recovery_coach.coach.trends import Frame
from recovery_coach.insight.factors import HEAVY, SHORT_NIGHT, Factor, factor
from recovery_coach.insight.intervals import median
from recovery_coach.insight.load import (
    Jump,
    Loaded,
    Return,
    SoreAgain,
    jump,
    returned,
    trained_while_sore,
    weekly_load,
)
from recovery_coach.insight.load import load_of as work_load
from recovery_coach.insight.phases import LENGTH, Comparison, compare
from recovery_coach.insight.plain import Event, Span, Work
from recovery_coach.insight.response import Change, Response, by_exercise, by_routine
from recovery_coach.library.loader import Library

By = Literal["routine", "exercise"]

LOOKED_BACK = 42
"""Days: the last week, the four before it, and some."""
MOST = 4
"""So many comparisons are told, the newest."""
DAY = timedelta(days=1)


# -- what followed -----------------------------------------------------------------------------


def responses(insights: Insights, frame: Frame, by: By) -> tuple[Response, ...]:
    """What followed each routine, or each exercise; those with any pair."""
    occasions = insights.occasions(frame.wide, exercises=by == "exercise")
    found = by_exercise(occasions) if by == "exercise" else by_routine(occasions)
    return tuple(one for one in found if one.after.n or one.morning.n)


def name_of(library: Library, identifier: str) -> str:
    """A routine or an exercise in words; one that is gone by its id."""
    plain = identifier.removeprefix(PREFIX)
    known = library.routines.get(identifier) or library.exercises.get(plain)
    return tr(known.name) if known else plain.replace("_", " ")


def after_chart(found: Response, words: str, today: date) -> PairsChart:
    """The number after beside the one before."""
    return _pairs(tr("Before and after"), found.after, words, tr("after"), today)


def morning_chart(found: Response, words: str, today: date) -> PairsChart:
    """The next morning beside the number before."""
    title, second = tr("Before and next morning"), tr("the next morning")
    return _pairs(title, found.morning, words, second, today)


def _pairs(title: str, change: Change, words: str, second: str, today: date) -> PairsChart:
    first = tr("before")
    return PairsChart(
        title=title,
        description=words,
        table=pairs_table(change.pairs, capital(first), capital(second), today),
        pairs=change.pairs,
        first_name=first,
        second_name=second,
    )


# -- phases ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Compared:
    """A day from which something was done, the fourteen days on either side of it, and what else
    was told of them."""

    event: Event
    comparison: Comparison
    beside: tuple[Beside, ...]


def comparisons(insights: Insights, today: date) -> tuple[Compared, ...]:
    """Of all that was marked to be compared, the newest first."""
    first = insights.first_day()
    if first is None:
        return ()
    marked = [one for one in insights.events(Span(min(first, today), today)) if one.compares]
    return tuple(compared(insights, event, today) for event in reversed(marked[-MOST:]))


def compared(insights: Insights, event: Event, today: date) -> Compared:
    """The fourteen days before a marked day, and those from it on."""
    around = Span(event.day - LENGTH * DAY, event.day + (LENGTH - 1) * DAY)
    days = insights.rated(PAIN, around)
    found = compare(days, event.day, event.marked_on, today)
    return Compared(event, found, _beside(insights, found.before.span, found.after.span))


def _beside(insights: Insights, before: Span, after: Span) -> tuple[Beside, ...]:
    """Sleep, load and rest of both phases: what else was another (facts 4.11, 5)."""
    looks: Mapping[What, Callable[[Insights, Span], tuple[float | None, int]]]
    looks = {"sleep": _slept, "load": _loaded, "rest": _rested}
    return tuple(
        Beside(what, *look(insights, before), *look(insights, after))
        for what, look in looks.items()
    )


def _slept(insights: Insights, span: Span) -> tuple[float | None, int]:
    nights = [night.median for night in insights.rated("pain.sleep_hours", span)]
    return (median(nights) if nights else None), len(nights)


def _loaded(insights: Insights, span: Span) -> tuple[float | None, int]:
    told = [load for load in map(work_load, insights.works(span)) if load is not None]
    return (sum(told) if told else None), len(told)


def _rested(insights: Insights, span: Span) -> tuple[float | None, int]:
    told = insights.rated("pain.rest", span)
    return (float(sum(day.lowest > 0 for day in told)) if told else None), len(told)


# -- factors -----------------------------------------------------------------------------------


def factors(insights: Insights, frame: Frame) -> tuple[Factor, ...]:
    """Short nights, rest days and heavy days, each beside the other days.

    An entry tells of the night that ended on its day: pain of that same day follows it (lag 0).
    What was trained is told on the day itself: pain of the next day is looked at (lag 1).
    """
    span = Span(frame.wide.first - DAY, frame.wide.last)
    pain = insights.rated(PAIN, frame.wide)
    nights = insights.rated("pain.sleep_hours", span)
    resting = insights.rated("pain.rest", span)
    rests = {day.day: day.lowest > 0 for day in resting}
    return (
        factor("short_night", pain, {day.day: day.median < SHORT_NIGHT for day in nights}, 0),
        factor("rest", pain, rests, 1),
        factor("heavy", pain, _heavy(insights, span, rests), 1),
    )


def _heavy(insights: Insights, span: Span, rests: Mapping[date, bool]) -> dict[date, bool]:
    """Days on which something was very hard; a day without any effort told is not known."""
    found = {day: False for day, rested in rests.items() if rested}
    for work in insights.works(span):
        if work.effort is not None:
            found[work.day] = found.get(work.day, False) or work.effort >= HEAVY
    return found


# -- load --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """The weeks, the last of them beside the usual, a return, and what was trained while sore."""

    weeks: tuple[Loaded, ...]
    jump: Jump
    returned: Return | None
    sore: tuple[SoreAgain, ...]


@dataclass(frozen=True, slots=True)
class Lately:
    """What was trained in the last weeks, the last of them beside the usual, and a return."""

    works: tuple[Work, ...]
    jump: Jump
    returned: Return | None


def lately(insights: Insights, today: date) -> Lately:
    """As it is on a day; the pause before a return may be of any length."""
    span = Span(today - LOOKED_BACK * DAY, today)
    works = insights.works(span)
    before = insights.last_trained(span.first - DAY)
    paused = () if before is None else (Work(before, minutes=None, effort=None),)
    return Lately(
        works=works,
        jump=jump(works, insights.written(span), today),
        returned=returned((*paused, *works), today),
    )


def load_of(insights: Insights, frame: Frame) -> Load:
    """What was trained; ``jump`` and ``returned`` are of today, whatever days are looked at."""
    today, wide = frame.today, frame.wide
    found = lately(insights, today)
    fortnight = Span(today - 13 * DAY, today)
    sore = insights.sore_parts(Span(fortnight.first - DAY, today))
    weeks = insights.works(wide), insights.written(wide)
    return Load(
        weeks=weekly_load(*weeks, wide, frame.first_weekday),
        jump=found.jump,
        returned=found.returned,
        sore=trained_while_sore([w for w in found.works if w.day in fortnight], sore, SORE_FROM),
    )


def load_chart(found: Load, words: str, today: date) -> BarsChart:
    """The weeks as bars, with the usual as a line."""
    whole = tuple(
        week if week.load is None else replace(week, load=float(round(week.load)))
        for week in found.weeks
    )
    return BarsChart(
        title=tr("Training load"),
        description=words,
        table=weeks_table(whole, tr("Effort × minutes"), today),
        weeks=whole,
        cut=found.weeks[-1].span.last < today,
        usual=found.jump.usual,
        unit=tr("effort × min"),
    )
