"""What is known of somebody's health, as far as they want to say, and since when.

It is asked once and kept. In the record each answer carries the day it was given on, as in
``infection_3m=yes@2026-11-22``: some grow old, then hold no more, and are asked for again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from recovery_coach.coach.adapted import Codes, Why
from recovery_coach.journal import (
    BackgroundRecord,
    Entry,
    Journal,
    answer_texts,
    read_answer_texts,
)

NO_YES = ("no", "yes")
VALUES: Mapping[str, tuple[str, ...]] = {
    "age_band": ("under16", "16-25", "26-49", "50-59", "60-64", "65+"),
    "cancer_history": NO_YES,
    "steroid_tablets": ("no", "past", "present_long_term"),
    "osteoporosis": NO_YES,
    "immune_suppression": NO_YES,
    "vessel_risk": NO_YES,
    "pregnancy": NO_YES,
    "infection_3m": NO_YES,
    "spinal_procedure_3m": NO_YES,
    "vein_drugs_3m": NO_YES,
    "any_injecting": NO_YES,
    "older_history_item": NO_YES,
}
"""What can be said, by the fields of facts 5.4, in the order it is asked in."""

_THREE_MONTHS = timedelta(days=92)
HOLDS_FOR: Mapping[str, timedelta] = {
    "infection_3m": _THREE_MONTHS,
    "spinal_procedure_3m": _THREE_MONTHS,
    "vein_drugs_3m": _THREE_MONTHS,
    "pregnancy": timedelta(days=304),
}
"""How long an answer holds before it is asked for again: three months, ten for a pregnancy
(editorial)."""

SETTABLE = (
    *("FLEX", "EXT", "ROT", "LEG", "SHO", "WRI", "KNE"),
    *("HIP", "BAL", "NEC", "BP", "IMP", "BON", "PRE"),
)
"""The codes of facts 2.1 that a person sets. ACU is set by a check alone, and EQP is but a line."""

FOLLOWS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "BON": {"osteoporosis": ("yes",), "steroid_tablets": ("past", "present_long_term")},
    "PRE": {"pregnancy": ("yes",)},
}
"""Codes that are on by an answer (facts 2.1; the gate in 3 counts steroids of the past, too)."""


@dataclass(frozen=True, slots=True)
class Background:
    """``answers`` hold now; ``outdated`` did once; ``since``: the day each of both was given on.

    ``chosen``: the codes the person has set.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    outdated: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, date] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()

    @property
    def following(self) -> frozenset[str]:
        """The codes that are on by an answer."""
        return frozenset(
            code
            for code, causes in FOLLOWS.items()
            if any(self.answers.get(name) in values for name, values in causes.items())
        )

    @property
    def codes(self) -> Codes:
        """All codes that are on, and by what."""
        found: dict[str, Why] = {}
        for code in SETTABLE:
            if code in self.chosen:
                found[code] = "set"
            elif code in self.following:
                found[code] = "background"
        return found


# -- reading -------------------------------------------------------------------------------


def read_background(journal: Journal | None, now: datetime) -> Background:
    """What holds ``now``; nothing without a journal, or where nothing was said."""
    entry = _newest(journal) if journal is not None else None
    return background_of(entry.record, now) if entry is not None else Background()


def background_of(record: BackgroundRecord, now: datetime) -> Background:
    """A record as it is to be understood ``now``."""
    answers: dict[str, str] = {}
    outdated: dict[str, str] = {}
    since: dict[str, date] = {}
    for name, text in read_answer_texts(record.answers).items():
        value, day = _split(text, record.at.date())
        if value not in VALUES.get(name, ()):
            continue  # of a newer program, or damaged: unknown
        since[name] = day
        old = name in HOLDS_FOR and now.date() - day > HOLDS_FOR[name]
        (outdated if old else answers)[name] = value
    chosen = tuple(code for code in SETTABLE if code in record.codes)
    return Background(answers, outdated, since, chosen)


def _split(text: str, otherwise: date) -> tuple[str, date]:
    value, _, day = text.partition("@")
    try:
        return value, date.fromisoformat(day)
    except ValueError:
        return value, otherwise


def _newest(journal: Journal) -> Entry[BackgroundRecord] | None:
    """The one that counts: two devices may each have begun one."""
    found = journal.latest(BackgroundRecord, 1)
    return found[0] if found else None


# -- writing -------------------------------------------------------------------------------


def answer(journal: Journal, name: str, value: str | None, now: datetime) -> str:
    """Keep an answer, or with None take it out; the version to undo that is the answer."""
    entry = _newest(journal)
    kept = read_answer_texts(entry.record.answers) if entry is not None else {}
    kept.pop(name, None)
    if value is not None:
        kept[name] = f"{value}@{now.date().isoformat()}"
    codes = entry.record.codes if entry is not None else ()
    return _write(journal, entry, answer_texts(kept), codes, now)


def set_code(journal: Journal, code: str, on: bool, now: datetime) -> str:
    """Set a caution code, or take it back; the version to undo that is the answer."""
    entry = _newest(journal)
    answers = entry.record.answers if entry is not None else ()
    codes = set(entry.record.codes) if entry is not None else set()
    codes = codes | {code} if on else codes - {code}
    return _write(journal, entry, answers, tuple(sorted(codes)), now)


def _write(
    journal: Journal,
    entry: Entry[BackgroundRecord] | None,
    answers: tuple[str, ...],
    codes: tuple[str, ...],
    now: datetime,
) -> str:
    if entry is None:
        made = journal.append(BackgroundRecord(at=now, answers=answers, codes=codes))
        return made.version_id
    record = replace(entry.record, at=now, answers=answers, codes=codes)
    return journal.revise(entry.record_id, record).version_id
