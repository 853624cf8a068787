"""What follows from the answers: a pure function of them, the time, and what was seen already.

Rows never cancel one another: all that match are reasons, and the gravest gives the level. An
unanswered question that something has triggered takes the place of *self-care* and *none*, and
stands beside anything graver (facts 5.2, rules 1 and 2).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.access import Fine, access
from recovery_coach.redflags.closing import unchanged
from recovery_coach.redflags.conditions import holding
from recovery_coach.redflags.deriving import Facts, derive
from recovery_coach.redflags.model import Answers, Level, Reason, Verdict, highest, rank
from recovery_coach.redflags.questions import asked_by_pain, shipped_questions, unanswered
from recovery_coach.redflags.rules import Row, Rules, shipped_rules

OPEN: Level = "not fully checked"
CALL = frozenset({"E-07", "E-08", "E-09"})
CRISIS = "E-13"
SORE = "N-01"
DEFAULT = "X-01"

Closed = Mapping[str, Collection[str]]
"""Rows a professional has seen, each with the answers it rested on then, as ``field=value``."""


def evaluate(
    answers: Answers,
    now: datetime,
    closed: Closed | None = None,
    fine: Fine = "unsure",
) -> Verdict:
    """The level, every reason for it, and which routines are open.

    ``fine`` is what the person was told about exercise when they were seen. Nothing entered is
    ``none`` without a reason; that an earlier level stands then is for the caller to know.
    """
    if not answers:
        return Verdict("none")
    rules = shipped_rules()
    facts = derive(answers, now)
    warnings, seen = _warnings(rules, facts, closed or {})
    still_open = unanswered(facts, answers)
    facts.values.update(
        rows=tuple(reason.id for reason in (*warnings, *seen)),
        warned="yes" if warnings else "no",
        seen="yes" if seen else "no",
        asked_for_pain="yes" if asked_by_pain(answers, now) else "no",
        open="yes" if still_open else "no",
    )
    later = _later(rules, facts)
    default = _seen_default(later, closed or {})
    if default:
        facts.values.update(rows=(), seen="yes")
        seen, later = [default], _later(rules, facts)
    damaged = bool(rules.problems or shipped_questions().problems)
    if still_open or damaged:
        later = [reason for reason in later if rank(reason.level) >= rank(OPEN)]
    reasons = sorted((*warnings, *later), key=lambda reason: -rank(reason.level))
    verdict = _verdict(rules, facts, tuple(reasons), still_open, damaged)
    return replace(
        verdict,
        access=access(verdict.level, reasons, facts.values, fine),
        seen=tuple(reason.id for reason in seen),
    )


def _verdict(
    rules: Rules,
    facts: Facts,
    reasons: tuple[Reason, ...],
    still_open: tuple[str, ...],
    damaged: bool,
) -> Verdict:
    level = highest(*(reason.level for reason in reasons), *([OPEN] if damaged else []))
    rows = {reason.id for reason in reasons}
    return Verdict(
        level=level,
        reasons=reasons,
        open=still_open,
        codes=frozenset(one.code for one in rules.codes if holding(one.any, facts.values)),
        call=bool(rows & CALL),
        crisis=CRISIS in rows,
        looks_sore=SORE in rows,
    )


def _warnings(rules: Rules, facts: Facts, closed: Closed) -> tuple[list[Reason], list[Reason]]:
    """Rows of warning that match: those raised, and those that were seen and are unchanged."""
    raised: list[Reason] = []
    seen: list[Reason] = []
    for row in rules.rows:
        reason = None if row.is_later else _reason(row, facts)
        if reason is not None:
            is_seen = row.id in closed and unchanged(reason.said, closed[row.id])
            (seen if is_seen else raised).append(reason)
    return raised, seen


def _seen_default(later: list[Reason], closed: Closed) -> Reason | None:
    """X-01, where a professional has seen what it rests on, and it is unchanged."""
    for reason in later:
        if reason.id == DEFAULT and unchanged(reason.said, closed.get(DEFAULT, ())):
            return reason
    return None


def _later(rules: Rules, facts: Facts) -> list[Reason]:
    """The rows from N-01 on, in their order; each may test those before it."""
    found: list[Reason] = []
    for row in rules.rows:
        reason = _reason(row, facts) if row.is_later else None
        if reason is None:
            continue
        found.append(reason)
        rows = facts.values["rows"]
        facts.values["rows"] = (*(rows if isinstance(rows, tuple) else ()), row.id)
    return found


def _reason(row: Row, facts: Facts) -> Reason | None:
    """Why a row matches: in the words of its gravest cases, with what all of them rest on."""
    matching = [(case, holding(case.any, facts.values)) for case in row.cases]
    matching = [(case, alternatives) for case, alternatives in matching if alternatives]
    if not matching:
        return None
    level = highest(*(case.level for case, _ in matching))
    texts = dict.fromkeys(tr(case.text) for case, _ in matching if case.level == level)
    grounds = {
        ground
        for _, alternatives in matching
        for tests in alternatives
        for test in tests
        if not test.negated
        for ground in facts.grounds(test.field, test.words)
    }
    return Reason(row.id, level, " ".join(texts), tuple(sorted(grounds)))


def reason_for(row: str, answers: Answers, now: datetime) -> Reason | None:
    """One row as it matches ``answers``; where it does not (any more), by its first case."""
    found = next((one for one in shipped_rules().rows if one.id == row), None)
    if found is None:
        return None
    first = found.cases[0]
    return _reason(found, derive(answers, now)) or Reason(row, first.level, tr(first.text))
