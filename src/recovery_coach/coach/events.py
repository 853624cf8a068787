"""Days that a person marks beside their numbers, and what they compare from a day on (facts 4.11).

A comparison begins on the day it is written down, before there are any results to look at; that
day stays as it is for good, whatever becomes of the words. Where a warning sign stands, nothing is
to be tried out: none is begun.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from recovery_coach.base.i18n import tr
from recovery_coach.coach.checkin import on_day
from recovery_coach.coach.entry_words import one_line
from recovery_coach.coach.keeping_words import dated
from recovery_coach.insight.phases import LENGTH, NEEDED
from recovery_coach.insight.plain import Event, Span
from recovery_coach.journal import Entry, Journal, MarkRecord, PainEntry, Record
from recovery_coach.redflags.model import Level, rank

LONGEST = 120
"""Letters that may be typed: it is read beside a chart."""
SHORT = 60
"""Letters of it that are read within a sentence."""
NOON = time(12)
"""Where on its day a mark of the past stands; its time is shown nowhere."""


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


def marked_on(journal: Journal, entry: Entry[Record]) -> date:
    """The day on which it was first written down as it stands; only its words may have changed."""
    versions = journal.history(entry.record_id)
    same = (one for one in versions if _stands(one) == _stands(entry))
    return next(same, entry).written_at.date()


def _stands(entry: Entry[Record]) -> tuple[date, bool]:
    return entry.day, isinstance(entry.record, MarkRecord) and entry.record.compares


def read_events(journal: Journal, span: Span) -> tuple[Event, ...]:
    """What was marked in a span, in the order of the days.

    Older versions are read of comparisons alone: of those it matters when they were written down.
    """
    return tuple(
        Event(
            record=entry.record_id,
            day=entry.day,
            words=one_line(entry.record.words),
            compares=entry.record.compares,
            marked_on=(
                marked_on(journal, entry) if entry.record.compares else entry.written_at.date()
            ),
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
    return begins + min(timedelta(days=LENGTH), date.max - begins)


# -- in words ------------------------------------------------------------------------------


def plan_words(before: Before, today: date) -> tuple[str, ...]:
    """What will be compared, by what, when it can be read, and what is fixed by it."""
    compared = tr(
        "Your pain on the {n} days before today, with that on the {n} days from today on."
    )
    needed = tr("Each needs a number on {needed} of its days or more.").format(needed=NEEDED)
    counted = tr("Before today, {rated} of {n} have one.").format(rated=before.rated, n=LENGTH)
    if before.rated < NEEDED:
        counted += " " + tr("That is too few: the days will be shown, and nothing said of them.")
    known = tr("How the two compare stands in Trends from {date} on, not before.")
    found = [
        compared.format(n=LENGTH),
        f"{needed} {counted}",
        known.format(date=dated(known_on(today))),
        tr(
            "The first day stays as it is, so that it stands before the results; the words may"
            " change."
        ),
    ]
    if before.running is not None:
        text = tr(
            "“{words}” is compared until {date}: two changes in the same days cannot be told apart."
        )
        last = known_on(before.running.day) - timedelta(days=1)
        found.append(text.format(words=_short(before.running.words), date=dated(last)))
    return tuple(found)


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"


def state_words(begins: date, written: date, today: date) -> tuple[str, ...]:
    """What is said of a comparison that has begun."""
    if written > begins:
        late = tr("It was written down on {date}, after its first day: nothing is said of it.")
        return (late.format(date=dated(written)),)
    text = tr("The {n} days before it and the {n} from it on are compared, in Trends.")
    if today < known_on(begins):
        text = tr(
            "The {n} days before it and the {n} from it on are compared: in Trends from {date} on,"
            " not before."
        )
    fixed = tr("The day stays as it is: it was written down before there were results.")
    return text.format(n=LENGTH, date=dated(known_on(begins))), fixed


def ideas(compares: bool) -> tuple[str, ...]:
    """A few words to begin with."""
    if compares:
        return (
            tr("Core work three times a week"),
            tr("A walk every day"),
            tr("A warm-up before lifting"),
        )
    return (tr("Personal best"), tr("Week off"), tr("New mattress"), tr("Ill"))
