"""The first page of a report, complete whatever there is: it is set smaller, then shorter, to fit.

Above all the numbers beside their course; below, the parts in two columns; last the person's own
words, as many as there is room for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from recovery_coach.coach.keeping_words import dated
from recovery_coach.coach.own_words import isolated
from recovery_coach.coach.paper import Paper
from recovery_coach.coach.report import Number, Report, SectionId, nothing_title
from recovery_coach.coach.report_words import quotes_title
from recovery_coach.ui.chart_ink import paper_ink
from recovery_coach.ui.chart_plot import paint_chart
from recovery_coach.ui.palette import PAPER
from recovery_coach.ui.report_blocks import (
    GAP,
    Block,
    BodyBlock,
    block_of,
    quote_words,
    set_words,
)
from recovery_coach.ui.sheet_ink import KICKER, Ink, Style, Words, width_of

SIDE, TOP, BOTTOM = 40.0, 32.0, 24.0
GUTTER = 22.0
TITLE = Style(19, 23, bold=True)
WHO = Style(10.5, 13.5, bold=True)
DAYS = Style(9.4, 12)
VALUE = Style(22, 24, bold=True)
LABEL = Style(8.6, 10.8, bold=True)
NOTE = Style(7.8, 9.8, colour=PAPER.muted)
FOOT = Style(7.2, 9.2, colour=PAPER.muted)
VALUES = 150.0
"""How wide the numbers beside the chart are."""
BESIDE_VALUE = 42.0
CHART, MOST_CHART = 112.0, 150.0
SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
"""The smallest sets the lines in 7 points."""
QUOTES = 3
"""So many excerpts the page is set smaller for."""
ORDER: tuple[SectionId, ...] = (
    "pain", "flags", "body", "response", "sessions", "taken", "events", "week"
)  # fmt: skip
"""In which the parts are laid into the columns: each into the one that is shorter by then."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block where it stands."""

    block: Block
    column: int
    y: float


def front_page(report: Report, paper: Paper, pages: str) -> FrontPage:
    """The first page as large as it fits; ``pages`` says how many there are."""
    for scale in SCALES:
        page = FrontPage(report, paper, pages, scale)
        if page.fits(min(QUOTES, len(report.quotes))):
            return page
    cuts: dict[SectionId, int] = {}
    while not page.fits(0):
        longest = max(report.parts, key=lambda part: len(part.lines) - cuts.get(part.id, 0))
        if len(longest.lines) - cuts.get(longest.id, 0) <= 1:
            break
        cuts[longest.id] = cuts.get(longest.id, 0) + 1
        page = FrontPage(report, paper, pages, SCALES[-1], cuts)
    return page


