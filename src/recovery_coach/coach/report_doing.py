"""A report in words: what was done, how much, what followed, what was taken, marked and asked.

It says what numbers did after something, never what did it (facts 4.11).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from recovery_coach.base.i18n import number, tr, trn, within
from recovery_coach.coach.chart_words import signed
from recovery_coach.coach.checkin import chosen_words
from recovery_coach.coach.entry_words import impact_facts
from recovery_coach.coach.own_words import excerpt, isolated
from recovery_coach.coach.phase_words import UNDECIDED, always_add, comparison_words
from recovery_coach.coach.report import Line
from recovery_coach.coach.report_words import (
    counted,
    day_words,
    days_words,
    on_days,
)
from recovery_coach.coach.trend_words import score
from recovery_coach.coach.trends_below import Compared
from recovery_coach.insight.load import Jump, Return, SoreAgain
from recovery_coach.insight.plain import Event, Span, Work
from recovery_coach.insight.response import Change, Response
from recovery_coach.insight.trends import runs
from recovery_coach.journal import Entry, HurtRecord, ImpactRecord, PainEntry, SessionRecord
from recovery_coach.library.models import Exercise

ROUTINES, EXERCISES, LIFTS, TAGS, EVENTS, WEEKS, RUNS = 5, 6, 5, 6, 6, 4, 4
"""How many of each are told, the most frequent or the newest; the others are counted."""
NAME = 60
"""Letters of a name that a person gave to something."""

# -- sessions --------------------------------------------------------------------------------


def response_lines(
    found: Sequence[Response],
    names: Mapping[str, str],
    hurts: Sequence[HurtRecord],
    exercises: Mapping[str, Exercise],
) -> tuple[Line, ...]:
    """What the numbers did after each routine, and the exercises in which it hurt."""
    paired = [one for one in found if one.after.n or one.morning.n]
    told = [
        Line(_response(one), _named(names.get(one.name, one.name))) for one in paired[:ROUTINES]
    ]
    if len(paired) > ROUTINES:
        left = len(paired) - ROUTINES
        told.append(Line(trn("and {n} more routine", "and {n} more routines", left)))
    if hurts:
        told.append(Line(_hurts(hurts, exercises), tr("It hurt in")))
    return tuple(told)


def _named(name: str) -> str:
    return excerpt(tr(name), NAME)


def _response(one: Response) -> str:
    told = []
    for change, text in (
        (one.after, tr("after {change}")),
        (one.morning, tr("next morning {change}")),
    ):
        if change.n:
            told.append(text.format(change=_change(change)))
    sessions = trn("{n} session", "{n} sessions", one.sessions)
    return tr(", ").join((sessions, *told))


def _change(change: Change) -> str:
    """The median with its interval, from six pairs on; under that every change (facts 4.11)."""
    if change.weight == "dots" or change.median is None or change.interval is None:
        each = tr(", ").join(signed(pair.change) for pair in change.pairs)
        return tr("{changes} (n={n})").format(changes=each, n=change.n)
    text = tr("{middle} ({low} to {high}, n={n})")
    if change.weight == "few":
        text = tr("{middle} ({low} to {high}, very few, n={n})")
    return text.format(
        middle=signed(change.median),
        low=signed(change.interval.low),
        high=signed(change.interval.high),
        n=change.n,
    )


def _hurts(hurts: Sequence[HurtRecord], exercises: Mapping[str, Exercise]) -> str:
    counts = Counter(hurt.exercise for hurt in hurts)
    told = []
    for name, count in counts.most_common(EXERCISES):
        known = exercises.get(name)
        words = tr(known.name) if known else name.replace("_", " ")
        scores = [h.score for h in hurts if h.exercise == name and h.score is not None]
        text = tr("{what} {times}, up to {score}") if scores else tr("{what} {times}")
        top = max(scores, default=0)
        told.append(text.format(what=excerpt(words, NAME), times=_times(count), score=top))
    if len(counts) > EXERCISES:
        told.append(trn("{n} more", "{n} more", len(counts) - EXERCISES))
    return tr("; ").join(told)


def _times(count: int) -> str:
    return trn("{n} time", "{n} times", count)


def session_lines(
    sessions: Sequence[Entry[SessionRecord]], works: Sequence[Work], names: Mapping[str, str]
) -> Iterator[Line]:
    """What was practised, and the trainings that were told of."""
    if sessions:
        yield Line(_sessions(sessions, names), tr("Guided sessions"))
    told = [work for work in works if not work.guided]
    if told:
        yield Line(_trainings(told), tr("Other training"))


def _sessions(sessions: Sequence[Entry[SessionRecord]], names: Mapping[str, str]) -> str:
    counts = Counter(entry.record.routine for entry in sessions)
    found = [(_named(names.get(name, name)), count) for name, count in counts.most_common()]
    days = on_days(len({entry.day for entry in sessions}))
    text = tr("{n} {days}: {what}").format(
        n=len(sessions), days=days, what=counted(found, ROUTINES)
    )
    broken = sum(entry.record.state != "finished" for entry in sessions)
    if broken:
        text += tr("; ") + trn("{n} ended early", "{n} ended early", broken)
    return text


def _trainings(works: Sequence[Work]) -> str:
    counts = Counter(lift for work in works for lift in work.what)
    days = on_days(len({work.day for work in works}))
    found = [(within(chosen_words("lifts", (lift,))[0]), n) for lift, n in counts.most_common()]
    return tr("{days}: {what}").format(days=days, what=counted(found, LIFTS)) if found else days


def load_lines(
    jump: Jump | None, returned: Return | None, sore: Sequence[SoreAgain], span: Span
) -> Iterator[Line]:
    """The last seven full days beside the usual, a return, and training of what was sore."""
    if jump is not None and jump.last.load is not None:
        yield Line(_jump(jump), tr("Load"))
    if returned is not None:
        text = tr("on {date}, after {days} without training")
        days = trn("{n} day", "{n} days", returned.days)
        yield Line(
            text.format(date=day_words(returned.again, span), days=days), tr("Trained again")
        )
    if sore:
        sore_days = len({one.day for one in sore})
        yield Line(
            on_days(sore_days), tr("Trained a part that was sore that day or the day before")
        )


def _jump(jump: Jump) -> str:
    load = tr("last 7 full days {n} (effort × minutes)").format(n=score(round(jump.last.load or 0)))
    if jump.usual is None or jump.percent is None:
        return tr("{load}; too little before to compare").format(load=load)
    usual = score(round(jump.usual))
    text = tr("{load}, {percent} % against the median of the {n} weeks before ({usual})")
    percent = signed(round(jump.percent))
    return text.format(load=load, percent=percent, n=jump.weeks, usual=usual)


# -- what was taken, marked and asked ----------------------------------------------------------


def taken_lines(entries: Sequence[Entry[PainEntry]], span: Span) -> tuple[Line, ...]:
    """On which days each was tagged; there is never a dose."""
    told = []
    for name, count in _by_tag(entries).items():
        days = sorted({entry.day for entry in entries if name in entry.record.taken})
        text = f"{on_days(count)} ({_last_days(days, span)})"
        told.append(Line(text, excerpt(chosen_words("taken", (name,))[0], NAME)))
    return tuple(told[:TAGS])


def _last_days(days: Sequence[date], span: Span) -> str:
    """Days as runs of neighbours; of many, from when to when."""
    found = runs(days)
    if len(found) > RUNS:
        found = (Span(days[0], days[-1]),)
    return tr(", ").join(days_words(one, span) for one in found)


def _by_tag(entries: Iterable[Entry[PainEntry]]) -> Mapping[str, int]:
    pairs = {(entry.day, tag) for entry in entries for tag in entry.record.taken}
    return dict(Counter(tag for _, tag in sorted(pairs)).most_common())


def event_lines(
    events: Sequence[Event], compared: Mapping[str, Compared], span: Span, today: date
) -> Iterator[Line]:
    """What the person marked, the newest last; with what the days before and after came to."""
    if len(events) > EVENTS:
        left = len(events) - EVENTS
        yield Line(
            trn("{n} earlier day is not told here", "{n} earlier days are not told here", left)
        )
    for event in events[-EVENTS:]:
        words = isolated(tr("“{text}”").format(text=excerpt(event.words, 2 * NAME)))
        found = compared.get(event.record)
        if found is not None:
            words = " ".join((words, *_compared(found, today)))
        yield Line(words, day_words(event.day, span))
    if compared:
        better, _, one_person = always_add(())
        yield Line(f"{better} {one_person}")


def _compared(found: Compared, today: date) -> Iterator[str]:
    """Both phases, and what may be said of them; what else changed, where anything is said."""
    yield from comparison_words(found.comparison, today).lines
    if found.comparison.verdict != UNDECIDED:
        _, other, _ = always_add(found.beside)
        yield other


def week_lines(weeks: Sequence[ImpactRecord], span: Span) -> Iterator[Line]:
    """The first and the last weeks, three items of 10 each."""
    shown = weeks if len(weeks) <= WEEKS else (weeks[0], *weeks[1 - WEEKS :])
    left_out = len(weeks) - len(shown)
    for place, one in enumerate(shown):
        if place == 1 and left_out:
            yield Line(trn("{n} week between", "{n} weeks between", left_out))
        told = [*impact_facts(one)]
        if one.mean is not None:
            told.append(tr("mean {number}").format(number=number(one.mean, 1)))
        else:
            told.append(tr("not all answered"))
        yield Line(tr(", ").join(told), day_words(one.at.date(), span))
