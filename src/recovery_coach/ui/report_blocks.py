"""What a page of a report is made of: parts with their lines, measured, then painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.own_words import isolated
from recovery_coach.coach.report import Line, Note, Part
from recovery_coach.ui.letters import printable
from recovery_coach.ui.palette import PAPER
from recovery_coach.ui.report_body import body_height, paint_body
from recovery_coach.ui.sheet_ink import Ink, Style, Words, font_of

HEAD = Style(10, 13, bold=True)
LINE = Style(8.6, 10.8)
QUOTE = Style(8.6, 10.8)
MORE = Style(8.6, 10.8, colour=PAPER.muted)
ABOVE_LINE = 1.6
BELOW_HEAD = 2.5
GAP = 9.0
"""Between two blocks."""
LEAST_MAP, MOST_MAP = 148.0, 205.0


def set_words(text: str, style: Style, width: float, lead: str = "", own: bool = False) -> Words:
    """Words that anybody may have written; those of ``lead`` come first and are bold."""
    font = font_of(style)
    before = printable(lead, font)
    # Qt counts as UTF-16 does.
    bold = len(before.encode("utf-16-le", "replace")) // 2
    return Words(before + printable(text, font), style, width, lead=bold, own=own)


def line_words(line: Line, width: float) -> Words:
    """A line with its label."""
    return set_words(line.text, LINE, width, line.lead)


def quote_words(note: Note, width: float) -> Words:
    """An excerpt, with when it was written."""
    lead = tr("{label}: {text}").format(label=isolated(note.about), text="")
    text = isolated(tr("“{text}”").format(text=note.text))
    return set_words(text, QUOTE, width, lead)


class Block:
    """A title and lines below each other; the last of them may be left out, and are counted."""

    def __init__(self, title: str, words: Sequence[Words], width: float, cut: int = 0) -> None:
        self.width = width
        self.head = Words(title, HEAD, width)
        shown = list(words[: len(words) - cut])
        if cut:
            shown.append(Words(trn("and {n} more line", "and {n} more lines", cut), MORE, width))
        self.words = shown

    @property
    def extra(self) -> float:
        """What is between title and lines."""
        return 0.0

    @property
    def height(self) -> float:
        """All of it."""
        lines = sum(words.height + ABOVE_LINE for words in self.words)
        return self.head.height + BELOW_HEAD + self.extra + lines

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """Paint it with its corner at ``x``, ``y``."""
        ink.words(self.head, x, y)
        ink.line(x, y + self.head.height, self.width, 0.6, PAPER.line)
        y += self.head.height + BELOW_HEAD
        self.paint_extra(ink, x, y)
        y += self.extra
        for words in self.words:
            ink.words(words, x, y + ABOVE_LINE)
            y += words.height + ABOVE_LINE

    def paint_extra(self, ink: Ink, x: float, y: float) -> None:
        """Paint what is between title and lines."""


class BodyBlock(Block):
    """With the body between; its ``tall`` is the page's to decide."""

    def __init__(
        self, title: str, words: Sequence[Words], width: float, counts: Mapping[str, int], cut: int
    ) -> None:
        super().__init__(title, words, width, cut)
        self._counts = counts
        self.tall = LEAST_MAP

    @property
    def extra(self) -> float:
        """The height of the body."""
        return self.tall + 4

    @property
    def spare(self) -> float:
        """By how much it could be taller."""
        return min(MOST_MAP, body_height(self.width)) - self.tall

    def paint_extra(self, ink: Ink, x: float, y: float) -> None:
        """Front and back."""
        paint_body(ink.painter, ink.place(x, y + 4, self.width, self.tall), self._counts)


def block_of(part: Part, counts: Mapping[str, int] | None, width: float, cut: int) -> Block:
    """A part as a block, without the last ``cut`` of its lines."""
    words = [line_words(line, width) for line in part.lines]
    if part.id == "body" and counts:
        return BodyBlock(part.title, words, width, counts, cut)
    return Block(part.title, words, width, cut)
