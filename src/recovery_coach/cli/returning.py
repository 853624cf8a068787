"""Back at the terminal after nobody was watching: three ways to go on, in one line."""

from __future__ import annotations

from recovery_coach.base.i18n import tr, within
from recovery_coach.cli.keys import Keys
from recovery_coach.cli.terminal import Terminal
from recovery_coach.coach.practise import Practice
from recovery_coach.coach.returning import again_words, still_words, where_words


def ask(practice: Practice, keys: Keys, terminal: Terminal, seconds: float) -> None:
    """Say what was going on ``seconds`` ago, and do what the person chooses."""
    terminal.say(f"{tr('Welcome back')}. {where_words(practice)} {still_words(seconds)}")
    choices = tr("Enter {again} · → skip it · Q finish here · Esc stay in the pause")
    terminal.say(choices.format(again=within(again_words(practice))))
    key = keys.choose("enter", "space", "right", "page_down", "q", "escape")
    if key in ("enter", "space"):
        practice.begin_again()
    elif key in ("right", "page_down"):
        practice.leave_out()
    elif key == "q":
        practice.stop("asked")
