"""What happens where no window can open: the same guided routine, in the terminal."""

from __future__ import annotations

import sys

from recovery_coach.base.i18n import minutes, tr
from recovery_coach.cli.gate import NOT_NOW, nothing_may_begin
from recovery_coach.cli.main import run
from recovery_coach.cli.start import BASEDIR, Start
from recovery_coach.cli.terminal import Terminal
from recovery_coach.timeline.compiler import compile as compile_timeline

FIRST_CHOICE = "express_3"
"""The routine of three minutes."""


def guide(start: Start, why: str) -> int:
    """Say why there is no window; play a routine here, or print one where nobody sits."""
    terminal = Terminal(start.basedir)
    try:
        terminal.warn(
            tr("No window can open here: {why}. The terminal guides you as well.").format(
                why=tr(why)
            )
        )
        if nothing_may_begin(terminal):
            return NOT_NOW
        play = terminal.interactive
        name: str | None = str(start.files[0]) if start.files else FIRST_CHOICE
        if play and not start.files:
            name = _choose(terminal)
    finally:
        terminal.close()
    if name is None:
        return 0
    basedir = [] if start.basedir is None else [BASEDIR, str(start.basedir)]
    return run([*basedir, "play" if play else "show", "--", name])


def _choose(terminal: Terminal) -> str | None:
    """A menu by numbers; None for q, or at the end of the input."""
    library = terminal.app.library
    found = list(library.routines.values())
    for number, routine in enumerate(found, start=1):
        timeline = compile_timeline(
            routine, library.exercises, terminal.app.options_for(routine.id)
        )
        terminal.say(f"{number:>3}  {tr(routine.name)}  ({minutes(timeline.total)})")
    while True:
        terminal.say(tr("Which one? Its number, or q to leave."))
        line = sys.stdin.readline()
        answer = line.strip().lower()
        if not line or answer in ("q", "quit"):
            return None
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer[:6]) <= len(found):
            return found[int(answer) - 1].id
