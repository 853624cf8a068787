"""Charts to be painted in tests and pictures: some weeks, a year, ten years of made-up numbers."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta, timezone
from statistics import median

from recovery_coach.base.i18n import tr
from recovery_coach.coach.charts import BarsChart, HeatMap, PairsChart, Table, TimeChart
from recovery_coach.insight.load import Loaded
from recovery_coach.insight.plain import Event, Occasion, Point, Rated, Span, last_days
from recovery_coach.insight.response import Pair
from recovery_coach.insight.trends import Week
from recovery_coach.ui.chart_words import day_words, plain_number, span_words

TODAY = date(2026, 3, 4)
ZONE = timezone(timedelta(hours=1))
WORDS = (
    "Deadlift PR",
    "Core routine in the morning",
    "Week off",
    "Flight to Lisbon, two nights in a bad bed, and a long walk with the heavy rucksack",
    "New chair",
)


def span_of(days: int) -> Span:
    return last_days(TODAY, days)


def rated_days(span: Span, seed: int = 7, missing: float = 0.15) -> list[Point]:
    """Up to five numbers a day, with single days and whole weeks missing."""
    dice = random.Random(seed)
    found: list[Point] = []
    level, away = 5.0, 0
    for index in range(span.days):
        day = span.first + timedelta(days=index)
        level = min(8.0, max(1.0, level + dice.uniform(-0.7, 0.66)))
        if away == 0 and dice.random() < 0.012:
            away = dice.randint(4, 12)
        if away or dice.random() < missing:
            away = max(0, away - 1)
            continue
        for number in range(dice.choice((1, 1, 1, 2, 2, 3, 5))):
            at = datetime.combine(day, time(7 + number * 3, dice.randint(0, 59)), ZONE)
            value = min(10, max(0, round(level + dice.uniform(-1.6, 1.6))))
            found.append(Point(at, day, float(value), f"r{len(found)}"))
    return found


def daily(points: list[Point]) -> tuple[Rated, ...]:
    by_day: dict[date, list[float]] = {}
    for point in points:
        by_day.setdefault(point.day, []).append(point.value)
    return tuple(
        Rated(day, median(found), min(found), max(found), len(found))
        for day, found in by_day.items()
    )


def weekly(days: tuple[Rated, ...], span: Span) -> tuple[Week, ...]:
    rated = {one.day: one for one in days}
    made = []
    for week in weeks_of(span):
        found = [
            rated[day]
            for day in (week.first + timedelta(days=i) for i in range(week.days))
            if day in rated
        ]
        if found:
            lowest, highest = min(d.lowest for d in found), max(d.highest for d in found)
            middle = median(d.median for d in found)
            made.append(Week(week, middle, lowest, highest, len(found)))
        else:
            made.append(Week(week, None, None, None, 0))
    return tuple(made)


def weeks_of(span: Span) -> list[Span]:
    """From Monday to Sunday, cut off at the ends of the span."""
    made, first = [], span.first
    while first <= span.last:
        last = min(span.last, first + timedelta(days=6 - first.weekday()))
        made.append(Span(first, last))
        first = last + timedelta(days=1)
    return made


def gaps_of(days: tuple[Rated, ...], span: Span) -> tuple[Span, ...]:
    rated, made = {one.day for one in days}, []
    first = None
    for index in range(span.days + 1):
        day = span.first + timedelta(days=index)
        gone = index < span.days and day not in rated
        if gone and first is None:
            first = day
        elif not gone and first is not None:
            made.append(Span(first, day - timedelta(days=1)))
            first = None
    return tuple(made)


def some_events(span: Span, count: int = 4) -> tuple[Event, ...]:
    made = []
    for index in range(count):
        day = span.first + timedelta(days=round(span.days * (0.08 + 0.88 * index / count)))
        words = tr(WORDS[index % len(WORDS)])
        made.append(Event(f"e{index}", day, words, compares=index % 4 == 1, marked_on=day))
    return tuple(made)


def time_chart(
    days: int = 84, seed: int = 7, events: int = 4, missing: float = 0.15, sessions: bool = True
) -> TimeChart:
    """Pain over some days up to today."""
    span = span_of(days)
    points = rated_days(span, seed, missing)
    rated = daily(points)
    held = tuple(span.first + timedelta(days=i) for i in range(0, days, 3) if i % 7 != 6)
    return TimeChart(
        title=tr("Pain"),
        description=tr("Median 4 in the first four weeks, 3 in the last four."),
        table=Table(
            (tr("Day"), tr("Median"), tr("Numbers")),
            tuple((day_words(d.day), plain_number(d.median), str(d.n)) for d in rated),
            tuple(d.day for d in rated),
        ),
        span=span,
        bottom=0.0,
        top=10.0,
        unit="",
        points=tuple(points) if days <= 84 else (),
        days=rated,
        weeks=weekly(rated, span) if days > 366 else (),
        gaps=gaps_of(rated, span),
        sessions=held if sessions else (),
        events=some_events(span, events),
        scored=True,
    )


def sleep_chart(days: int = 84) -> TimeChart:
    """Hours of sleep: another axis, one number a day."""
    dice = random.Random(5)
    span = span_of(days)
    rated = tuple(
        Rated(day, hours, hours, hours, 1)
        for day in (span.first + timedelta(days=i) for i in range(days))
        if dice.random() < 0.8
        for hours in (round(dice.uniform(4.5, 9.0) * 2) / 2,)
    )
    return TimeChart(
        title=tr("Sleep"),
        description=tr("Median 7 h."),
        table=Table(
            (tr("Day"), tr("Sleep")),
            tuple((day_words(d.day), plain_number(d.median)) for d in rated),
            tuple(d.day for d in rated),
        ),
        span=span,
        bottom=0.0,
        top=12.0,
        unit="h",
        days=rated,
        gaps=gaps_of(rated, span),
    )


def heat_map(days: int = 182, seed: int = 3) -> HeatMap:
    span = span_of(days)
    values = tuple((d.day, d.highest) for d in daily(rated_days(span, seed, 0.25)))
    return HeatMap(
        title=tr("Every day"),
        description=tr("The highest number of each day."),
        table=Table(
            (tr("Day"), tr("Highest")),
            tuple((day_words(day), plain_number(value)) for day, value in values),
            tuple(day for day, _ in values),
        ),
        span=span,
        first_weekday=0,
        values=values,
    )


def pairs_chart(count: int = 31, seed: int = 11) -> PairsChart:
    dice = random.Random(seed)
    pairs = []
    for index in range(count):
        day = TODAY - timedelta(days=(count - index) * 2)
        before = dice.randint(1, 7)
        after = min(10, max(0, before + dice.choice((-3, -2, -1, -1, 0, 0, 1, 2))))
        occasion = Occasion(f"s{index}", day, "core_stability", 12.0, 5, before, after)
        pairs.append(Pair(occasion, before, after))
    return PairsChart(
        title=tr("Before and after each session"),
        description=tr("31 sessions, median change −1."),
        table=Table(
            (tr("Day"), tr("Before"), tr("After")),
            tuple((day_words(p.occasion.day), str(p.first), str(p.second)) for p in pairs),
            tuple(p.occasion.day for p in pairs),
        ),
        pairs=tuple(pairs),
        first_name=tr("before"),
        second_name=tr("after"),
    )


def bars_chart(count: int = 12, seed: int = 2, usual: bool = True) -> BarsChart:
    dice = random.Random(seed)
    made = []
    for week in weeks_of(Span(TODAY - timedelta(days=count * 7 - 5), TODAY))[-count:]:
        load: float | None = float(dice.randint(300, 1900))
        if dice.random() < 0.12:
            load = dice.choice((None, 0.0))
        uncounted = dice.choice((0, 0, 0, 0, 1)) if load else 0
        made.append(Loaded(week, load, 4 if load else 0, uncounted))
    return BarsChart(
        title=tr("Training load"),
        description=tr("The last seven days beside the four weeks before."),
        table=Table(
            (tr("Week"), tr("Load")),
            tuple(
                (span_words(w.span), "–" if w.load is None else plain_number(w.load)) for w in made
            ),
            tuple(w.span.first for w in made),
        ),
        weeks=tuple(made),
        usual=1180.0 if usual else None,
    )
