"""*This week*: at most three true sentences, once a week, put away with one click.

The pain of the last seven full days beside that of the seven before, sessions beside the person's
own aims, and one thing noticed. No praise, no blame; a week without any entry says so. It is silent
while what stands sends to a professional: then there is something else to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from recovery_coach.base.i18n import tr, trn, within
from recovery_coach.coach.load_words import beside_words, is_worth_a_word, return_words
from recovery_coach.coach.own_words import excerpt, isolated
from recovery_coach.coach.phase_words import verdict_words
from recovery_coach.coach.trend_words import score
from recovery_coach.insight.load import Jump, Return
from recovery_coach.insight.phases import Comparison
from recovery_coach.insight.trends import Headline, Part
from recovery_coach.redflags.model import Level, rank

DAYS = 7
SUNDAY = 6
LONGEST = 60
"""Letters of what a person marked a day by, in one sentence of three."""


@dataclass(frozen=True, slots=True)
class Done:
    """Days with a session of a kind in the week, beside the person's own aim; 0 is no aim."""

    days: int
    aim: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """What the note is made of; the week are the last seven full days, today is not over.

    ``pain``: the :func:`~recovery_coach.insight.trends.headline` of that week; ``written`` and
    ``written_before``: days of it, and of the seven before, that have any entry. ``ended``: a
    comparison whose fourteen days ended in that week, with the words it was marked by.
    """

    today: date
    pain: Headline
    written: int
    written_before: int
    flexibility: Done
    core: Done
    jump: Jump | None = None
    returned: Return | None = None
    ended: tuple[str, Comparison] | None = None


@dataclass(frozen=True, slots=True)
class WeekNote:
    """Sentences under a title; nothing to show where there are none."""

    title: str
    sentences: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.sentences)


def note_due(last_shown: date | None, today: date) -> bool:
    """Whether it is offered: from each Sunday on, until it is put away (editorial).

    ``last_shown`` is the day it was put away; one that lies ahead does not count.
    """
    sunday = today - timedelta(days=(today.weekday() - SUNDAY) % DAYS)
    return last_shown is None or last_shown < sunday or last_shown > today


def week_note(facts: WeekFacts, level: Level) -> WeekNote:
    """The note; without sentences from *book* on, and after two weeks without any entry."""
    return WeekNote(tr("This week"), tuple(_sentences(facts, level)))


def _sentences(facts: WeekFacts, level: Level) -> Iterator[str]:
    if rank(level) >= rank("book"):
        return
    if not facts.written:
        if facts.written_before:
            yield tr("Nothing was written in the last 7 days.")
        return
    yield _pain(facts.pain)
    yield from _sessions(facts)
    yield from _noticed(facts)


# -- pain --------------------------------------------------------------------------------------


def _pain(pain: Headline) -> str:
    now, then = pain.now, pain.then
    if now.median is None:
        if not now.rated:
            return tr("No number for the back was written in the last 7 days.")
        return trn(
            "{n} of the last 7 days has a number for the back, too few for a median.",
            "{n} of the last 7 days have a number for the back, too few for a median.",
            now.rated,
        )
    if then is None or then.median is None:
        text = tr("The last 7 days: median {now}; too few numbers before to compare with.")
        return text.format(now=_part(now, now.median))
    text = tr("The last 7 days: median {now}; the 7 before: median {then}.")
    return text.format(now=_part(now, now.median), then=_part(then, then.median))


def _part(part: Part, median: float) -> str:
    """``3 (6 of 7 days)``: what is missing is never left out."""
    text = tr("{median} ({rated} of {days} days)")
    return text.format(median=score(median), rated=part.rated, days=part.span.days)


# -- sessions ----------------------------------------------------------------------------------


def _sessions(facts: WeekFacts) -> Iterator[str]:
    kinds = (
        (tr("flexibility on {days}"), facts.flexibility),
        (tr("core on {days}"), facts.core),
    )
    told = [text.format(days=_beside_aim(done)) for text, done in kinds if done.days or done.aim]
    if told:
        yield tr("Sessions: {told}.").format(told=tr(", ").join(told))


def _beside_aim(done: Done) -> str:
    days = trn("{n} day", "{n} days", done.days)
    if not done.aim:
        return days
    return tr("{days} (your aim: {aim})").format(days=days, aim=done.aim)


# -- one thing noticed -------------------------------------------------------------------------


def _noticed(facts: WeekFacts) -> Iterator[str]:
    """What is rarest first: a comparison, much more load, a return, what could not be counted."""
    if facts.ended is not None:
        words, found = facts.ended
        quoted = isolated(tr("“{text}”").format(text=excerpt(words, LONGEST)))
        text = tr("The 14 days of {words} are over: {verdict}. Trends has both phases.")
        yield text.format(words=quoted, verdict=within(verdict_words(found.verdict)))
    elif facts.jump is not None and is_worth_a_word(facts.jump):
        text = tr("Training load of the last 7 days: {beside}.")
        yield text.format(beside=beside_words(facts.jump.percent or 0))
    elif facts.returned is not None:
        yield return_words(facts.returned, facts.today)
    elif facts.jump is not None and facts.jump.last.uncounted:
        yield trn(
            "{n} training has no effort or minutes, so the load of the week is not complete.",
            "{n} trainings have no effort or minutes, so the load of the week is not complete.",
            facts.jump.last.uncounted,
        )
