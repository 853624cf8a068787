"""A sheet laid out on pages: heading, two columns of exercises, and what holds for all below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from recovery_coach.base.i18n import tr
from recovery_coach.coach.paging import paged
from recovery_coach.coach.paper import Paper
from recovery_coach.coach.sheet import Sheet
from recovery_coach.figure.store import Figures
from recovery_coach.ui.palette import PAPER
from recovery_coach.ui.sheet_card import LEAST_PANELS, MOST_PANEL, Card
from recovery_coach.ui.sheet_ink import (
    FACTS,
    FOOT,
    KICKER,
    NAME,
    SIGNS,
    STOP,
    SUMMARY,
    TITLE,
    Ink,
    Words,
    width_of,
)

SIDE = 40.0
TOP = 34.0
BOTTOM = 26.0
COLUMNS = 2
GUTTER = 24.0
ROW_GAP = 18.0
DATE = 128.0
SIGN = 25.0
LEAST_NOTES = 76.0
RULE = 21.0
SCALES = (1.0, 0.96, 0.92)
"""The smallest sets the cues in 9 points."""


@dataclass(frozen=True, slots=True)
class Row:
    """Exercises beside each other; ``head``, ``rest`` and whether there are pictures."""

    cards: tuple[Card, ...]
    head: float
    rest: float
    pictured: bool

    def height(self, panel: float) -> float:
        """All of it, with pictures of that height."""
        return self.head + self.rest + (panel if self.pictured else 0.0)


def lay_out(sheet: Sheet, figures: Figures, paper: Paper) -> Pages:
    """The pages of a sheet, set a little smaller where that saves one or leaves no gap on one."""
    tries = (Pages(sheet, figures, paper, scale) for scale in SCALES)
    return min(tries, key=lambda pages: pages.spread)


class Pages:
    """Laid out for a paper; ``count`` pages, each painted by its number."""

    def __init__(self, sheet: Sheet, figures: Figures, paper: Paper, scale: float = 1.0) -> None:
        """At a ``scale`` below 1 the same is set smaller, so that there is room for more."""
        self._scale = scale
        # All that follows is measured on a page that is larger by as much.
        paper = Paper(paper.name, paper.width / scale, paper.height / scale)
        self.paper = paper
        self._sheet = sheet
        self._inner = paper.width - 2 * SIDE
        self._column = (self._inner - GUTTER * (COLUMNS - 1)) / COLUMNS
        self._lay_out_edges()
        cards = [Card(step, figures, self._column) for step in sheet.steps]
        self._rows = [_row(cards[at : at + COLUMNS]) for at in range(0, len(cards), COLUMNS)]
        self._below = TOP + KICKER.line + 12
        self._end = paper.height - BOTTOM - FOOT.line - self._foot - 14
        tries = [(least, self._paged(least)) for least in LEAST_PANELS]
        self._least, self._pages = min(tries, key=lambda one: spread(one[1]))

    @property
    def count(self) -> int:
        """How many pages it takes."""
        return len(self._pages)

    @property
    def spread(self) -> tuple[int, int]:
        """The less, the better the rows fill the pages."""
        return spread(self._pages)

    def _paged(self, least: float) -> list[list[int]]:
        """The rows of each page, with pictures of that height at least."""
        first, room = self._end - self._heading, self._end - self._below
        return paged([row.height(least) for row in self._rows], first, room, ROW_GAP)

    def _lay_out_edges(self) -> None:
        sheet, width = self._sheet, self._inner
        self._title = Words(sheet.title, TITLE, width)
        self._summary = Words(sheet.summary, SUMMARY, width)
        self._facts = Words("  ·  ".join(sheet.facts), FACTS, width)
        self._stop = Words(sheet.stop, STOP, width - SIGN - 12)
        self._signs = Words(f"{sheet.signs} {sheet.limits}", SIGNS, width - SIGN - 12)
        self._foot = max(SIGN, self._stop.height + 2 + self._signs.height)
        top = TOP + KICKER.line + 6 + self._title.height + 3 + self._summary.height
        self._facts_at = top + 7
        self._heading = self._facts_at + self._facts.height + 8 + 13

    # -- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number`` (from 0); the painter counts in points."""
        painter.save()
        painter.scale(self._scale, self._scale)
        self._paint(painter, number)
        painter.restore()

    def _paint(self, painter: QPainter, number: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = Ink(painter, self.paper.width)
        self._head(ink, number)
        top = self._heading if number == 0 else self._below
        rows = [self._rows[index] for index in self._pages[number]]
        free = self._end - top - ROW_GAP * (len(rows) - 1) - sum(r.height(0.0) for r in rows)
        pictured = sum(row.pictured for row in rows)
        panel = max(self._least, min(MOST_PANEL, free / pictured)) if pictured else 0.0
        y = top
        for row in rows:
            height = row.height(panel)
            self._row(ink, row, y, panel, self._end - top)
            y += min(height, self._end - top) + ROW_GAP
        if number == self.count - 1:
            self._notes(ink, rows[-1:], y - ROW_GAP, panel)
        self._bottom(ink, number)

    def _row(self, ink: Ink, row: Row, y: float, panel: float, room: float) -> None:
        height = row.height(panel)
        painter = ink.painter
        painter.save()
        if height > room:  # no page has room for so many words: they are set smaller
            painter.translate(self.paper.width / 2, y)
            painter.scale(room / height, room / height)
            painter.translate(-self.paper.width / 2, -y)
        for column, card in enumerate(row.cards):
            x = SIDE + column * (self._column + GUTTER)
            card.paint(ink, x, y, row.head, panel, height)
        painter.restore()

    def _head(self, ink: Ink, number: int) -> None:
        ink.line(SIDE, TOP - 8, self._inner, 2.4, PAPER.text)
        if number:
            words = Words(self._sheet.title, KICKER, self._inner)
            ink.words(words, SIDE, TOP)
            return
        ink.words(Words("Recovery Coach", KICKER, self._inner), SIDE, TOP)
        y = TOP + KICKER.line + 6
        ink.words(self._title, SIDE, y)
        label = Words(tr("Date"), FOOT, DATE)
        x = SIDE + self._inner - DATE
        baseline = TOP + KICKER.line + 3
        ink.words(label, x, baseline - FOOT.line + 2)
        wide = width_of(tr("Date"), FOOT) + 6
        ink.line(x + wide, baseline, DATE - wide, 0.7, PAPER.text)
        ink.words(self._summary, SIDE, y + self._title.height + 3)
        ink.words(self._facts, SIDE, self._facts_at)
        ink.line(SIDE, self._facts_at + self._facts.height + 8, self._inner, 0.7, PAPER.line)

    def _notes(self, ink: Ink, last: Sequence[Row], y: float, panel: float) -> None:
        """Lines to write on, where there is room: beside the last exercise, or below all."""
        if last and len(last[0].cards) < COLUMNS:
            top = y - last[0].height(panel)
            x = SIDE + self._column + GUTTER
            self._lines(ink, x, top, self._column, self._end - top)
        elif self._end - y - ROW_GAP > LEAST_NOTES:
            self._lines(ink, SIDE, y + ROW_GAP, self._inner, self._end - y - ROW_GAP)

    def _lines(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        title = Words(tr("Notes"), NAME, width)
        ink.words(title, x, y + 1)
        at = y + title.height + RULE
        while at < y + height:
            ink.line(x, at, width, 0.6, PAPER.line)
            at += RULE

    def _bottom(self, ink: Ink, number: int) -> None:
        y = self._end + 8
        ink.line(SIDE, y, self._inner, 0.7, PAPER.line)
        y += 6
        eighth = 0.293
        octagon = (
            (eighth, 0), (1 - eighth, 0), (1, eighth), (1, 1 - eighth),
            (1 - eighth, 1), (eighth, 1), (0, 1 - eighth), (0, eighth),
        )  # fmt: skip
        place = ink.place(SIDE, y + 1, SIGN, SIGN)
        ink.corners(place, octagon, 0.5, PAPER.text, PAPER.text)
        bar = ((0.22, 0.43), (0.78, 0.43), (0.78, 0.57), (0.22, 0.57))
        ink.corners(place, bar, 0.1, PAPER.surface, PAPER.surface)
        ink.words(self._stop, SIDE + SIGN + 12, y)
        ink.words(self._signs, SIDE + SIGN + 12, y + self._stop.height + 2)
        page = tr("Page {n} of {all}").format(n=number + 1, all=self.count)
        wide = width_of(page, FOOT) + 1
        foot = self.paper.height - BOTTOM - FOOT.line + 4
        ink.words(Words(page, FOOT, wide), SIDE + self._inner - wide, foot)


def spread(pages: Sequence[Sequence[int]]) -> tuple[int, int]:
    """How many pages there are, and how many rows are left for the last."""
    return len(pages), len(pages[-1])


def _row(cards: Sequence[Card]) -> Row:
    return Row(
        tuple(cards),
        max(card.head for card in cards),
        max(card.rest for card in cards),
        any(card.pictured for card in cards),
    )
