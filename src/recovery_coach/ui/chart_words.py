"""The words of charts: days, weeks, and numbers with their unit."""

from __future__ import annotations

from datetime import date

from recovery_coach.base.i18n import long_date, number, short_month, tr
from recovery_coach.insight.plain import Span


def plain_number(value: float) -> str:
    """As short as it can be: ``4``, ``4.5``."""
    return number(value, 0 if abs(value - round(value)) < 0.05 else 1)


def measured(value: float, unit: str) -> str:
    """A number with its unit, if it has one."""
    text = plain_number(value)
    if not unit:
        return text
    # Translators: a number and its unit, as in: 7.5 h.
    return tr("{number} {unit}").format(number=text, unit=unit)


def day_words(day: date) -> str:
    """A day with its year: ``Sunday 22 November 2026``."""
    return tr("{date} {year}").format(date=long_date(day), year=day.year)


def short_day(day: date) -> str:
    """``22 Nov``."""
    return tr("{day} {month}").format(day=day.day, month=short_month(day.month))


def span_words(span: Span) -> str:
    """Some days: ``2 Mar to 8 Mar 2026``; one of them as a day."""
    if span.days == 1:
        return day_words(span.first)
    first, last = short_day(span.first), short_day(span.last)
    if span.first.year != span.last.year:
        first = tr("{date} {year}").format(date=first, year=span.first.year)
    last = tr("{date} {year}").format(date=last, year=span.last.year)
    return tr("{first} to {last}").format(first=first, last=last)
