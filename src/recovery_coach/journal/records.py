"""What the journal holds: pain, sessions, the sets done in them, and what hurt.

Bodies are flat (texts, numbers, times with their offset, lists of texts), so that a record reads
well in any SQLite browser and in an export, thirty years from now as well. Reading is tolerant:
fields that are not known are left alone, and optional ones may be missing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from typing import Any, ClassVar, Literal, Self

from recovery_coach.journal.fields import Reader, reader_for

PainSource = Literal["today", "before", "after", "terminal"]
SessionState = Literal["running", "finished", "stopped", "kept"]
Outcome = Literal["done", "skipped", "partial", "hurt"]

Body = dict[str, Any]
"""A record as JSON holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that happened. ValueError where a score is out of range or a time has no offset."""

    kind: ClassVar[str] = ""
    moment_field: ClassVar[str] = "at"
    scores: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        for name in self.scores:
            score = getattr(self, name)
            if score is not None and not 0 <= score <= 10:
                raise ValueError(f"{name} must be between 0 and 10, not {score}")
        for name in _plan(type(self)).moments:
            moment = getattr(self, name)
            if moment is not None and moment.utcoffset() is None:
                raise ValueError(f"{name} must have a UTC offset: {moment}")

    @property
    def moment(self) -> datetime:
        """The moment the record is about, with the offset of the place it happened at."""
        moment: datetime = getattr(self, self.moment_field)
        return moment

    def to_body(self) -> Body:
        """The record as JSON holds it: times in ISO form with their offset, tuples as lists."""
        return {name: _plain(getattr(self, name)) for name in _plan(type(self)).readers}

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> Self:
        """The record in ``body``; ValueError where it is damaged (see :func:`read_body`)."""
        plan = _plan(cls)
        missing = plan.required - body.keys()
        if missing:
            raise ValueError(f"without {', '.join(sorted(missing))}")
        found = {name: read(body[name]) for name, read in plan.readers.items() if name in body}
        return cls(**found)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainEntry(Record):
    """How much it hurts, 0 to 10 on the numeric rating scale, and where it was asked."""

    kind = "pain"
    scores = ("nrs",)

    nrs: int
    at: datetime
    source: PainSource
    note: str = ""
    session: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord(Record):
    """One practice of a routine. ``kept`` is one that was broken off and put in the journal later.

    ``options`` (the timing) and ``routine_text`` (the routine as it was) are JSON text: with them a
    resumed session compiles the same timeline, though the routine's file has changed since.
    Lengths are in seconds; ``effort`` is 0 to 10.
    """

    kind = "session"
    moment_field = "started_at"
    scores = ("pain_before", "pain_after", "effort")

    routine: str
    routine_name: str
    started_at: datetime
    ended_at: datetime | None = None
    state: SessionState
    planned_seconds: float
    active_seconds: float = 0.0
    steps_total: int
    segments_total: int
    pain_before: int | None = None
    pain_after: int | None = None
    effort: int | None = None
    note: str = ""
    stop_reason: str = ""
    options: str = ""
    routine_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRecord(Record):
    """One set of one side, done or not.

    ``step`` counts from 0 in the routine, ``segment`` in the timeline as it was planned; a set of
    an easier exercise that came in later has a number of its own after all those.
    """

    kind = "set"

    session: str
    segment: int
    step: int
    exercise: str
    exercise_name: str
    side: str | None = None
    set: int
    sets: int
    seg_kind: str
    outcome: Outcome
    reps_done: int | None = None
    reps_planned: int | None = None
    seconds: float
    planned_seconds: float
    extended_seconds: float = 0.0
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtRecord(Record):
    """The person said that it hurts: where in the routine, how much, and what was done about it.

    ``regions`` are places on the body, by their ids in ``resources/regions.toml``.
    """

    kind = "hurt"
    scores = ("score",)

    session: str
    segment: int
    exercise: str
    side: str | None = None
    set: int
    rep: int | None = None
    phase: str | None = None
    score: int | None = None
    words: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    action: str
    at: datetime


KINDS: dict[str, type[Record]] = {
    record.kind: record for record in (PainEntry, SessionRecord, SetRecord, HurtRecord)
}
"""Every kind of record this program knows. A journal may hold others; they are left alone."""


def read_body(kind: str, text: str) -> Record | None:
    """The record whose body is ``text``, or None where it is damaged or its kind unknown."""
    try:
        body = json.loads(text)
        return KINDS[kind].from_body(body) if isinstance(body, dict) else None
    except (ValueError, KeyError, OverflowError, RecursionError):
        return None


def write_body(record: Record, earlier: str | None = None) -> str:
    """``record`` as JSON text. ValueError for a number that is not finite.

    Fields of the ``earlier`` body that this program does not know are carried over: a newer one
    wrote them, and an older one that edits a note must not lose them.
    """
    body = record.to_body()
    for name, value in _loaded(earlier).items():
        body.setdefault(name, value)
    # Only ASCII, so that half a surrogate pair in a note cannot make the text unwritable.
    return json.dumps(body, allow_nan=False, separators=(",", ":"))


def _loaded(text: str | None) -> Body:
    try:
        body = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one class is read, worked out once."""

    readers: Mapping[str, Reader]
    required: frozenset[str]
    moments: tuple[str, ...]


_plans: dict[type[Record], _Plan] = {}


def _plan(cls: type[Record]) -> _Plan:
    plan = _plans.get(cls)
    if plan is None:
        plan = _plans[cls] = _make_plan(cls)
    return plan


def _make_plan(cls: type[Record]) -> _Plan:
    words = ("PainSource", "SessionState", "Outcome")
    # Annotations are texts here (PEP 563), so nothing has to be evaluated.
    declared = {field.name: str(field.type) for field in fields(cls)}
    return _Plan(
        readers={name: reader_for(text, words) for name, text in declared.items()},
        required=frozenset(field.name for field in fields(cls) if field.default is MISSING),
        moments=tuple(name for name, text in declared.items() if text.startswith("datetime")),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
