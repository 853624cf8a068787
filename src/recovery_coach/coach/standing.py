"""What stands now: the level, why, what is still to be asked, and which routines may be begun.

It follows from the journal alone, by facts 5.2. Nothing is kept beside it: the same journal gives
the same answer on every device. What is read is :class:`Past`; :func:`stand` is pure.

A level of *book* or above is **held** (rule 4): by the check that gave it, or by a stop in a
session, until a fresh full check or a professional. *Not fully checked* and what lies below it
follow from the answers as they are now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

from recovery_coach.base.i18n import tr
from recovery_coach.coach.marks import Marks, marks_of
from recovery_coach.coach.stops import reason_of_stop, stirs, stopping_word
from recovery_coach.journal import (
    CheckRecord,
    HurtRecord,
    PainEntry,
    SeenRecord,
    read_answer_texts,
)
from recovery_coach.redflags.access import Fine, access
from recovery_coach.redflags.deriving import NERVE_WORDS, derive
from recovery_coach.redflags.evaluate import CALL, CRISIS, OPEN, evaluate, reason_for
from recovery_coach.redflags.fields import FIELDS, answers_from_texts, onset
from recovery_coach.redflags.model import (
    LEVELS,
    Access,
    Answers,
    Group,
    Level,
    Reason,
    Value,
    Verdict,
    rank,
)
from recovery_coach.redflags.questions import kept_fields, nones, triggered
from recovery_coach.redflags.rules import happening

NOTHING = Verdict("none")
"""Nothing was entered."""
EPISODE_ENDS = timedelta(days=30)
"""So long without an entry that hurts, and it is another episode (de Vet 2002 Spine, memory)."""
CLOCKS = tuple(timedelta(hours=hours) for hours in (24, 48, 72, 7 * 24, 14 * 24))
"""When a check is asked for again, from when the pain was first felt (facts 5.2, rule 6)."""
FRESH = timedelta(hours=4)
"""A check so young counts as made before this session, the first one after it (editorial)."""
ASKS_FROM = 3
"""The number from which each session has its own check: above 2 (facts 5.2, rule 6)."""
WORSE_BY = 2
"""Points on the scale that are more than noise (Ostelo 2008)."""

PRESSING_WORDS = frozenset({*NERVE_WORDS, "tearing"})
PRESSING_PLACES = frozenset({"saddle", "chest", "abdomen", "calf_L", "calf_R"})
"""What is asked about at once after a check-in, and not only before a session (editorial)."""

May = Literal["begin", "ask", "gentle_only", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What counts of the journal, each in the order it happened.

    ``checks``: from the last full one on. ``entries``: the newest, as many as an episode may have.
    ``background``: answers of the health background that are still of today.
    """

    checks: Sequence[CheckRecord] = ()
    seen: SeenRecord | None = None
    hurts: Sequence[HurtRecord] = ()
    entries: Sequence[PainEntry] = ()
    background: Answers | None = None
    session_at: datetime | None = None
    """When the last session was begun."""
    counted: Answers | None = None
    """Fields of facts 5.4 that are counted in the journal, and not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is true now. ``now`` follows from ``answers``; ``held`` was said before and still holds.

    ``groups``: the questions that are due, answered or not. ``fresh``: whether the check that a
    session asks for was made, or none is asked for. ``number``: the newest, of this episode.
    """

    now: Verdict
    held: tuple[Reason, ...] = ()
    answers: Answers = field(default_factory=dict)
    lasting: frozenset[str] = frozenset()
    """Fields whose answers are the health background's, or were counted."""
    marks: Marks = field(default_factory=Marks)
    closed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    fine: Fine = "unsure"
    groups: tuple[Group, ...] = ()
    fresh: bool = True
    verdict: Verdict = NOTHING
    """Both together: this is what is shown, and what rules the entrances."""

    def is_kept(self, name: str) -> bool:
        """Whether a full check leaves an answer as it is: the marks and the health background."""
        return name in self.marks.answers or name in self.lasting

    @property
    def level(self) -> Level:
        """The gravest of what is held and what follows now."""
        return self.verdict.level

    @property
    def alarmed(self) -> bool:
        """Whether its screen comes first, and nothing may be begun."""
        return rank(self.level) >= rank("urgent")

    @property
    def access(self) -> Access:
        """What may be begun without another question."""
        if not self.fresh and self.verdict.access in ("all", "amber"):
            return "gentle"
        return self.verdict.access

    @property
    def prefill(self) -> Answers:
        """What a check shows as answered already; a session's own asks for every no anew."""
        return self.answers if self.fresh else _without_nones(self.answers)

    @property
    def asks(self) -> bool:
        """Whether answers could open more than is open now."""
        due = bool(self.verdict.open) or not self.fresh
        return due and bool(self.groups) and not self.alarmed

    @property
    def only_gentle(self) -> bool:
        """Whether the gentle set alone is open, and no answer would open more."""
        return self.access == "gentle" and not self.asks

    @property
    def speaks(self) -> bool:
        """Whether it is to be said on Today: not on an ordinary day with a low number."""
        if self.level == "self-care":
            return (self.marks.number or 0) >= ASKS_FROM or "regions" in self.marks.answers
        return self.level != "none"

    @property
    def presses(self) -> bool:
        """Whether what is open was asked for by more than a number and a plain ache."""
        words, places = self.answers.get("qualities", ()), self.answers.get("regions", ())
        pressing = isinstance(words, tuple) and bool(set(words) & PRESSING_WORDS)
        pressing |= isinstance(places, tuple) and bool(set(places) & PRESSING_PLACES)
        return self.asks and bool(self.verdict.open) and (pressing or self.marks.leg)

    def allows(self, gentle: bool) -> bool:
        """Whether a routine is open, asked or not."""
        return self.access in ("all", "amber") or (gentle and self.access == "gentle")

    def may_begin(self, gentle: bool) -> May:
        """Whether a routine may be begun; ``gentle``: it is one of the gentle set.

        ``ask``: its questions come first, the gentle ones' as well (rule 6); left unanswered, the
        gentle set stays open.
        """
        if self.access == "none":
            return "no"
        if self.asks:
            return "ask"
        return "begin" if self.allows(gentle) else "gentle_only"


