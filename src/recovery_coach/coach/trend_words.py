"""What the page of trends says of a span, and of two parts of it: one true sentence, no judgement.

A part is named by its month where it lies in one for the most, else by its days. Missing days are
always said, and where there are too few to speak of, then that is what is said. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from recovery_coach.base.i18n import month_and_year, month_name, number, tr
from recovery_coach.coach.insights import PAIN, PLACE
from recovery_coach.insight.plain import Span
from recovery_coach.insight.trends import Headline, Part
from recovery_coach.library.regions import body_regions

SpanName = Literal["week", "month", "quarter", "year", "all"]
MONTH_SHARE = 0.85
"""So much of a part lies in one month before it goes by that month's name (editorial)."""

LEG, WORST = "pain.leg_nrs", "pain.worst_nrs"
"""What can be shown besides the back: names of numbers, as ``coach.insights`` has them."""


# -- what can be chosen ------------------------------------------------------------------------


def span_names() -> Sequence[tuple[SpanName, str]]:
    """The spans there are to choose from, with their words."""
    return (
        ("week", tr("A week")),
        ("month", tr("A month")),
        ("quarter", tr("12 weeks")),
        ("year", tr("A year")),
        ("all", tr("All")),
    )


def span_words(name: SpanName) -> str:
    """A span as it stands above the headline."""
    return {
        "week": tr("Last 7 days"),
        "month": tr("Last 30 days"),
        "quarter": tr("Last 12 weeks"),
        "year": tr("Last year"),
        "all": tr("All of your journal"),
    }[name]


def shown_words(name: str) -> str:
    """What is shown, by the name of its numbers; a region with its side."""
    if name.startswith(PLACE):
        return body_regions().words(name.removeprefix(PLACE))
    return {
        PAIN: tr("The back now"),
        LEG: tr("The leg now"),
        WORST: tr("The worst of the day"),
    }.get(name, name)


# -- days in words -----------------------------------------------------------------------------


def day_words(day: date, today: date) -> str:
    """A date, with its year where that is another one: ``4 March``, ``4 March 2024``."""
    text = tr("{day} {month}").format(day=day.day, month=month_name(day))
    if day.year == today.year:
        return text
    return tr("{date} {year}").format(date=text, year=day.year)


def days_words(span: Span, today: date) -> str:
    """Some days: ``3 to 9 March``, ``28 February to 4 March``, or one of them."""
    first, last = span.first, span.last
    if first == last:
        return day_words(first, today)
    if (first.year, first.month) == (last.year, last.month):
        return tr("{first} to {last}").format(first=first.day, last=day_words(last, today))
    begin = day_words(first, last if first.year == last.year else today)
    return tr("{first} to {last}").format(first=begin, last=day_words(last, today))


def when_words(span: Span, today: date) -> str:
    """When some days were, within a sentence: ``in September``, ``from 14 March to 2 May``."""
    # A day or month of this name that is less than a year ago is meant without its year.
    near = (today.year - span.first.year) * 12 + today.month - span.first.month < 12
    month = _month_of(span)
    if month is not None:
        return tr("in {month}").format(month=month_name(month) if near else month_and_year(month))
    days = _days_alone(span) if near else days_words(span, today)
    return tr("from {days}").format(days=days)


def _days_alone(span: Span) -> str:
    """Some days without their year."""
    if (span.first.year, span.first.month) == (span.last.year, span.last.month):
        return days_words(span, span.last)
    first, last = (day_words(day, day) for day in (span.first, span.last))
    return tr("{first} to {last}").format(first=first, last=last)


def _month_of(span: Span) -> date | None:
    """The first day of the month in which a part lies for the most."""
    months: dict[date, int] = {}
    day = span.first.replace(day=1)
    while day <= span.last:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        first, beyond = max(day, span.first), min(following.toordinal(), span.last.toordinal() + 1)
        months[day] = beyond - first.toordinal()
        day = following
    most = max(months, key=lambda one: months[one])
    return most if months[most] >= MONTH_SHARE * span.days and span.days > 7 else None


# -- the headline ------------------------------------------------------------------------------


def score(value: float) -> str:
    """A median as it is written: whole where it is whole."""
    return number(value, 0 if value == round(value) else 1)


def headline_words(found: Headline, today: date) -> str:
    """The sentence above everything: two medians with their times, and the missing days."""
    now, then = found.now, found.then
    if now.median is None:
        return _few_words(now)
    if then is None or then.median is None:
        text = tr("Median {now} {when}; {missing}")
        return text.format(now=score(now.median), when=_now(now, today), missing=missing_words(now))
    return tr("Median {then} {before}, {now} {when}; {missing}").format(
        then=score(then.median),
        before=when_words(then.span, today),
        now=score(now.median),
        when=tr("now") if now.span.last >= today else when_words(now.span, today),
        missing=missing_words(now),
    )


def _now(part: Part, today: date) -> str:
    if part.span.last < today:
        return when_words(part.span, today)
    return tr("in the last {days} days").format(days=part.span.days)


def missing_words(part: Part) -> str:
    """How many days of a part have no number: never left out."""
    if not part.missing:
        return tr("no day missing")
    return tr("{missing} of {days} days missing").format(missing=part.missing, days=part.span.days)


def _few_words(part: Part) -> str:
    if not part.rated:
        text = tr("No number in these {days} days")
        return text.format(days=part.span.days)
    text = tr("{rated} of {days} days have a number: too few for a median")
    return text.format(rated=part.rated, days=part.span.days)


def invitation() -> str:
    """Where nothing was written down yet."""
    return tr("A number on Today is where this begins")
