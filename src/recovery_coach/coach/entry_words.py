"""A check, and what belongs to it, in two lines of the journal: what it is, what else is known.

A check of warning signs is named by what it asked to be done, in words that promise nothing
(facts 5.3): this line is read again long after the screen it stood on. What was said of pain has
its words in :mod:`.checkin`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from recovery_coach.base.i18n import long_date, number, tr, trn
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    ImpactRecord,
    MarkRecord,
    SeenRecord,
)


def level_words(level: str) -> str:
    """What a level asks for, in a few words."""
    return {
        "emergency": tr("get emergency help"),
        "urgent": tr("see a professional today"),
        "book": tr("see a professional in the next days"),
        "not fully checked": tr("some questions are open"),
        "self-care": tr("nothing entered matched the warning list"),
        "none": tr("no warning sign entered"),
    }.get(level, level)


def check_title(record: CheckRecord) -> str:
    """A check by what it asked for."""
    return tr("Check: {result}").format(result=level_words(record.level))


def check_facts(record: CheckRecord) -> Iterator[str]:
    """How much was answered; or that it followed from an entry, and nobody was asked."""
    if not record.asked:
        yield tr("from what was entered")
        return
    yield trn("{n} answer", "{n} answers", len(record.answers))


def seen_facts(record: SeenRecord) -> Iterator[str]:
    """When, if that was not the day it was written down, and what was said about exercise."""
    day = seen_day(record)
    if day != record.at.date():
        yield tr("on {date}").format(date=long_date(day))
    yield exercise_words(record.exercise_fine)


def seen_day(record: SeenRecord) -> date:
    """The day it was; where that cannot be read, the day it was written down."""
    try:
        return date.fromisoformat(record.seen_on)
    except ValueError:
        return record.at.date()


def exercise_words(fine: str) -> str:
    """What a professional said about exercise."""
    return {
        "yes": tr("told that exercise is fine"),
        "no": tr("not told that exercise is fine"),
        "unsure": tr("unsure about exercise"),
    }.get(fine, fine)


def impact_title(record: ImpactRecord) -> str:
    """The mean of a week; without one where an item was left out."""
    if record.mean is None:
        return tr("Week: not all answered")
    return tr("Week: {number} of 10").format(number=number(record.mean, 1))


def impact_items(record: ImpactRecord) -> list[tuple[str, int | None]]:
    """The three items, each with its name."""
    return [
        (tr("Pain"), record.pain),
        (tr("In the way of enjoying things"), record.enjoyment),
        (tr("In the way of doing things"), record.activity),
    ]


def impact_facts(record: ImpactRecord) -> Iterator[str]:
    """The items that were answered, in a word each."""
    for text, value in (
        (tr("pain {number}"), record.pain),
        (tr("enjoyment {number}"), record.enjoyment),
        (tr("activity {number}"), record.activity),
    ):
        if value is not None:
            yield text.format(number=value)


def one_line(text: str) -> str:
    """What was typed, in one line."""
    return " ".join(text.split())


def mark_title(record: MarkRecord) -> str:
    """What was written of a marked day, in one line."""
    return one_line(record.words) or tr("A marked day")


def mark_facts(record: MarkRecord) -> Iterator[str]:
    """What kind of mark it is."""
    if record.compares:
        yield tr("from this day on")
        yield tr("the two weeks before and after are compared")
    else:
        yield tr("a day to remember")


def background_facts(record: BackgroundRecord) -> Iterator[str]:
    """How much it says, not what: this line is seen by whoever looks over a shoulder."""
    yield trn("{n} answer", "{n} answers", len(record.answers))
    if record.codes:
        yield trn("{n} caution", "{n} cautions", len(record.codes))
