"""The screen of a level, as lines: the same words as in the window, in the same order."""

from __future__ import annotations

from recovery_coach.base.i18n import tr
from recovery_coach.cli.terminal import Terminal
from recovery_coach.redflags.screen import Screen


def say_level(terminal: Terminal, screen: Screen) -> None:
    """What to do first, why, what to watch for, and last whom to turn to."""
    terminal.say(screen.do, style="bold")
    for text in (*screen.why, *screen.said):
        terminal.say(text)
    if screen.watch:
        terminal.say(tr("Get help at once for"))
        for sign in screen.watch:
            terminal.say(f"  - {sign}")
    if screen.again:
        terminal.say(screen.again)
    terminal.say(tr("What you entered stays on this computer."))
    terminal.say(screen.whom, style="bold")


def say_help(terminal: Terminal) -> None:
    """Whom to call if it cannot wait for the questions."""
    number = terminal.app.numbers().emergency
    terminal.say(tr("If you need help now: call {number}").format(number=number))
