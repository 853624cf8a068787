"""One exercise on paper: name, dose, pictures, cues, boxes to tick; measured, then painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import Qt

from recovery_coach.coach.sheet import SheetStep, Ticks
from recovery_coach.figure.framing import Frames, frames_of
from recovery_coach.figure.projection import FINE_RAYS, View, view_from
from recovery_coach.figure.showing import Showing
from recovery_coach.figure.store import Figures
from recovery_coach.ui.figure_painter import FigurePainter, Place
from recovery_coach.ui.palette import PAPER
from recovery_coach.ui.sheet_ink import (
    BADGE,
    BODY,
    CAPTION,
    DOSE,
    NAME,
    NOTE,
    SMALL,
    TICK,
    TICK_NAME,
    Ink,
    Words,
    width_of,
)

BADGE_SIZE = 19.0
INDENT = 26.0
BULLET = 10.0
GAP = 5.0
BOX = 11.5
PAD = 6.0
ARROW = 7.0
ROUND = 14.0
LEAST_PANELS = (98.0, 88.0, 78.0)
"""How high pictures are at least; the smaller ones where that saves a page."""
MOST_PANEL = 176.0
LARGEST = 190.0
"""Points that a body is long at most: lying figures would be giants beside standing ones."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One text of the body, with what stands before it."""

    words: Words
    sign: str
    above: float


@dataclass(frozen=True, slots=True)
class _Tick:
    x: float
    y: float
    words: Words | None
    box: bool


@dataclass(frozen=True, slots=True)
class _Pictures:
    """What the pictures are painted from."""

    showing: Showing
    view: View
    frames: Frames


