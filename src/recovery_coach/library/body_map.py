"""The body, front and back, as outlines a person points at: where each of the regions lies.

The file, how it is written and its source are in ``resources/body_map.toml``. Like the regions it
is read by hand, as the question where it hurts must not wait for pydantic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import nan
from pathlib import Path
from typing import Any, Literal, TypeGuard

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_resources
from recovery_coach.base.problems import Problem
from recovery_coach.base.tables import Table, TableFile, WrongError
from recovery_coach.library.outlines import (
    STEPS,
    Outline,
    Point,
    contains,
    distance,
    mirrored,
    smooth,
)

Facing = Literal["front", "back"]
FACINGS: tuple[Facing, ...] = ("front", "back")
FARTHEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A region as it is seen from one side; x counts from the body's axis, as it is seen."""

    region: str
    facing: Facing
    outline: Outline
    number: Point
    """Where the score is written."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One view of the body."""

    facing: Facing
    shapes: tuple[Shape, ...]
    still: tuple[Outline, ...]
    """Parts of it that are no region, such as the head."""
    details: tuple[Outline, ...]
    """Lines that only make it a body: collarbones, kneecaps."""

    def at(self, x: float, y: float, reach: float = 0.0) -> Shape | None:
        """The region at a point; where there is none, the nearest within ``reach``."""
        for shape in self.shapes:
            if contains(shape.outline, x, y):
                return shape
        if any(contains(outline, x, y) for outline in self.still):
            return None
        near = [(distance(shape.outline, x, y), shape) for shape in self.shapes]
        within = [one for one in near if one[0] < reach]
        return min(within, key=lambda one: one[0])[1] if within else None


@dataclass(frozen=True, slots=True)
class BodyDrawing:
    """What was read, and what could not be."""

    width: float
    height: float
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...] = ()

    def shapes(self, region: str) -> tuple[Shape, ...]:
        """A region in each view it is seen in."""
        every = (shape for figure in self.figures for shape in figure.shapes)
        return tuple(shape for shape in every if shape.region == region)


@cache
def body_drawing() -> BodyDrawing:
    """The shipped drawing. Where the file is damaged, what of it can be read."""
    return read_drawing(find_resources() / "body_map.toml")


def read_drawing(path: Path) -> BodyDrawing:
    """The drawing in ``path``, and what is wrong with it. Never raises for a bad file."""
    file = TableFile(path)
    return (
        _Reading(file).drawing() if file.is_read else BodyDrawing(1.0, 1.0, (), (*file.problems,))
    )


class _Reading:
    """One file being read; what is wrong is left out, and told."""

    def __init__(self, file: TableFile) -> None:
        self._file = file

    def drawing(self) -> BodyDrawing:
        """All of it."""
        figures = tuple(self._figure(facing) for facing in FACINGS)
        width, height = self._size("width"), self._size("height")
        return BodyDrawing(width, height, figures, tuple(self._file.problems))

    def _size(self, name: str) -> float:
        value = self._file.data.get(name)
        if not _is_number(value) or value <= 0:
            self._file.tell((name,), WrongError("", value, tr("must be a number above 0")))
            return 1.0
        return float(value)

    def _figure(self, facing: Facing) -> Figure:
        half = _Half()
        for name, value in self._table(facing, "lines").items():
            self._try((facing, "lines", name), half.draw, value)
        still: list[Outline] = []
        for name, value in self._table(facing, "still").items():
            found = self._try((facing, "still", name), half.outline, value)
            still += found or ()
        shapes: list[Shape] = []
        for name, value in self._table(facing, "regions").items():
            shapes += self._try((facing, "regions", name), half.shapes, name, facing, value) or ()
        details: list[Outline] = []
        for name, value in self._table(facing, "details").items():
            line = self._try((facing, "details", name), _Half().draw, value)
            details += dict.fromkeys((line, mirrored(line))) if line else ()
        return Figure(facing, tuple(shapes), tuple(still), tuple(details))

    def _table(self, facing: Facing, name: str) -> Table:
        half = self._file.data.get(facing)
        found = half.get(name) if isinstance(half, dict) else None
        if isinstance(found, dict):
            return found
        self._file.tell((facing, name), WrongError("", found, tr("must be a table")))
        return {}

    def _try(self, place: tuple[str, ...], read: Any, *values: Any) -> Any:
        try:
            return read(*values)
        except WrongError as wrong:
            self._file.tell(place, wrong)
            return None


