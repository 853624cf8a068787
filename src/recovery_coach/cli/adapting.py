"""A routine as it would be done now, for every command that shows or plays one."""

from __future__ import annotations

from typing import Any

from recovery_coach.base.i18n import tr
from recovery_coach.cli.gate import overview_of
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach.adapted import Adapted, Change, Codes
from recovery_coach.coach.leaving_out import adapt, nothing_left_words, what_words, why_words
from recovery_coach.library.models import Routine
from recovery_coach.timeline.model import Options


def adapted(terminal: Terminal, routine: Routine, options: Options) -> Adapted:
    """``routine`` without what the person set to be left out."""
    overview = overview_of(terminal)
    codes = overview.codes()
    if not codes:
        return Adapted(routine)
    exercises = terminal.app.library.exercises
    return adapt(routine, exercises, codes, overview.only_gentle, options)


def codes_of(terminal: Terminal) -> Codes:
    """The caution codes that are on. Looking must not make a journal."""
    return overview_of(terminal).codes()


def say_changes(terminal: Terminal, found: Adapted) -> None:
    """What was changed, and why, a line each."""
    if not found.changes:
        return
    terminal.say(tr("Changed for you:"))
    for change in found.changes:
        terminal.say(f"  {line_of(change)}")
    if found.nothing_left:
        terminal.say(nothing_left_words())
    terminal.say()


def line_of(change: Change) -> str:
    """One change with its reason."""
    what = what_words(change).rstrip(".")
    return tr("{what}, {why}.").format(what=what, why=why_words(change))


def changes_data(found: Adapted) -> list[dict[str, Any]]:
    """The changes as plain JSON; documented in docs/cli.md."""
    return [
        {
            "step": change.step,
            "name": change.name,
            "instead": change.instead or None,
            "easier": change.easier,
            "codes": dict(change.codes),
        }
        for change in found.changes
    ]
