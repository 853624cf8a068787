"""What the window says of what was just done, and how the last of it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from recovery_coach import __version__
from recovery_coach.base.i18n import tr
from recovery_coach.coach.overview import Overview
from recovery_coach.journal import Journal, JournalTrouble
from recovery_coach.ui.toast import Toast

Undo = Callable[[], object]

LONGEST_VERSION = 20
"""Letters of another program's version that are shown: any program may send us one."""


class Messages:
    """Speaks through the toast. Ctrl+Z takes back what was offered last, seen or not."""

    def __init__(self, toast: Toast, overview: Overview) -> None:
        self._toast = toast
        self._overview = overview
        self._undo: Undo | None = None

    def say(self, text: str, stays: bool = False) -> None:
        """A problem ``stays`` until it is closed. What can be taken back still can."""
        self._toast.say(text, stays=stays)

    def say_with_way(self, text: str, do: str, way: Callable[[], object]) -> None:
        """Say what somebody has to see to, with a button that leads there; stays until closed."""
        self._toast.say(text, stays=True, way=(do, way))

    def say_with_undo(self, text: str, undo: Undo) -> None:
        """Say what was done, and offer to take it back."""
        self._undo = undo
        self._toast.say(text, undo)

    def say_written(self, text: str, *versions: str | None) -> None:
        """Say what was done; with Undo, if it wrote these versions to the journal."""
        journal = self._overview.journal
        written = [version for version in versions if version is not None]
        if not written or journal is None:
            self.say(text)
            return
        self.say_with_undo(text, lambda: self._take_back(journal, written))

    def say_trouble(self, trouble: JournalTrouble) -> None:
        """The journal failed in something that the page need not be left for."""
        self.say(f"{trouble.title}. {trouble.safe} {trouble.advice}", stays=True)

    def say_unwritten(self, file: Path, error: OSError) -> None:
        """A file could not be written where the person wanted it."""
        from recovery_coach.base.disk import why_not  # a start writes no file

        text = tr("{file} could not be written: {why}. Choose another place for it.")
        self.say(text.format(file=file, why=why_not(error)), stays=True)

    def say_other_version(self, version: str) -> None:
        """What was opened is another program than that of this window, which came forward."""
        text = tr(
            "This window is Recovery Coach {own}, and you opened {other}. To use that one, close"
            " this window and open it again."
        )
        self.say(text.format(own=__version__, other=version[:LONGEST_VERSION]), stays=True)

    def say_without_record(self) -> None:
        """There is no journal to write to."""
        text = tr(
            "Nothing is written down until the journal works again. Routines do; to try the journal"
            " again, close the window and open it."
        )
        self.say(text, stays=True)

    def offer(self, undo: Undo | None) -> None:
        """From now on Ctrl+Z does this; None for nothing."""
        self._undo = undo

    def undo(self) -> None:
        """Take back what was offered last."""
        if self._undo is not None:
            self._toast.hide()
            self._undo()

    def put_away(self) -> None:
        """Make room for what is to be filled in; a problem stays. What can be taken back can."""
        if self._toast.passes:
            self._toast.hide()

    def clear(self) -> None:
        """Nothing is said any more, and nothing is there to be taken back."""
        self._undo = None
        self._toast.hide()

    def _take_back(self, journal: Journal, versions: Sequence[str]) -> None:
        self._undo = None
        try:
            taken = all(journal.undo(version) for version in versions)
        except JournalTrouble as trouble:
            self.say_trouble(trouble)
            return
        self.say(
            tr("Taken back.") if taken else tr("It was changed since, so it was left as it is.")
        )
