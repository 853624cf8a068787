"""``journal delete`` and ``journal undo``: one record is hidden, or goes back by one change.

Nothing is ever removed by them, so nothing is asked: both write one more version, and the next
``undo`` takes it back.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.gate import nothing_may_begin
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import is_there, json_option
from recovery_coach.cli.journal_list import entry_data, say_entries, short
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.journal import Entry, Record

NAMED = 10
"""How many are named where an id fits several."""


def id_argument() -> Any:
    """The id of a record."""
    return typer.Argument(metavar="ID", help=tr("Its id; the first digits are enough."))


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("delete", help=tr("Delete an entry or a session; `undo` puts it back."))(delete)
    app.command("undo", help=tr("Take the last change of an entry or session back."))(undo)


def delete(
    ctx: typer.Context,
    identifier: Annotated[str, id_argument()],
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Delete a record."""
    terminal = terminal_of(ctx)
    entry = find(terminal, identifier)
    if entry.deleted:
        text = tr("{id} is deleted already; `recovery-coach journal undo {id}` puts it back")
        terminal.fail(text.format(id=short(entry.record_id)))
    gone = terminal.app.journal.delete(entry.record_id)
    if as_json:
        terminal.json({"done": True, "entry": entry_data(gone)})
        return
    say_entries(terminal, [gone])
    text = {
        "session": tr("Deleted, with its sets. Its numbers stay."),
        "seen": tr("Deleted. What it had closed stands again."),
    }.get(gone.record.kind, tr("Deleted."))
    terminal.say(text)
    way = tr("`recovery-coach journal undo {id}` puts it back.")
    terminal.say(way.format(id=short(gone.record_id)))
    nothing_may_begin(terminal)  # says so where that is what follows


def undo(
    ctx: typer.Context,
    identifier: Annotated[str, id_argument()],
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """Take the last change of a record back."""
    terminal = terminal_of(ctx)
    last = find(terminal, identifier).version_id
    entry = terminal.app.journal.undo(last)
    if entry is None:
        terminal.fail(tr("The last change of it cannot be taken back: what it was is not known."))
    if as_json:
        terminal.json({"done": True, "entry": entry_data(entry)})
        return
    if entry.deleted:
        terminal.say(tr("Taken back: it is deleted now. Undo once more puts it there again."))
    else:
        terminal.say(tr("Taken back. It is now as it was before:"))
        say_entries(terminal, [entry])
    nothing_may_begin(terminal)  # says so where that is what follows


def find(terminal: Terminal, beginning: str) -> Entry[Record]:
    """The record, deleted or not, whose id begins so; leaves where there is none, or several."""
    journal = terminal.app.journal if is_there(terminal) else None
    found = journal.ids_beginning(beginning, NAMED + 1) if journal and beginning else []
    if beginning in found:
        found = [beginning]
    if len(found) > 1:
        text = tr("more than one begins with {text}: {ids}")
        more = [*found[:NAMED], *(["…"] if len(found) > NAMED else [])]
        terminal.fail(text.format(text=beginning, ids=", ".join(more)), WRONG_USE)
    history = journal.history(found[0]) if journal and found else []
    if history:
        return history[-1]
    if found:
        terminal.fail(tr("{id} cannot be read by this program").format(id=found[0]))
    text = tr("there is no entry {text}; `recovery-coach journal list` lists them")
    return terminal.fail(text.format(text=beginning), WRONG_USE)
