"""Days that a person marks beside their numbers, and what they compare from a day on (facts 4.11).

A comparison begins on the day it is written down, before there are any results to look at; that
day stays as it is for good, whatever becomes of the words. Where a warning sign stands, nothing is
to be tried out: none is begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from recovery_coach.base.i18n import tr
from recovery_coach.coach.checkin import on_day
from recovery_coach.coach.keeping_words import dated
from recovery_coach.insight.phases import LENGTH, NEEDED
from recovery_coach.insight.plain import Event, Span
from recovery_coach.journal import Entry, Journal, MarkRecord, PainEntry
from recovery_coach.redflags.model import Level, rank

LONGEST = 120
"""Letters that may be typed: it is read beside a chart."""
NOON = time(12)
"""Where on its day a mark of the past stands; its time is shown nowhere."""


def one_line(text: str) -> str:
    """What was typed, in one line."""
    return " ".join(text.split())


def mark_of(words: str, day: date, compares: bool, now: datetime) -> MarkRecord:
    """A new mark. ValueError without words, for a day to come, a comparison of another day."""
    today = now.date()
    if not one_line(words) or day > today or (compares and day != today):
        raise ValueError(f"no mark: {words!r} on {day}")
    return MarkRecord(at=_moment(day, now), words=one_line(words), compares=compares)


def amended(record: MarkRecord, words: str, day: date, now: datetime) -> MarkRecord:
    """The mark with what is said of it now; without words it keeps those it had.

    The day of a comparison is never another one.
    """
    line = one_line(words)
    if line and line != one_line(record.words):
        record = replace(record, words=line)
    if record.compares or day == record.at.date() or day > now.date():
        return record
    return replace(record, at=_moment(day, now))


def _moment(day: date, now: datetime) -> datetime:
    return now if day == now.date() else on_day(day, NOON, now)


def amend_mark(journal: Journal, record_id: str, changed: MarkRecord) -> list[str]:
    """Write a mark as it is told now; the versions to undo it by. None where nothing is changed."""
    entry = journal.get(record_id)
    if entry is None or not isinstance(entry.record, MarkRecord) or entry.record == changed:
        return []
    return [journal.revise(record_id, changed).version_id]


# -- read back -----------------------------------------------------------------------------


def marked_on(journal: Journal, entry: Entry[MarkRecord]) -> date:
    """The day on which it was first written down as it stands; only its words may have changed."""
    wanted = (entry.day, entry.record.compares)
    for version in journal.history(entry.record_id):
        was = version.record
        if isinstance(was, MarkRecord) and (version.day, was.compares) == wanted:
            return version.written_at.date()
    return entry.written_at.date()


def read_events(journal: Journal, span: Span) -> tuple[Event, ...]:
    """What was marked in a span, in the order of the days."""
    return tuple(
        Event(
            record=entry.record_id,
            day=entry.day,
            words=one_line(entry.record.words),
            compares=entry.record.compares,
            marked_on=marked_on(journal, entry),
        )
        for entry in journal.between(MarkRecord, span.first, span.last)
    )


# -- before a comparison -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Before:
    """What is known before a comparison begins, and nothing of how it was.

    ``rated`` of the ``LENGTH`` days before have a number; ``running`` is a comparison whose days
    after are not over, so that two changes would fall into the same days; ``barred`` says why none
    can be begun, and is empty where one can.
    """

    rated: int = 0
    running: Event | None = None
    barred: str = ""


def look_before(journal: Journal | None, level: Level, today: date) -> Before:
    """What is to be said before a comparison begins."""
    if barred_by(level) or journal is None:
        return Before(barred=barred_by(level))
    first = today - timedelta(days=LENGTH)
    numbers = journal.between(PainEntry, first, today - timedelta(days=1))
    rated = {entry.day for entry in numbers if entry.record.nrs is not None}
    begun = read_events(journal, Span(today - timedelta(days=LENGTH - 1), today))
    running = [event for event in begun if event.compares]
    return Before(len(rated), running[-1] if running else None)


def barred_by(level: Level) -> str:
    """Why nothing may be compared by what stands; empty where it may."""
    if rank(level) < rank("book"):
        return ""
    return tr(
        "Nothing is compared while a warning sign stands: that is for a professional to look at,"
        " and not to be tried out. You can mark the day."
    )


def known_on(begins: date) -> date:
    """The first day on which a comparison is worked out: the day after its last."""
    return begins + timedelta(days=LENGTH)


# -- in words ------------------------------------------------------------------------------


def plan_words(today: date) -> tuple[str, ...]:
    """What will be compared, and when something is said of it."""
    days: Mapping[str, object] = {"n": LENGTH, "needed": NEEDED}
    return (
        tr(
            "Your pain of the {n} days before today is compared with that of the {n} days from"
            " today on. Each needs a number on at least {needed} of its days."
        ).format(**days),
        tr("You read a word on it on {date}, not before.").format(date=dated(known_on(today))),
        tr(
            "Today stays the first day, so that it stands before there are results to look at. The"
            " words can be changed."
        ),
    )


def before_words(before: Before) -> tuple[str, ...]:
    """What there is of the days before, and what else is being compared."""
    counted = tr("Days before today that have a number: {rated} of {n}.")
    found = [counted.format(rated=before.rated, n=LENGTH)]
    if before.rated < NEEDED:
        too_few = tr(
            "With under {needed}, nothing can be said in the end; the days are still shown."
        )
        found.append(too_few.format(needed=NEEDED))
    if before.running is not None:
        text = tr(
            "“{words}” is compared until {date}: two changes in the same days cannot be told apart."
        )
        last = known_on(before.running.day) - timedelta(days=1)
        found.append(text.format(words=before.running.words, date=dated(last)))
    return tuple(found)


def ideas(compares: bool) -> tuple[str, ...]:
    """A few words to begin with."""
    if compares:
        return (
            tr("Core work three times a week"),
            tr("A walk every day"),
            tr("A warm-up before lifting"),
            tr("To bed before eleven"),
        )
    return (tr("Personal best"), tr("Week off"), tr("New mattress"), tr("Ill"))
