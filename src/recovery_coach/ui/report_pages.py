"""A report laid out on pages: the first is always complete; the notes in full follow if wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from recovery_coach.base.i18n import tr
from recovery_coach.coach.paper import Paper
from recovery_coach.coach.report import Note, Report, lines_of
from recovery_coach.ui.palette import PAPER
from recovery_coach.ui.report_blocks import set_words
from recovery_coach.ui.report_front import BOTTOM, FOOT, SIDE, TOP, front_page
from recovery_coach.ui.sheet_ink import KICKER, NAME, Ink, Style, Words, width_of

ABOUT = Style(9, 12, bold=True)
TEXT = Style(9.4, 12.4)
ABOVE = 7.0


@dataclass(frozen=True, slots=True)
class _Run:
    """Some lines of one text on one page."""

    words: Words
    first: int
    last: int
    y: float


class ReportPages:
    """Laid out for a paper; ``count`` pages, each painted by its number."""

    def __init__(self, report: Report, paper: Paper) -> None:
        self.paper = paper
        self._report = report
        self._inner = paper.width - 2 * SIDE
        self._top = TOP + KICKER.line + 10
        self._end = paper.height - BOTTOM - FOOT.line - 4
        self._notes = list(self._flow(report.notes)) if report.notes else []
        self._front = front_page(report, paper, self._number(0))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return 1 + len(self._notes)

    @property
    def scale(self) -> float:
        """How much smaller the first page is set than it is meant to be."""
        return self._front.scale

    def _number(self, number: int) -> str:
        return tr("Page {n} of {all}").format(n=number + 1, all=self.count)

    # -- the notes in full -----------------------------------------------------------------

    def _flow(self, notes: Sequence[Note]) -> Iterator[list[_Run]]:
        """Line by line, from page to page; a heading is never left alone."""
        title = Words(tr("All notes"), NAME, self._inner)
        page, y = [_Run(title, 0, title.lines, self._top)], self._top + title.height
        for note in notes:
            about = set_words(note.about, ABOUT, self._inner, own=True)
            texts = [set_words(line, TEXT, self._inner, own=True) for line in note.text.split("\n")]
            if y + ABOVE + about.height + TEXT.line > self._end:
                yield page
                page, y = [], self._top - ABOVE
            y += ABOVE
            page.append(_Run(about, 0, about.lines, y))
            y += about.height
            for words in texts:
                done = 0
                while done < words.lines:
                    room = int((self._end - y) // TEXT.line)
                    if room < 1:
                        yield page
                        page, y = [], self._top
                        continue
                    last = min(words.lines, done + room)
                    page.append(_Run(words, done, last, y))
                    y += (last - done) * TEXT.line
                    done = last
        yield page

    # -- what is on a page -----------------------------------------------------------------

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number`` (from 0); the painter counts in points."""
        if number == 0:
            self._front.paint(painter)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = Ink(painter, self.paper.width)
        ink.line(SIDE, TOP - 8, self._inner, 2.4, PAPER.text)
        head = " · ".join(filter(None, (self._report.title, self._report.name)))
        ink.words(set_words(head, KICKER, self._inner), SIDE, TOP)
        for run in self._notes[number - 1]:
            place = ink.place(SIDE, run.y, self._inner, 0)
            run.words.paint_lines(painter, place.left(), run.y, run.first, run.last)
        text = self._number(number)
        wide = width_of(text, FOOT) + 1
        y = self.paper.height - BOTTOM - FOOT.line
        ink.words(Words(text, FOOT, wide), SIDE + self._inner - wide, y)
        painter.restore()

    def text(self, number: int) -> str:
        """What is read on a page, for a screen reader."""
        if number == 0:
            lines = (*lines_of(self._report), *self._front.quoted, *self._report.foot)
            return "\n".join(lines)
        return "\n".join(
            run.words.text_of_lines(run.first, run.last) for run in self._notes[number - 1]
        )