def stand(past: Past, now: datetime) -> Standing:
    """What stands ``now``."""
    known = _known(past, now)
    held = tuple(_held(past))
    verdict = NOTHING
    groups: tuple[Group, ...] = ()
    if known.said:
        verdict = evaluate(known.answers, now, known.closed, known.fine)
        groups = triggered(known.answers, now)
    return Standing(
        now=verdict,
        held=held,
        answers=known.answers,
        lasting=frozenset({**(past.background or {}), **(past.counted or {})}),
        marks=known.marks,
        closed=known.closed,
        fine=known.fine,
        groups=groups,
        fresh=_is_fresh(past, known, now),
        verdict=_with_held(verdict, held, known, now),
    )


# -- what is known -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    answers: Answers
    marks: Marks
    closed: Mapping[str, frozenset[str]]
    fine: Fine
    said: bool
    """Whether anything was entered at all: else the last level stands (rule 2)."""


def _known(past: Past, now: datetime) -> _Known:
    entries = _of_episode(past.entries, now)
    asked = (check for check in past.checks if check.asked)
    checks = [check for check in asked if _in_episode(check.at, past.entries, now)]
    last = checks[-1] if checks else None
    marks = marks_of(entries)
    seen = past.seen if past.seen and _in_episode(past.seen.at, past.entries, now) else None
    closed = closed_rows(seen) if seen else {}
    answers = _checked(checks, seen, closed)
    if last is not None and _is_stale(last, past, marks, answers, now):
        answers = _without_nones(answers)
    newest = entries[-1].at if entries else None
    if newest is not None and (last is None or newest > last.at):
        answers = {name: v for name, v in answers.items() if name not in Marks.fields}
        if last is not None and (worst := _number(_read(last), "worst_nrs")):
            answers["previous_worst_nrs"] = worst
        answers |= marks.answers
    said = bool(entries or checks)
    return _Known(
        answers={**(past.background or {}), **(past.counted or {}), **answers},
        marks=marks,
        closed={row: said for row, said in closed.items() if row not in happening()},
        fine=seen.exercise_fine if seen else "unsure",
        said=said,
    )


def _checked(
    checks: Iterable[CheckRecord],
    seen: SeenRecord | None,
    closed: Mapping[str, frozenset[str]],
) -> dict[str, Value]:
    """What was answered, later answers over earlier ones; a full check begins anew.

    The health background has a record of its own, and may have changed since. An event that a
    professional has seen is over: said again, it is another one.
    """
    found: dict[str, Value] = {}
    events = {said.partition("=")[0] for row in happening() for said in closed.get(row, ())}
    for check in checks:
        over = events if seen is not None and check.at <= seen.at else ()
        told = {name: value for name, value in _read(check).items() if name not in over}
        found = ({} if check.full else found) | told
    kept = kept_fields()
    return {name: value for name, value in found.items() if name not in kept}


def _read(check: CheckRecord) -> dict[str, Value]:
    return answers_from_texts(read_answer_texts(check.answers))


def _of_episode(entries: Sequence[PainEntry], now: datetime) -> list[PainEntry]:
    """The entries of this episode: back to a month without pain."""
    found: list[PainEntry] = []
    later = now
    for entry in reversed(entries):
        if later - entry.at > EPISODE_ENDS:
            break
        found.append(entry)
        if hurts(entry):
            later = entry.at
    return found[::-1]


