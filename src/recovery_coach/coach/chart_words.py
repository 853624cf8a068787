"""Charts in words: what each shows in a few sentences, and the same numbers as a table. Pure.

The sentences admit what is missing; the table has a row for each day that has anything, so that
who cannot see the picture misses nothing that is in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from recovery_coach.base.i18n import short_weekday, tr, trn
from recovery_coach.coach.charts import Row, Rows, Table
from recovery_coach.coach.trend_words import day_words, days_words, score
from recovery_coach.insight.intervals import median
from recovery_coach.insight.load import Loaded
from recovery_coach.insight.plain import Event, Rated, Span
from recovery_coach.insight.response import Pair
from recovery_coach.insight.trends import Week, missing_runs

MOST_EVENTS = 6
"""So many of what was marked are named in the sentences; all of them are in the table."""
NOTHING = "–"


@dataclass(frozen=True)
class Seen:
    """What a chart over days shows."""

    title: str
    unit: str
    span: Span
    today: date
    days: Sequence[Rated]
    sessions: Sequence[date] = ()
    events: Sequence[Event] = ()
    weeks: Sequence[Week] = ()

    @cached_property
    def rated(self) -> Sequence[Rated]:
        """The days of the span that have a number."""
        return [day for day in self.days if day.day in self.span]

    @cached_property
    def gaps(self) -> tuple[Span, ...]:
        """The others, as runs."""
        return missing_runs((day.day for day in self.rated), self.span)


# -- over the days -----------------------------------------------------------------------------


def time_words(seen: Seen) -> str:
    """What it is, its days, what is missing, the range, the sessions, what was marked."""
    said = [
        tr("{what}, {days}.").format(what=seen.title, days=days_words(seen.span, seen.today)),
        *_numbers(seen),
    ]
    if seen.sessions:
        told = trn("A session on {n} day.", "Sessions on {n} days.", len(seen.sessions))
        said.append(told)
    if seen.events:
        named = tr("; ").join(_event(event, seen.today) for event in seen.events[:MOST_EVENTS])
        more = len(seen.events) - MOST_EVENTS
        if more > 0:
            named = tr("{items} and {n} more").format(items=named, n=more)
        said.append(tr("Marked: {events}.").format(events=named))
    return " ".join(said)


def _numbers(seen: Seen) -> Iterator[str]:
    rated = seen.rated
    if not rated:
        yield tr("No day has a number.")
        return
    if len(rated) == seen.span.days:
        yield tr("Every day has a number.")
    else:
        text = tr("{rated} of {days} days have a number, {missing} are missing.")
        missing = seen.span.days - len(rated)
        yield text.format(rated=len(rated), days=seen.span.days, missing=missing)
        longest = max(gap.days for gap in seen.gaps)
        if longest > 1:
            yield trn("The longest gap is {n} day.", "The longest gap is {n} days.", longest)
    yield tr("Lowest {low}, highest {high}, median {median}.").format(
        low=amount(min(day.lowest for day in rated), seen.unit),
        high=amount(max(day.highest for day in rated), seen.unit),
        median=amount(median([day.median for day in rated]), seen.unit),
    )


def _event(event: Event, today: date) -> str:
    return tr("{words}, {day}").format(words=event.words, day=day_words(event.day, today))


def amount(value: float, unit: str) -> str:
    """A number with its unit, if it has one."""
    return f"{score(value)}\N{NO-BREAK SPACE}{unit}" if unit else score(value)


def time_table(seen: Seen) -> Table:
    """A row for each day that has anything; for each week where the chart has weeks."""
    if seen.weeks:
        return _weeks_table(seen)
    rated = {day.day: day for day in seen.days}
    marked: dict[date, list[str]] = {}
    for event in seen.events:
        marked.setdefault(event.day, []).append(event.words)
    sessions = set(seen.sessions)
    days = sorted({*rated, *marked, *sessions})
    rows = [
        (
            day_words(day, seen.today),
            score(rated[day].median) if day in rated else NOTHING,
            _range(rated.get(day)),
            tr("Session") if day in sessions else "",
            tr(", ").join(marked.get(day, ())),
        )
        for day in days
    ]
    heads = (tr("Day"), seen.title, tr("Range"), tr("Session"), tr("Marked"))
    # What is in no row need not have a column.
    kept = [i for i in range(len(heads)) if i < 2 or any(row[i] for row in rows)]
    return Table(
        tuple(heads[i] for i in kept),
        tuple(tuple(row[i] for i in kept) for row in rows),
        tuple(days),
    )


def _range(day: Rated | None) -> str:
    if day is None or day.n < 2:
        return ""
    return tr("{low} to {high}").format(low=score(day.lowest), high=score(day.highest))


def _weeks_table(seen: Seen) -> Table:
    weeks = seen.weeks

    def row(place: int) -> Row:
        week = weeks[place]
        return (
            days_words(week.span, seen.today),
            NOTHING if week.median is None else score(week.median),
            _week_range(week),
            tr("{n} of {days}").format(n=week.rated, days=week.span.days),
        )

    heads = (tr("Week"), tr("Median"), tr("Range"), tr("Days with a number"))
    return Table(heads, Rows(len(weeks), row), tuple(week.span.first for week in weeks))


def _week_range(week: Week) -> str:
    if week.lowest is None or week.highest is None:
        return NOTHING
    return tr("{low} to {high}").format(low=score(week.lowest), high=score(week.highest))


# -- day by day --------------------------------------------------------------------------------


def heat_words(values: Sequence[tuple[date, float]], span: Span, today: date) -> str:
    """What the map shows, and what it leaves empty."""
    worst = max(values, key=lambda one: one[1])
    text = tr(
        "The highest number of each day, {days}. {rated} of {all} days have one; the others are"
        " empty. The highest is {worst}, on {day}."
    )
    return text.format(
        days=days_words(span, today),
        rated=len(values),
        all=span.days,
        worst=score(worst[1]),
        day=day_words(worst[0], today),
    )


def heat_table(
    values: Sequence[tuple[date, float]], span: Span, first_weekday: int, today: date
) -> Table:
    """Weeks as rows, their days as columns."""
    found: Mapping[date, float] = dict(values)
    begin = span.first - timedelta(days=(span.first.weekday() - first_weekday) % 7)
    rows = []
    while begin <= span.last:
        week = [begin + timedelta(days=index) for index in range(7)]
        cells = (score(found[day]) if day in found else NOTHING for day in week)
        rows.append((day_words(begin, today), *cells))
        begin += timedelta(days=7)
    order = [(first_weekday + index) % 7 for index in range(7)]
    return Table((tr("Week from"), *map(short_weekday, order)), tuple(rows))


# -- pairs and weeks ---------------------------------------------------------------------------


def pairs_table(pairs: Sequence[Pair], first: str, second: str, today: date) -> Table:
    """A row for each pair; its day can be opened."""
    rows = tuple(
        (
            day_words(pair.occasion.day, today),
            str(pair.first),
            str(pair.second),
            signed(pair.change),
        )
        for pair in pairs
    )
    heads = (tr("Day"), first, second, tr("Change"))
    return Table(heads, rows, tuple(pair.occasion.day for pair in pairs))


def signed(value: float) -> str:
    """A change with its sign: ``−1``, ``+2``, ``0``."""
    return f"+{score(value)}" if value > 0 else score(value)


def weeks_table(weeks: Sequence[Loaded], what: str, today: date) -> Table:
    """A row for each week."""
    rows = tuple(
        (days_words(week.span, today), NOTHING if week.load is None else score(round(week.load)))
        for week in weeks
    )
    return Table((tr("Week"), what), rows, tuple(week.span.first for week in weeks))