class Card:
    """Measured for a ``width``; the height of its pictures is the page's to decide."""

    def __init__(self, step: SheetStep, figures: Figures, width: float) -> None:
        self._step = step
        self._width = width
        self._pictures = _pictures(step, figures)
        self._name = Words(step.name, NAME, width - INDENT)
        self._dose = Words(step.dose, DOSE, width - INDENT)
        self.head = max(self._name.height + 1 + self._dose.height, BADGE_SIZE) + GAP
        self._entries = list(self._lay_out())
        self._ticks = list(self._lay_out_ticks())
        body = sum(entry.above + entry.words.height for entry in self._entries)
        self.ticks = max((tick.y for tick in self._ticks), default=0.0) + TICK.line
        self.rest = body + 7 + self.ticks
        """What is below the pictures."""

    @property
    def pictured(self) -> bool:
        """Whether there are pictures."""
        return self._pictures is not None

    # -- measuring -------------------------------------------------------------------------

    def _lay_out(self) -> Iterator[_Entry]:
        step, width = self._step, self._width
        first = GAP + 1 if self.pictured else 0.0
        for text in step.facts:
            yield _Entry(Words(text, SMALL, width), "", first)
            first = 1.0
        above = 4.0 if step.facts else first
        for text in step.cues:
            yield _Entry(Words(text, BODY, width - BULLET), "bullet", above)
            above = 1.0
        if step.note:
            yield _Entry(Words(step.note, NOTE, width), "", 3.0)
        if step.caution:
            yield _Entry(Words(step.caution, SMALL, width - BULLET - 5), "caution", 4.0)

    def _lay_out_ticks(self) -> Iterator[_Tick]:
        x, y = 0.0, 0.0
        for index, ticks in enumerate(self._step.ticks):
            label = Words(ticks.label, TICK, min(width_of(ticks.label, TICK) + 1, self._width))
            if index and x + 12 + self._long(ticks, label) > self._width:
                x, y = 0.0, y + TICK.line + 2
            elif index:
                x += 12
            yield _Tick(x, y, label, box=False)
            x += label.width + 5
            for text in ticks.boxes:
                name = _box_name(text, self._width - BOX)
                needed = BOX + (name.width + 3 if name else 0.0)
                if x + needed > self._width:
                    x, y = 0.0, y + TICK.line + 2
                if name is not None:
                    yield _Tick(x, y, name, box=False)
                    x += name.width + 3
                yield _Tick(x, y, None, box=True)
                x += BOX + 6
            x -= 6

    def _long(self, ticks: Ticks, label: Words) -> float:
        names = [_box_name(text, self._width - BOX) for text in ticks.boxes]
        return label.width + 5 + sum(BOX + 6 + (n.width + 3 if n else 0) for n in names) - 6

    # -- painting --------------------------------------------------------------------------

    def paint(self, ink: Ink, x: float, y: float, head: float, panel: float, height: float) -> None:
        """Paint it: ``head`` for name and dose, ``panel`` for pictures, ``height`` in all."""
        ink.disc(x, y, BADGE_SIZE, PAPER.text)
        number = Words(str(self._step.number), BADGE, BADGE_SIZE, Qt.AlignmentFlag.AlignHCenter)
        ink.words(number, x, y + (BADGE_SIZE - number.height) / 2)
        ink.words(self._name, x + INDENT, y + 1)
        ink.words(self._dose, x + INDENT, y + 2 + self._name.height)
        if self.pictured:
            self._panel(ink, x, y + head, panel)
            at = y + head + panel
        else:
            at = y + self.head
        for entry in self._entries:
            at += entry.above
            self._entry(ink, entry, x, at)
            at += entry.words.height
        self._paint_ticks(ink, x, y + height - self.ticks)

    def _entry(self, ink: Ink, entry: _Entry, x: float, y: float) -> None:
        before = 0.0
        if entry.sign == "bullet":
            ink.disc(x + 2, y + entry.words.style.line / 2 - 1.2, 2.8, PAPER.text)
            before = BULLET
        elif entry.sign == "caution":
            warning(ink, x, y + 0.5, 11)
            before = BULLET + 5
        ink.words(entry.words, x + before, y)

    def _paint_ticks(self, ink: Ink, x: float, y: float) -> None:
        for tick in self._ticks:
            if tick.box:
                top = y + tick.y + (TICK.line - BOX) / 2
                ink.frame((x + tick.x, top, BOX, BOX), 2, 0.9, PAPER.text)
            elif tick.words is not None:
                ink.words(tick.words, x + tick.x, y + tick.y)

    # -- pictures --------------------------------------------------------------------------

    def _panel(self, ink: Ink, x: float, y: float, height: float) -> None:
        places = self._places(height)
        for index, (left, top, width, high) in enumerate(places):
            self._picture(ink, index, (x + left, y + top, width, high))
        ink.frame((x, y, self._width, height), 6, 0.7, PAPER.line)
        for left, top, _, _ in places[1:]:
            if left:
                ink.line(x + left - 0.35, y, 0.7, height, PAPER.line)
                self._arrow(ink, x + left, y + height / 2, down=False)
            else:
                ink.line(x, y + top - 0.35, self._width, 0.7, PAPER.line)
                self._arrow(ink, x + self._width / 2, y + top, down=True)

    def _arrow(self, ink: Ink, x: float, y: float, down: bool) -> None:
        """Onward, in a circle about the place."""
        rect = (x - ROUND / 2, y - ROUND / 2, ROUND, ROUND)
        ink.frame(rect, ROUND / 2, 0.7, PAPER.line, PAPER.surface)
        ink.arrow(x - ARROW / 2, y - ARROW / 2, ARROW, PAPER.muted, down)

    def _places(self, height: float) -> list[tuple[float, float, float, float]]:
        """Side by side, each as wide as it needs, or one below the other: as they are larger."""
        assert self._pictures is not None
        frames = self._pictures.frames
        count = len(frames.bounds)
        if self._size(height / count, below=True) > self._size(height, below=False):
            high = height / count
            return [(0.0, index * high, self._width, high) for index in range(count)]
        scale = self._size(height, below=False)
        widths = [(b.right - b.left) * scale + 2 * PAD for b in frames.bounds]
        spare = (self._width - sum(widths)) / count
        lefts = accumulate((width + spare for width in widths), initial=0.0)
        return [
            (left, 0.0, width + spare, height) for left, width in zip(lefts, widths, strict=False)
        ]

    def _size(self, height: float, below: bool) -> float:
        """Points per body height, in pictures of that height one ``below`` the other or not."""
        assert self._pictures is not None
        frames = self._pictures.frames
        count = len(frames.bounds)
        if below:
            width, taken = frames.width, 2 * PAD
        else:
            width, taken = sum(b.right - b.left for b in frames.bounds), 2 * PAD * count
        free = height - 2 * PAD - CAPTION.line
        return min(LARGEST, (self._width - taken) / width, free / (frames.bottom - frames.top))

    def _picture(self, ink: Ink, index: int, rect: tuple[float, float, float, float]) -> None:
        assert self._pictures is not None
        x, y, width, height = rect
        pictures, b = self._pictures, self._pictures.frames.bounds[index]
        paper = ink.place(x, y, width, height)
        scale = self._size(height, below=width == self._width)
        floor = paper.bottom() - PAD - CAPTION.line - pictures.frames.bottom * scale
        free = paper.height() - 2 * PAD - CAPTION.line
        floor -= (free - (pictures.frames.bottom - pictures.frames.top) * scale) / 2
        place = Place(scale, paper.center().x() - (b.left + b.right) / 2 * scale, floor)
        painter = ink.painter
        painter.save()
        painter.setClipRect(paper.adjusted(0, 0, 0, -CAPTION.line - 2))
        showing, pose = pictures.showing, self._step.pictures[index].pose
        drawing = showing.draw(
            showing.pose(pose), pictures.view, marked=showing.marked(pose), rays=FINE_RAYS
        )
        FigurePainter(PAPER).paint(painter, drawing, pictures.view, place, FINE_RAYS)
        painter.restore()
        text = self._step.pictures[index].caption
        # Below each other, the middle is the arrow's.
        middle = width < self._width
        align = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeading
        ink.words(Words(text, CAPTION, width, align), x + (0 if middle else PAD), y + height - 13)


def warning(ink: Ink, x: float, y: float, size: float) -> None:
    """A triangle with an exclamation mark."""
    place = ink.place(x, y, size, size)
    ink.corners(place, ((0.5, 0.06), (0.97, 0.92), (0.03, 0.92)), size * 0.085, PAPER.text)
    ink.disc(x + size * 0.44, y + size * 0.73, size * 0.12, PAPER.text)
    bar = ((0.45, 0.36), (0.55, 0.36), (0.53, 0.66), (0.47, 0.66))
    ink.corners(place, bar, size * 0.02, PAPER.text, PAPER.text)


def _pictures(step: SheetStep, figures: Figures) -> _Pictures | None:
    motion = figures.motion(step.exercise) if step.pictures else None
    if motion is None:
        return None
    showing = Showing(motion, step.side)
    view = view_from(*showing.camera)
    bodies = tuple(showing.pose(picture.pose) for picture in step.pictures)
    return _Pictures(showing, view, frames_of(showing, bodies, view))


def _box_name(text: str, most: float) -> Words | None:
    return Words(text, TICK_NAME, min(width_of(text, TICK_NAME) + 1, most)) if text else None
