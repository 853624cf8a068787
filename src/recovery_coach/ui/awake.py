"""The screen stays awake while a session runs, and may go dark in a pause and after the end."""

from __future__ import annotations

from collections.abc import Sequence

from recovery_coach.base.i18n import tr
from recovery_coach.coach.practise import Practice
from recovery_coach.session.events import Event, StateChanged
from recovery_coach.session.states import State
from recovery_coach.ui.around import Screen

AWAKE = frozenset({State.RUNNING, State.RESUMING, State.WAITING})
"""The states in which somebody on a mat looks at the screen and touches nothing."""


def keep_awake(practice: Practice, screen: Screen) -> None:
    """Keep ``screen`` on whenever ``practice`` runs."""

    def follow(events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, StateChanged):
                screen.keep_on(event.new in AWAKE)

    practice.follow(follow)


def dark_words() -> str:
    """What to expect where nothing keeps the screen on."""
    return tr("Your screen may go dark: this computer does not let the app keep it on.")
