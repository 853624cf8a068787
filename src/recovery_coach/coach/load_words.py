"""How much was trained, in words: a plain percentage, a return, a part trained while it was sore.

No ratio and no risk (facts 4.5): it is described, and the person judges. Where a level of *book* or
above stands, none of this is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from recovery_coach.base.i18n import tr, trn, within
from recovery_coach.coach.checkin import chosen_words
from recovery_coach.coach.trend_words import day_words, score
from recovery_coach.coach.trends_below import Load
from recovery_coach.insight.load import WORTH_A_WORD, Jump, Return, SoreAgain
from recovery_coach.library.regions import body_regions

MOST = 3
"""So many trainings of what was sore are told, the newest; the others are counted."""


def load_words(jump: Jump) -> str:
    """The last seven full days beside the recent weeks, in a sentence."""
    if jump.last.load is None:
        return _unknown(jump)
    last = score(round(jump.last.load))
    if jump.usual is None:
        text = tr("Last 7 full days: {last} (effort × minutes). Too little before to compare with.")
        return text.format(last=last)
    weeks = trn("the {n} week before", "the {n} weeks before", jump.weeks)
    if jump.percent is None:
        text = tr("Last 7 full days: {last} (effort × minutes); median of {weeks}: 0.")
        return text.format(last=last, weeks=weeks)
    text = tr("Last 7 full days: {beside} (effort × minutes {last}; median of {weeks} {usual}).")
    usual = score(round(jump.usual))
    return text.format(beside=beside_words(jump.percent), last=last, weeks=weeks, usual=usual)


def beside_words(percent: float) -> str:
    """How much more or less than usual, within a sentence: ``60% more than your recent weeks``."""
    whole = round(abs(percent))
    if whole == 0:
        return tr("as much as in your recent weeks")
    if percent > 0:
        return tr("{percent}% more than your recent weeks").format(percent=whole)
    return tr("{percent}% less than your recent weeks").format(percent=whole)


def is_worth_a_word(jump: Jump) -> bool:
    """Whether it is so much more than usual that it is said without being asked (editorial)."""
    return jump.percent is not None and round(jump.percent) >= WORTH_A_WORD


def _unknown(jump: Jump) -> str:
    if jump.last.trainings:
        return trn(
            "The training of the last 7 full days has no effort or minutes to count.",
            "None of the {n} trainings of the last 7 full days has effort and minutes to count.",
            jump.last.trainings,
        )
    return tr("Nothing was written in the last 7 full days.")


# -- what else there is to say -----------------------------------------------------------------


def load_lines(found: Load) -> tuple[str, ...]:
    """What could not be counted, a return, and what was trained while it was sore."""
    today = found.jump.last.span.last + timedelta(days=1)
    lines = [*_left_out(found.jump)]
    if found.returned is not None:
        lines.append(return_words(found.returned, today))
    lines += [sore_words(one, today) for one in found.sore[:MOST]]
    if len(found.sore) > MOST:
        more = len(found.sore) - MOST
        lines.append(trn("And {n} more such day.", "And {n} more such days.", more))
    return tuple(lines)


def _left_out(jump: Jump) -> Iterator[str]:
    left_out = jump.last.uncounted + jump.uncounted
    # A week of which nothing could be counted has said so.
    if left_out and jump.last.load is not None:
        yield trn(
            "{n} training of these five weeks has no effort or minutes, and is not counted.",
            "{n} trainings of these five weeks have no effort or minutes, and are not counted.",
            left_out,
        )


def return_words(found: Return, today: date) -> str:
    """Training again after a pause (S2-46, S3-06)."""
    days = trn("{n} day without", "{n} days without", found.days)
    text = tr("Training again since {day}, after {days}. An easier start leaves room to build up.")
    return text.format(day=day_words(found.again, today), days=days)


def sore_words(found: SoreAgain, today: date) -> str:
    """A part that was trained on a day on which, or on whose eve, it was sore."""
    text = tr("{day}: {part} at {score} that day or the day before, and trained: {what}.")
    return text.format(
        day=day_words(found.day, today),
        part=part_words(found.part),
        score=score(found.score),
        what=tr(", ").join(map(within, chosen_words("lifts", found.what))),
    )


def part_words(group: str) -> str:
    """A group of regions by the area it is in."""
    areas = body_regions().areas
    return next((tr(area.label) for area in areas if group in area.groups), group)
