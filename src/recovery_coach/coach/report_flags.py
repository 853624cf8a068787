"""The report's part about warning signs: what was answered and when, and what was not.

A clinician asks for this first. So it says as clearly what nobody asked or answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from recovery_coach.base.i18n import capital, tr, trn
from recovery_coach.coach.entry_words import exercise_words, level_words, seen_day
from recovery_coach.coach.gate import Standing
from recovery_coach.coach.record_words import answer_label, answer_words
from recovery_coach.coach.report import Line
from recovery_coach.coach.report_words import day_words
from recovery_coach.insight.plain import Span
from recovery_coach.journal import CheckRecord, SeenRecord, read_answer_texts
from recovery_coach.redflags.evaluate import reason_for
from recovery_coach.redflags.fields import answers_from_texts
from recovery_coach.redflags.model import Group, Reason, rank
from recovery_coach.redflags.questions import EXPECTING, groups, shipped_questions

CHECKS = 4
"""How many checks are told of, the newest; the others are counted."""
VISITS = 3


def flag_lines(
    standing: Standing, checks: Sequence[CheckRecord], seen: Sequence[SeenRecord], span: Span
) -> tuple[Line, ...]:
    """``standing`` is what stands on the day the report is made; the others are of its days."""
    return tuple(_lines(standing, checks, seen, span))


def _lines(
    standing: Standing, checks: Sequence[CheckRecord], seen: Sequence[SeenRecord], span: Span
) -> Iterator[Line]:
    yield Line(_level(standing.level, standing.verdict.reasons), tr("Stands now"))
    asked = [check for check in checks if check.asked]
    if not asked:
        yield Line(tr("No check of warning signs was answered in these days."))
    for check in asked[: -CHECKS - 1 : -1]:
        yield Line(_check(check), _when(check.at, span))
    if len(asked) > CHECKS:
        earlier = len(asked) - CHECKS
        yield Line(trn("and {n} earlier check", "and {n} earlier checks", earlier))
    if asked:
        yield from _answers(asked[-1], span)
    unasked = [check for check in checks if not check.asked]
    if unasked:
        days = tr(", ").join(
            dict.fromkeys(day_words(one.at.date(), span) for one in unasked[-CHECKS:])
        )
        count = trn(
            "{n} entry brought about a level by itself",
            "{n} entries brought about a level by themselves",
            len(unasked),
        )
        yield Line(tr("{what}, last on {days}").format(what=count, days=days))
    if not seen:
        yield Line(tr("no visit written down in these days"), tr("Seen by a professional"))
    for visit in seen[: -VISITS - 1 : -1]:
        text = tr("{date}: {what}")
        words = text.format(
            date=day_words(seen_day(visit), span), what=exercise_words(visit.exercise_fine)
        )
        yield Line(words, tr("Seen by a professional"))


def _level(level: str, reasons: Sequence[Reason]) -> str:
    grave = rank("not fully checked")
    told = [one.text for one in reasons if one.text and rank(one.level) >= grave]
    return " ".join((capital(level_words(level)) + ".", *told))


def _check(check: CheckRecord) -> str:
    answers = answers_from_texts(read_answer_texts(check.answers))
    found = (reason_for(row, answers, check.at) for row in check.reasons)
    how = tr("full check") if check.full else tr("some questions")
    about = tr("{how}, rules version {n}").format(how=how, n=check.rules)
    words = _level(check.level, [reason for reason in found if reason is not None])
    return f"{words} {capital(about)}."


def _when(at: datetime, span: Span) -> str:
    return tr("Check, {date}").format(date=f"{day_words(at.date(), span)} {at:%H:%M}")


# -- what was answered -----------------------------------------------------------------------


def _answers(check: CheckRecord, span: Span) -> Iterator[Line]:
    """What was answered in the last check: signs in full, and the rest by its groups."""
    told = read_answer_texts(check.answers)
    day = day_words(check.at.date(), span)
    signs = [field for group in groups() for field in _signs(group, told)]
    for field in signs:
        yield Line(answer_words(field, told[field]), answer_label(field))
    harmless = _by_group(told, wanted=True, signs=frozenset(signs))
    if harmless:
        yield Line(harmless, tr("Answered with none or no, {date}").format(date=day))
    missing = _by_group(told, wanted=False, signs=frozenset(signs))
    if missing:
        yield Line(missing, tr("Not asked or not answered"))


def _signs(group: Group, told: Mapping[str, str]) -> Iterator[str]:
    """The fields whose answer is more than none of it; what has no such answer is told, too."""
    for question in group.questions:
        value = told.get(question.field, "").partition("@")[0]
        if value and value != (question.none or "no"):
            yield question.field


def _by_group(told: Mapping[str, str], wanted: bool, signs: frozenset[str]) -> str:
    """How many questions of each group were answered harmlessly, or not at all."""
    table = shipped_questions()
    said = []
    for group in groups():
        if not wanted and (group.id in table.follows or group.id == EXPECTING):
            continue
        fields = [one.field for one in group.questions if one.field not in signs]
        count = sum((field in told) is wanted for field in fields)
        if count:
            text = tr("{group} ({n} of {all})")
            said.append(text.format(group=tr(group.title), n=count, all=len(group.questions)))
    return tr("; ").join(said)
