"""How much was trained: effort x minutes, and the last days beside the usual (facts 4.5).

No ratio of acute to chronic load, no score of risk: a jump is described, the person judges
(Lolli 2019; Impellizzeri 2020, 2021).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from recovery_coach.insight.intervals import median
from recovery_coach.insight.plain import Span, Work, last_days, weeks

WEEK = 7
WEEKS_BEFORE, WEEKS_NEEDED = 4, 3
"""What is usual: of so many weeks, and so many of them can be counted at least (facts 4.5)."""

WORTH_A_WORD = 30
"""Percent more than usual from which it is said (editorial, facts 4.5)."""
AWAY = 14
"""Days without training after which one is returning (facts 4.5; S2-46, S3-06)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A week: its load in effort x minutes, and how many of its trainings had no effort or minutes.

    ``load`` is None where nothing was said that could be counted, 0.0 where nothing was trained
    and something was written on any of its days.
    """

    span: Span
    load: float | None
    trainings: int
    uncounted: int


@dataclass(frozen=True, slots=True)
class Jump:
    """The last 7 full days (today is not over) beside the median of the four weeks before them.

    ``percent``: how much more (or less, below 0); None where under three of the four weeks can be
    counted, their median is 0, or the last days cannot be counted. ``uncounted``: trainings of the
    four weeks without effort or minutes, so that they may have been more than is known.
    """

    last: Loaded
    usual: float | None
    weeks: int
    percent: float | None
    uncounted: int = 0


@dataclass(frozen=True, slots=True)
class Return:
    """Training again after a pause: its last day before, the first one after, the days between."""

    stopped: date
    again: date
    days: int


@dataclass(frozen=True, slots=True)
class SoreAgain:
    """On ``day`` something was trained that loads ``part``, which was rated ``score`` that day or
    the day before."""

    day: date
    part: str
    score: float
    what: tuple[str, ...]


def load_of(work: Work) -> float | None:
    """Effort x minutes (Foster 2001); None where either is missing.

    >>> load_of(Work(date(2026, 3, 2), minutes=45, effort=6))
    270.0
    """
    if work.minutes is None or work.effort is None:
        return None
    return float(work.minutes * work.effort)


def weekly_load(
    works: Iterable[Work], written: Iterable[date], span: Span, first_weekday: int
) -> tuple[Loaded, ...]:
    """Every week of a span; ``written`` are the days that have any entry.

    A week with a training, one with an entry alone, and one with nothing:

    >>> monday, second = date(2026, 3, 2), date(2026, 3, 10)
    >>> trained = [Work(monday, minutes=45, effort=6), Work(monday, minutes=20, effort=None)]
    >>> told = weekly_load(trained, [monday, second], Span(monday, date(2026, 3, 22)), 0)
    >>> [(week.load, week.trainings, week.uncounted) for week in told]
    [(270.0, 2, 1), (0.0, 0, 0), (None, 0, 0)]
    """
    return _loaded(works, written, weeks(span, first_weekday))


def _loaded(
    works: Iterable[Work], written: Iterable[date], spans: Sequence[Span]
) -> tuple[Loaded, ...]:
    """Some spans that follow each other and are sorted."""
    starts = [span.first for span in spans]
    inside = Span(spans[0].first, spans[-1].last)
    trained: list[list[float | None]] = [[] for _ in spans]
    for work in works:
        if work.day in inside:
            trained[bisect_right(starts, work.day) - 1].append(load_of(work))
    told = {bisect_right(starts, day) - 1 for day in written if day in inside}
    return tuple(
        _week(span, loads, index in told)
        for index, (span, loads) in enumerate(zip(spans, trained, strict=True))
    )


def _week(span: Span, loads: Sequence[float | None], is_written: bool) -> Loaded:
    counted = [load for load in loads if load is not None]
    known = bool(counted) or (is_written and not loads)
    return Loaded(
        span,
        load=sum(counted, 0.0) if known else None,
        trainings=len(loads),
        uncounted=len(loads) - len(counted),
    )


def jump(works: Sequence[Work], written: Sequence[date], today: date) -> Jump:
    """The last seven full days beside what is usual.

    Facts 4.5: a half-finished week would always look like a drop, so today is left out. Four weeks
    of 300, then one of 480:

    >>> today = date(2026, 4, 6)
    >>> efforts = ((1, 8), (8, 5), (15, 5), (22, 5), (29, 5))
    >>> works = [Work(today - timedelta(days=ago), 60, effort) for ago, effort in efforts]
    >>> told = jump(works, [], today)
    >>> told.last.load, told.usual, told.weeks, told.percent
    (480.0, 300.0, 4, 60.0)
    """
    last = last_days(today - timedelta(days=1), WEEK)
    spans = [last.moved(-WEEK * ago) for ago in range(WEEKS_BEFORE, -1, -1)]
    *before, now = _loaded(works, written, spans)
    known = [week.load for week in before if week.load is not None]
    usual = median(known) if len(known) >= WEEKS_NEEDED else None
    percent = None
    if usual and now.load is not None:
        percent = 100 * (now.load - usual) / usual
    left_out = sum(week.uncounted for week in before)
    return Jump(now, usual, weeks=len(known), percent=percent, uncounted=left_out)


def returned(works: Iterable[Work], today: date) -> Return | None:
    """The latest return after two weeks or more, if it was within the last 14 days.

    >>> days = (date(2026, 3, 1), date(2026, 3, 20), date(2026, 3, 22))
    >>> told = returned([Work(day, 60, 5) for day in days], date(2026, 3, 23))
    >>> told.stopped.day, told.again.day, told.days
    (1, 20, 18)
    """
    days = sorted({work.day for work in works if work.day <= today})
    lately = last_days(today, AWAY)
    for stopped, again in reversed(list(pairwise(days))):
        if again not in lately:
            return None
        off = (again - stopped).days - 1
        if off >= AWAY:
            return Return(stopped, again, off)
    return None


def trained_while_sore(
    works: Iterable[Work], sore: Mapping[tuple[date, str], float], least: float
) -> tuple[SoreAgain, ...]:
    """Trainings of a part that was rated ``least`` or more that day or the day before.

    ``sore``: the highest score by day and part. The newest first. A low back rated 5 on Monday, and
    trained on Tuesday:

    >>> squat = Work(date(2026, 3, 3), 60, 7, what=("squat",), parts=frozenset({"lower_back"}))
    >>> (told,) = trained_while_sore([squat], {(date(2026, 3, 2), "lower_back"): 5}, least=3)
    >>> told.day.day, told.part, told.score, told.what
    (3, 'lower_back', 5, ('squat',))
    """
    found: dict[tuple[date, str], SoreAgain] = {}
    for work in works:
        for part in work.parts:
            known = (sore.get((work.day - timedelta(days=ago), part)) for ago in (0, 1))
            score = max((score for score in known if score is not None), default=None)
            if score is not None and score >= least:
                one = found.get((work.day, part), SoreAgain(work.day, part, score, ()))
                what = tuple(dict.fromkeys((*one.what, *work.what)))
                found[work.day, part] = replace(one, what=what)
    return tuple(sorted(found.values(), key=lambda one: (-one.day.toordinal(), one.part)))
