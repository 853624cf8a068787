"""The journal as tables for a spreadsheet: CSV files that Excel and everything else read.

For counting and drawing, not for bringing back: that is the JSON export. The columns, documented in
docs/journal-format.md, keep their names for good; a new one comes last. An empty cell was not
answered. What was deleted is in none of them.

What a person wrote is never taken for a formula: a text that begins like one gets an apostrophe in
front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from recovery_coach.coach.entry_words import one_line
from recovery_coach.coach.events import marked_on
from recovery_coach.journal import (
    Entry,
    HurtRecord,
    Journal,
    MarkRecord,
    PainEntry,
    SessionRecord,
    region_scores,
)
from recovery_coach.library.regions import body_regions

ENTRIES = (
    *("entry_id", "day", "at", "written_at", "source", "session_id"),
    *("pain", "leg_pain", "worst_24h", "regions", "qualities", "stiff_minutes", "woke"),
    *("runs_down", "runs_side", "sleep_hours", "sleep_quality", "stress", "mood"),
    *("water_litres", "training", "lifts", "training_minutes", "effort", "taken", "note"),
)
REGIONS = ("entry_id", "day", "at", "region_id", "region", "side", "score")
SESSIONS = (
    *("session_id", "day", "started_at", "ended_at", "state", "routine_id", "routine"),
    *("planned_seconds", "active_seconds", "pain_before", "pain_after", "pain_morning_after"),
    *("effort", "sets_done", "sets", "hurts", "stop_reason", "note"),
)
MARKS = ("mark_id", "day", "marked_on", "words", "compares")

MARK = "\ufeff"
"""Excel takes a file for UTF-8 where it begins with this."""
BETWEEN = "; "
"""Between several words in one cell."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
EVER = (date.min, date.max)

Cell = str | int | float | None
Row = Sequence[Cell]


def spreadsheets(journal: Journal) -> Mapping[str, bytes]:
    """The files by name: ``entries``, ``regions``, ``sessions``, ``marks``.

    Raises JournalTrouble.
    """
    entries = journal.between(PainEntry, *EVER)
    return {
        "entries": _file(ENTRIES, map(_entry, entries)),
        "regions": _file(REGIONS, _regions(entries)),
        "sessions": _file(SESSIONS, _sessions(journal, entries)),
        "marks": _file(MARKS, _marks(journal)),
    }


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _entry(entry: Entry[PainEntry]) -> Row:
    one = entry.record
    woke = None if one.woke is None else "yes" if one.woke else "no"
    return (
        *(entry.record_id, *_when(entry), _moment(entry.written_at), one.source, one.session),
        *(one.nrs, one.leg_nrs, one.worst_nrs, BETWEEN.join(region_scores(one))),
        *(BETWEEN.join(one.qualities), one.stiff_minutes, woke, one.runs_down, one.runs_side),
        *(one.sleep_hours, one.sleep_quality, one.stress, one.mood, one.water, one.training),
        *(BETWEEN.join(one.lifts), one.training_minutes, one.effort),
        *(BETWEEN.join(one.taken), one.note),
    )


def _regions(entries: Iterable[Entry[PainEntry]]) -> Iterator[Row]:
    """A row for each place that was marked, the score empty where none was given to it."""
    places = {region.id: (region.words, region.side) for region in body_regions().regions}
    for entry in entries:
        for region, score in region_scores(entry.record).items():
            words, side = places.get(region, (region.replace("_", " "), None))
            yield entry.record_id, *_when(entry), region, words, side, score


def _sessions(journal: Journal, entries: Iterable[Entry[PainEntry]]) -> Iterator[Row]:
    mornings = {
        entry.record.session: entry.record.nrs
        for entry in entries
        if entry.record.source == "morning"
    }
    counted = journal.sets_counted()
    hurts = Counter(entry.record.session for entry in journal.between(HurtRecord, *EVER))
    for entry in journal.between(SessionRecord, *EVER):
        one, known = entry.record, entry.record_id
        sets, done = counted.get(known, (0, 0))
        yield (
            *(known, *_when(entry), _moment(one.ended_at), one.state),
            *(one.routine, one.routine_name, one.planned_seconds, one.active_seconds),
            *(one.pain_before, one.pain_after, mornings.get(known), one.effort),
            *(done, sets, hurts[known], one.stop_reason, one.note),
        )


def _marks(journal: Journal) -> Iterator[Row]:
    for entry in journal.between(MarkRecord, *EVER):
        first = marked_on(journal, entry).isoformat()
        compares = "yes" if entry.record.compares else "no"
        words = one_line(entry.record.words)
        yield entry.record_id, entry.day.isoformat(), first, words, compares


def _when(entry: Entry[PainEntry] | Entry[SessionRecord]) -> tuple[str, str | None]:
    """The local day it belongs to, and its moment where it was."""
    return entry.day.isoformat(), _moment(entry.record.moment)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment is not None else None


def _file(head: Sequence[str], rows: Iterable[Row]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(head)
    table.writerows([safe(c) if isinstance(c, str) else c for c in row] for row in rows)
    # Half a surrogate pair is no letter in any file.
    return (MARK + out.getvalue()).encode("utf-8", "replace")
