"""Every command that writes to the journal exchanges with the shared folder at its end.

Without a word if all is well; and where it is not, the command has done its work all the same.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from recovery_coach.app import App
from recovery_coach.base.i18n import tr, trn
from recovery_coach.journal import JournalTrouble


def share_at_the_end(app: App, warn: Callable[[str], object]) -> None:
    """Exchange, if anything was written."""
    with contextlib.suppress(JournalTrouble, OSError):
        done = app.share_what_was_written()
        if done is None:
            return
        if done.trouble:
            text = tr("Your other computers do not hear of this one right now. {why}")
            warn(text.format(why=done.trouble))
        if done.forks:
            warn(forks_words(done.forks))


def forks_words(forks: int) -> str:
    """That something is to be chosen, and where."""
    return trn(
        "{n} entry was changed on two computers: `recovery-coach journal forks` lists it.",
        "{n} entries were changed on two computers: `recovery-coach journal forks` lists them.",
        forks,
    )
