"""The journal as a diary: days with all their entries, the newest first, gaps admitted.

A number given before or after a session stands in that session. Where the session is deleted it
stands alone: it still counts as the number of its day, and nothing may count that cannot be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Literal

from recovery_coach.base.i18n import long_date, minutes, tr, trn
from recovery_coach.coach.checkin import title_of, told_of
from recovery_coach.coach.entry_words import (
    background_facts,
    check_facts,
    check_title,
    impact_facts,
    impact_title,
    mark_facts,
    mark_title,
    seen_facts,
)
from recovery_coach.coach.overview import state_words
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    Entry,
    ImpactRecord,
    Journal,
    MarkRecord,
    PainEntry,
    Record,
    SeenRecord,
    SessionRecord,
)

STEP = 40
"""How many lines are read at a time, at least: days are never torn apart."""
GAP = 3
"""From how many days without entries on it is said: a rest day or two is no gap."""


Kinds = tuple[type[Record], ...]
Shown = Literal["all", "sessions", "pain", "checks", "marks"]
SHOWN: Mapping[Shown, Kinds] = {
    "all": (
        SessionRecord,
        PainEntry,
        CheckRecord,
        SeenRecord,
        ImpactRecord,
        BackgroundRecord,
        MarkRecord,
    ),
    "sessions": (SessionRecord,),
    "pain": (PainEntry, ImpactRecord),
    "checks": (CheckRecord, SeenRecord, BackgroundRecord),
    "marks": (MarkRecord,),
}
"""What can be looked at by itself."""
KINDS = SHOWN["all"]


@dataclass(frozen=True, slots=True)
class Day:
    """One day with its entries, the newest first.

    ``gap``: how many days without entries lie between it and the day above it, if worth a word.
    """

    day: date
    entries: tuple[Entry[Record], ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Some days of the diary; ``more`` where there are older ones."""

    days: tuple[Day, ...]
    more: bool

    @property
    def lines(self) -> int:
        """How many entries it shows."""
        return sum(len(day.entries) for day in self.days)


def read_part(
    journal: Journal,
    before: date | None = None,
    above: date | None = None,
    step: int = STEP,
    kinds: Kinds = KINDS,
) -> Part:
    """At least ``step`` entries of some kinds from before a day, if there are as many.

    ``above`` is the day shown last above them, for the gap between. Of some kinds only, no gap is
    told: there may be entries of another kind.
    """
    found: list[Entry[Record]] = []
    more = True
    known: dict[str, bool] = {}

    def is_there(session: str) -> bool:
        if session not in known:
            known[session] = isinstance(_record(journal, session), SessionRecord)
        return known[session]

    while more and len(found) < step:
        read, before, more = _read_days(journal, kinds, before, step)
        known.update((e.record_id, True) for e in read if isinstance(e.record, SessionRecord))
        found += [entry for entry in read if stands_alone(entry.record, is_there)]
    days = days_of(found, above)
    if kinds != KINDS:
        days = without_gaps(days)
    return Part(tuple(days), more)


def _record(journal: Journal, record_id: str) -> Record | None:
    entry = journal.get(record_id)
    return entry.record if entry else None


def _read_days(
    journal: Journal, kinds: Kinds, before: date | None, step: int
) -> tuple[list[Entry[Record]], date | None, bool]:
    """Whole days, the first of them, and whether there are days before that."""
    days = journal.days(kinds, step, before)
    if not days:
        return [], before, False
    first, last = days[-1], days[0]
    found = [entry for kind in kinds for entry in journal.between(kind, first, last)]
    return found, first, bool(journal.days(kinds, 1, first))


def stands_alone(record: Record, is_there: Callable[[str], bool]) -> bool:
    """Whether it has a line of its own: not a number that is told with its session."""
    if not isinstance(record, PainEntry) or record.session is None or record.source == "morning":
        return True  # the morning after is a day of its own
    return not is_there(record.session)


def days_of(entries: Iterable[Entry[Record]], above: date | None = None) -> list[Day]:
    """The entries by day, the newest first, below the day ``above``."""
    ordered = sorted(entries, key=_order, reverse=True)
    days = []
    for day, group in groupby(ordered, key=lambda entry: entry.day):
        days.append(Day(day, tuple(group), _gap(above, day)))
        above = day
    return days


