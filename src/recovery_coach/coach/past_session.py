"""A session that was: every set in words, by exercise, and what hurt. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from recovery_coach.base.i18n import duration, tr, trn
from recovery_coach.coach.advice import word_label
from recovery_coach.coach.hurts import Word
from recovery_coach.journal import HurtRecord, SetRecord
from recovery_coach.library.regions import body_regions
from recovery_coach.library.words import side_words


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set: which one, how much of it, how it went. ``done``: to its end."""

    which: str
    amount: str
    outcome: str
    done: bool


@dataclass(frozen=True, slots=True)
class Move:
    """One exercise of a session with its sets."""

    name: str
    sets: tuple[DoneSet, ...]


def moves_of(sets: Iterable[SetRecord], breaths: Container[str] = ()) -> list[Move]:
    """The sets by the step of the routine they were in, and what was easier of it after the rest.

    ``breaths``: exercises that count them.
    """
    ordered = sorted(sets, key=lambda one: (one.step, one.segment))
    return [
        Move(
            tr(found[0].exercise_name),
            tuple(_set_in_words(one, one.exercise in breaths) for one in found),
        )
        for found in (list(group) for _, group in groupby(ordered, key=_step_and_exercise))
    ]


def _step_and_exercise(one: SetRecord) -> tuple[int, str]:
    return one.step, one.exercise


def _set_in_words(one: SetRecord, breaths: bool) -> DoneSet:
    parts = [side_words(one.side)]
    if one.sets > 1 or not one.side:
        parts.append(tr("set {n} of {all}").format(n=one.set, all=one.sets))
    return DoneSet(
        which=" · ".join(part for part in parts if part),
        amount=amount_words(one, breaths),
        outcome=outcome_words(one.outcome),
        done=one.outcome == "done",
    )


def amount_words(one: SetRecord, breaths: bool = False) -> str:
    """Repetitions or breaths, or else seconds; of how many, where it was not all of them."""
    if one.outcome == "skipped" and not one.reps_done and one.seconds < 1:
        return ""
    if one.reps_planned:
        done = one.reps_done or 0
        if done >= one.reps_planned:
            if breaths:
                return trn("{n} breath", "{n} breaths", done)
            return trn("{n} rep", "{n} reps", done)
        text = tr("{done} of {planned} breaths") if breaths else tr("{done} of {planned} reps")
        return text.format(done=done, planned=one.reps_planned)
    planned = one.planned_seconds + one.extended_seconds
    if one.outcome == "done" or planned <= one.seconds:
        return duration(one.seconds)
    return tr("{done} of {planned}").format(done=duration(one.seconds), planned=duration(planned))


def outcome_words(outcome: str) -> str:
    """How a set went."""
    return {
        "done": tr("done"),
        "partial": tr("partly done"),
        "skipped": tr("left out"),
        "hurt": tr("ended: it hurt"),
    }.get(outcome, outcome)


def names_of(sets: Iterable[SetRecord], exercises: Mapping[str, str]) -> dict[str, str]:
    """What each exercise is called: as the session wrote it down, else as it is called today."""
    return {**exercises, **{one.exercise: one.exercise_name for one in sets}}


def hurt_place(hurt: HurtRecord, names: Mapping[str, str]) -> str:
    """Where it hurt: exercise, side, set, repetition, phase."""
    name = names.get(hurt.exercise, hurt.exercise.replace("_", " "))
    parts = [tr(name), side_words(hurt.side), tr("set {n}").format(n=hurt.set)]
    if hurt.rep is not None:
        parts.append(tr("rep {n}").format(n=hurt.rep))
    if hurt.phase:
        parts.append(tr(hurt.phase))
    return " · ".join(part for part in parts if part)


def hurt_line(hurt: HurtRecord, names: Mapping[str, str]) -> str:
    """It hurt, in one line: in what, how strong, where on the body."""
    parts = [hurt_place(hurt, names), _score(hurt), *_regions(hurt)]
    return tr("It hurt: {what}").format(what=" · ".join(part for part in parts if part))


def hurt_facts(hurt: HurtRecord) -> str:
    """How strong it was, what it was like, where on the body, and what was done about it."""
    words = [_word(word) for word in hurt.words]
    parts = [_score(hurt), *words, *_regions(hurt), _action(hurt.action)]
    return " · ".join(part for part in parts if part)


def _score(hurt: HurtRecord) -> str:
    return tr("{number} of 10").format(number=hurt.score) if hurt.score is not None else ""


def _regions(hurt: HurtRecord) -> list[str]:
    return [body_regions().words(region) for region in hurt.regions]


def _word(word: str) -> str:
    known: Sequence[Word] = get_args(Word)
    return next((word_label(one) for one in known if one == word), word)


def _action(action: str) -> str:
    return {
        "easier": tr("you went on with an easier one"),
        "go_on": tr("you went on"),
        "skip": tr("you left the rest of it out"),
        "stop": tr("you stopped there"),
        "gentle": tr("you changed to gentle moves"),
        "seen": tr("a professional has looked at it"),
    }.get(action, action)
