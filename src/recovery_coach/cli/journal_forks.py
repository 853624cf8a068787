"""``journal forks``: what two computers changed without knowing of each other, to choose from.

Both ways are kept; choosing says which one is shown from now on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.guard import WRONG_USE
from recovery_coach.cli.journal_asking import is_there, json_option, none_yet
from recovery_coach.cli.journal_list import entry_data, say_entries, short, title_of
from recovery_coach.cli.terminal import Terminal, terminal_of
from recovery_coach.coach.fork_words import Side, question_of, where_words
from recovery_coach.coach.keeping_words import made_words
from recovery_coach.journal.forks import Fork


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    text = tr("List what two computers changed at once; or choose.")
    app.command("forks", help=text)(forks)


def forks(
    ctx: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=tr("Its id; the first digits are enough.")),
    ] = None,
    version: Annotated[
        str | None,
        typer.Argument(metavar="[VERSION]", help=tr("The version to be shown from now on.")),
    ] = None,
    as_json: Annotated[bool, json_option()] = False,
) -> None:
    """List the forks, or choose."""
    terminal = terminal_of(ctx)
    found = terminal.app.journal.forks() if is_there(terminal) else []
    if identifier is not None:
        found = [_find(terminal, found, identifier)]
    if version is not None:
        _choose(terminal, found[0], version, as_json)
        return
    if as_json:
        terminal.json([_fork_data(one) for one in found])
    elif not is_there(terminal):
        terminal.say(none_yet())
    elif not found:
        terminal.say(tr("There is nothing to choose: all computers agree."))
    else:
        for one in found:
            _say(terminal, one)
        way = tr("`recovery-coach journal forks ID VERSION` chooses what is shown.")
        terminal.say(way)


def _find(terminal: Terminal, found: Sequence[Fork], beginning: str) -> Fork:
    fitting = [one for one in found if one.record_id.startswith(beginning)]
    if len(fitting) > 1:
        text = tr("more than one begins with {text}: {ids}")
        ids = ", ".join(one.record_id for one in fitting)
        terminal.fail(text.format(text=beginning, ids=ids), WRONG_USE)
    if not fitting:
        text = tr("there is nothing to choose of {text}; `recovery-coach journal forks` lists them")
        terminal.fail(text.format(text=beginning), WRONG_USE)
    return fitting[0]


def _choose(terminal: Terminal, fork: Fork, beginning: str, as_json: bool) -> None:
    heads = (fork.shown, *fork.others)
    fitting = [one for one in heads if one.version_id.startswith(beginning)]
    if len(fitting) != 1:
        text = tr("{text} is none of the versions to choose from: {ids}")
        ids = ", ".join(one.version_id for one in heads)
        terminal.fail(text.format(text=beginning, ids=ids), WRONG_USE)
    terminal.app.journal.settle(fork, fitting[0].version_id)
    if as_json:
        terminal.json({"done": True, "fork": _fork_data(fork), "chosen": fitting[0].version_id})
        return
    terminal.say(tr("Chosen. What was not chosen is kept among the older versions."))
    say_entries(terminal, [fitting[0]])


def _say(terminal: Terminal, fork: Fork) -> None:
    """An entry and each way it was left in, with what differs between them."""
    terminal.say(f"{short(fork.record_id)}  {title_of(fork.shown)}", style="bold")
    for side in question_of(fork, terminal.app.journal.device).sides:
        when = made_words(side.written_at, terminal.app.clock.now())
        text = tr("  {version}  {where}, written {when}")
        where = where_words(side)
        terminal.say(text.format(version=short(side.version_id), where=where, when=when))
        for line in _said(side):
            terminal.say(f"    {line}")


def _said(side: Side) -> list[str]:
    """What the entry says on that side."""
    if side.deleted:
        return [tr("Deleted")]
    said = [tr("{what}: {value}").format(what=name, value=value) for name, value in side.differs]
    if side.note:
        said.append(tr("“{text}”").format(text=side.note))
    return [*said, *([side.facts] if side.facts else [])]


def _fork_data(fork: Fork) -> dict[str, Any]:
    """A fork; documented in docs/cli.md."""
    return {
        "id": fork.record_id,
        "shown": entry_data(fork.shown),
        "others": [entry_data(one) for one in fork.others],
    }
