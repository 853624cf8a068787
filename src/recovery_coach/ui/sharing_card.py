"""Two computers, on the page of the journal: the folder, how it stands, and who can read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from recovery_coach.base.i18n import tr, trn, when
from recovery_coach.journal.sharing import Other, State
from recovery_coach.ui.keeping_parts import Told, line_of
from recovery_coach.ui.parts import button, clear, column, set_text, words
from recovery_coach.ui.settings_page import breakable
from recovery_coach.ui.theme import Look

MARGIN = 24


class SharingCard(QFrame):
    """Shows what it is given; everything else is told by signals."""

    folder_wanted = Signal()
    stopped = Signal()
    wanted = Signal()
    """An exchange, now."""
    forks_wanted = Signal()

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._now = now
        inner = column(self, margin=MARGIN)
        inner.addWidget(words(tr("Two computers"), "heading"))
        self.lead = words("", "muted")
        inner.addWidget(self.lead)
        self._lines = column(spacing=8)
        inner.addLayout(self._lines)
        self.exchange_button = button(tr("Exchange now"), self.wanted.emit)
        self.choose = button("", self.folder_wanted.emit)
        self.stop = button(tr("Stop sharing"), self.stopped.emit)
        self.forks = button(tr("Choose which to keep"), self.forks_wanted.emit, "outline")
        self._forks_line = line_of(self.forks)
        inner.addWidget(self._forks_line)
        inner.addWidget(line_of(self.exchange_button, self.choose, self.stop))
        text = tr(
            "The files there are not encrypted: whoever runs what carries the folder, and whoever"
            " can open it, can read them."
        )
        inner.addWidget(words(text, "small"))

    @property
    def texts(self) -> list[str]:
        """How it stands, line by line."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        told = (item.widget() for item in items if item is not None)
        return [line.text for line in told if isinstance(line, Told)]

    def show_all(
        self, folder: Path | None, state: State | None, forks: int, trouble: str, busy: bool
    ) -> None:
        """Show the folder, if there is one, and how it went last.

        ``trouble`` where that could not even be looked at; ``busy``: an exchange is under way.
        """
        self._show_folder(folder)
        self._forks_line.setVisible(forks > 0)
        self.exchange_button.setEnabled(not busy)
        self.exchange_button.setText(tr("Exchanging…") if busy else tr("Exchange now"))
        clear(self._lines)
        if state is not None:
            self._tell(state, forks)
        else:
            self._line("triangle-alert", trouble)

    def _show_folder(self, folder: Path | None) -> None:
        text = tr(
            "Choose a folder that Syncthing, Nextcloud or the like carries to your other computer,"
            " and the same one there. Each puts one file into it and takes in the other’s: entries"
            " are united, and nothing is overwritten."
        )
        set_text(self.lead, breakable(str(folder)) if folder is not None else text)
        self.choose.setText(tr("Share a folder…") if folder is None else tr("Change…"))
        self.choose.setAccessibleName(
            tr("Choose the shared folder") if folder is None else tr("Change the shared folder")
        )
        for one in (self.exchange_button, self.stop):
            one.setVisible(folder is not None)

    def _tell(self, state: State, forks: int) -> None:
        if state.trouble:
            self._line("triangle-alert", state.trouble)
        if state.at is not None:
            self._line("clock", tr("Last exchanged: {when}.").format(when=self._when(state.at)))
        for other in state.others:
            self._tell_other(other)
        if not state.others and not state.trouble:
            text = tr("There is no file of another computer yet. Choose the same folder there.")
            self._line("info", text)
        for waiting in state.waiting:
            text = tr("{file}: {why}").format(file=_name(waiting.path), why=waiting.why)
            self._line("triangle-alert", text)
        text = trn(
            "{n} entry was changed on two computers: choose which way is right.",
            "{n} entries were changed on two computers: choose which way is right.",
            forks,
        )
        self._line("triangle-alert", text if forks else "")

    def _tell_other(self, other: Other) -> None:
        made = self._when(other.made) if other.made is not None else tr("an unknown day")
        if other.same:
            text = tr("Another computer, from {when}: the counts match, both hold the same.")
        else:
            text = tr(
                "Another computer, from {when}: taken in. It has not heard of everything here yet."
            )
        self._line("check" if other.same else "clock", text.format(when=made))

    def _line(self, sign: str, text: str) -> None:
        if text:
            line = Told(self._look)
            self._lines.addWidget(line)  # first: shown without a parent it would be a window
            line.tell(sign, text)

    def _when(self, moment: datetime) -> str:
        now = self._now()
        return when(moment.astimezone(now.tzinfo), now)


def _name(path: Path) -> str:
    """A file's name: of the id in it the beginning will do. It may go on in the next line."""
    short = re.sub(r"([0-9a-f]{6})[0-9a-f]{26}", r"\1…", path.name)
    return re.sub(r"([.-])", "\\1\u200b", short)
