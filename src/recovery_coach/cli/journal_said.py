"""What a journal holds, and what a file would bring to it, as lines and as JSON."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from recovery_coach.base.i18n import tr, trn
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach.keeping_words import change_words, kind_words, kinds_words, span_words
from recovery_coach.journal.counting import Counts
from recovery_coach.journal.union import Preview
from recovery_coach.journal.version_rows import Refusal

SHOWN = 20
"""How much of a list is named before it is only counted."""


def iso(moment: date | datetime | None) -> str | None:
    """A day or a moment as JSON holds it."""
    return None if moment is None else moment.isoformat()


# -- what there is ---------------------------------------------------------------------------


def counts_data(counts: Counts) -> dict[str, Any]:
    """What a journal holds. Equal journals have equal counts and marks, on any computer."""
    return {
        "versions": counts.versions,
        "records": dict(sorted(counts.records.items())),
        "days": counts.days,
        "first_day": iso(counts.first_day),
        "last_day": iso(counts.last_day),
        "last_written": iso(counts.last_written),
        "mark": counts.mark,
    }


def counts_line(counts: Counts) -> str:
    """The same in a line, to be compared with that of another computer."""
    told = [
        trn("{n} version", "{n} versions", counts.versions),
        *(kind_words(kind, counts.records.get(kind, 0)) for kind in ("pain", "session")),
        trn("{n} day", "{n} days", counts.days),
        tr("mark {mark}").format(mark=counts.mark),
    ]
    return ", ".join(told)


# -- what would come in ----------------------------------------------------------------------


def preview_data(preview: Preview) -> dict[str, Any]:
    """What a file would bring."""
    return {
        "new": preview.new,
        "known": preview.known,
        "added": dict(sorted(preview.added.items())),
        "changed": preview.changed,
        "removed": preview.removed,
        "unreadable": preview.unreadable,
        "forks": preview.forks,
        "refused": refused_data(preview.refused),
        "first_day": iso(preview.first_day),
        "last_day": iso(preview.last_day),
        "before": preview.before,
        "after": preview.after,
        "days_after": preview.days_after,
    }


def refused_data(refused: tuple[Refusal, ...]) -> list[dict[str, str]]:
    """What is left out, each with where it stands and why."""
    return [{"where": one.where, "why": one.why} for one in refused]


def say_preview(terminal: Terminal, preview: Preview) -> None:
    """What a file would bring, as lines."""
    new = trn("{n} version is new", "{n} versions are new", preview.new)
    known = trn("{n} is here already", "{n} are here already", preview.known)
    terminal.say(tr("{new}, {known}.").format(new=new, known=known))
    added = kinds_words(preview.added)
    if added:
        terminal.say(tr("New: {things}").format(things=", ".join(added)))
    if preview.first_day and preview.last_day:
        days = span_words(preview.first_day, preview.last_day)
        terminal.say(tr("Of the days: {days}").format(days=days))
    for line in change_words(preview):
        terminal.say(line)
    say_refused(terminal, preview.refused)
    if preview.new:
        shown = tr("Shown in the journal: {before} before, {after} after.")
        terminal.say(shown.format(before=preview.before, after=preview.after))


def say_refused(terminal: Terminal, refused: tuple[Refusal, ...]) -> None:
    """What is left out and why, one a line, and how many more where there are many."""
    if not refused:
        return
    terminal.say(trn("{n} is left out:", "{n} are left out:", len(refused)))
    for one in refused[:SHOWN]:
        terminal.say(tr("  {where}: {why}").format(where=one.where, why=one.why))
    more = len(refused) - SHOWN
    if more > 0:
        terminal.say(trn("  and {n} more", "  and {n} more", more))
