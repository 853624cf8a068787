"""What is said of the journal as a file: what is in it, its backups, what another one would bring.

Counts come by kind of record and in days, because that is how a person knows what they have
written; a word such as version or row stands nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from recovery_coach.base.i18n import month_name, number, tr, trn, when

if TYPE_CHECKING:
    from recovery_coach.journal.backups import Looked, Why
    from recovery_coach.journal.counting import Counts
    from recovery_coach.journal.union import Preview

KNOWN = (
    *("pain", "session", "set", "hurt", "check", "seen", "background", "impact", "mark"),
    "choice",
)
"""The kinds of records, in the order in which they are told."""
MEGA = 1_000_000


def kind_words(kind: str, count: int) -> str:
    """So many records of a kind."""
    words = {
        "pain": trn("{n} pain entry", "{n} pain entries", count),
        "session": trn("{n} session", "{n} sessions", count),
        "set": trn("{n} set", "{n} sets", count),
        "hurt": trn("{n} time it hurt in a session", "{n} times it hurt in a session", count),
        "check": trn("{n} check of warning signs", "{n} checks of warning signs", count),
        "seen": trn("{n} visit to a professional", "{n} visits to a professional", count),
        "background": trn("{n} note on your health", "{n} notes on your health", count),
        "impact": trn("{n} check of the week", "{n} checks of the week", count),
        "mark": trn("{n} marked day", "{n} marked days", count),
        "choice": trn("{n} choice between two ways", "{n} choices between two ways", count),
    }
    return words.get(kind) or trn(
        "{n} record of another kind", "{n} records of another kind", count
    )


def kinds_words(records: Mapping[str, int]) -> list[str]:
    """Each kind that there is, with its count; what this program does not know comes last."""
    told = [kind_words(kind, records[kind]) for kind in KNOWN if records.get(kind)]
    others = sum(count for kind, count in records.items() if kind not in KNOWN)
    return [*told, kind_words("", others)] if others else told


def entries_words(count: int) -> str:
    """Everything that is written down, counted together."""
    return trn("{n} entry", "{n} entries", count)


def counts_words(counts: Counts) -> str:
    """What a journal holds, in one line: how much, and since when."""
    total = entries_words(sum(counts.records.values()))
    if counts.first_day is None or counts.last_day is None:
        return total
    return tr("{entries} · {days}").format(
        entries=total, days=span_words(counts.first_day, counts.last_day)
    )


# -- days ----------------------------------------------------------------------------------------


def dated(day: date) -> str:
    """A date with its year: ``22 November 2026``."""
    return tr("{day} {month} {year}").format(day=day.day, month=month_name(day), year=day.year)


def span_words(first: date, last: date) -> str:
    """From one day to another: ``19 to 22 November 2026``."""
    if first == last:
        return dated(first)
    if (first.year, first.month) == (last.year, last.month):
        return tr("{day} to {last}").format(day=first.day, last=dated(last))
    return tr("{first} to {last}").format(first=dated(first), last=dated(last))


def days_words(days: Sequence[date], most: int = 3) -> str:
    """Days as runs of neighbours, the newest ``most`` of them: ``3 May, 19 to 22 November 2026``.

    Where there are more, only from when to when.
    """
    runs = _runs(days)
    if len(runs) > most:
        return span_words(runs[0][0], runs[-1][1])
    return ", ".join(span_words(first, last) for first, last in runs)


def _runs(days: Sequence[date]) -> list[tuple[date, date]]:
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


# -- backups -------------------------------------------------------------------------------------


def why_words(why: Why) -> str:
    """What a backup was made for."""
    return {
        "day": tr("the day’s own"),
        "hand": tr("made by you"),
        "migration": tr("before an update"),
        "import": tr("before an import"),
        "merge": tr("before a merge"),
        "restore": tr("before a restore"),
    }.get(why, why)


def made_words(moment: datetime, now: datetime) -> str:
    """When a file was made, in the words of a diary; another year is named."""
    here = moment.astimezone(now.tzinfo)
    if here.year == now.year:
        return when(here, now)
    return tr("{date}, {clock}").format(date=dated(here.date()), clock=f"{here:%H:%M}")


def size_words(size: int) -> str:
    """How large a file is, as file managers say it."""
    if size < MEGA:
        return tr("{n} kB").format(n=number(max(1, round(size / 1000))))
    return tr("{n} MB").format(n=number(size / MEGA, 1))


def missing_words(made: datetime, now: datetime) -> str:
    """What a backup that was made then cannot have, in days up to now."""
    days = (now.date() - made.astimezone(now.tzinfo).date()).days
    if days <= 0:
        return tr("What was written later today is missing from it.")
    return trn(
        "What was written after that is missing from it: {n} day.",
        "What was written after that is missing from it: {n} days.",
        days,
    )


def backup_words(looked: Looked, now: datetime) -> str:
    """The backup that is offered where the journal is damaged, and what it lacks."""
    made = looked.backup.made_at
    total = entries_words(looked.counts.shown if looked.counts is not None else 0)
    text = tr("Of {when}, with {entries}. {missing}")
    return text.format(when=made_words(made, now), entries=total, missing=missing_words(made, now))


# -- what another file would bring -----------------------------------------------------------------


def change_words(preview: Preview) -> list[str]:
    """What would be another here: a line each, none where nothing would."""
    lines = []
    if preview.changed:
        text = trn(
            "{n} entry that is here shows what was changed in the file.",
            "{n} entries that are here show what was changed in the file.",
            preview.changed,
        )
        lines.append(text)
    if preview.removed:
        text = trn(
            "{n} entry that is here goes: it was deleted there.",
            "{n} entries that are here go: they were deleted there.",
            preview.removed,
        )
        lines.append(text)
    if preview.forks:
        text = trn(
            "{n} entry was changed here and there. Both ways are kept, and you choose.",
            "{n} entries were changed here and there. Both ways are kept, and you choose.",
            preview.forks,
        )
        lines.append(text)
    if preview.unreadable:
        text = trn(
            "{n} change is of a newer program. It is kept, and shown once this one is newer, too.",
            "{n} changes are of a newer program. They are kept, and shown once this one is newer,"
            " too.",
            preview.unreadable,
        )
        lines.append(text)
    return lines
