"""What the pages about the journal as a file are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from recovery_coach.base.disk import why_not
from recovery_coach.base.i18n import number, tr
from recovery_coach.journal import JournalTrouble
from recovery_coach.journal.version_rows import BroughtError
from recovery_coach.ui.flow import Flow
from recovery_coach.ui.icons import icon
from recovery_coach.ui.parts import column, listed, row, set_text, words
from recovery_coach.ui.theme import Look

SIGN = 1.3
"""In body sizes."""


class Told(QWidget):
    """A sign and a line: what is well, or what is not; the words alone say which."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = "info"
        self._sign = QLabel()
        self._words = words("")
        across = row(self, spacing=8)
        across.addWidget(self._sign)
        across.addWidget(self._words, 1)
        look.changed.connect(self._tint)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, sign: str, text: str) -> None:
        """Show it with the icon ``sign``."""
        self._name = sign
        set_text(self._words, text)
        self._tint()
        self.setVisible(bool(text))

    def _tint(self) -> None:
        colours = self._look.palette
        colour = {"check": colours.teal_text, "triangle-alert": colours.amber_text}
        size = self._look.size(SIGN)
        made = icon(self._name, colour.get(self._name, colours.muted), size)
        self._sign.setPixmap(made.pixmap(size, size))


def line_of(*buttons: QWidget) -> Flow:
    """Buttons side by side, as many as there is room for."""
    line = Flow(spacing=12)
    line.show_items(buttons)
    return line


def add_part(
    layout: QVBoxLayout,
    heading: str,
    lead: str = "",
    lines: Sequence[str] = (),
    muted: str = "",
) -> None:
    """A heading, what comes of it in a line, and what there is to it; ``muted`` below."""
    part = column(spacing=6)
    part.addWidget(words(heading, "heading"))
    if lead:
        part.addWidget(words(lead))
    for text in lines:
        part.addLayout(listed(text, "muted"))
    if muted:
        part.addWidget(words(muted, "muted"))
    layout.addLayout(part)


def in_a_row(parts: Sequence[str]) -> str:
    """Short things in a line that goes on in the next one between them, never within one."""
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


class NowAndThen(QWidget):
    """How many entries there are, and how many there would be: two numbers and what they are."""

    def __init__(
        self, look: Look, before: int, after: int, then: str, before_words: str = ""
    ) -> None:
        super().__init__()
        self._look = look
        self._arrow = QLabel()
        across = row(self, spacing=24)
        across.addWidget(_counted(before, before_words or tr("entries now")))
        across.addWidget(self._arrow)
        across.addWidget(_counted(after, then))
        across.addStretch(1)
        look.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        size = self._look.size(SIGN)
        name = "arrow-left" if self.isRightToLeft() else "arrow-right"
        self._arrow.setPixmap(icon(name, self._look.palette.muted, size).pixmap(size, size))


def _counted(count: int, what: str) -> QWidget:
    block = QWidget()
    stacked = column(block, spacing=0)
    stacked.addWidget(words(number(count), "title", wrap=False))
    stacked.addWidget(words(what, "muted", wrap=False))
    return block


def told_of(error: Exception) -> tuple[str, str]:
    """What went wrong with a file, and what to do."""
    if isinstance(error, JournalTrouble | BroughtError):
        return error.title, error.advice
    why = why_not(error) if isinstance(error, OSError) else str(error)
    return tr("This file cannot be used: {why}").format(why=why), tr("Choose another file.")


def sentences_of(error: Exception) -> str:
    """The same in a message, with what is safe."""
    title, advice = told_of(error)
    if isinstance(error, JournalTrouble):
        return f"{title}. {error.safe} {advice}"
    return f"{title} {advice}"