class _Half:
    """The drawn half of one view: named points, and the lines through them."""

    def __init__(self) -> None:
        self._points: dict[str, Point] = {}
        self._lines: list[tuple[Outline, dict[str, int]]] = []

    def draw(self, text: object) -> Outline:
        """A line, and the names along it."""
        if not isinstance(text, str):
            raise WrongError("", text, tr("must be text in quotes"))
        points: list[Point] = []
        names: dict[str, int] = {}
        for part in text.split(","):
            name, point = self._point(part)
            if name:
                names[name] = len(points)
            points.append(point)
        if len(points) < 2:
            raise WrongError("", text, tr("must have two points or more"))
        line = tuple(smooth(points))
        marks = {name: index * STEPS for name, index in names.items()}
        self._lines.append((line, marks))
        return line

    def _point(self, text: str) -> tuple[str, Point]:
        words = text.split()
        name = words.pop(0) if len(words) in (1, 3) else ""
        if not words and name in self._points:
            return name, self._points[name]
        try:
            x, y = map(float, words)
        except ValueError:
            x = y = nan
        if not (_is_number(x) and _is_number(y)):
            wanted = tr("must be x and y, a name with x and y, or a name known from above")
            raise WrongError("", text.strip(), wanted)
        if name:
            self._points[name] = (x, y)
        return name, (x, y)

    def shapes(self, name: str, facing: Facing, entry: object) -> list[Shape]:
        """A region in the middle, or one of each side."""
        if not isinstance(entry, dict):
            raise WrongError("", entry, tr("must be a table"))
        outlines = self.outline(entry.get("outline"))
        x, y = _number(entry.get("number"))
        if len(outlines) == 1:
            return [Shape(name, facing, outlines[0], (x, y))]
        here, there = ("_L", "_R") if facing == "front" else ("_R", "_L")
        return [
            Shape(name + here, facing, outlines[0], (x, y)),
            Shape(name + there, facing, outlines[1], (-x, y)),
        ]

    def outline(self, text: object) -> tuple[Outline, ...]:
        """One in the middle, or one and its mirror image."""
        names = text.split() if isinstance(text, str) else []
        if len(names) < 2:
            raise WrongError("", text, tr("must be the names of two points or more"))
        in_middle = all(self._points.get(name, (1, 0))[0] == 0 for name in (names[0], names[-1]))
        ways = pairwise(names) if in_middle else pairwise([*names, names[0]])
        half: list[Point] = []
        for begin, end in ways:
            half += self._way(begin, end)[bool(half) :]
        if len(half) < 3:
            raise WrongError("", text, tr("must go round something"))
        if in_middle:
            return ((*half, *mirrored(half[-2:0:-1])),)
        return tuple(half[:-1]), mirrored(half[:-1])

    def _way(self, begin: str, end: str) -> Sequence[Point]:
        """From one point to another, along the line that joins them; the shortest of several."""
        ways = []
        for line, marks in self._lines:
            if begin in marks and end in marks:
                a, b = marks[begin], marks[end]
                ways.append(line[a : b + 1] if a <= b else line[b : a + 1][::-1])
        if not ways:
            wanted = tr("must be two points of one line")
            raise WrongError("", f"{begin} {end}", wanted)
        return min(ways, key=len)


def _is_number(value: object) -> TypeGuard[float]:
    """Also none that is endless, or larger than any drawing."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < FARTHEST


def _number(value: object) -> Point:
    if isinstance(value, list) and len(value) == 2:
        x, y = value
        if _is_number(x) and _is_number(y):
            return float(x), float(y)
    raise WrongError("", value, tr("must be two numbers: x and y"))
