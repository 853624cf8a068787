"""``sessions``: what was practised."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import duration, tr, when
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.overview import state_words
from recovery_coach.coach.past_session import hurt_facts, hurt_place, names_of, outcome_words
from recovery_coach.journal import Entry, SessionRecord
from recovery_coach.library.words import side_name

SHORT = 8
"""Digits of an id that are shown, and are enough to name it by."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sessions", help=tr("List the last sessions; or show one."))(sessions)


def sessions(
    ctx: typer.Context,
    session: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help=tr("The session to show; its first digits are enough.")
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=100_000, help=tr("How many to list at most."))
    ] = 20,
    as_json: Annotated[bool, typer.Option("--json", help=tr("Print JSON."))] = False,
) -> None:
    """List sessions, or show one."""
    terminal = terminal_of(ctx)
    # Looking must not make a journal.
    there = terminal.app.paths.journal.exists()
    if session is not None:
        _show_one(terminal, _find(terminal, session) if there else None, session, as_json)
        return
    found = terminal.app.journal.latest(SessionRecord, limit) if there else []
    if as_json:
        terminal.json([_facts(terminal, entry) for entry in found])
    elif not found:
        terminal.say(tr("There are no sessions yet."))
    else:
        _print_list(terminal, found)


def _print_list(terminal: Terminal, found: list[Entry[SessionRecord]]) -> None:
    now = terminal.app.clock.now()
    terminal.table(
        (tr("Id"), tr("When"), tr("Routine"), tr("How it ended"), tr("Active"), tr("Pain")),
        (
            (
                entry.record_id[:SHORT],
                when(entry.record.started_at, now),
                tr(entry.record.routine_name),
                state_words(entry.record.state),
                duration(entry.record.active_seconds),
                pain_words(entry.record),
            )
            for entry in found
        ),
        right="4",
    )


def pain_words(record: SessionRecord) -> str:
    """The numbers before and after: ``4 → 2``, with a dash where none was given."""
    before, after = record.pain_before, record.pain_after
    if before is None and after is None:
        return ""
    return f"{'–' if before is None else before} → {'–' if after is None else after}"


def _find(terminal: Terminal, prefix: str) -> Entry[SessionRecord] | None:
    matches = [
        entry
        for entry in terminal.app.journal.latest(SessionRecord, 100_000)
        if entry.record_id.startswith(prefix.lower())
    ]
    if len(matches) > 1:
        terminal.fail(tr("more than one session begins with {text}").format(text=prefix), WRONG_USE)
    return matches[0] if matches else None


def _facts(terminal: Terminal, entry: Entry[SessionRecord]) -> dict[str, Any]:
    record = entry.record.all_fields()
    del record["routine_text"], record["options"]
    sets = terminal.app.journal.sets_of(entry.record_id)
    return {
        "id": entry.record_id,
        "day": entry.day.isoformat(),
        **record,
        "sets_done": sum(one.record.outcome == "done" for one in sets),
    }


def _show_one(
    terminal: Terminal, entry: Entry[SessionRecord] | None, asked: str, as_json: bool
) -> None:
    if entry is None:
        terminal.fail(
            tr("there is no session {text}; `recovery-coach sessions` lists them").format(
                text=asked
            ),
            WRONG_USE,
        )
    sets = [one.record for one in terminal.app.journal.sets_of(entry.record_id)]
    hurts = [one.record for one in terminal.app.journal.hurts_of(entry.record_id)]
    if as_json:
        facts = _facts(terminal, entry)
        facts["sets"] = [one.all_fields() for one in sets]
        facts["hurts"] = [one.all_fields() for one in hurts]
        terminal.json(facts)
        return
    _print_list(terminal, [entry])
    terminal.say()
    terminal.table(
        (tr("Exercise"), tr("Side"), tr("Set"), tr("Time"), tr("Reps"), tr("How it went")),
        (
            (
                tr(one.exercise_name),
                side_name(one.side),
                f"{one.set}/{one.sets}",
                duration(one.seconds),
                f"{one.reps_done}/{one.reps_planned}" if one.reps_planned else "",
                outcome_words(one.outcome),
            )
            for one in sets
        ),
        right="234",
    )
    names = names_of(sets, {})
    for hurt in hurts:
        words = tr("It hurt: {place}. {facts}")
        terminal.say(words.format(place=hurt_place(hurt, names), facts=hurt_facts(hurt)))
    if entry.record.note:
        terminal.say(entry.record.note)
