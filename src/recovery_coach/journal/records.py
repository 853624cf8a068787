"""What the journal holds: pain, sessions with their sets and hurts, checks of warning signs.

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

from recovery_coach.journal.bodies import plain_body
from recovery_coach.journal.fields import Reader, reader_for

PainSource = Literal["today", "before", "after", "terminal", "checkin", "flare", "morning"]
SessionState = Literal["running", "finished", "stopped", "kept"]
Outcome = Literal["done", "skipped", "partial", "hurt"]
RunsDown = Literal["no", "buttock", "thigh", "below_knee"]
RunsSide = Literal["left", "right", "both"]
Training = Literal["trained", "rest"]
ExerciseFine = Literal["yes", "no", "unsure"]

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
        """The record as the journal holds it: :meth:`all_fields` without what was not answered.

        Most entries are a number alone.
        """
        return {name: value for name, value in self.all_fields().items() if value not in (None, [])}

    def all_fields(self) -> Body:
        """Every field as JSON holds it: times in ISO form with their offset, tuples as lists."""
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
    """How it is at one moment: a number alone, or all that the check-in asks (facts 4.3).

    Whatever was not answered is None or empty, and never 0. All scores are 0 to 10: ``nrs`` is the
    back now, ``leg_nrs`` the leg now, ``worst_nrs`` the worst of the last 24 hours; ``effort`` is
    that of the training. ``regions`` holds ids of ``resources/regions.toml``, each with its own
    score where one was given: ``lowback_L=6`` (see :func:`region_scores`). ``qualities`` are words
    of facts 4.9. ``runs_down``: how far it runs down from the back or buttock, with its side.
    ``session`` is the session it was asked with, before or after it or on the morning after.
    """

    kind = "pain"
    scores = ("nrs", "leg_nrs", "worst_nrs", "sleep_quality", "stress", "mood", "effort")

    nrs: int | None = None
    at: datetime
    source: PainSource
    note: str = ""
    session: str | None = None
    leg_nrs: int | None = None
    worst_nrs: int | None = None
    regions: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    stiff_minutes: int | None = None
    woke: bool | None = None
    runs_down: RunsDown | None = None
    runs_side: RunsSide | None = None
    sleep_hours: float | None = None
    sleep_quality: int | None = None
    stress: int | None = None
    mood: int | None = None
    water: float | None = None
    """Litres."""
    training: Training | None = None
    lifts: tuple[str, ...] = ()
    training_minutes: int | None = None
    effort: int | None = None
    taken: tuple[str, ...] = ()
    """Heat, cold, massage, medicine: plain tags, never a dose."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord(Record):
    """A check of warning signs: what was answered, and the level that followed from it.

    ``answers`` are ``field=value`` with the fields of facts 5.4; what is missing is unknown.
    ``full``: every question was asked, so that a level may drop by it (facts 5.2, rule 4);
    ``asked``: any was. One that nobody answered holds a level that an entry has brought about.
    ``rules`` is the version of the rules it was judged by; ``session`` the one that led to it.
    """

    kind = "check"

    at: datetime
    full: bool
    answers: tuple[str, ...] = ()
    level: str
    reasons: tuple[str, ...] = ()
    rules: int
    asked: bool = True
    session: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRecord(Record):
    """A professional has looked at it (facts 5.2, rule 4), on the ISO date ``seen_on``.

    ``closed``: the rows that matched then, each with the answers it rested on, as
    ``U-07: below_knee_side=left, runs_from_back=yes``. ``exercise_fine``: what the person was told.
    """

    kind = "seen"

    at: datetime
    seen_on: str
    exercise_fine: ExerciseFine
    closed: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundRecord(Record):
    """What is known of somebody's health, as far as they want to say; ``at``: last gone through.

    ``answers`` as in a check; ``codes`` are the caution codes of facts 2.1 the person has set.
    """

    kind = "background"

    at: datetime
    answers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRecord(Record):
    """Once a week, 0 to 10 each: how strong, how far in the way of enjoying, of doing things.

    Three items of our own, inspired by the PEG and not scored against it (facts 4.2).
    """

    kind = "impact"
    scores = ("pain", "enjoyment", "activity")

    at: datetime
    pain: int | None = None
    enjoyment: int | None = None
    activity: int | None = None

    @property
    def mean(self) -> float | None:
        """Of all three; None where one is missing."""
        items = (self.pain, self.enjoyment, self.activity)
        given = [item for item in items if item is not None]
        return sum(given) / len(given) if len(given) == len(items) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRecord(Record):
    """Of what two computers made of one record, the person has chosen.

    ``record`` is its id, ``chosen`` the version that was kept; ``settled`` are the versions that
    nothing follows and that are no question any more.
    """

    kind = "choice"

    at: datetime
    record: str
    chosen: str
    settled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRecord(Record):
    """A day the person wants to see beside their numbers: "deadlift PR", "week off".

    ``compares``: "from this day on I do X", to be compared with the two weeks before it (facts
    4.11); the first version says when that was written down, which has to be before the results.
    """

    kind = "mark"

    at: datetime
    words: str
    compares: bool = False


KINDS: dict[str, type[Record]] = {
    record.kind: record
    for record in (
        PainEntry,
        SessionRecord,
        SetRecord,
        HurtRecord,
        CheckRecord,
        SeenRecord,
        BackgroundRecord,
        ImpactRecord,
        ChoiceRecord,
        MarkRecord,
    )
}
"""Every kind of record this program knows. A journal may hold others; they are left alone."""


def read_body(kind: str, text: str) -> Record | None:
    """The record whose body is ``text``, or None where it is damaged or its kind unknown."""
    try:
        body = json.loads(text)
        return KINDS[kind].from_body(body) if isinstance(body, dict) else None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def write_body(record: Record, earlier: str | None = None) -> str:
    """``record`` as JSON text. ValueError for a number that is not finite.

    Fields of the ``earlier`` body that this program does not know are carried over: a newer one
    wrote them, and an older one that edits a note must not lose them.
    """
    body = record.to_body()
    known = _plan(type(record)).readers
    body |= {name: value for name, value in _loaded(earlier).items() if name not in known}
    return plain_body(body)


def region_scores(entry: PainEntry) -> dict[str, int | None]:
    """The regions that were marked, in their order, each with its own score if it has one."""
    found: dict[str, int | None] = {}
    for text in entry.regions:
        region, _, score = text.partition("=")
        known = score.isascii() and score.isdecimal() and int(score[:3]) <= 10
        found[region] = int(score[:3]) if known else None
    return found


def region_texts(scores: Mapping[str, int | None]) -> tuple[str, ...]:
    """The same as an entry holds it."""
    return tuple(r if score is None else f"{r}={score}" for r, score in scores.items())


def answer_texts(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Answers as a check or a background holds them: ``fever=no``, lists with ``|`` between."""
    plain = {
        name: "|".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        for name, value in answers.items()
    }
    return tuple(f"{name}={value}" for name, value in sorted(plain.items()))


def read_answer_texts(texts: tuple[str, ...]) -> dict[str, str]:
    """The same by field, every value still a text."""
    split = (text.partition("=") for text in texts)
    return {name: value for name, _, value in split}


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
    words = (
        *("PainSource", "SessionState", "Outcome"),
        *("RunsDown", "RunsSide", "Training", "ExerciseFine"),
    )
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
