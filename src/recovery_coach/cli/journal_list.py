"""``journal list``: entries and sessions, the newest first; the deleted ones, too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import long_date, tr
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import is_there, json_option, none_yet
from recovery_coach.cli.journal_said import iso
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.checkin import told_of
from recovery_coach.coach.diary import KINDS as OF_THE_DIARY
from recovery_coach.coach.diary import clock, facts, note_of, title
from recovery_coach.coach.keeping_words import dated, made_words
from recovery_coach.journal import Entry, HurtRecord, Journal, PainEntry, Record, SetRecord

SHORT = 8
"""Digits of an id that are shown, and as a rule are enough to name it by."""
AT_ONCE = 5000
"""How many records are read in one go."""


class Kind(StrEnum):
    """What can be listed by itself."""

    PAIN = "pain"
    SESSION = "session"
    CHECK = "check"
    SEEN = "seen"
    IMPACT = "impact"
    BACKGROUND = "background"
    MARK = "mark"
    SET = "set"
    HURT = "hurt"


_LISTED: tuple[type[Record], ...] = (*OF_THE_DIARY, SetRecord, HurtRecord)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("list", help=tr("List what is in the journal, the newest first."))(list_)


def list_(
    ctx: typer.Context,
    kinds: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help=tr("Only of this kind; may be given more than once.")),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=1_000_000, help=tr("How many to list at most."))
    ] = 20,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help=tr("From this day on."))
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help=tr("Up to this day."))
    ] = None,
    deleted: Annotated[
        bool, typer.Option("--deleted", help=tr("What was deleted, in its place."))
    ] = False,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """List entries and sessions."""
    terminal = terminal_of(ctx)
    first, last = read_day(terminal, since, date.min), read_day(terminal, until, date.max)
    classes = [one for one in _LISTED if one.kind in kinds] if kinds else list(OF_THE_DIARY)
    found: list[Entry[Record]] = []
    if is_there(terminal):
        read = _deleted if deleted else _shown
        entries = read(terminal.app.journal, classes, limit, last)
        found = newest_first(one for one in entries if first <= one.day <= last)[:limit]
    if as_json:
        terminal.json([entry_data(one) for one in found])
    elif not is_there(terminal):
        terminal.say(none_yet())
    elif not found:
        terminal.say(tr("There is nothing of that kind in the journal."))
    else:
        say_entries(terminal, found)


def read_day(terminal: Terminal, text: str | None, otherwise: date) -> date:
    """A day that was given; leaves where it is none."""
    try:
        return date.fromisoformat(text) if text is not None else otherwise
    except ValueError:
        wanted = tr("{text} is not a day: give one such as 2026-03-04")
        terminal.fail(wanted.format(text=text), WRONG_USE)


def _shown(
    journal: Journal, classes: Sequence[type[Record]], limit: int, last: date
) -> list[Entry[Record]]:
    """The last ones up to a day, in whole days: not all there are, where that is years."""
    before = last + timedelta(days=1) if last < date.max else None
    days = journal.days(classes, limit, before)
    if not days:
        return []
    return [entry for kind in classes for entry in journal.between(kind, days[-1], days[0])]


def _deleted(
    journal: Journal, classes: Sequence[type[Record]], _limit: int, _last: date
) -> list[Entry[Record]]:
    found: list[Entry[Record]] = []
    mark, before = 0, -1
    while mark != before:
        before = mark
        read, mark = journal.written_after(mark, classes, AT_ONCE)
        found += [entry for entry in read if entry.deleted]
    return found


def newest_first(entries: Iterable[Entry[Record]]) -> list[Entry[Record]]:
    """In the order of the diary, the newest first."""

    def place(one: Entry[Record]) -> tuple[object, ...]:
        return one.day, one.record.moment, one.written_at, one.record_id

    return sorted(entries, key=place, reverse=True)


# -- saying it -------------------------------------------------------------------------------


def say_entries(terminal: Terminal, entries: Iterable[Entry[Record]]) -> None:
    """Entries as a table."""
    now = terminal.app.clock.now()
    terminal.table(
        (tr("Id"), tr("When"), tr("What"), "", tr("Note")),
        (
            (
                short(one.record_id),
                when_of(one, now),
                title_of(one),
                facts_of(one.record),
                note_of(one.record),
            )
            for one in entries
        ),
    )


def short(identifier: str) -> str:
    """An id as it is shown; that of a set begins with that of its session."""
    first, colon, rest = identifier.partition(":")
    return f"{first[:SHORT]}{colon}{rest}" if not colon else identifier


def when_of(entry: Entry[Record], now: datetime) -> str:
    """When it was; of what is about a day, which day."""
    if clock(entry.record):
        return made_words(entry.record.moment, now)
    return long_date(entry.day) if entry.day.year == now.year else dated(entry.day)


def title_of(entry: Entry[Record]) -> str:
    """What an entry is."""
    record = entry.record
    if isinstance(record, SetRecord):
        return tr("Set: {exercise}").format(exercise=tr(record.exercise_name))
    if isinstance(record, HurtRecord):
        return tr("It hurt in a session")
    return title(record)


def facts_of(record: Record) -> str:
    """What else is known of it."""
    if isinstance(record, PainEntry) and record.source in ("before", "after"):
        when = tr("before a session") if record.source == "before" else tr("after a session")
        return " · ".join([when, *told_of(record)])  # whether or not that session is still there
    if isinstance(record, SetRecord):
        from recovery_coach.coach.past_session import outcome_words

        return outcome_words(record.outcome)
    if isinstance(record, HurtRecord):
        from recovery_coach.coach.past_session import hurt_facts

        return hurt_facts(record)
    return facts(record)


def entry_data(entry: Entry[Record]) -> dict[str, Any]:
    """An entry; documented in docs/cli.md."""
    return {
        "id": entry.record_id,
        "kind": entry.record.kind,
        "day": iso(entry.day),
        "at": iso(entry.record.moment),
        "written_at": iso(entry.written_at),
        "version": entry.version_id,
        "deleted": entry.deleted,
        "fields": entry.record.all_fields(),
    }
