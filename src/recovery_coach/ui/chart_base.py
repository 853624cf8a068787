"""What all charts have once they are laid out: places that can be pointed at, and words for them.

A plot is made for one rectangle and one ink, and painted as often as is needed: into the window,
or once into a PDF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from recovery_coach.insight.plain import Span
from recovery_coach.ui.chart_ink import ChartInk

ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
"""Right is later, in every language."""

LOW = 5.0
"""Height of a chart that has nothing in it, in body sizes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a place says: the day, or the days, and what is known of them."""

    title: str
    lines: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """In one go."""
        return ". ".join((self.title, *self.lines))


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is pointed out on the screen: the chosen place, and places that are being marked.

    Nothing of it on paper.
    """

    index: int | None = None
    marked: tuple[int, int] | None = None


NOTHING = Pointed()


class Plot:
    """A chart laid out in ``rect``; its ``count`` places are numbered in the order of time."""

    arrows: Mapping[Qt.Key, int] = ALONG
    """How many places an arrow goes on."""
    height = 17.0
    """In body sizes."""
    page = 7
    """How many Page Down does."""

    def __init__(self, rect: QRectF, ink: ChartInk) -> None:
        self.rect = rect
        self.ink = ink
        self.count = 0

    def paint(self, painter: QPainter, pointed: Pointed = NOTHING) -> None:
        """Paint it."""
        raise NotImplementedError

    @classmethod
    def is_empty(cls, chart: Any) -> bool:  # noqa: ARG003
        """Whether there is nothing in it, and little room is needed to say so."""
        return False

    @classmethod
    def height_of(cls, chart: Any, width: float, ink: ChartInk) -> float:  # noqa: ARG003
        """How tall a chart of a width likes to be."""
        return ink.size(LOW if cls.is_empty(chart) else cls.height)

    def index_at(self, at: QPointF) -> int | None:
        """The place that is there."""
        raise NotImplementedError

    def place(self, index: int) -> QRectF:
        """Where a place lies."""
        raise NotImplementedError

    def reading(self, index: int) -> Reading:
        """What it says."""
        raise NotImplementedError

    def span(self, index: int) -> Span:
        """The days that it stands for."""
        raise NotImplementedError

    def index_of(self, day: date) -> int | None:
        """The place of a day, the first where there are several; None where there is none."""
        return next((index for index in range(self.count) if day in self.span(index)), None)
