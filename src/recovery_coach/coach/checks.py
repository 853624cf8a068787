"""Checks of warning signs and the journal: what stands, and what every new entry does to it.

A level that an entry brings about is written down with it, as a check that nobody answered: so it
is held (facts 5.2, rule 4) when the next number is a lower one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from recovery_coach.coach import background
from recovery_coach.coach.counted import counted
from recovery_coach.coach.episode import EPISODE_ENDS, end_of_today, hurts
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.standing import Past, stand
from recovery_coach.journal import (
    CheckRecord,
    Entry,
    ExerciseFine,
    HurtRecord,
    Journal,
    PainEntry,
    SeenRecord,
    SessionRecord,
    Write,
    answer_texts,
)
from recovery_coach.redflags.evaluate import evaluate
from recovery_coach.redflags.model import Answers, Verdict, rank
from recovery_coach.redflags.questions import kept_fields, must_answer
from recovery_coach.redflags.rules import rules_version

ENTRIES = 60
"""How many of the newest entries are read: those of the newest day count, and the one before."""
CHECKS = 1000
"""How many checks without a full one among them: each may hold a level."""
FEW = 4
"""Most often the last full check is among so many: the others need not be read."""
HURTS = 20


def read_past(journal: Journal, now: datetime) -> Past:
    """What counts of the journal."""
    started = [one.record.started_at for one in journal.latest(SessionRecord, 1)]
    until = end_of_today(now)
    entries = [one.record for one in journal.latest(PainEntry, ENTRIES, before=until)]
    stops = [one.record for one in journal.latest(HurtRecord, HURTS)]
    checks = [one.record for one in _from_the_last_full(journal)]
    seen = next((one.record for one in journal.latest(SeenRecord, 1)), None)
    asked = [check.at for check in checks if check.asked][-1:]
    counts = [*asked, *([seen.at] if seen is not None else [])]
    return Past(
        checks=checks,
        seen=seen,
        hurts=stops[::-1],
        entries=entries[::-1],
        hurt_at=journal.when_it_hurt(min(counts), EPISODE_ENDS) if counts else (),
        background=dict(background.read_background(journal, now).answers),
        session_at=started[0] if started else None,
        counted=counted(journal, now),
    )


def _from_the_last_full(journal: Journal) -> list[Entry[CheckRecord]]:
    found: list[Entry[CheckRecord]] = []
    for most in (FEW, CHECKS):
        found = []
        for entry in journal.latest(CheckRecord, most):
            found.append(entry)
            if entry.record.full:
                return found[::-1]
    return found[::-1]


def standing(journal: Journal, now: datetime) -> Standing:
    """What stands now."""
    return stand(read_past(journal, now), now)


# -- writing -------------------------------------------------------------------------------


def note(journal: Journal, entry: PainEntry, now: datetime) -> list[str]:
    """Write an entry, and hold the level it brings about; the versions to undo it by.

    What stood before by the answers alone is held as well: a lower number never clears anything.
    """
    past = read_past(journal, now)
    with_it = replace(
        past,
        entries=sorted([*past.entries, entry], key=lambda one: one.at),
        hurt_at=sorted([*past.hurt_at, *([entry.at] if hurts(entry) else [])]),
    )
    states = (stand(past, now), stand(with_it, now))
    held = [Write(record=_unasked(one, now)) for one in states if is_unheld(one)]
    written = journal.write([Write(record=entry), *held])
    return [one.version_id for one in written]


def hold(journal: Journal, now: datetime) -> list[str]:
    """Hold what follows from what others wrote, such as a session; the versions to undo it by."""
    one = standing(journal, now)
    if not is_unheld(one):
        return []
    return [journal.append(_unasked(one, now)).version_id]


def is_unheld(one: Standing) -> bool:
    """Whether the answers come to a grave row that is not held yet."""
    held = {(reason.id, reason.level) for reason in one.held}
    return any(
        rank(reason.level) >= rank("book") and (reason.id, reason.level) not in held
        for reason in one.now.reasons
    )


def _unasked(one: Standing, now: datetime) -> CheckRecord:
    """A check that nobody answered: what follows from what is known."""
    return replace(check_record(one.now, one.answers, now, full=False), asked=False)


def check_record(
    verdict: Verdict, answers: Answers, now: datetime, full: bool, session: str | None = None
) -> CheckRecord:
    """A check as the journal keeps it."""
    return CheckRecord(
        at=now,
        full=full,
        answers=answer_texts(answers),
        level=verdict.level,
        reasons=tuple(reason.id for reason in verdict.reasons),
        rules=rules_version(),
        session=session,
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """A check that was judged: what is to be written, and the health background in it."""

    verdict: Verdict
    record: CheckRecord
    background: Answers


def judge(
    past: Past,
    given: Answers,
    now: datetime,
    asked_all: bool = False,
    session: str | None = None,
) -> Checked:
    """What follows from the answers ``given`` to a check, beside what is known.

    It counts as a full one only where everything that may not be left open has its answer: a level
    never drops by what was not said (facts 5.2, rule 4).
    """
    full = asked_all and not must_answer() - given.keys()
    before = stand(past, now)
    told = {name: value for name, value in before.answers.items() if _is_told(name, full, before)}
    answers = {**told, **given}
    verdict = evaluate(answers, now, before.closed, before.fine)
    record = check_record(verdict, answers, now, full, session)
    kept = kept_fields()
    return Checked(verdict, record, {name: v for name, v in given.items() if name in kept})


def _is_told(name: str, full: bool, before: Standing) -> bool:
    """Whether an earlier answer still stands; a full check begins anew but for the marks."""
    return not full or before.is_kept(name)


def answer(
    journal: Journal,
    given: Answers,
    now: datetime,
    asked_all: bool = False,
    session: str | None = None,
) -> list[str]:
    """Write a check down; the versions to undo it by."""
    checked = judge(read_past(journal, now), given, now, asked_all, session)
    versions = [journal.append(checked.record).version_id]
    for name, value in checked.background.items():
        versions.append(background.answer(journal, name, str(value), now))
    return versions


def close(journal: Journal, on: date, fine: ExerciseFine, now: datetime) -> str:
    """A professional has seen it, ``on`` that day; the version to undo it by (rule 4)."""
    before = standing(journal, now)
    grounds: dict[str, set[str]] = {}
    for reason in (*before.held, *before.now.reasons):
        if reason.id and rank(reason.level) >= rank("book"):
            grounds.setdefault(reason.id, set()).update(reason.said)
    already = before.closed
    for row, said in already.items():
        grounds.setdefault(row, set()).update(said)
    record = SeenRecord(
        at=now,
        seen_on=on.isoformat(),
        exercise_fine=fine,
        closed=tuple(f"{row}: {', '.join(sorted(said))}" for row, said in grounds.items()),
    )
    return journal.append(record).version_id
