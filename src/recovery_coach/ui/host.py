"""What the window offers to those who carry something out in it, and nothing else of it.

Beginning, sessions, entries and routines are plain objects. They know the window only as a
:class:`Host`, and never each other: what one of them wants of another goes through it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from recovery_coach.journal import JournalTrouble

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from recovery_coach.app import App
    from recovery_coach.coach.overview import Overview
    from recovery_coach.journal import Journal
    from recovery_coach.library.models import Routine
    from recovery_coach.ui.around import Around
    from recovery_coach.ui.keeper import SettingsKeeper
    from recovery_coach.ui.later import EntryPage, StagePage, TroublePage, Unfinished
    from recovery_coach.ui.messages import Messages
    from recovery_coach.ui.overlays import Overlays
    from recovery_coach.ui.stills import Stills
    from recovery_coach.ui.theme import Look


class Host(Protocol):
    """The window, as they see it."""

    app: App
    look: Look
    overview: Overview
    messages: Messages
    overlays: Overlays
    stills: Stills
    keeper: SettingsKeeper
    around: Around
    """What the desktop does for a session."""
    stage: StagePage | None
    """The session that has the window to itself: from its start until it is left."""
    entry: EntryPage | None
    """The entry that was opened last. What is typed there is kept when its page goes."""

    @property
    def journal(self) -> Journal | None:
        """None where nothing can be written down."""

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""

    def window(self) -> QWidget:
        """The window itself, for what lies over it."""

    @property
    def settings_changed(self) -> SignalInstance:
        """Emitted after a change of the settings."""

    def show_page(self, page: QWidget, alone: bool = False) -> None:
        """Show ``page``; ``alone`` without the sidebar. The page before it goes, unless kept."""

    def keep_page(self, page: QWidget) -> None:
        """``page`` is kept when another one is shown."""

    def remove_page(self, page: QWidget) -> None:
        """``page`` is needed no more."""

    def show_today(self) -> None:
        """Today, as it is now."""

    def go(self, name: str) -> None:
        """To one of the pages that are always there."""

    def go_back(self) -> None:
        """From a page that was opened to the place it was opened from."""

    def refresh(self) -> None:
        """Show what is true now, if what is shown is a page that can change by itself."""

    def show_trouble(self, trouble: JournalTrouble) -> None:
        """The journal cannot be used: what is wrong, and what can be done without it."""

    def rescue(self, page: TroublePage) -> None:
        """Offer the newest sound backup on the page of a damaged journal."""

    def let_go(self) -> None:
        """Close the journal: its file is to be replaced, until :meth:`begin_again`."""

    def begin_again(self) -> None:
        """Open the journal from the start: the file in its place may be another one by now."""

    def begin_anew(self) -> None:
        """As on the first evening: nothing that was chosen, shown or typed is left."""

    def open_report(self, back: Callable[[], None]) -> None:
        """The page of a report for a clinician; ``back`` leads to where it was opened from."""

    def open_keeping(self) -> None:
        """The page of the journal as a file: where it is, its backups, moving it."""

    def sharing_card(self) -> QWidget:
        """Two computers, on the page of the journal."""

    def look_after(self) -> None:
        """Check the journal and back it up, once a day, when nobody waits."""

    def start(self, routine: Routine) -> None:
        """Practise a routine, now."""

    def resume(self, unfinished: Unfinished) -> None:
        """Offer to go on with a session that was interrupted."""

    def gate(
        self,
        routine: Routine,
        begin: Callable[[], object],
        leave: Callable[[], object] | None = None,
    ) -> None:
        """Begin a routine if what stands allows it, after its questions if some are due.

        Else ``leave`` it, to Today by default, and say what is open.
        """

    def show_level(self) -> None:
        """The screen of the level that stands, alone; a session that is under way ends."""

    def check_due(self) -> None:
        """The questions that are still to be answered; all of them, where none is."""

    def check_full(
        self, then: Callable[[], object] | None = None, leave: Callable[[], object] | None = None
    ) -> None:
        """The full check: something is new or worrying. Both ways lead to Today by default."""

    def ask_seen(self) -> None:
        """A professional has looked at what stands: when, and what they said."""

    def open_forks(self) -> None:
        """What was changed on two computers, to be chosen between."""

    def end_session(self) -> None:
        """What is under way ends, and is kept."""

    def check_in(self, day: date | None = None, flare: bool = False) -> None:
        """The check-in's page; for a ``day`` that is past, or short, on a bad one."""

    def ask_mark(self, compares: bool = False) -> None:
        """A day is marked, to be seen beside the numbers, or to be compared from it on."""

    def open_routine(self, identifier: str) -> None:
        """The page of a routine of the library."""

    def open_exercise(self, identifier: str, back: Callable[[], None]) -> None:
        """The page of an exercise of the library; ``back`` leads to where it was opened from."""

    def open_background(self, back: Callable[[], None]) -> None:
        """What is known of the person's health; ``back`` leads to where it was opened from."""

    def open_files(self, files: list[Path]) -> None:
        """Come forward, with the routine in the first file or what is wrong with it."""

    def open_folder(self, path: Path) -> None:
        """Let the computer open a folder or a file."""

    def leave_full_screen(self) -> bool:
        """Back to a window; False if it is one."""

    def ask_to_end(self, closing: bool = False) -> bool:
        """Ask whether the session under way should end; False if there is none."""

    def step_back(self) -> bool:
        """To the place a page was opened from, from there to Today; False where that is not due."""

    def close(self) -> bool:
        """Close the window; a session that runs asks first."""


class Troubled(Protocol):
    """Whoever can show that the journal failed."""

    @property
    def show_trouble(self) -> Callable[[JournalTrouble], None]:
        """What is wrong, what is safe, and what can be done."""


P = ParamSpec("P")
T = TypeVar("T", bound=Troubled)


def or_trouble(action: Callable[Concatenate[T, P], None]) -> Callable[Concatenate[T, P], None]:
    """Where the journal fails in ``action``, the window shows what is wrong and what is safe."""

    @wraps(action)
    def guarded(actor: T, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(actor, *args, **kwargs)
        except JournalTrouble as trouble:
            actor.show_trouble(trouble)

    return guarded
