"""What stands now: the level, why, what is still to be asked, and which routines may be begun.

It follows from the journal alone, by facts 5.2. Nothing is kept beside it: the same journal gives
the same answer on every device. What is read is :class:`Past`; :func:`stand` is pure.

A level of *book* or above is **held** (rule 4): by the check that gave it, or by a stop in a
session, until a fresh full check or a professional. *Not fully checked* and what lies below it
follow from the answers as they are now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from recovery_coach.base.i18n import tr
from recovery_coach.coach.episode import in_episode, of_episode
from recovery_coach.coach.gate import ASKS_FROM, NOTHING, Standing
from recovery_coach.coach.marking import is_newer, marks_of
from recovery_coach.coach.marks import Marks
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

CLOCKS = tuple(timedelta(hours=hours) for hours in (24, 48, 72, 7 * 24, 14 * 24))
"""When a check is asked for again, from when the pain was first felt (facts 5.2, rule 6)."""
FRESH = timedelta(hours=4)
"""A check so young counts as made before this session, the first one after it (editorial)."""
WORSE_BY = 2
"""Points on the scale that are more than noise (Ostelo 2008)."""

PRESSING_WORDS = frozenset({*NERVE_WORDS, "tearing"})
PRESSING_PLACES = frozenset({"saddle", "chest", "abdomen", "calf_L", "calf_R"})
"""What is asked about at once after a check-in, and not only before a session (editorial)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What counts of the journal, each in the order it happened.

    ``checks``: from the last full one on. ``entries``: the newest, those of the last days at least.
    ``hurt_at``: when it hurt, as far back as a check or a visit may still count, and as few moments
    of it as tell the gaps. ``background``: answers of the health background that still hold.
    """

    checks: Sequence[CheckRecord] = ()
    seen: SeenRecord | None = None
    hurts: Sequence[HurtRecord] = ()
    entries: Sequence[PainEntry] = ()
    hurt_at: Sequence[datetime] = ()
    background: Answers | None = None
    session_at: datetime | None = None
    """When the last session was begun."""
    counted: Answers | None = None
    """Fields of facts 5.4 that are counted in the journal, and not asked."""


def stand(past: Past, now: datetime) -> Standing:
    """What stands ``now``."""
    known = _known(past, now)
    held = tuple(_held(past))
    verdict = NOTHING
    groups: tuple[Group, ...] = ()
    if known.said:
        verdict = evaluate(known.answers, now, known.closed, known.fine)
        groups = triggered(known.answers, now)
    fresh = _is_fresh(past, known, now)
    return Standing(
        now=verdict,
        held=held,
        answers=known.answers,
        prefill=known.answers if fresh else _without_nones(known.answers),
        lasting=frozenset({**(past.background or {}), **(past.counted or {})}),
        marks=known.marks,
        closed=known.closed,
        fine=known.fine,
        groups=groups,
        fresh=fresh,
        pressing=_presses(known),
        verdict=_as_told(_with_held(verdict, held, known, now), past, known),
    )


def _as_told(verdict: Verdict, past: Past, known: _Known) -> Verdict:
    """Without a clear yes to exercise, the gentle set alone stays open until a full check (rule 4).

    A lower number on the next day says nothing of what a professional has said.
    """
    seen = past.seen if known.fine_told else None
    if seen is None or seen.exercise_fine == "yes" or verdict.access not in ("all", "amber"):
        return verdict
    if any(check.full and check.at > seen.at for check in past.checks):
        return verdict
    return replace(verdict, access="gentle")


# -- what is known -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    answers: Answers
    marks: Marks
    closed: Mapping[str, frozenset[str]]
    fine: Fine
    fine_told: bool
    """Whether a professional was seen in this episode."""
    said: bool
    """Whether anything was entered at all: else the last level stands (rule 2)."""


def _known(past: Past, now: datetime) -> _Known:
    entries = of_episode(past.entries, now)
    last = _last_asked(past)
    if last is not None and not in_episode(last.at, past.hurt_at, now):
        last = None
    marks = marks_of(entries)
    seen = past.seen if past.seen and in_episode(past.seen.at, past.hurt_at, now) else None
    closed = closed_rows(seen) if seen else {}
    answers = _answered(last, seen, closed) if last is not None else {}
    if last is not None and _is_stale(last, past, marks, answers, now):
        answers = _without_nones(answers)
    newest = entries[-1].at if entries else None
    if newest is not None and (last is None or newest > last.at):
        answers = {name: v for name, v in answers.items() if name not in Marks.fields}
        if last is not None and (worst := _number(_read(last), "worst_nrs")):
            answers["previous_worst_nrs"] = worst
        answers |= marks.answers
    return _Known(
        answers={**(past.background or {}), **(past.counted or {}), **answers},
        marks=marks,
        closed={row: said for row, said in closed.items() if row not in happening()},
        fine=seen.exercise_fine if seen else "unsure",
        fine_told=seen is not None,
        said=bool(entries) or last is not None,
    )


def _last_asked(past: Past) -> CheckRecord | None:
    """The last check that somebody answered."""
    return next((check for check in reversed(past.checks) if check.asked), None)


def _answered(
    last: CheckRecord, seen: SeenRecord | None, closed: Mapping[str, frozenset[str]]
) -> dict[str, Value]:
    """What was answered: the last check holds all that was still known when it was made.

    The health background has a record of its own, and may have changed since. An event that a
    professional has seen is over: said again, it is another one.
    """
    over = set(kept_fields())
    if seen is not None and last.at <= seen.at:
        over |= {said.partition("=")[0] for row in happening() for said in closed.get(row, ())}
    return {name: value for name, value in _read(last).items() if name not in over}


def _read(check: CheckRecord) -> dict[str, Value]:
    return answers_from_texts(read_answer_texts(check.answers))


# -- whether it still holds ----------------------------------------------------------------


def _is_stale(last: CheckRecord, past: Past, marks: Marks, answers: Answers, now: datetime) -> bool:
    """Whether a no has to be said again: something is new or worse, or a clock is due."""
    stirred = any(hurt.at > last.at and stirs(hurt) for hurt in past.hurts)
    before = _read(last)
    return stirred or is_newer(marks, before, WORSE_BY) or _clock_due(last, marks, answers, now)


def _clock_due(last: CheckRecord, marks: Marks, answers: Answers, now: datetime) -> bool:
    text = answers.get("onset_time")
    began = onset(text, now) if isinstance(text, str) else None
    if began is None or marks.number == 0:
        return False
    return any(last.at < began + clock <= now for clock in CLOCKS)


def _without_nones(answers: Answers) -> dict[str, Value]:
    """What was said and stands until it is unsaid; a no, and what excused, is to be said again."""
    unsaid = nones()
    excuses = {name for name, known in FIELDS.items() if known.effect == "mitigating"}
    return {
        name: value
        for name, value in answers.items()
        if value != unsaid.get(name) and name not in excuses
    }


def _is_fresh(past: Past, known: _Known, now: datetime) -> bool:
    """Whether a session may begin without a check of its own (rule 6)."""
    number = known.marks.number
    leg = known.marks.leg or known.answers.get("runs_from_back") == "yes"
    if not known.said or ((number or 0) < ASKS_FROM and not leg):
        return True
    last = _last_asked(past)
    if last is None or now - last.at > FRESH:
        return False
    newest = past.entries[-1].at if past.entries else last.at
    return newest <= last.at and (past.session_at is None or past.session_at <= last.at)


def _presses(known: _Known) -> bool:
    words, places = known.answers.get("qualities", ()), known.answers.get("regions", ())
    pressing = isinstance(words, tuple) and bool(set(words) & PRESSING_WORDS)
    pressing |= isinstance(places, tuple) and bool(set(places) & PRESSING_PLACES)
    return pressing or known.marks.leg


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
