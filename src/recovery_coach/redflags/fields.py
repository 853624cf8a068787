"""The answers a check of warning signs may hold: their names, and what may stand in each.

Names and values are those of facts 5.4. A field that is missing is unknown, and never a no. The
values of a field stand in their order, the most harmless first.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from recovery_coach.base.i18n import tr
from recovery_coach.base.problems import Problem, shown
from recovery_coach.redflags.model import Value

Kind = Literal["choice", "number", "whole", "words", "when", "impact"]
Effect = Literal["aggravating", "mitigating", "neutral"]

UNKNOWN = "unknown"
"""May be written for any field, and is the same as leaving it out."""
MOST = 1_000_000
"""No number of hours, days or sessions is larger."""
NRS = 10


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``values``: the words it may hold; ``most``: its largest number.

    ``effect``: an *aggravating* answer never lowers a level by being worse; a *mitigating* one may
    lower it by being yes.
    """

    name: str
    kind: Kind = "choice"
    values: tuple[str, ...] = ("no", "yes")
    effect: Effect = "aggravating"
    most: int = MOST


CHANGE = ("no", "old_unchanged", "new_or_worse")
BLADDER = ("no", "effort_only_old", "old_unchanged", "new_or_worse")
SIDE = ("none", "left", "right", "both")
AGES = ("under16", "16-25", "26-49", "50-59", "60-64", "65+")
QUALITIES = (
    *("dull", "achy", "tight", "stiff", "tender", "cramping", "heavy"),
    *("sharp", "stabbing", "catching", "tearing"),
    *("shooting", "burning", "electric", "tingling", "numb"),
)
"""Facts 4.9: like a muscle, mechanical, like a nerve."""


def _number(name: str, most: int = MOST, effect: Effect = "aggravating") -> Field:
    return Field(name, "number", (), effect, most)


def _whole(name: str, most: int = MOST, effect: Effect = "aggravating") -> Field:
    return Field(name, "whole", (), effect, most)


def _eases(name: str) -> Field:
    return Field(name, effect="mitigating")


_NERVES = (
    Field("saddle_change", values=CHANGE),
    Field("bladder_change", values=BLADDER),
    Field("bowel_change", values=CHANGE),
    Field("sexual_change", values=CHANGE),
    Field("both_legs"),
    Field("runs_from_back"),
    Field("leg_weakness", values=("none", "mild", "severe")),
    Field("leg_numb_side", values=SIDE),
    Field("below_knee_side", values=SIDE),
    Field("arm_numb_weak"),
    Field("gait_or_coordination"),
    _eases("trained_region_72h"),
)
_EMERGENCY = (
    Field("face_speech_vision_headache"),
    Field("chest_breath"),
    Field("collapse"),
    Field("sudden_severe"),
    _eases("lift_provoked"),
    Field("ripping_or_spreading"),
    Field("shock_or_pulsing"),
    Field("vessel_risk"),
    Field("trauma", values=("none", "minor", "serious")),
    Field("fever"),
    Field("very_unwell"),
    Field("confusion"),
    Field("stiff_neck_or_rash"),
    Field("dark_urine"),
    Field("self_harm"),
)
_URGENT = (
    Field("weight_loss"),
    Field("cancer_history"),
    Field("steroid_tablets", values=("no", "past", "present_long_term")),
    Field("osteoporosis"),
    Field("infection_3m"),
    Field("vein_drugs_3m"),
    Field("any_injecting"),
    Field("immune_suppression"),
    Field("spinal_procedure_3m"),
    Field("older_history_item"),
    Field("night_rest_pain"),
    Field("deformity"),
    Field("cough_strain_pain"),
    Field("upper_back_unexplained"),
    Field("band_like"),
    Field("sharp_at_rest"),
    Field("cannot_do_basics"),
    Field("flank_urinary"),
    Field("calf_swelling"),
    Field("pregnancy"),
    Field("pregnancy_warning"),
    Field("swelling_beyond_session"),
)
_COURSE = (
    Field("age_band", values=AGES, effect="neutral"),
    Field("onset_time", "when", (), "neutral"),
    Field("trend", values=("better", "same", "worse")),
    _whole("current_nrs", NRS),
    _whole("worst_nrs", NRS),
    Field("interference", "impact", ("no", "yes"), most=NRS),
    _number("reduced_range_days"),
    _whole("episodes_6m"),
    _whole("episodes_12m"),
    Field("first_episode"),
    _whole("sharp_in_lift_sessions"),
    _whole("painful_sessions_in_a_row"),
    Field("extension_pain_one_side"),
    _number("morning_stiff_min"),
    Field("back_pain_began_before_45"),
    _whole("inflammatory_items", 9),
    Field("low_mood"),
    Field("worried"),
)
_SORENESS = (
    Field("qualities", "words", QUALITIES, "neutral"),
    Field("sides", values=("none", "one", "both", "middle"), effect="neutral"),
    _eases("after_session"),
    _number("onset_after_session_h", effect="neutral"),
    _eases("movement_provoked"),
    _eases("eases_with_movement"),
    _eases("settled_by_morning"),
    _eases("chest_tender_only"),
    Field("midline_severe"),
    Field("pregnancy_emergency"),
    _whole("previous_worst_nrs", NRS, "mitigating"),
    Field("regions", "words", (), "neutral"),
)

FIELDS: Mapping[str, Field] = {
    field.name: field for field in (*_NERVES, *_EMERGENCY, *_URGENT, *_COURSE, *_SORENESS)
}
"""Every field, in the order of facts 5.4."""

