"""What stands before a routine in the terminal: the same gate as in the window.

Where nothing may be begun its screen is printed, and the command leaves with a code of its own.
"""

from __future__ import annotations

import typer

from recovery_coach.base.i18n import tr
from recovery_coach.cli.check_questions import ask_groups
from recovery_coach.cli.level import say_level
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach.advice import why_gentle
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import JournalTrouble
from recovery_coach.library.models import Routine
from recovery_coach.redflags.model import Answers

NOT_NOW = 3
"""The exit code of what may not be begun by what stands."""


def overview_of(terminal: Terminal) -> Overview:
    """The journal as it stands; without one, where it cannot be read. Looking makes no journal."""
    app = terminal.app
    if terminal.overview is not None:
        return terminal.overview
    journal = None
    if app.paths.journal.exists():
        try:
            journal = app.journal
        except JournalTrouble as trouble:
            text = tr(
                "What stands in the journal, and what you set to be left out,"
                " cannot be read. {why}."
            )
            terminal.warn(text.format(why=trouble.title))
    found = Overview(app.library, journal, app.clock, app.options_for, app.numbers)
    if journal is not None:
        terminal.overview = found
    return found


def pass_gate(terminal: Terminal, routine: Routine) -> None:
    """Return if ``routine`` may be begun, after its questions; else leave with ``NOT_NOW``."""
    overview = overview_of(terminal)
    standing = overview.standing()
    if standing.may_begin(routine.gentle) == "ask" and terminal.interactive:
        standing = _ask(terminal, overview, standing)
    if not standing.alarmed and standing.allows(routine.gentle):
        return
    say_standing(terminal, overview, standing)
    if not standing.alarmed:
        terminal.say(why_gentle(standing))
    raise typer.Exit(NOT_NOW)


def nothing_may_begin(terminal: Terminal) -> bool:
    """Whether nothing at all may be begun; its screen is printed then."""
    overview = overview_of(terminal)
    standing = overview.standing()
    if standing.alarmed:
        say_standing(terminal, overview, standing)
    return standing.alarmed


def say_standing(terminal: Terminal, overview: Overview, standing: Standing) -> None:
    """What stands, as lines; nothing on an ordinary day."""
    if standing.speaks:
        say_level(terminal, overview.screen(standing))


def _ask(terminal: Terminal, overview: Overview, standing: Standing) -> Standing:
    from recovery_coach.coach.checks import answer, judge, read_past

    journal = overview.journal
    if journal is None:  # nothing was read, so nothing is asked
        return standing
    past = read_past(journal, overview.now)

    def is_emergency(given: Answers) -> bool:
        return judge(past, given, overview.now).verdict.level == "emergency"

    given = ask_groups(terminal, standing.groups, standing.prefill, is_emergency)
    if given:
        answer(journal, given, overview.now)
    return overview.standing()
