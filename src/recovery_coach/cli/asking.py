"""The questions around a session: what to do with an interrupted one, and how it went."""

from __future__ import annotations

from collections.abc import Callable

from recovery_coach.base.i18n import tr, when
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach import unfinished
from recovery_coach.coach.practise import Practice
from recovery_coach.journal import Journal


def take_up(
    terminal: Terminal,
    journal: Journal,
    keys: Keys,
    allows: Callable[[bool], bool] = lambda _: True,
    speed: float = 1.0,
) -> tuple[Practice, int] | None:
    """Deal with interrupted sessions; the one to go on with, and where, if that is wanted.

    Where nobody can answer, what was done in them is kept. ``allows``: whether what stands leaves
    gentle routines (or others) open, to go on with.
    """
    app = terminal.app
    exercises = app.library.exercises
    while (found := unfinished.find_unfinished(journal, exercises)) is not None:
        open_ = found.routine is not None and allows(found.routine.gentle)
        choice = _ask(terminal, keys, found, open_) if keys.there else "k"
        if choice == "g":
            return unfinished.go_on(found, exercises, app.clock, journal, speed)
        if choice == "d":
            unfinished.discard(found, journal, app.clock)
            terminal.say(tr("Discarded."))
        else:
            unfinished.keep(found, journal, app.clock)
            said = tr("An interrupted session was kept with what was done: {name}, {when}.")
            terminal.say(
                said.format(
                    name=tr(found.record.routine_name),
                    when=when(found.record.started_at, app.clock.now()),
                )
            )
    return None


def _ask(terminal: Terminal, keys: Keys, found: unfinished.Unfinished, is_open: bool) -> str:
    terminal.say(
        tr("A session was interrupted: {name}, {when}, at {place}.").format(
            name=tr(found.record.routine_name),
            when=when(found.record.started_at, terminal.app.clock.now()),
            place=found.place,
        )
    )
    choices = ["k", "d"]
    if found.timeline is not None and is_open:
        choices.append("g")
        terminal.say(tr("  G  go on from there"))
    terminal.say(tr("  K  keep what was done"))
    terminal.say(tr("  D  discard it"))
    return keys.choose(*choices)


def ask_after(terminal: Terminal, practice: Practice) -> None:
    """Pain, effort and a note; Enter leaves one out, Ctrl-C or Ctrl-D all that remain."""
    after: int | None = None
    effort: int | None = None
    note = ""
    terminal.say(tr("How was it? Enter leaves a question out."))
    try:
        after = _ask_number(terminal, tr("Pain now, 0-10:"))
        effort = _ask_number(terminal, tr("Effort, 0-10:"))
        note = terminal.ask(tr("Note:"))
    except (EOFError, KeyboardInterrupt):
        terminal.say()
    if after is not None or effort is not None or note:
        practice.save_finish(after, effort, note)


def _ask_number(terminal: Terminal, question: str) -> int | None:
    while True:
        answer = terminal.ask(question)
        if not answer:
            return None
        if answer.isascii() and answer.isdecimal() and int(answer[:3]) <= 10:
            return int(answer)
        terminal.say(tr("A whole number from 0 to 10, or Enter."))
