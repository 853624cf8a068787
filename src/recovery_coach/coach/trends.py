"""What stands at the top of Trends: the days looked at, the headline, and pain over them.

The page asks for one part after another (what is further down stands in ``trends_below``), so that
the first is there at once. Every part has all its words; who shows it adds none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery_coach.base.i18n import tr
from recovery_coach.coach.chart_words import Seen, heat_table, heat_words, time_table, time_words
from recovery_coach.coach.charts import EVERY_DAY, EVERY_POINT, HeatMap, TimeChart
from recovery_coach.coach.insights import PAIN, Insights
from recovery_coach.coach.trend_words import (
    SpanName,
    day_words,
    days_words,
    headline_words,
    invitation,
    shown_words,
    span_words,
)
from recovery_coach.insight.plain import Point, Rated, Span, last_days
from recovery_coach.insight.trends import Week, headline, weekly

LENGTHS: dict[SpanName, int] = {"week": 7, "month": 30, "quarter": 84, "year": 365}
"""Days; ``all`` is as long as the journal."""
SHORTEST = 7
WIDE, WIDEST = 84, 371
"""What is told week by week looks back so far at least, and at most (53 weeks)."""
MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person wants to look at: a span by its name, or days of their own; which number."""

    name: SpanName = "quarter"
    zoom: Span | None = None
    shown: str = PAIN


@dataclass(frozen=True, slots=True)
class Frame:
    """The days looked at; ``first`` is that of the journal, and days before it are not missing."""

    span: Span
    first: date
    today: date
    first_weekday: int
    shown: str = PAIN
    words: str = ""

    @property
    def told(self) -> Span:
        """Those of ``span`` that are in the journal's time."""
        return self._since(self.span)

    @property
    def wide(self) -> Span:
        """The same for what is told week by week: a few weeks at least, a year at most."""
        last = self.span.last
        days = min(WIDEST, max(WIDE, self.span.days))
        return self._since(Span(last - timedelta(days=days - 1), last))

    def _since(self, span: Span) -> Span:
        return Span(min(max(span.first, self.first), span.last), span.last)


@dataclass(frozen=True, slots=True)
class Head:
    """The top of the page; ``empty``: there is nothing in the journal at all."""

    kicker: str
    headline: str
    pain: TimeChart
    empty: bool = False


def frame_of(choice: Choice, first: date | None, today: date, first_weekday: int) -> Frame:
    """The days of a choice; never fewer than a week, and none before the first of the journal."""
    first = min(first or today, today)
    if choice.zoom is not None:
        span = _at_least(choice.zoom, today)
        words = days_words(span, today)
    else:
        whole = (today - first).days + 1
        days = min(whole, LENGTHS.get(choice.name, whole))
        span = last_days(today, max(SHORTEST, days))
        words = span_words(choice.name)
        if whole < LENGTHS.get(choice.name, whole):
            words = tr("Since your first entry, on {day}").format(day=day_words(first, today))
    return Frame(span, first, today, first_weekday, choice.shown, words)


def _at_least(span: Span, today: date) -> Span:
    """A week of it, and no day that is still to come."""
    last = min(span.last, today)
    first = min(span.first, last - timedelta(days=SHORTEST - 1))
    return Span(first, last)


def head_of(insights: Insights, frame: Frame) -> Head:
    """What is read and drawn first."""
    kicker = tr("{what} · {when}").format(what=shown_words(frame.shown), when=frame.words)
    told = frame.told
    # A week or a month is held against the one before it.
    back = told.moved(-told.days) if told.days <= EVERY_POINT else told
    days = insights.rated(frame.shown, Span(back.first, frame.span.last))
    pain = _pain_chart(insights, frame, [day for day in days if day.day in frame.span])
    if insights.first_day() is None:
        return Head(kicker, invitation(), pain, empty=True)
    return Head(kicker, headline_words(headline(days, told), frame.today), pain)


def places_of(insights: Insights, frame: Frame) -> tuple[tuple[str, str], ...]:
    """The regions that were marked most in these days, to choose from, with their words."""
    found = list(insights.places(frame.span))[:MOST_PLACES]
    return tuple((name, shown_words(name)) for name in (f"place.{region}" for region in found))


# -- over the days -----------------------------------------------------------------------------


def pain_chart(insights: Insights, frame: Frame) -> TimeChart:
    """The number that is shown, with the sessions and what was marked."""
    return _pain_chart(insights, frame, insights.rated(frame.shown, frame.span))


def _pain_chart(insights: Insights, frame: Frame, days: Sequence[Rated]) -> TimeChart:
    span, title = frame.span, shown_words(frame.shown)
    drawn = bool(days) and span.days <= EVERY_POINT
    points = insights.points(frame.shown, span) if drawn else ()
    sessions, events = insights.practised_on(span), insights.events(span)
    seen = Seen(title, "", frame.told, frame.today, days, sessions, events, _weeks(days, frame))
    return _chart(seen, frame, 10.0, points)


def small_charts(insights: Insights, frame: Frame) -> tuple[TimeChart, ...]:
    """Morning stiffness, sleep and stress, each on its own scale; those that were ever told."""
    wanted = (
        ("pain.stiff_minutes", tr("Morning stiffness"), tr("min"), 30.0, 15),
        ("pain.sleep_hours", tr("Sleep"), tr("h"), 10.0, 2),
        ("pain.stress", tr("Stress"), "", 10.0, 10),
    )
    made = (_small(insights, frame, *one) for one in wanted)
    return tuple(chart for chart in made if chart.days or chart.weeks)


def _small(
    insights: Insights, frame: Frame, name: str, title: str, unit: str, least: float, step: int
) -> TimeChart:
    days = insights.rated(name, frame.span)
    highest = max((day.highest for day in days), default=0.0)
    seen = Seen(title, unit, frame.told, frame.today, days, weeks=_weeks(days, frame))
    return _chart(seen, frame, max(least, -(-highest // step) * step))


def _weeks(days: Sequence[Rated], frame: Frame) -> tuple[Week, ...]:
    """Where there are too many days to draw each."""
    if not days or frame.span.days <= EVERY_DAY:
        return ()
    return weekly(days, frame.span, frame.first_weekday)


def _chart(
    seen: Seen, frame: Frame, top: float, points: tuple[Point, ...] | None = None
) -> TimeChart:
    """A chart over the days; with ``points`` it is that of pain, and can be looked into."""
    days = tuple(seen.days)
    return TimeChart(
        title=seen.title,
        description=time_words(seen),
        table=time_table(seen),
        span=frame.span,
        bottom=0.0,
        top=top,
        unit=seen.unit,
        points=points or (),
        days=days,
        weeks=tuple(seen.weeks),
        gaps=seen.gaps if days else (),
        sessions=tuple(seen.sessions),
        events=tuple(seen.events),
        scored=points is not None,
        zoomable=points is not None,
    )


def heat_map(insights: Insights, frame: Frame) -> HeatMap | None:
    """The highest number of each day, week by week; None where there is none."""
    span = frame.wide
    days: Sequence[Rated] = insights.rated(frame.shown, span)
    if not days:
        return None
    values = tuple((day.day, day.highest) for day in days)
    return HeatMap(
        title=tr("Day by day"),
        description=heat_words(values, span, frame.today),
        table=heat_table(values, span, frame.first_weekday, frame.today),
        span=span,
        first_weekday=frame.first_weekday,
        values=values,
    )