def _in_episode(at: datetime, entries: Sequence[PainEntry], now: datetime) -> bool:
    """Whether there was no month without pain since ``at``."""
    times = [at, *(entry.at for entry in entries if entry.at > at and hurts(entry)), now]
    return all(b - a <= EPISODE_ENDS for a, b in pairwise(times))


def hurts(entry: PainEntry) -> bool:
    """Whether something hurts in it."""
    numbers = (entry.nrs, entry.leg_nrs, entry.worst_nrs)
    return bool(entry.regions) or any(number for number in numbers)


# -- whether it still holds ----------------------------------------------------------------


def _is_stale(last: CheckRecord, past: Past, marks: Marks, answers: Answers, now: datetime) -> bool:
    """Whether a no has to be said again: something is new or worse, or a clock is due."""
    stirred = any(hurt.at > last.at and stirs(hurt) for hurt in past.hurts)
    before = _read(last)
    return stirred or marks.newer_than(before, WORSE_BY) or _clock_due(last, marks, answers, now)


def _clock_due(last: CheckRecord, marks: Marks, answers: Answers, now: datetime) -> bool:
    text = answers.get("onset_time")
    began = onset(text, now) if isinstance(text, str) else None
    if began is None or marks.number == 0:
        return False
    return any(last.at < began + clock <= now for clock in CLOCKS)


def _without_nones(answers: Answers) -> dict[str, Value]:
    """What was said and stands until it is unsaid; a no, and what excused, is to be said again."""
    unsaid = nones()
    return {
        name: value
        for name, value in answers.items()
        if value != unsaid.get(name) and not _excuses(name)
    }


def _excuses(name: str) -> bool:
    """Whether an answer excuses others; what only an entry can tell is no field, and does not."""
    return name in FIELDS and FIELDS[name].effect == "mitigating"


def _is_fresh(past: Past, known: _Known, now: datetime) -> bool:
    """Whether a session may begin without a check of its own (rule 6)."""
    number = known.marks.number
    leg = known.marks.leg or known.answers.get("runs_from_back") == "yes"
    if not known.said or ((number or 0) < ASKS_FROM and not leg):
        return True
    last = max((check.at for check in past.checks if check.asked), default=None)
    if last is None or now - last > FRESH:
        return False
    newest = past.entries[-1].at if past.entries else last
    return newest <= last and (past.session_at is None or past.session_at <= last)


# -- what is held --------------------------------------------------------------------------


def _held(past: Past) -> Iterator[Reason]:
    """Why a level stands that only a fresh full check or a professional closes."""
    since = past.seen.at if past.seen else None
    for check in past.checks:
        if since is None or check.at > since:
            yield from held_by(check)
    full = past.checks[0].at if past.checks and past.checks[0].full else None
    for hurt in past.hurts:
        word = stopping_word(hurt)
        if word and not any(at is not None and hurt.at <= at for at in (since, full)):
            yield reason_of_stop(word)


def held_by(check: CheckRecord) -> Iterator[Reason]:
    """The rows of a check that are held."""
    # A word that only a newer program knows counts as grave.
    level: Level = next((one for one in LEVELS if one == check.level), "urgent")
    if rank(level) < rank("book"):
        return
    answers = _read(check)
    found = [reason_for(row, answers, check.at) for row in check.reasons]
    grave = [reason for reason in found if reason and rank(reason.level) >= rank("book")]
    # Where the rows are those of another program, the level alone is known, and holds.
    yield from grave or [Reason("", level, tr("An earlier check came to this."))]


def _with_held(verdict: Verdict, held: Sequence[Reason], known: _Known, now: datetime) -> Verdict:
    if not held:
        return verdict
    reasons = {reason.id: reason for reason in held}
    for reason in verdict.reasons:
        there = reasons.get(reason.id)
        if there is None or rank(reason.level) >= rank(there.level):
            reasons[reason.id] = reason
    found = sorted(reasons.values(), key=lambda reason: -rank(reason.level))
    # What says that nothing was found does not stand beside what was.
    found = [reason for reason in found if rank(reason.level) >= rank(OPEN)]
    return replace(
        verdict,
        level=found[0].level,
        reasons=tuple(found),
        access=access(found[0].level, found, derive(known.answers, now).values, known.fine),
        call=any(reason.id in CALL and reason.level == "emergency" for reason in found),
        crisis=CRISIS in reasons,
        looks_sore=False,
    )


def closed_rows(seen: SeenRecord) -> dict[str, frozenset[str]]:
    """The rows that a professional has seen, each with the answers it rested on."""
    found = {}
    for text in seen.closed:
        row, _, grounds = text.partition(": ")
        found[row] = frozenset(part for part in grounds.split(", ") if part)
    return found


def _number(answers: Answers, name: str) -> float | None:
    value = answers.get(name)
    return value if isinstance(value, int | float) else None
