"""Your journal as something you own: where it is, its backups, how it moves, how it goes.

The privacy page and the page of backups are one: whoever asks where their years of entries are
asks both. What is written here is checked by tests against what the program does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from recovery_coach.base.i18n import tr
from recovery_coach.coach.keeping_words import counts_words, kinds_words
from recovery_coach.ui.backups_card import BackupsCard
from recovery_coach.ui.keeping_parts import in_a_row, line_of
from recovery_coach.ui.parts import LivePage, button, card, clear, column, listed, set_text, words
from recovery_coach.ui.theme import Look

if TYPE_CHECKING:
    from recovery_coach.journal.backups import Backup
    from recovery_coach.journal.counting import Counts

MARGIN = 24


@dataclass(frozen=True, slots=True)
class Kept:
    """What the page shows. ``counts`` is None where the journal cannot be used."""

    journal: Path
    counts: Counts | None
    backups: Sequence[Backup]
    second: Path | None
    second_trouble: str
    shared: Path | None
    """The folder that is shared with another computer."""
    now: datetime


class KeepingPage(LivePage):
    """Shows what ``read`` says; what is to be done is told by signals, those of ``backups`` too."""

    left = Signal()
    folder_opened = Signal(Path)
    path_copied = Signal(str)
    exported = Signal()
    sheets_wanted = Signal()
    """Files for a spreadsheet."""
    bring_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, look: Look, read: Callable[[], Kept]) -> None:
        super().__init__(tr("Your journal"), widest=860)
        self._read = read
        self._told: list[str] = []
        self.backups = BackupsCard(look)
        back = button(tr("Back"), self.left.emit)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(words(tr("Your journal"), "title"))
        self.body.addWidget(self._where_card())
        self.body.addWidget(self.backups)
        self.body.addWidget(self._move_card())
        self._added = column(spacing=16)
        self.body.addLayout(self._added)
        self.body.addWidget(self._erase_card())
        self.body.addStretch(1)
        self.refresh()

    def add_card(self, card: QWidget) -> None:
        """One more card, below moving and above erasing."""
        self._added.addWidget(card)

    def _where_card(self) -> QFrame:
        frame, inner = card(margin=MARGIN)
        inner.addWidget(words(tr("What is in it, and who can read it"), "heading"))
        self.total = words("", "lead")
        self.kinds = words("", "muted")
        inner.addWidget(self.total)
        inner.addWidget(self.kinds)
        self._facts = column(spacing=4)
        inner.addLayout(self._facts)
        inner.addSpacing(4)
        inner.addWidget(words(tr("The file"), "kicker"))
        self.path = words("")
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner.addWidget(self.path)
        opener = button(
            tr("Open the folder"), lambda: self.folder_opened.emit(Path(self.path.text()).parent)
        )
        copy = button(tr("Copy the path"), lambda: self.path_copied.emit(self.path.text()))
        inner.addWidget(line_of(opener, copy))
        return frame

    def _move_card(self) -> QFrame:
        frame, inner = card(margin=MARGIN)
        inner.addWidget(words(tr("Move to another computer"), "heading"))
        text = tr(
            "Export everything here, and import that file there. Where both hold entries, they are"
            " united, and nothing is lost."
        )
        inner.addWidget(words(text, "muted"))
        export = button(
            tr("Export everything…"),
            self.exported.emit,
            hint=tr("One file that holds all of your journal. Anyone who has it can read it."),
        )
        bring = button(
            tr("Import or merge…"),
            self.bring_wanted.emit,
            hint=tr("An export, a backup, or another journal. You see first what would change."),
        )
        sheets = button(
            tr("For a spreadsheet…"),
            self.sheets_wanted.emit,
            hint=tr("Tables to look at and to count in. They cannot be imported again."),
        )
        inner.addWidget(line_of(export, bring, sheets))
        self.mark = words("", "small")
        inner.addWidget(self.mark)
        return frame

    def _erase_card(self) -> QFrame:
        frame, inner = card(margin=MARGIN)
        inner.addWidget(words(tr("Erase everything"), "heading"))
        text = tr("Takes the journal, its backups and your settings off this computer.")
        inner.addWidget(words(text, "muted"))
        inner.addWidget(line_of(button(tr("Erase everything…"), self.erase_wanted.emit)))
        return frame

    # -- what holds ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what holds now."""
        kept = self._read()
        if kept.counts is None:
            self.total.setText(tr("The journal cannot be used right now."))
            set_text(self.kinds, "")
            set_text(self.mark, "")
        else:
            self.total.setText(counts_words(kept.counts))
            set_text(self.kinds, in_a_row(kinds_words(kept.counts.records)))
            text = tr("Computers that show the same mark hold the same entries: {mark}")
            set_text(self.mark, text.format(mark=_in_fours(kept.counts.mark)))
        self._show_facts(kept)
        set_text(self.path, str(kept.journal))
        self.backups.show_backups(kept.backups, kept.now)
        self.backups.show_second(kept.second, kept.second_trouble)

    def _show_facts(self, kept: Kept) -> None:
        facts = _facts(kept)
        if facts == self._told:
            return
        self._told = facts
        clear(self._facts)
        for text in facts:
            line = QWidget()
            line.setLayout(listed(text))
            self._facts.addWidget(line)


def _facts(kept: Kept) -> list[str]:
    """Who can read it and what else is kept, a line each."""
    facts = [
        tr("Only you can read it: its files are closed to other users of this computer."),
        tr("It never leaves this computer by itself: no account, no network, no statistics."),
        tr("Whoever gets hold of the disk can read it, unless your system encrypts the disk."),
        tr("Also kept: your settings, your routines, backups, and a log of errors without a word"
           " of yours."),
    ]  # fmt: skip
    if kept.second is not None:
        text = tr("Copies of backups go to {folder}: whoever can open that can read them.")
        facts.append(text.format(folder=kept.second))
    if kept.shared is not None:
        text = tr("What is shared goes to {folder}: whoever can open that can read it.")
        facts.append(text.format(folder=kept.shared))
    return facts


def _in_fours(mark: str) -> str:
    """As it is read out over the telephone, in one line."""
    parts = [mark[at : at + 4] for at in range(0, len(mark), 4)]
    return "\N{NO-BREAK SPACE}".join(parts)
