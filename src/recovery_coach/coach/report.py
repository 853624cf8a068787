"""A report for a clinician: all that it says, before anything is laid out.

The diary is the person's own, so the report says what was written and how often, never what it
comes from. What was not answered is missing, and said to be (CENT 2015; facts 4.11).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from recovery_coach.base.i18n import tr
from recovery_coach.coach.charts import TimeChart
from recovery_coach.insight.plain import Span, last_days

SectionId = Literal[
    "pain", "body", "flags", "response", "sessions", "taken", "events", "week", "words"
]
SECTIONS: tuple[SectionId, ...] = get_args(SectionId)
WEEKS = 6
"""What a report is about where nobody says: as long as until the next appointment (editorial)."""
LONGEST_NAME = 120


def section_names() -> Mapping[SectionId, str]:
    """What can stand in it, by the names of its parts."""
    return {
        "pain": tr("Pain"),
        "body": tr("Where, and how it feels"),
        "flags": tr("Warning signs"),
        "response": tr("Before and after sessions"),
        "sessions": tr("Sessions and load"),
        "taken": tr("Medicine and other means"),
        "events": tr("Marked days"),
        "week": tr("Weekly questions"),
        "words": tr("Own words"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which report is wanted. The ``name`` is typed for it and kept nowhere."""

    span: Span
    sections: frozenset[SectionId] = frozenset(SECTIONS)
    name: str = ""
    notes: bool = False
    """Every note in full, on pages of their own."""


def usual_wish(today: date) -> Wish:
    """The last six weeks, with everything but the notes in full."""
    return Wish(span=last_days(today, WEEKS * 7))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part, which may go on in the next ones; ``label`` says what it is about."""

    text: str
    label: str = ""

    @property
    def lead(self) -> str:
        """The label as it stands before the text."""
        if not self.label or self.label.endswith("?"):
            return self.label and f"{self.label} "
        return tr("{label}: {text}").format(label=self.label, text="")

    def __str__(self) -> str:
        return f"{self.lead}{self.text}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is seen first, with what it is and what it rests on."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report."""

    id: SectionId
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What the person wrote, as they wrote it; ``about`` says when, and to what."""

    day: date
    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything. ``quotes`` stand in the order in which they are left out last."""

    title: str
    name: str
    span: Span
    coverage: str
    made_on: date
    numbers: tuple[Number, ...]
    chart: TimeChart | None
    body: Mapping[str, int] | None
    """On how many days each region was marked; None where that is not wanted."""
    parts: tuple[Part, ...]
    nothing: str
    """Parts that are wanted and empty."""
    quotes: tuple[Note, ...]
    written: int
    """How many notes there are."""
    notes: tuple[Note, ...] | None
    foot: tuple[str, ...]


def nothing_title() -> str:
    """What stands before the parts that have nothing in them."""
    return tr("Nothing written down")


def lines_of(report: Report) -> Iterator[str]:
    """The first page as plain lines, but for the excerpts: for a screen reader."""
    yield report.title
    yield from filter(None, (report.name, report.coverage))
    for number in report.numbers:
        text = tr("{label}: {value} ({note})") if number.note else tr("{label}: {text}")
        yield text.format(
            label=number.label, value=number.value, text=number.value, note=number.note
        )
    if report.chart is not None:
        yield report.chart.description
    for part in report.parts:
        yield part.title
        yield from map(str, part.lines)
    if report.nothing:
        yield tr("{label}: {text}").format(label=nothing_title(), text=report.nothing)


def as_json(report: Report) -> dict[str, Any]:
    """The same for programs; keys never change with the language."""
    days = {"first": report.span.first.isoformat(), "last": report.span.last.isoformat()}
    return {
        "title": report.title,
        "name": report.name,
        **days,
        "coverage": report.coverage,
        "numbers": [
            {"label": one.label, "value": one.value, "note": one.note} for one in report.numbers
        ],
        "regions": dict(report.body) if report.body is not None else None,
        "parts": [
            {
                "id": part.id,
                "title": part.title,
                "lines": [{"label": line.label, "text": line.text} for line in part.lines],
            }
            for part in report.parts
        ],
        "nothing": report.nothing,
        "quotes": [_note(one) for one in report.quotes],
        "notes": None if report.notes is None else [_note(one) for one in report.notes],
        "foot": list(report.foot),
    }


def _note(note: Note) -> dict[str, str]:
    return {"day": note.day.isoformat(), "about": note.about, "text": note.text}


def file_name(made_on: date) -> str:
    """What its file is called, where the person says nothing else."""
    return f"recovery-coach-report-{made_on.isoformat()}.pdf"
