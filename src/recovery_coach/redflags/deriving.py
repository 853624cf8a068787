"""What follows from the answers, where a condition needs more than one of them.

Each derived fact is one function with its source. It tells as well which answers it rests on, so
that a row that a professional has seen can be told from one with new grounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from recovery_coach.redflags.fields import FIELDS, onset
from recovery_coach.redflags.model import Answers, Value

BELOW_KNEE = ("calf", "shin", "sole_heel", "foot_top")
"""Facts 4.8. The knee itself does not count."""
LEG = (*BELOW_KNEE, "knee", "thigh_back", "thigh_front", "thigh_inner")
BUTTOCK_OR_LOWER = (*LEG, "buttock", "hip_outer", "groin")
UPPER_BACK = ("thoracic_mid", "scapula", "midback")
"""Facts 4.8, for U-11; the upper trapezius alone is not in it."""
NEAR_SADDLE = ("buttock", "groin", "thigh_inner")
NECK_OR_ARM = ("neck_back", "trap", "shoulder", "arm")

MUSCLE_WORDS = ("dull", "achy", "tight", "stiff", "tender", "cramping", "heavy")
SORE_WORDS = ("dull", "achy", "tight", "tender")
"""N-01; the other words of a muscle may stand beside one of them."""
NERVE_WORDS = ("numb", "tingling", "shooting", "electric")
"""Facts 4.9: those that raise questions. Burning alone does not."""

Derived = tuple[Value | None, tuple[str, ...]]
"""A value (None: not known), and the answers it rests on as ``field=value``."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Answers and what follows from them, for conditions to test."""

    values: dict[str, Value]
    rests_on: Mapping[str, tuple[str, ...]]

    def grounds(self, field: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """What a test of ``field`` rests on, as ``field=value``; of a list what was tested for."""
        derived = self.rests_on.get(field)
        if derived is not None:
            return derived
        if field not in FIELDS:
            return ()
        value = self.values.get(field)
        if isinstance(value, tuple):
            return (said(field, tuple(one for one in value if one in words)),)
        return () if value is None else (said(field, value),)


def said(field: str, value: Value) -> str:
    """One answer as ``field=value``, lists with ``|`` between: as the journal holds it."""
    return f"{field}={'|'.join(value) if isinstance(value, tuple) else value}"


def derive(answers: Answers, now: datetime) -> Facts:
    """The answers, and all that follows from them."""
    values = dict(answers)
    rests_on = {}
    for name, work_out in DERIVED.items():
        value, grounds = work_out(answers, now)
        rests_on[name] = grounds
        if value is not None:
            values[name] = value
    return Facts(values, rests_on)


# -- time ------------------------------------------------------------------------------------


def _hours(answers: Answers, now: datetime) -> Derived:
    """Hours since the pain was first felt (5.2, rule 6); a moment to come is not known."""
    text = answers.get("onset_time")
    began = onset(text, now) if isinstance(text, str) else None
    if began is None:
        return None, ()
    # As a moment, because hours before now mean something else tomorrow.
    moment = began.astimezone(UTC).isoformat(timespec="minutes")
    return (now - began).total_seconds() / 3600, (said("onset_time", moment),)


def _worst_rise(answers: Answers, _: datetime) -> Derived:
    """How much higher the worst number is than the one before it (B-02; Ostelo 2008)."""
    worst, before = _number(answers, "worst_nrs"), _number(answers, "previous_worst_nrs")
    if worst is None or before is None:
        return None, ()
    return worst - before, (said("worst_nrs", worst),)


# -- pain ------------------------------------------------------------------------------------


def _pain(answers: Answers, _: datetime) -> Derived:
    """The number now, or where there is none the worst of the last 24 hours."""
    for name in ("current_nrs", "worst_nrs"):
        number = _number(answers, name)
        if number is not None:
            return number, (said(name, number),)
    return None, ()


def _back_pain(answers: Answers, _: datetime) -> Derived:
    """Whether there may be pain: a row *with back pain* stands unless there is none (editorial)."""
    none = _number(answers, "current_nrs") == 0 and not _regions(answers)
    return ("no" if none and not _number(answers, "worst_nrs") else "yes"), ()


def _pain_left(answers: Answers, _: datetime) -> Derived:
    """Whether anything is left of it (B-03): a number above 0 now, or a mark."""
    left = bool(_number(answers, "current_nrs")) or bool(_regions(answers))
    return _yes(left), ()


# -- marks -----------------------------------------------------------------------------------


def _regions(answers: Answers) -> tuple[str, ...]:
    found = answers.get("regions")
    return found if isinstance(found, tuple) else ()


def _in(places: Iterable[str]) -> Callable[[Answers, datetime], Derived]:
    """Whether any of the ``places`` is marked; a place is a region without its side."""
    known = frozenset(places)

    def marked(answers: Answers, _: datetime) -> Derived:
        found = tuple(one for one in _regions(answers) if _place(one) in known)
        return _yes(bool(found)), ((said("regions", found),) if found else ())

    return marked


def _place(region: str) -> str:
    """``calf`` of ``calf_L``; ``thoracic_mid`` and ``midback`` as facts 4.8 name them together."""
    place = region.removesuffix("_L").removesuffix("_R")
    return "midback" if place == "midback_mid" else place


def _marked(answers: Answers, _: datetime) -> Derived:
    """Whether anything is marked at all."""
    found = _regions(answers)
    return _yes(bool(found)), ((said("regions", found),) if found else ())


def _both_legs(answers: Answers, _: datetime) -> Derived:
    """Both legs: answered so, or marked buttock or lower on both sides (4.8)."""
    low = tuple(one for one in _regions(answers) if _place(one) in BUTTOCK_OR_LOWER)
    both = {one[-2:] for one in low} >= {"_L", "_R"}
    answered = answers.get("both_legs") == "yes"
    grounds = [said("both_legs", "yes")] * answered + [said("regions", low)] * both
    return _yes(bool(grounds)), tuple(grounds)


# -- words and signs -------------------------------------------------------------------------


def _words(answers: Answers) -> tuple[str, ...]:
    found = answers.get("qualities")
    return found if isinstance(found, tuple) else ()


def _sore_words(answers: Answers, _: datetime) -> Derived:
    """Words of soreness, and no others (N-01)."""
    words = _words(answers)
    fits = any(w in SORE_WORDS for w in words) and all(w in MUSCLE_WORDS for w in words)
    return _yes(fits), ()


def _nerve_words(answers: Answers, _: datetime) -> Derived:
    """Numb, tingling, shooting or electric."""
    found = tuple(word for word in _words(answers) if word in NERVE_WORDS)
    return _yes(bool(found)), ((said("qualities", found),) if found else ())


_LEG_SIGNS: Mapping[str, tuple[str, ...]] = {
    "both_legs": ("yes",),
    "runs_from_back": ("yes",),
    "leg_weakness": ("mild", "severe"),
    "leg_numb_side": ("left", "right", "both"),
    "below_knee_side": ("left", "right", "both"),
}
_NERVE_SIGNS: Mapping[str, tuple[str, ...]] = {
    "leg_weakness": ("mild", "severe"),
    "leg_numb_side": ("left", "right", "both"),
    "arm_numb_weak": ("yes",),
    "gait_or_coordination": ("yes",),
    "saddle_change": ("new_or_worse",),
    "bladder_change": ("new_or_worse",),
    "bowel_change": ("new_or_worse",),
}


def _answered(signs: Mapping[str, tuple[str, ...]]) -> Callable[[Answers, datetime], Derived]:
    """Whether any of the signs was answered so."""

    def found(answers: Answers, _: datetime) -> Derived:
        grounds = tuple(
            said(name, str(answers[name]))
            for name, worse in signs.items()
            if answers.get(name) in worse
        )
        return _yes(bool(grounds)), grounds

    return found


def _limb(answers: Answers, _: datetime) -> Derived:
    """A sign in a leg or an arm, answered or marked (N-03, and the session gate of 3)."""
    signs = _answered({**_LEG_SIGNS, "arm_numb_weak": ("yes",)})(answers, _)[0] == "yes"
    places = {*LEG, "arm"}
    return _yes(signs or any(_place(one) in places for one in _regions(answers))), ()


def _fragile(answers: Answers, _: datetime) -> Derived:
    """U-09: steroid tablets, low bone density, or 65 and older."""
    return _answered(
        {
            "steroid_tablets": ("past", "present_long_term"),
            "osteoporosis": ("yes",),
            "age_band": ("65+",),
        }
    )(answers, _)


def _prone_to_infection(answers: Answers, _: datetime) -> Derived:
    """The history that E-11 and U-10 share."""
    return _answered(
        {
            "infection_3m": ("yes",),
            "vein_drugs_3m": ("yes",),
            "immune_suppression": ("yes",),
            "spinal_procedure_3m": ("yes",),
            "steroid_tablets": ("present_long_term",),
        }
    )(answers, _)


def _yes(found: bool) -> str:
    return "yes" if found else "no"


def _number(answers: Answers, name: str) -> float | None:
    value = answers.get(name)
    return value if isinstance(value, int | float) else None


DERIVED: Mapping[str, Callable[[Answers, datetime], Derived]] = {
    "hours": _hours,
    "worst_rise": _worst_rise,
    "pain": _pain,
    "back_pain": _back_pain,
    "pain_left": _pain_left,
    "marked": _marked,
    "saddle_marked": _in(("saddle",)),
    "near_saddle_marked": _in(NEAR_SADDLE),
    "below_knee_marked": _in(BELOW_KNEE),
    "calf_marked": _in(("calf",)),
    "leg_marked": _in(LEG),
    "upper_back_marked": _in(UPPER_BACK),
    "neck_or_arm_marked": _in(NECK_OR_ARM),
    "front_marked": _in(("chest", "abdomen")),
    "flank_marked": _in(("flank",)),
    "both_legs_felt": _both_legs,
    "sore_words": _sore_words,
    "nerve_words": _nerve_words,
    "leg_signs": _answered(_LEG_SIGNS),
    "nerve_signs": _answered(_NERVE_SIGNS),
    "limb_signs": _limb,
    "fragile": _fragile,
    "prone_to_infection": _prone_to_infection,
}
"""Every derived fact, by the name conditions know it by."""

STAGE = ("rows", "warned", "seen", "asked_for_pain")
"""Known once the rows of warning are judged; the rows of facts 5.1 from N-01 on test them.

``rows``: ids that match so far; ``warned``: any of them; ``seen``: any that a professional has seen
and that is otherwise unchanged; ``asked_for_pain``: a question that the pain itself has raised (its
number, place or words) has no answer.
"""
