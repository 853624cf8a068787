"""What was measured, beside its reference and its aim: as a table and as JSON."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Aim:
    """``limit`` is the most it may be; with ``times`` it is a multiple of the reference."""

    limit: float
    times: bool = False

    def words(self, unit: str) -> str:
        """The aim as the table shows it."""
        return f"<= {self.limit:g} x" if self.times else f"<= {self.limit:g} {unit}".rstrip()

    def is_reached(self, value: float, reference: float | None) -> bool:
        """Whether ``value`` is within it."""
        if not self.times:
            return value <= self.limit
        return reference is not None and value <= self.limit * reference


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. ``beside`` holds the reference's values of the same rounds, if it has one."""

    name: str
    unit: str
    values: tuple[float, ...]
    beside: tuple[float, ...] = ()
    reference: str = ""
    aims: tuple[Aim, ...] = ()

    @property
    def ratio(self) -> float | None:
        """How many times the reference; None where there is none, or it is nothing."""
        if not self.beside or middle(self.beside) <= 0:
            return None
        return middle(self.values) / middle(self.beside)

    def verdicts(self) -> list[tuple[str, bool]]:
        """Each aim in words, and whether it was reached."""
        beside = middle(self.beside) if self.beside else None
        value = middle(self.values)
        return [(aim.words(self.unit), aim.is_reached(value, beside)) for aim in self.aims]


@dataclass(slots=True)
class Part:
    """One measurement: its rows, and notes in words."""

    title: str
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Everything that was measured, not only what the table shows."""
        rows = [
            {**asdict(row), "ratio": row.ratio, "verdicts": row.verdicts()} for row in self.rows
        ]
        return {"title": self.title, "rows": rows, "notes": self.notes}


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that ``percent`` of 100 are not above."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def show(part: Part) -> str:
    """A part as a table."""
    lines = [part.title, "-" * len(part.title)]
    cells = [_cells(row) for row in part.rows]
    if cells:
        widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
        for line in cells:
            padded = [text.ljust(w) for text, w in zip(line, widths, strict=True)]
            lines.append("  ".join(padded).rstrip())
    lines += [f"  {note}" for note in part.notes]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    verdicts = [f"{words} {'reached' if ok else 'MISSED'}" for words, ok in row.verdicts()]
    return (
        row.name,
        _spread(row.values, row.unit),
        f"| {row.reference} {_spread(row.beside, row.unit)}" if row.beside else "|",
        f"{row.ratio:.2f} x" if row.ratio is not None else "",
        "| " + ", ".join(verdicts) if verdicts else "",
    )


def _spread(values: Sequence[float], unit: str) -> str:
    text = f"{_number(middle(values))} {unit}".rstrip()
    if len(values) > 1:
        text += f" ({_number(min(values))} to {_number(max(values))})"
    return text


def _number(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
