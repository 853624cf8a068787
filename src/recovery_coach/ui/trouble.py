"""When the journal cannot be used: what is wrong, what is safe, what to do. Never a crash.

A damaged file has one way out more: the newest backup that can be read, with what it lacks said
in days; or where there is none, a new journal, the damaged one kept as it is.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.journal import JournalTrouble
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.parts import (
    ButtonKind,
    ScrollPage,
    announce,
    button,
    card,
    clear,
    set_text,
    words,
)

if TYPE_CHECKING:
    from recovery_coach.journal.backups import Looked


class TroublePage(ScrollPage):
    """Offers to try again, to go on without a record, or to open the folder.

    ``restored`` carries the backup that is to take the journal's place; ``begun_anew``: a new
    journal is to take it.
    """

    again = Signal()
    without = Signal()
    folder = Signal()
    restored = Signal(Path)
    begun_anew = Signal()

    def __init__(self, trouble: JournalTrouble) -> None:
        super().__init__(tr("Journal trouble"), widest=860)
        self.busy = False
        self._newest = words("", "muted")
        self._newest_heading = words(tr("Your newest sound backup"), "heading")
        self._what_to_do = words(trouble.advice, "muted")
        self.body.addStretch(1)
        self.body.addWidget(words(trouble.title, "title"))
        frame, inner = card()
        for heading, text in (
            (words(tr("What is safe"), "heading"), words(trouble.safe, "muted")),
            (self._newest_heading, self._newest),
            (words(tr("What to do"), "heading"), self._what_to_do),
            (words(tr("Where"), "heading"), words(str(trouble.path), "muted")),
        ):
            inner.addWidget(heading)
            inner.addWidget(text)
            inner.addSpacing(4)
        self._say_of_backup("")
        self.body.addWidget(frame)
        self._line = Flow(spacing=12)
        self._others = self._buttons("plain" if trouble.reason == "damaged" else "primary")
        self._line.show_items(self._others)
        self.body.addWidget(self._line)
        self.body.addStretch(1)

    def _buttons(self, kind: ButtonKind) -> list[QWidget]:
        self.retry = button(tr("Try again"), self.again.emit, kind)
        without = button(
            tr("Practise without a record"),
            self.without.emit,
            hint=tr("Routines work; nothing is written down until this is mended."),
        )
        return [self.retry, without, button(tr("Open the folder"), self.folder.emit)]

    # -- a backup ----------------------------------------------------------------------------

    def show_looking(self) -> None:
        """It is being looked for."""
        self._say_of_backup(tr("Looking for one that can be read…"))

    def show_backup(self, looked: Looked | None, now: datetime) -> None:
        """Offer the newest sound one; or say that there is none, and offer to begin anew."""
        if looked is None:
            self._say_of_backup(tr("There is none that can be read."))
            text = tr("Begin a new journal")
            hint = tr("The damaged file is set aside, untouched, under another name.")
            self._offer(button(text, self.begun_anew.emit, "primary", hint))
            return
        from recovery_coach.coach.keeping_words import backup_words

        self._say_of_backup(backup_words(looked, now))
        text = tr("Restore it. The damaged file is set aside, untouched, under another name.")
        self._what_to_do.setText(text)
        path = looked.backup.path
        self._offer(button(tr("Restore it"), lambda: self.restored.emit(path), "primary"))

    def _offer(self, way_out: QWidget) -> None:
        self._line.show_items([way_out, *self._others])
        announce(self, self._newest.text())

    def _say_of_backup(self, text: str) -> None:
        set_text(self._newest, text)
        self._newest_heading.setVisible(bool(text))

    def show_busy(self, text: str, busy: bool = False) -> None:
        """Something is under way; ``busy``: it cannot be left."""
        self.busy = busy
        clear(self.body)
        self.body.addWidget(words(text, "lead"))
        self.body.addStretch(1)
        announce(self, text)
