"""Erasing everything: what goes, what no program can reach, and a word to be typed before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from recovery_coach.base.i18n import tr, trn
from recovery_coach.ui.keeping_parts import add_part, line_of
from recovery_coach.ui.own_keys import OwnKeys, takes_line
from recovery_coach.ui.parts import ScrollPage, announce, button, card, clear, words
from recovery_coach.ui.theme import Look

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, and nobody knows by name."""
FEW = 3
"""Of more files than these in one folder, only the number is told."""
WIDE = 14
"""Of the field, in body sizes."""


class WordField(OwnKeys, QLineEdit):
    """Where the word is typed; ``matched`` tells at each letter whether it is the one."""

    matched = Signal(bool)

    def __init__(self, word: str, look: Look) -> None:
        super().__init__()
        self._word = word
        self._look = look
        self.setAccessibleName(tr("Type {word} to confirm").format(word=word))
        self.textChanged.connect(lambda _: self.matched.emit(self.matches))
        look.changed.connect(self.updateGeometry)

    @property
    def matches(self) -> bool:
        """Whether the word stands in it, in small letters or large ones."""
        return self.text().strip().casefold() == self._word.casefold()

    def takes(self, event: QKeyEvent) -> bool | None:
        """What is typed is its own."""
        return takes_line(event, self.isUndoAvailable())

    def sizeHint(self) -> QSize:
        """Room for a word."""
        return QSize(self._look.size(WIDE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As wide as it is meant to be."""
        return self.sizeHint()


class ErasingPage(ScrollPage):
    """``wanted``: the word was typed and the button pressed. ``left``: everything stays."""

    wanted = Signal()
    left = Signal()

    def __init__(
        self,
        look: Look,
        counts: str,
        files: Sequence[Path],
        beyond: Sequence[str],
        library: Path,
    ) -> None:
        """``files`` go; ``beyond`` is out of reach; their own routines in ``library`` stay."""
        super().__init__(tr("Erase everything"), widest=860)
        self._look = look
        self.busy = False
        self.body.addWidget(words(tr("Erase everything?"), "title"))
        self.body.addWidget(words(counts, "muted"))
        frame, inner = card(margin=24)
        inner.setSpacing(20)
        add_part(inner, tr("What goes, for good"), lines=_files_words(files))
        if library.exists():
            add_part(
                inner,
                tr("What stays"),
                lines=[tr("Routines of your own: {folder}").format(folder=library)],
            )
        add_part(inner, tr("What this cannot reach"), lines=beyond)
        self.body.addWidget(frame)
        self._add_word(tr("erase"))
        self.body.addStretch(1)

    def _add_word(self, word: str) -> None:
        text = tr("To erase it, type the word “{word}” here.").format(word=word)
        label = words(text)
        self.body.addWidget(label)
        self.field = WordField(word, self._look)
        label.setBuddy(self.field)
        self.body.addWidget(line_of(self.field))
        self.erase = button(tr("Erase everything"), self._on_erase, "hurts")
        self.erase.setEnabled(False)
        self.field.matched.connect(self.erase.setEnabled)
        keep = button(tr("Keep my journal"), self.left.emit, "primary")
        self.body.addWidget(line_of(keep, self.erase))

    def escape(self) -> None:
        """What the Escape key does: nothing while it is being erased."""
        if not self.busy:
            self.left.emit()

    def show_busy(self, text: str, busy: bool = False) -> None:
        """Something is under way; ``busy``: it cannot be left."""
        self.busy = busy
        clear(self.body)
        self.body.addWidget(words(text, "lead"))
        self.body.addStretch(1)
        announce(self, text)

    def _on_erase(self) -> None:
        if self.field.matches:
            self.wanted.emit()


def _files_words(files: Sequence[Path]) -> list[str]:
    """Each file with its path; of many in one folder, how many. What belongs to one is in it."""
    told = []
    named = [file for file in files if not file.name.endswith(BESIDE)]
    for folder, inside in groupby(named, key=lambda file: file.parent):
        found = list(inside)
        if len(found) > FEW:
            count = trn("{n} file", "{n} files", len(found))
            told.append(tr("{files} in {folder}").format(files=count, folder=folder))
        else:
            told += [str(file) for file in found]
    return told
