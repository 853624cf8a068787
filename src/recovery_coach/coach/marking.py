"""What entries say, in the fields that a check of warning signs is judged by (facts 5.4). Pure.

Entries of one day are taken together, the newest answer to each question: a number alone does not
unsay the places of an hour ago.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recovery_coach.base.i18n import language
from recovery_coach.coach.marks import Marks
from recovery_coach.journal import PainEntry, region_scores
from recovery_coach.redflags.deriving import MUSCLE_WORDS
from recovery_coach.redflags.model import Answers, Value
from recovery_coach.redflags.questions import noticed


def marks_of(entries: Sequence[PainEntry]) -> Marks:
    """Those of the newest day; ``entries`` have the oldest first."""
    if not entries:
        return Marks()
    day = entries[-1].at.date()
    today = [entry for entry in entries if entry.at.date() == day]
    number = _newest(today, "nrs")
    found: dict[str, Value] = {}
    if isinstance(number, int):
        found["current_nrs"] = number
        worst = [entry.worst_nrs for entry in today if entry.worst_nrs is not None]
        found["worst_nrs"] = max([*worst, *(e.nrs for e in today if e.nrs is not None)])
    found |= _places(today)
    if qualities := _newest(today, "qualities"):
        found["qualities"] = qualities
    stiff = _newest(today, "stiff_minutes")
    if isinstance(stiff, int):
        found["morning_stiff_min"] = stiff
    found |= _leg(today) | _signs(today)
    leg = bool(found.get("leg_nrs")) or found.get("runs_from_back") == "yes"
    return Marks(answers=found, number=number if isinstance(number, int) else None, leg=leg)


def _newest(entries: Sequence[PainEntry], name: str) -> Value | bool | None:
    """The newest answer to one question."""
    given = (getattr(entry, name) for entry in reversed(entries))
    value: Value | bool | None = next((v for v in given if v not in (None, ())), None)
    return value


def _places(entries: Sequence[PainEntry]) -> dict[str, Value]:
    marked = next((entry for entry in reversed(entries) if entry.regions), None)
    if marked is None:
        return {}
    from recovery_coach.library.regions import body_regions  # most days mark no place

    regions = tuple(region_scores(marked))
    known = {region.id: region.side for region in body_regions().regions}
    sides = {known.get(region, "middle") for region in regions}
    if {"left", "right"} <= sides:
        told = "both"
    elif sides == {"middle"}:
        told = "middle"
    else:
        told = "one"
    return {"regions": regions, "sides": told}


def _leg(entries: Sequence[PainEntry]) -> dict[str, Value]:
    """How far it runs down, and on which side."""
    told = next((entry for entry in reversed(entries) if entry.runs_down), None)
    if told is None:
        return {}
    if told.runs_down == "no":
        return {"runs_from_back": "no"}
    found: dict[str, Value] = {"runs_from_back": "yes"}
    if told.runs_down != "below_knee":
        found["below_knee_side"] = "none"
    elif told.runs_side:
        found["below_knee_side"] = told.runs_side
    if told.runs_side == "both":
        found["both_legs"] = "yes"
    return found


def _signs(entries: Sequence[PainEntry]) -> dict[str, Value]:
    """What makes a question be asked, and is no answer to one."""
    found: dict[str, Value] = {}
    if _newest(entries, "woke") is True:
        found["woke"] = "yes"
    if _newest(entries, "training") == "trained":
        found["trained"] = "yes"
    for name in ("mood", "leg_nrs"):
        number = _newest(entries, name)
        if isinstance(number, int):
            found[name] = number
    again = {group for entry in entries for group in noticed(entry.note, language())}
    if again:
        found["asked_again"] = tuple(sorted(again))
    return found


def is_newer(marks: Marks, before: Answers, worse_by: int) -> bool:
    """Whether something is new or worse than at a check whose answers were ``before``."""
    regions = _words(marks.answers, "regions") - _words(before, "regions")
    qualities = _words(marks.answers, "qualities") - _words(before, "qualities")
    was = before.get("current_nrs")
    risen = (
        marks.number is not None and isinstance(was, int | float) and marks.number >= was + worse_by
    )
    new = ("runs_from_back", "below_knee_side")
    spread = any(
        name in marks.answers
        and marks.answers[name] not in ("no", "none")
        and marks.answers[name] != before.get(name)
        for name in new
    )
    noted = _words(marks.answers, "asked_again") - _words(before, "asked_again")
    return bool(regions or qualities.difference(MUSCLE_WORDS) or risen or spread or noted)


def _words(answers: Mapping[str, Value], name: str) -> set[str]:
    value = answers.get(name)
    return set(value) if isinstance(value, tuple) else set()
