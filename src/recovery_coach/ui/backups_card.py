"""The backups: the newest and whether it is sound, one more on demand, the way back to each.

Below them the second folder, where a copy of each goes if the person has chosen one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import capital, tr, trn
from recovery_coach.coach.keeping_words import entries_words, made_words, size_words, why_words
from recovery_coach.ui.keeping_parts import Told, line_of
from recovery_coach.ui.parts import button, clear, column, set_text, words
from recovery_coach.ui.setting_rows import rule
from recovery_coach.ui.side_by_side import SideBySide
from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from recovery_coach.journal.backups import Backup, Looked

FEW = 4
"""So many backups are listed; the others on demand."""


class BackupsCard(QFrame):
    """Shows what it is given; everything else is told by signals."""

    made = Signal()
    """One more is wanted, now."""
    look_wanted = Signal()
    """There is another newest one: nobody knows yet whether it is sound."""
    restored = Signal(Path)
    file_wanted = Signal()
    folder_wanted = Signal()
    """Another second folder is to be chosen."""
    stopped = Signal()
    """No second folder any more."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._all = False
        self._backups: Sequence[Backup] = ()
        self._now: datetime | None = None
        self.newest = Told(look)
        self.now_button = button(tr("Back up now"), self.made.emit)
        self._rows = column(spacing=8)
        self.more = button("", self._show_all, "chip")
        inner = column(self, margin=24)
        inner.addWidget(words(tr("Backups"), "heading"))
        inner.addWidget(self.newest)
        other = button(tr("Restore from a file…"), self.file_wanted.emit)
        inner.addWidget(line_of(self.now_button, other))
        inner.addLayout(self._rows)
        self._more_line = line_of(self.more)
        inner.addWidget(self._more_line)
        text = tr("One a day is kept for 7 days, one a week for 4 weeks, one a month for a year.")
        inner.addWidget(words(text, "small"))
        inner.addWidget(rule())
        self._add_second()

    def _add_second(self) -> None:
        """What goes to a second folder."""
        inner = self.layout()
        assert inner is not None
        inner.addWidget(words(tr("A copy in a second folder"), "heading"))
        self.second = words("", "muted")
        inner.addWidget(self.second)
        self.trouble = Told(self._look)
        inner.addWidget(self.trouble)
        self.choose = button("", self.folder_wanted.emit)
        self.stop = button(tr("No second folder"), self.stopped.emit)
        inner.addWidget(line_of(self.choose, self.stop))

    # -- what there is -----------------------------------------------------------------------

    def show_backups(self, backups: Sequence[Backup], now: datetime) -> None:
        """List them, the newest first."""
        if list(backups) == list(self._backups) and self._now is not None:
            self._now = now
            return
        self._backups, self._now = tuple(backups), now
        self._list()
        if not backups:
            self.newest.tell("info", tr("There is none yet. One is made every day you write."))
        else:
            text = tr("{when} · being checked…")
            self.newest.tell("clock", text.format(when=self._when(backups[0])))
            self.look_wanted.emit()

    def show_looked(self, looked: Looked) -> None:
        """What a look at the newest has found."""
        if not self._backups or looked.backup != self._backups[0]:
            return
        when = self._when(looked.backup)
        if looked.sound and looked.counts is not None:
            total = entries_words(sum(looked.counts.records.values()))
            text = tr("{when} · sound · {entries}").format(when=when, entries=total)
            self.newest.tell("check", text)
        else:
            text = tr("{when} · not sound: it cannot be restored. Make a new one now.")
            self.newest.tell("triangle-alert", text.format(when=when))

    def show_making(self, making: bool) -> None:
        """One is being made."""
        self.now_button.setEnabled(not making)
        self.now_button.setText(tr("Backing up…") if making else tr("Back up now"))

    def show_second(self, folder: Path | None, trouble: str) -> None:
        """Where copies go, and why they do not get there."""
        text = tr("A stick or another disk, for the day this one fails.")
        set_text(self.second, str(folder) if folder is not None else text)
        self.choose.setText(tr("Choose a folder…") if folder is None else tr("Change…"))
        self.choose.setAccessibleName(
            tr("Choose a second folder") if folder is None else tr("Change the second folder")
        )
        self.stop.setVisible(folder is not None)
        text = tr("Copies do not get there: {why}.").format(why=trouble)
        self.trouble.tell("triangle-alert", text if trouble and folder is not None else "")

    # -- the list ----------------------------------------------------------------------------

    def _list(self) -> None:
        clear(self._rows)
        shown = self._backups if self._all else self._backups[:FEW]
        for backup in shown:
            self._rows.addWidget(rule())
            self._rows.addWidget(self._row(backup))
        left = len(self._backups) - len(shown)
        self.more.setText(trn("Show {n} more", "Show {n} more", left))
        self._more_line.setVisible(left > 0)

    def _row(self, backup: Backup) -> QWidget:
        stacked = QWidget()
        texts = column(stacked, spacing=2)
        when = self._when(backup)
        texts.addWidget(words(when))
        why = tr("{why} · {size}").format(why=why_words(backup.why), size=size_words(backup.size))
        texts.addWidget(words(why, "small"))
        opener = button(tr("Restore…"), partial(self.restored.emit, backup.path), "filter")
        opener.setAccessibleName(tr("Restore the backup: {when}, {why}").format(when=when, why=why))
        return SideBySide(stacked, opener, self._look)

    def _when(self, backup: Backup) -> str:
        assert self._now is not None
        return capital(made_words(backup.made_at, self._now))

    def _show_all(self) -> None:
        self._all = True
        self._list()
        first = self._rows.itemAt(2 * FEW + 1)
        if first is not None and (line := first.widget()) is not None:
            line.setFocus()
