"""What the fields of a record are called, and their values in words.

For what a record said before and for reading it as it is. Only what a person gave has a label; what
the program wrote along (a source, a version of the rules) has none and is not told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import get_args

from recovery_coach.base.i18n import capital, long_date, minutes, tr, within
from recovery_coach.coach.checkin import choices_of, chosen_words, hours_words, litres_words
from recovery_coach.coach.entry_words import exercise_words
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    ImpactRecord,
    MarkRecord,
    PainEntry,
    Record,
    SeenRecord,
    SessionRecord,
    read_answer_texts,
)
from recovery_coach.library.models import Caution
from recovery_coach.library.naming import caution_short
from recovery_coach.library.regions import body_regions
from recovery_coach.redflags.model import Question

WRITTEN = ("note", "words")
"""Fields of a person's own words."""


class Said(str):
    """Words of the program, which need no quotation marks."""

    __slots__ = ()


def labels_of(record: Record) -> Mapping[str, str]:
    """The fields of a record that a person knows of, in the order they are asked."""
    if isinstance(record, SessionRecord):
        return {
            "pain_before": tr("Before"),
            "pain_after": tr("After"),
            "effort": tr("Effort"),
            "note": tr("Note"),
        }
    if isinstance(record, PainEntry):
        return _pain_labels()
    if isinstance(record, ImpactRecord):
        return {
            "at": tr("Time"),
            "pain": tr("Pain"),
            "enjoyment": tr("In the way of enjoying things"),
            "activity": tr("In the way of doing things"),
        }
    if isinstance(record, SeenRecord):
        return {
            "seen_on": tr("Seen on"),
            "exercise_fine": tr("Exercise"),
            "note": tr("Note"),
        }
    if isinstance(record, MarkRecord):  # it is about a day: the time of it means nothing
        return {"words": tr("Words"), "compares": tr("Compared")}
    if isinstance(record, BackgroundRecord):
        return {"answers": tr("Answers"), "codes": tr("Cautions")}
    return {"answers": tr("Answers")} if isinstance(record, CheckRecord) else {}


def _pain_labels() -> Mapping[str, str]:
    return {
        "at": tr("Time"),
        "nrs": tr("Number"),
        "leg_nrs": tr("Leg"),
        "worst_nrs": tr("Worst in 24 hours"),
        "regions": tr("Where"),
        "qualities": tr("What kind"),
        "stiff_minutes": tr("Stiff in the morning"),
        "woke": tr("Woke at night"),
        "runs_down": tr("Runs down"),
        "runs_side": tr("On which side"),
        "sleep_hours": tr("Sleep"),
        "sleep_quality": tr("Quality of sleep"),
        "stress": tr("Stress"),
        "mood": tr("Mood"),
        "water": tr("Water"),
        "training": tr("Training"),
        "lifts": tr("Lifts"),
        "training_minutes": tr("Length of the training"),
        "effort": tr("Effort"),
        "taken": tr("Taken"),
        "note": tr("Note"),
    }


def in_words(field: str, value: object) -> object:
    """The value of a field, in words where a bare value would not tell what it is."""
    if value is None or value == () or value == "":
        return None
    if isinstance(value, bool):
        return Said(tr("yes") if value else tr("no"))
    if choices_of(field) and isinstance(value, str | tuple):
        chosen = (value,) if isinstance(value, str) else value
        return Said(tr(", ").join(map(within, chosen_words(field, chosen))))
    if isinstance(value, tuple):
        return Said(tr(", ").join(_word(one) for one in value))
    if field in ("stiff_minutes", "training_minutes") and isinstance(value, int):
        return Said(minutes(value * 60) if value else tr("{m} min").format(m=0))
    if isinstance(value, float):
        return Said(hours_words(value) if field == "sleep_hours" else litres_words(value))
    if field in WRITTEN or not isinstance(value, str):
        return value
    return Said(exercise_words(value) if field == "exercise_fine" else _word(value))


def _word(value: str) -> str:
    """An id as it reads; one that only a newer program knows as it is."""
    if value in get_args(Caution):
        return caution_short(value)
    place, _, score = value.partition("=")
    if any(region.id == place for region in body_regions().regions):
        words = body_regions().words(place)
        return f"{words} {score}" if score else words
    return tr(value.replace("_", " "))


def value_words(value: object) -> str:
    """A value of :func:`in_words` in a line; what a person wrote stands in quotation marks."""
    if value is None or value == "":
        return "–"
    if isinstance(value, str) and not isinstance(value, Said):
        return tr("“{text}”").format(text=value)
    return str(value)


# -- answers ---------------------------------------------------------------------------------


def answers_of(record: Record) -> list[tuple[str, str]]:
    """What was answered in a check or a background, each with what was asked; in their order."""
    if not isinstance(record, CheckRecord | BackgroundRecord):
        return []
    answers = read_answer_texts(record.answers)
    return [(answer_label(field), answer_words(field, value)) for field, value in answers.items()]


def answer_label(field: str) -> str:
    """What was asked, by the field it is kept under: its question, or what an entry said."""
    question = _questions().get(field)
    if question is not None:
        return tr(question.text)
    told = {
        "current_nrs": tr("Pain now"),
        "worst_nrs": tr("Worst in 24 hours"),
        "previous_worst_nrs": tr("Worst before that"),
        "regions": tr("Where"),
        "qualities": tr("What kind"),
        "sides": tr("On which side"),
        "morning_stiff_min": tr("Stiff in the morning, in minutes"),
        "leg_nrs": tr("Leg"),
        "mood": tr("Mood"),
        "woke": tr("Woke at night"),
        "trained": tr("Trained"),
        "asked_again": tr("Asked again because of a note"),
        "painful_sessions_in_a_row": tr("Sessions in a row that ended above 3"),
        "sharp_in_lift_sessions": tr("Sessions with sharp pain in one move"),
    }
    return told.get(field, capital(field.replace("_", " ")))


def answer_words(field: str, text: str) -> str:
    """What was answered: its label, or the value as it is kept; a list has ``|`` between."""
    value = text.partition("@")[0]  # the background keeps the day with it
    question = _questions().get(field)
    choices = question.choices if question is not None else ()
    label = next((choice.label for choice in choices if choice.value == value), None)
    if label is not None:
        return tr(label)
    if field == "onset_time":
        return _moment(value)
    if value in ("yes", "no"):
        return tr("Yes") if value == "yes" else tr("No")
    if choices_of(field):
        return tr(", ").join(chosen_words(field, value.split("|")))
    return tr(", ").join(_word(one) for one in value.split("|"))


def _moment(text: str) -> str:
    try:
        return long_date(datetime.fromisoformat(text).date())
    except ValueError:
        return text


def _questions() -> Mapping[str, Question]:
    from recovery_coach.redflags.questions import groups  # most entries are none of them

    return {one.field: one for group in groups() for one in group.questions}
