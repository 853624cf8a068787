"""Which questions are asked: a table from marks, words, numbers and answers to questions.

What nothing has triggered is not asked, and does not count as unanswered (facts 5.2, rule 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

from recovery_coach.base.i18n import tr
from recovery_coach.base.paths import find_resources
from recovery_coach.base.problems import Problem
from recovery_coach.base.tables import (
    Table,
    TableFile,
    WrongError,
    each_in,
    flag_in,
    known,
    one_of,
    text_in,
)
from recovery_coach.redflags import conditions
from recovery_coach.redflags.deriving import Facts, derive
from recovery_coach.redflags.fields import FIELDS
from recovery_coach.redflags.model import Answers, Choice, Group, Question
from recovery_coach.redflags.reading import conditions_in

Asks = Literal["choice", "number", "when"]
EXPECTING = "expecting"

ASKS: tuple[Asks, ...] = ("choice", "number", "when")


@dataclass(frozen=True, slots=True)
class Trigger:
    """What asks for some fields; ``optional``: they do not count when they are left open."""

    any: conditions.AnyOf
    fields: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """Everything that was read, in the order of the file, and what could not be."""

    groups: tuple[Group, ...]
    whole: frozenset[str]
    kept: frozenset[str]
    follows: frozenset[str]
    triggers: tuple[Trigger, ...]
    problems: tuple[Problem, ...] = ()


@cache
def shipped_questions() -> Asking:
    """The questions of this program."""
    return read_questions(find_resources() / "rules" / "questions.toml")


# -- what is asked ---------------------------------------------------------------------------


def groups() -> tuple[Group, ...]:
    """Every group, the gravest first: the full check."""
    return shipped_questions().groups


def triggered(answers: Answers, now: datetime) -> tuple[Group, ...]:
    """The groups that something has triggered, each with the questions that it has.

    Those that are answered stay, so that a page can show what was said; of the health background,
    which is asked once and kept, only what is unknown.
    """
    table = shipped_questions()
    wanted = _asked(derive(answers, now), answers, optional=True)
    found = []
    for group in table.groups:
        questions = tuple(
            one
            for one in group.questions
            if one.field in wanted and not (group.id in table.kept and one.field in answers)
        )
        if questions:
            found.append(replace(group, questions=questions))
    return tuple(found)


def full_check(answers: Answers, now: datetime) -> tuple[Group, ...]:
    """Every group, but for those that only follow on others and that nothing has triggered.

    Of the health background what is unknown, as in :func:`triggered`.
    """
    table = shipped_questions()
    asked = {group.id: group for group in triggered(answers, now)}
    found = []
    for group in table.groups:
        if group.id in table.kept:
            open_ = tuple(one for one in group.questions if one.field not in answers)
            found += [replace(group, questions=open_)] if open_ else []
        elif group.id not in table.follows:
            found.append(group)
        elif group.id in asked:
            found.append(asked[group.id])
    return tuple(found)


def counting(answers: Answers, now: datetime, full: bool = False) -> frozenset[str]:
    """The fields that count when they are left open; the others help to say more.

    ``full``: of the full check, where what a level needs to drop counts as well.
    """
    asked = _asked(derive(answers, now), answers, optional=False)
    return asked | must_answer() if full else asked


def spoken(asked: Iterable[Group]) -> tuple[Group, ...]:
    """The groups in the language of this moment."""
    return tuple(
        Group(one.id, tr(one.title), tuple(map(_spoken, one.questions)), tr(one.none))
        for one in asked
    )


def _spoken(question: Question) -> Question:
    choices = tuple(Choice(one.value, tr(one.label)) for one in question.choices)
    return replace(question, text=tr(question.text), hint=tr(question.hint), choices=choices)


def open_fields(answers: Answers, now: datetime) -> tuple[str, ...]:
    """What was triggered, counts, and has no answer; in the order it is asked."""
    return unanswered(derive(answers, now), answers)


def unanswered(facts: Facts, answers: Answers) -> tuple[str, ...]:
    """The same, of facts that are derived already."""
    wanted = _asked(facts, answers, optional=False)
    return tuple(name for name in _order() if name in wanted and name not in answers)


def asked_by_pain(answers: Answers, now: datetime) -> tuple[str, ...]:
    """What the pain itself asks for (its number, places and words) and that has no answer.

    A further question that an answer has raised is not among them: a worse answer may never take
    back the level that X-01 gives.
    """
    names = ("current_nrs", "worst_nrs", "regions", "qualities", "upper_back_unexplained")
    itself = {name: answers[name] for name in names if name in answers}
    for name in ("current_nrs", "worst_nrs"):
        number = itself.get(name)
        if isinstance(number, int | float):
            itself[name] = min(number, 3)
    wanted = _asked(derive(itself, now), itself, optional=False)
    return tuple(name for name in _order() if name in wanted and name not in answers)


def _asked(facts: Facts, answers: Answers, optional: bool) -> frozenset[str]:
    """Every field that is asked for."""
    table = shipped_questions()
    found: set[str] = set()
    for trigger in table.triggers:
        wanted = optional or not trigger.optional
        if wanted and conditions.holding(trigger.any, facts.values):
            found.update(trigger.fields)
    again = answers.get("asked_again", ())
    for group in table.groups:
        if isinstance(again, tuple) and group.id in again:
            found.update(one.field for one in group.questions)
        if group.id in table.whole and any(_positive(one, answers) for one in group.questions):
            found.update(one.field for one in group.questions)
    return frozenset(found)


def _positive(question: Question, answers: Answers) -> bool:
    value = answers.get(question.field)
    return value is not None and value != question.none


@cache
def nones() -> Mapping[str, str]:
    """For each field what *none of these* says of it; of the trend, that it gets better."""
    asked = (one for group in groups() for one in group.questions)
    return {**{one.field: one.none for one in asked if one.none}, "trend": "better"}


@cache
def kept_fields() -> frozenset[str]:
    """The fields of the health background: asked once, and kept there."""
    table = shipped_questions()
    kept = (group for group in table.groups if group.id in table.kept)
    return frozenset(one.field for group in kept for one in group.questions)


@cache
def must_answer() -> frozenset[str]:
    """What a full check may not leave open, if a level is to drop by it (facts 5.2, rule 4).

    Everything that one button answers at once; but for what only a pregnancy asks.
    """
    kept = kept_fields()
    asked = (g for g in groups() if g.none and g.id != EXPECTING)
    return frozenset(one.field for g in asked for one in g.questions if one.field not in kept)


@cache
def _order() -> tuple[str, ...]:
    asked = [one.field for group in groups() for one in group.questions]
    return tuple(dict.fromkeys([*asked, *FIELDS]))


# -- reading ---------------------------------------------------------------------------------

YES_NO = "yes_no"


def read_questions(path: Path) -> Asking:
    """The questions in ``path``, and what is wrong with it. Never raises for a bad file."""
    reading = TableFile(path)
    labels = _choices(reading)
    whole: set[str] = set()
    kept: set[str] = set()
    follows: set[str] = set()

    def group(entry: Table) -> Group:
        read = _group(entry, labels)
        whole.update([read.id] * flag_in(entry, "whole"))
        kept.update([read.id] * flag_in(entry, "kept"))
        follows.update([read.id] * flag_in(entry, "follows"))
        return read

    found = {one.id: one for one in reading.each("groups", group)}
    triggers = tuple(reading.each("triggers", lambda entry: _trigger(entry, found)))
    return Asking(
        tuple(found.values()),
        frozenset(whole),
        frozenset(kept),
        frozenset(follows),
        triggers,
        tuple(reading.problems),
    )


def _choices(reading: TableFile) -> Mapping[str, tuple[Choice, ...]]:
    """Answers that several questions share, by their name."""
    found: dict[str, tuple[Choice, ...]] = {}
    table = reading.data.get("choices", {})
    for name, pairs in table.items() if isinstance(table, dict) else ():
        try:
            found[name] = tuple(_choice(pair) for pair in pairs)
        except (TypeError, ValueError):
            wanted = tr("must be a list of pairs: a value and its label")
            reading.tell(("choices", name), WrongError("", pairs, wanted))
    return found


def _choice(pair: Iterable[object]) -> Choice:
    value, label = pair
    if not isinstance(value, str) or not isinstance(label, str):
        raise TypeError
    return Choice(value, label)


def _group(entry: Table, labels: Mapping[str, tuple[Choice, ...]]) -> Group:
    known(entry, ("id", "title", "none", "whole", "kept", "follows", "questions"))
    has_none = bool(entry.get("none"))
    questions = tuple(each_in(entry, "questions", lambda one: _question(one, labels, has_none)))
    title = text_in(entry, "title")
    return Group(text_in(entry, "id"), title, questions, text_in(entry, "none", ""))


def _question(entry: Table, labels: Mapping[str, tuple[Choice, ...]], has_none: bool) -> Question:
    known(entry, ("field", "text", "hint", "choices", "none", "asks"))
    field = FIELDS.get(one_of(entry, "field", FIELDS))
    assert field is not None
    asks = one_of(entry, "asks", ASKS, "choice")
    choices = labels[one_of(entry, "choices", labels, YES_NO)] if asks == "choice" else ()
    values = [choice.value for choice in choices]
    if asks == "choice" and sorted(values) != sorted(field.values):
        wanted = tr("must be one of {expected}").format(expected=", ".join(field.values))
        raise WrongError("choices", ", ".join(values), wanted)
    none = text_in(entry, "none", "no" if has_none and "no" in values else "")
    if none and none not in values:
        expected = ", ".join(values)
        raise WrongError("none", none, tr("must be one of {expected}").format(expected=expected))
    return Question(
        field.name, text_in(entry, "text"), choices, none, text_in(entry, "hint", ""), asks
    )


def _trigger(entry: Table, found: Mapping[str, Group]) -> Trigger:
    known(entry, ("any", "asks", "optional"))
    asks = entry.get("asks")
    if not isinstance(asks, list) or not asks:
        raise WrongError("asks", asks, tr("must be a list of groups or fields"))
    fields: list[str] = []
    for index, name in enumerate(asks):
        if name in found:
            fields.extend(one.field for one in found[name].questions)
        elif name in FIELDS:
            fields.append(name)
        else:
            wanted = tr("must be a group or a field")
            raise WrongError(f"asks[{index}]", name, wanted)
    return Trigger(conditions_in(entry), tuple(fields), flag_in(entry, "optional"))


# -- words -----------------------------------------------------------------------------------


def noticed(text: str, language: str = "en") -> tuple[str, ...]:
    """Groups to ask again because of words in a free ``text``, in the order of the groups.

    Only ever to ask again, never to clear (facts 5.2, rule 3). English is looked for in any case:
    a person may write in either.
    """
    flat = " ".join(text.casefold().replace("’", "'").split())
    if not flat:
        return ()
    codes = dict.fromkeys(("en", language.partition("_")[0]))
    hit = {group for code in codes for group, words in _flags(code).items() if _has(flat, words)}
    return tuple(group.id for group in groups() if group.id in hit)


def banned_words(language: str) -> tuple[str, ...]:
    """What no screen of a warning may say in a language (facts 5.3); a star is any ending."""
    entry = _words().get(language, {})
    return tuple(entry.get("banned", ())) if isinstance(entry, dict) else ()


def says(text: str, words: Iterable[str]) -> bool:
    """Whether ``text`` has any of the ``words`` in it, as whole words; a star is any ending."""
    return _has(" ".join(text.casefold().replace("’", "'").split()), words)


def _has(flat: str, words: Iterable[str]) -> bool:
    """Whether any of the ``words`` is in a text as :func:`says` flattens it."""
    # A pattern is dear to make, and most notes have none of the words in any way.
    near = [word for word in words if _stem(word) in flat]
    return bool(near) and _pattern(near).search(flat) is not None


@cache
def _words() -> Table:
    return TableFile(find_resources() / "rules" / "words.toml").data


def _flags(language: str) -> Mapping[str, Sequence[str]]:
    entry = _words().get(language, {})
    flags: Mapping[str, Sequence[str]] = entry.get("flags", {}) if isinstance(entry, dict) else {}
    return flags


def _stem(word: str) -> str:
    return word.casefold().removesuffix("*")


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    parts = (re.escape(_stem(word)) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
