"""A report in words, its edges, pain and places: every number with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from recovery_coach.base.i18n import capital, month_name, tr, trn
from recovery_coach.coach.checkin import chosen_words, hours_words
from recovery_coach.coach.keeping_words import dated
from recovery_coach.coach.report import Line, Number
from recovery_coach.coach.trend_words import score
from recovery_coach.coach.trends import Frame
from recovery_coach.insight.intervals import median, median_interval
from recovery_coach.insight.plain import Point, Rated, Span
from recovery_coach.insight.trends import missing_runs
from recovery_coach.journal import Entry, PainEntry
from recovery_coach.library.regions import body_regions

YEAR = 365
GAPS = 4
"""So many gaps are told by their days; of more, the longest, and how many there are."""
PLACES = 8
"""How many are told, the most frequent first; the others are counted."""

Days = Sequence[Rated]


def not_answered() -> str:
    """What is said of what nobody said anything about."""
    return tr("not answered")


# -- days ------------------------------------------------------------------------------------


def day_words(day: date, within: Span) -> str:
    """A day of a report; without its year where the report is about less than one."""
    if within.days >= YEAR:
        return dated(day)
    return tr("{day} {month}").format(day=day.day, month=month_name(day))


def days_words(part: Span, within: Span) -> str:
    """Some days of it, from the first to the last."""
    first, last = day_words(part.first, within), day_words(part.last, within)
    if part.days == 1:
        return first
    if (part.first.year, part.first.month) == (part.last.year, part.last.month):
        first = str(part.first.day)
    return tr("{first} to {last}").format(first=first, last=last)


def title_words(span: Span) -> str:
    """What the report is, with its days."""
    first = dated(span.first)
    if span.first.year == span.last.year:
        first = day_words(span.first, Span(span.first, span.first))
    text = tr("{first} to {last}").format(first=first, last=dated(span.last))
    return tr("Pain diary, {days}").format(days=text if span.days > 1 else dated(span.last))


def coverage_words(rated: Days, frame: Frame) -> str:
    """How many days have a number, and which have none; days before the diary are not missing."""
    span = frame.span
    days = trn("{n} day", "{n} days", frame.told.days)
    if not rated:
        return tr("None of {days} has a number.").format(days=trn("{n} day", "{n} days", span.days))
    found = tr("{n} of {days} have a number.").format(n=len(rated), days=days)
    if frame.told != span:
        began = tr("The diary begins on {date}.").format(date=day_words(frame.first, span))
        found = f"{began} {found}"
    gaps = missing_runs((day.day for day in rated), frame.told)
    if not gaps:
        return found
    if len(gaps) <= GAPS:
        text = tr(", ").join(days_words(gap, span) for gap in gaps)
        return tr("{found} Missing: {days}.").format(found=found, days=text)
    longest = max(gaps, key=lambda gap: gap.days)
    missing = trn("{n} day missing", "{n} days missing", sum(gap.days for gap in gaps))
    text = tr("{found} {missing} in {n} gaps, the longest from {days}.")
    days = days_words(longest, span)
    return text.format(found=found, missing=capital(missing), n=len(gaps), days=days)


def on_days(count: int) -> str:
    """On how many days something was."""
    return trn("on {n} day", "on {n} days", count)


# -- pain ------------------------------------------------------------------------------------


def pain_numbers(rated: Days, worst: Days, last: Point | None, span: Span) -> tuple[Number, ...]:
    """The last number, the median of the days, and the highest, each with what it rests on."""
    return (_last(last, span), _median(rated), _highest((*rated, *worst), span))


def _last(last: Point | None, span: Span) -> Number:
    label = tr("Last number")
    if last is None:
        return Number(label, "–", not_answered())
    when = tr("{date}, {clock}").format(date=day_words(last.day, span), clock=f"{last.at:%H:%M}")
    return Number(label, score(last.value), when)


def _median(rated: Days) -> Number:
    values = [day.median for day in rated]
    if not values:
        return Number(tr("Median of the days"), "–", not_answered())
    found = median_interval(values)
    days = trn("{n} day", "{n} days", len(values))
    note = tr("{days}, too few for an interval").format(days=days)
    if found is not None:
        text = tr("interval {low} to {high}, {days}")
        low, high = score(found.low), score(found.high)
        note = text.format(low=low, high=high, days=days)
    return Number(tr("Median of the days"), score(median(values)), note)


def _highest(rated: Days, span: Span) -> Number:
    if not rated:
        return Number(tr("Worst"), "–", not_answered())
    top = max(rated, key=lambda day: (day.highest, day.day))
    return Number(tr("Worst"), score(top.highest), day_words(top.day, span))


def pain_lines(
    leg: Days, stiff: Days, woke: Days, sleep: Days, entries: Sequence[Entry[PainEntry]]
) -> tuple[Line, ...]:
    """Leg, mornings and nights."""
    return (
        Line(_leg(leg, entries), tr("Leg")),
        Line(_stiff(stiff), tr("Stiff in the morning")),
        Line(_woke(woke), tr("Woken at night")),
        Line(_sleep(sleep), tr("Sleep")),
    )


def _leg(leg: Days, entries: Sequence[Entry[PainEntry]]) -> str:
    told = []
    if leg:
        middle = score(median([day.median for day in leg]))
        top = score(max(day.highest for day in leg))
        text = tr("median {median} of 10, highest {top} ({days})")
        told.append(text.format(median=middle, top=top, days=trn("{n} day", "{n} days", len(leg))))
    ways = {way: _days_with(entries, way) for way in ("below_knee", "thigh", "buttock", "no")}
    words = {
        "below_knee": tr("runs down below the knee"),
        "thigh": tr("runs down to the thigh"),
        "buttock": tr("runs down to the buttock"),
        "no": tr("does not run down"),
    }
    told += [f"{words[way]} {on_days(len(days))}" for way, days in ways.items() if days]
    return tr("; ").join(told) or not_answered()


def _days_with(entries: Sequence[Entry[PainEntry]], way: str) -> set[date]:
    return {entry.day for entry in entries if entry.record.runs_down == way}


def _stiff(stiff: Days) -> str:
    if not stiff:
        return not_answered()
    middle = score(median([day.median for day in stiff]))
    top = score(max(day.highest for day in stiff))
    days = trn("{n} day", "{n} days", len(stiff))
    text = tr("median {median} min, longest {top} min ({days})")
    return text.format(median=middle, top=top, days=days)


def _woke(woke: Days) -> str:
    if not woke:
        return not_answered()
    nights = trn("{n} night that was answered", "{n} nights that were answered", len(woke))
    return tr("{n} of {nights}").format(n=sum(day.highest > 0 for day in woke), nights=nights)


def _sleep(sleep: Days) -> str:
    if not sleep:
        return not_answered()
    middle = hours_words(median([day.median for day in sleep]))
    nights = trn("{n} night", "{n} nights", len(sleep))
    return tr("median {hours} ({nights})").format(hours=middle, nights=nights)


# -- body ------------------------------------------------------------------------------------


def body_lines(places: Mapping[str, int], entries: Sequence[Entry[PainEntry]]) -> tuple[Line, ...]:
    """Where it was marked, and the words for how it feels; each by its days."""
    known = body_regions()
    where = [(known.words(place), days) for place, days in places.items()]
    return (
        Line(counted(where, PLACES), tr("Marked, in days")),
        Line(counted(_by_days(entries, "qualities"), PLACES), tr("Words for it, in days")),
    )


def _by_days(entries: Sequence[Entry[PainEntry]], field: str) -> list[tuple[str, int]]:
    """On how many days each word was chosen, the most often first."""
    pairs = {(entry.day, word) for entry in entries for word in getattr(entry.record, field)}
    counts = Counter(word for _, word in sorted(pairs))
    return [(chosen_words(field, (word,))[0], days) for word, days in counts.most_common()]


def counted(found: Sequence[tuple[str, int]], most: int) -> str:
    """Things with their numbers, the first of them; how many more there are."""
    if not found:
        return not_answered()
    told = [f"{name} {count}" for name, count in found[:most]]
    if len(found) > most:
        told.append(trn("{n} more", "{n} more", len(found) - most))
    return tr(", ").join(told)


# -- the edges -------------------------------------------------------------------------------


def quotes_title(shown: int, written: int) -> str:
    """What stands above the excerpts."""
    if shown == written:
        return tr("In the person’s own words")
    text = tr(
        "In the person’s own words: {n} of {notes}, the latest and those of the highest numbers"
    )
    return text.format(n=shown, notes=trn("{n} note", "{n} notes", written))


def foot_lines(made_on: date) -> tuple[str, ...]:
    """Where it is from, and how it is counted."""
    return (
        tr(
            "Made with Recovery Coach from the person’s own diary on {date}. A diary, not a"
            " diagnosis; nothing in it was validated by a professional."
        ).format(date=dated(made_on)),
        tr(
            "Pain 0 to 10: 0 no pain, 10 the worst pain one can imagine. A day counts by the median"
            " of its numbers. Changes after sessions are medians, n is how many sessions have both"
            " numbers. Intervals: 95 % by order statistics, approximate, as days are not"
            " independent. What was not answered is missing, never 0. Left and right are the"
            " person’s own."
        ),
    )