class FrontPage:
    """Laid out at a ``scale``, with the last lines of some parts ``cut``."""

    def __init__(
        self,
        report: Report,
        paper: Paper,
        pages: str,
        scale: float = 1.0,
        cuts: dict[SectionId, int] | None = None,
    ) -> None:
        self.scale = scale
        self.report = report
        # All that follows is measured on a page that is larger by as much.
        self._width, self._tall = paper.width / scale, paper.height / scale
        self._inner = self._width - 2 * SIDE
        self._column = (self._inner - GUTTER) / 2
        self._lay_out_head()
        self._foot = [Words(text, FOOT, self._inner) for text in report.foot]
        self._pages = Words(pages, FOOT, width_of(pages, FOOT) + 1)
        foot = sum(words.height for words in self._foot) + FOOT.line
        self._end = self._tall - BOTTOM - foot - 6
        self._blocks = self._make_blocks(cuts or {})
        self._quotes = [quote_words(note, self._inner) for note in report.quotes]
        self._place()
        self.shown = max((n for n in range(len(self._quotes) + 1) if self.fits(n)), default=0)
        self._stretch()

    # -- measuring -------------------------------------------------------------------------

    def _lay_out_head(self) -> None:
        report = self.report
        self._title = set_words(report.title, TITLE, self._inner)
        who = [set_words(isolated(report.name), WHO, self._inner)] if report.name else []
        self._heads = [*who, Words(report.coverage, DAYS, self._inner)]
        self._lead = TOP + KICKER.line + 4 + self._title.height + 2
        self._lead += sum(words.height for words in self._heads) + GAP
        self._values = [_Value(number) for number in report.numbers]
        self._chart = CHART if report.chart is not None else 0.0

    @property
    def _numbers(self) -> float:
        """How tall the numbers are, with the chart beside them."""
        if not self._values:
            return 0.0
        values = [value.height for value in self._values]
        tall = sum(values) if self._chart else max(values)
        return max(self._chart, tall) + GAP

    def _make_blocks(self, cuts: dict[SectionId, int]) -> list[Block]:
        report = self.report
        ordered = sorted((p for p in report.parts if p.lines), key=lambda p: ORDER.index(p.id))
        made = [block_of(p, report.body, self._column, cuts.get(p.id, 0)) for p in ordered]
        if report.nothing:
            words = [set_words(report.nothing, NOTE, self._column)]
            made.append(Block(nothing_title(), words, self._column))
        return made

    def _place(self) -> None:
        tall = [0.0, 0.0]
        self._placed: list[Placed] = []
        for block in self._blocks:
            column = int(tall[1] < tall[0])
            self._placed.append(Placed(block, column, tall[column]))
            tall[column] += block.height + GAP
        self._columns = max(tall)

    def _quoted(self, count: int) -> Block | None:
        if not count:
            return None
        # They are told in the order of their days.
        order = sorted(range(count), key=lambda n: self.report.quotes[n].day)
        title = quotes_title(count, self.report.written)
        return Block(title, [self._quotes[n] for n in order], self._inner)

    def fits(self, quotes: int) -> bool:
        """Whether all of it has room, with so many excerpts."""
        return self._taken(quotes) <= self._end

    def _taken(self, quotes: int) -> float:
        block = self._quoted(quotes)
        below = block.height + GAP if block is not None else 0.0
        return self._lead + self._numbers + self._columns + below

    def _stretch(self) -> None:
        """What room is left goes to the chart, and to the body."""
        free = self._end - self._taken(self.shown)
        if self._chart and free > 0:
            more = min(free, MOST_CHART - CHART)
            self._chart += more
            free -= more
        bodies = [one for one in self._placed if isinstance(one.block, BodyBlock)]
        for one in bodies:
            assert isinstance(one.block, BodyBlock)
            others = (p for p in self._placed if p.column == one.column)
            used = max(p.y + p.block.height + GAP for p in others)
            one.block.tall += max(0.0, min(one.block.spare, free + self._columns - used))
            self._place_again()

    def _place_again(self) -> None:
        tall = [0.0, 0.0]
        for index, one in enumerate(self._placed):
            self._placed[index] = Placed(one.block, one.column, tall[one.column])
            tall[one.column] += one.block.height + GAP
        self._columns = max(tall)

    # -- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """Paint it; the painter counts in points."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.scale, self.scale)
        ink = Ink(painter, self._width)
        y = self._paint_head(ink)
        if self._values:
            self._paint_numbers(ink, y)
            y += self._numbers
        for one in self._placed:
            one.block.paint(ink, SIDE + one.column * (self._column + GUTTER), y + one.y)
        block = self._quoted(self.shown)
        if block is not None:
            block.paint(ink, SIDE, y + self._columns)
        self._paint_foot(ink)
        painter.restore()

    def _paint_head(self, ink: Ink) -> float:
        ink.line(SIDE, TOP - 8, self._inner, 2.4, PAPER.text)
        ink.words(Words("Recovery Coach", KICKER, self._inner), SIDE, TOP)
        made = dated(self.report.made_on)
        wide = width_of(made, KICKER) + 1
        ink.words(Words(made, KICKER, wide), SIDE + self._inner - wide, TOP)
        y = TOP + KICKER.line + 4
        ink.words(self._title, SIDE, y)
        y += self._title.height + 2
        for words in self._heads:
            ink.words(words, SIDE, y)
            y += words.height
        return y + GAP

    def _paint_numbers(self, ink: Ink, y: float) -> None:
        if self.report.chart is None:
            for index, value in enumerate(self._values):
                value.paint(ink, SIDE + index * (VALUES + GUTTER), y)
            return
        tall = self._numbers - GAP
        spare = (tall - sum(value.height for value in self._values)) / len(self._values)
        at = y
        for value in self._values:
            value.paint(ink, SIDE, at)
            at += value.height + spare
        wide = self._inner - VALUES - GUTTER
        place = ink.place(SIDE + VALUES + GUTTER, y, wide, tall)
        ink.painter.save()
        paint_chart(ink.painter, place, self.report.chart, paper_ink())
        ink.painter.restore()

    def _paint_foot(self, ink: Ink) -> None:
        y = self._end + 2
        ink.line(SIDE, y, self._inner, 0.6, PAPER.line)
        y += 4
        for words in self._foot:
            ink.words(words, SIDE, y)
            y += words.height
        ink.words(self._pages, SIDE + self._inner - self._pages.width, y)

    @property
    def quoted(self) -> Sequence[str]:
        """The excerpts as they are read, with their title."""
        block = self._quoted(self.shown)
        return () if block is None else (block.head.text, *(words.text for words in block.words))


class _Value:
    """A number that is seen first."""

    def __init__(self, number: Number) -> None:
        wide = VALUES - BESIDE_VALUE
        self._value = Words(number.value, VALUE, BESIDE_VALUE)
        self._label = Words(number.label, LABEL, wide)
        self._note = Words(number.note, NOTE, wide)
        self.height = max(VALUE.line, self._label.height + self._note.height) + 4

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """The number, and beside it what it is."""
        ink.words(self._value, x, y)
        ink.words(self._label, x + BESIDE_VALUE, y + 1)
        ink.words(self._note, x + BESIDE_VALUE, y + 1 + self._label.height)