AGGRAVATING = tuple(f.name for f in FIELDS.values() if f.effect == "aggravating")
"""Fields that never lower a level by being worse."""

SIGNS: Mapping[str, Field] = {
    field.name: field
    for field in (
        *(Field("woke"), _whole("mood", NRS), Field("trained"), _whole("leg_nrs", NRS)),
        Field("asked_again", "words", ()),  # groups, by words of a note (5.2, rule 3)
    )
}
"""Of the check-in, beyond facts 5.4: they may make a question be asked, and match no row."""


def allowed_values(field: Field) -> tuple[str, ...]:
    """The words a field may hold; the places on the body come from their own file."""
    if field.name != "regions":
        return field.values
    from recovery_coach.library.regions import body_regions

    return tuple(region.id for region in body_regions().regions)


# -- reading ---------------------------------------------------------------------------------

Line = Callable[[str], "int | None"]
"""On which line of its file a field stands."""


def read_answers(
    data: object, file: Path = Path(), line: Line = lambda _: None
) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    """The answers in ``data`` (as JSON gives them), and everything that is wrong with it.

    What is wrong is left out of the answers, and so unknown. Never raises for nonsense.
    """
    if not isinstance(data, dict):
        wanted = tr("must be an object of fields and their answers, in {{ }}").format()
        return {}, (Problem(file, "", shown(data), wanted),)
    answers: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, found in data.items():
        field = FIELDS.get(name)
        if field is None:
            problems.append(Problem(file, shown(name), "", _no_such(str(name)), line(str(name))))
            continue
        value, wanted = _read(field, found)
        if wanted:
            problems.append(Problem(file, name, shown(found), wanted, line(name)))
        elif value is not None:
            answers[name] = value
    return answers, tuple(problems)


def answers_from_texts(texts: Mapping[str, str]) -> dict[str, Value]:
    """Answers as the journal holds them, each a text; what is not understood is left out."""
    found: dict[str, Value] = {}
    for name, text in texts.items():
        field = FIELDS.get(name) or SIGNS.get(name)
        value = None if field is None else _read(field, _from_text(field, text))[0]
        if value is not None:
            found[name] = value
    return found


def _from_text(field: Field, text: str) -> object:
    if field.kind == "words":
        return [part for part in text.split("|") if part]
    if field.kind in ("number", "whole", "impact"):
        try:
            return float(text)
        except ValueError:
            return text
    return text


def _no_such(name: str) -> str:
    import difflib  # a start asks for no name

    near = difflib.get_close_matches(name[:60].lower(), FIELDS, n=1, cutoff=0.6)
    if near:
        return tr("there is no such field; did you mean {near}?").format(near=near[0])
    return tr("there is no such field; `recovery-coach schema red-flags` lists them")


def _read(field: Field, found: object) -> tuple[Value | None, str]:
    """The value that was meant (None: unknown), or in words what may stand there."""
    if found is None or found == UNKNOWN:
        return None, ""
    if field.kind == "words":
        return _words(field, found)
    if field.kind == "when":
        return _when(found)
    if isinstance(found, str) and found in field.values:
        return found, ""
    if field.kind != "choice" and not isinstance(found, str):
        number = _as_number(field, found)
        if number is not None:
            return number, ""
    return None, wanted_words(field)


def _as_number(field: Field, found: object) -> int | float | None:
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    # Integers of any length compare well with a float; infinity and NaN fail here.
    if not 0 <= found <= field.most or not math.isfinite(found):
        return None
    if float(found).is_integer():
        return int(found)
    return None if field.kind == "whole" else found


def _words(field: Field, found: object) -> tuple[Value | None, str]:
    known = allowed_values(field)
    if not isinstance(found, list | tuple) or not all(
        isinstance(one, str) and (one in known or not known) for one in found
    ):
        return None, wanted_words(field)
    return tuple(dict.fromkeys(found)), ""


_HOURS = re.compile(r"([0-9]{1,7}(?:\.[0-9]{1,6})?) ?h", re.IGNORECASE)


def _when(found: object) -> tuple[Value | None, str]:
    wanted = tr('must be a time such as 2026-03-04T07:30, or hours before now such as "24h"')
    if not isinstance(found, str):
        return None, wanted
    text = found.strip()
    if not _HOURS.fullmatch(text):
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return None, wanted
    return text, ""


def onset(text: str, now: datetime) -> datetime | None:
    """The moment an ``onset_time`` means; None for one that is not understood, or to come."""
    hours = _HOURS.fullmatch(text)
    try:
        if hours:
            return now - timedelta(hours=float(hours[1]))
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=now.tzinfo)
        return moment if moment <= now else None
    except (ValueError, OverflowError):
        return None


def wanted_words(field: Field) -> str:
    """What may stand in a field, in words."""
    if field.kind == "words":
        known = ", ".join(allowed_values(field))
        return tr("must be a list of any of {words}").format(words=known)
    if field.kind == "when":
        return _when(None)[1]
    words = ", ".join((*field.values, UNKNOWN))
    if field.kind == "choice":
        return tr("must be one of {expected}").format(expected=words)
    number = (
        tr("a whole number from 0 to {most}") if field.kind == "whole" else tr("0 to {most}")
    ).format(most=field.most)
    if field.kind == "impact":
        return tr("must be one of {words}, or a number, {number}").format(
            words=words, number=number
        )
    return tr("must be {number}, or {unknown}").format(number=number, unknown=UNKNOWN)