def without_gaps(days: Iterable[Day]) -> list[Day]:
    """The same days, for a list that leaves some entries out."""
    return [replace(day, gap=0) for day in days]


def _order(entry: Entry[Record]) -> tuple[date, datetime, datetime, str]:
    """By day and moment; of one moment always the same way round, whichever part it is read in."""
    return entry.day, entry.record.moment, entry.written_at, entry.record_id


def _gap(above: date | None, day: date) -> int:
    between = (above - day).days - 1 if above else 0
    return between if between >= GAP else 0


# -- in words ------------------------------------------------------------------------------


def day_heading(day: date, today: date) -> str:
    """A day as a heading; with its year where that is not this one."""
    text = long_date(day)
    if day.year != today.year:
        # Translators: a date with its year, as in: Sunday 22 November 2024.
        text = tr("{date} {year}").format(date=text, year=day.year)
    if day == today:
        return tr("Today, {date}").format(date=text)
    if (today - day).days == 1:
        return tr("Yesterday, {date}").format(date=text)
    return text


def entry_heading(entry: Entry[Record], today: date) -> str:
    """The day of an entry as a heading, with its time if it has one."""
    day, at = day_heading(entry.day, today), clock(entry.record)
    return tr("{date}, {clock}").format(date=day, clock=at) if at else day


def gap_words(days: int) -> str:
    """A gap: that there is one, and no more about it."""
    return trn("{n} day without entries", "{n} days without entries", days)


def title(record: Record) -> str:
    """What an entry is, in a line."""
    if isinstance(record, SessionRecord):
        return tr(record.routine_name)
    if isinstance(record, PainEntry):
        return title_of(record)
    if isinstance(record, CheckRecord):
        return check_title(record)
    if isinstance(record, ImpactRecord):
        return impact_title(record)
    if isinstance(record, MarkRecord):
        return mark_title(record)
    return {
        "seen": tr("Seen by a professional"),
        "background": tr("Health background changed"),
    }.get(record.kind, record.kind)


def clock(record: Record) -> str:
    """The time of it; none for what is about a day."""
    return "" if isinstance(record, MarkRecord) else f"{record.moment:%H:%M}"


def facts(record: Record) -> str:
    """What else is known of it, in a line."""
    return " · ".join(text for text in _facts(record) if text)


def _facts(record: Record) -> Iterable[str]:
    if isinstance(record, SessionRecord):
        return session_facts(record)
    if isinstance(record, PainEntry):
        return (source_words(record), *told_of(record))
    if isinstance(record, CheckRecord):
        return check_facts(record)
    if isinstance(record, SeenRecord):
        return seen_facts(record)
    if isinstance(record, ImpactRecord):
        return impact_facts(record)
    if isinstance(record, MarkRecord):
        return mark_facts(record)
    return background_facts(record) if isinstance(record, BackgroundRecord) else ()


def note_of(record: Record) -> str:
    """What was written to it, in one line."""
    note = record.note if isinstance(record, SessionRecord | PainEntry | SeenRecord) else ""
    return " ".join(note.split())


def session_facts(record: SessionRecord) -> Sequence[str]:
    """How long a session was, how it ended unless it was finished, and the numbers."""
    found = [minutes(record.active_seconds)] if record.active_seconds else []
    if record.state != "finished":
        found.append(state_words(record.state))
    if record.pain_before is not None and record.pain_after is not None:
        text = tr("pain {before} → {after}")
        found.append(text.format(before=record.pain_before, after=record.pain_after))
    elif record.pain_before is not None:
        found.append(tr("pain {number} before").format(number=record.pain_before))
    elif record.pain_after is not None:
        found.append(tr("pain {number} after").format(number=record.pain_after))
    if record.effort is not None:
        found.append(tr("effort {number}").format(number=record.effort))
    return found


def source_words(record: PainEntry) -> str:
    """Where a number was asked, if not simply on Today."""
    return {
        "before": tr("before a session that was deleted"),
        "after": tr("after a session that was deleted"),
        "terminal": tr("from the terminal"),
        "flare": tr("a bad day"),
        "morning": tr("the morning after"),
    }.get(record.source, "")
