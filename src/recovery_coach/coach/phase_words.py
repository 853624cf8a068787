"""Fourteen days before and after, in words: both medians, the change, and what may be said of it.

After the template of facts 4.11. The verdict has no other words than these, and is never alone:
what else changed, and how little one person's days can show, stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.chart_words import signed
from recovery_coach.coach.trend_words import day_words, score
from recovery_coach.insight.intervals import ENOUGH
from recovery_coach.insight.phases import (
    LENGTH,
    NEEDED,
    NOTICED,
    SHARE_FROM,
    Comparison,
    Phase,
    Verdict,
    is_noticed,
)

UNDECIDED: Verdict = "not enough data"


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison in words. ``change`` and ``shift`` are empty where there is no verdict yet."""

    before: str
    after: str
    change: str
    shift: str
    verdict: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to read, in its order."""
        lines = (self.before, self.after, self.change, self.shift, self.verdict)
        return tuple(line for line in lines if line)


def comparison_words(found: Comparison, today: date) -> Told:
    """Both phases, the change, the shift and the verdict."""
    judged = found.verdict != UNDECIDED
    return Told(
        before=_phase(tr("14 days before"), found.before),
        after=_phase(_after(found.after), found.after),
        change=_change(found) if judged else "",
        shift=_shift(found) if judged else "",
        verdict=_verdict(found, today),
    )


def verdict_words(verdict: Verdict) -> str:
    """One of the five verdicts there are."""
    return {
        "not enough data": tr("Not enough data"),
        "no clear change": tr("No clear change"),
        "smaller than usually noticed": tr("Smaller than usually noticed"),
        "possible improvement": tr("Possible improvement"),
        "possible worsening": tr("Possible worsening"),
    }[verdict]


# -- a phase -----------------------------------------------------------------------------------


def _after(phase: Phase) -> str:
    if phase.span.days >= LENGTH:
        return tr("14 days after")
    return trn("The first day after", "The first {n} days after", phase.span.days)


def _phase(title: str, phase: Phase) -> str:
    """``14 days before: median 4 (interval 3 to 5, 12 of 14 days).``"""
    days = tr("{rated} of {days} days").format(rated=phase.rated, days=phase.span.days)
    if phase.median is None:
        return tr("{title}: no number ({days}).").format(title=title, days=days)
    if phase.interval is None:
        text = tr("{title}: {days} have a number, too few for a median.")
        return text.format(title=title, days=days)
    if phase.rated < ENOUGH:
        text = tr("{title}: median {median} (from {low} to {high}; very few days, {days}).")
    else:
        text = tr("{title}: median {median} (interval {low} to {high}, {days}).")
    return text.format(
        title=title,
        median=score(phase.median),
        low=score(phase.interval.low),
        high=score(phase.interval.high),
        days=days,
    )


# -- what may be said --------------------------------------------------------------------------


def _change(found: Comparison) -> str:
    """The change of the median, and all that speaks against making more of it."""
    first, change = found.before.median or 0, found.change or 0
    said = [tr("Change of the median: {change}.").format(change=signed(change))]
    if not is_noticed(first, change):
        said.append(_too_small(first))
    if found.why == "interval":
        said.append(tr("The intervals overlap."))
    if found.why == "shift":
        said.append(tr("The interval of the shift includes 0."))
    return " ".join(said)


def _too_small(first: float) -> str:
    if first < SHARE_FROM:
        return tr("That is under the {points} points usually noticed.").format(
            points=score(NOTICED)
        )
    text = tr("That is under the {points} points, or 30%, usually noticed.")
    return text.format(points=score(NOTICED))


def _shift(found: Comparison) -> str:
    """The shift is a second look at the same days, and no surer than they are."""
    moved = found.shift
    if moved is None:
        return ""
    text = tr(
        "Shift of all days: {estimate} (interval {low} to {high}, approximate, days are not"
        " independent)."
    )
    return text.format(
        estimate=signed(moved.estimate), low=signed(moved.low), high=signed(moved.high)
    )


def _verdict(found: Comparison, today: date) -> str:
    verdict = verdict_words(found.verdict)
    if found.verdict != UNDECIDED:
        return tr("{verdict}.").format(verdict=verdict)
    return tr("{verdict}: {why}").format(verdict=verdict, why=_why_not(found, today))


def _why_not(found: Comparison, today: date) -> str:
    if found.why == "marked later":
        return tr("the day was marked after it had begun, when numbers could already be seen.")
    if found.why == "too few days":
        text = tr("{before} and {after} days have a number, and {needed} of 14 are needed in each.")
        return text.format(before=found.before.rated, after=found.after.rated, needed=NEEDED)
    last = found.after.span.first + timedelta(days=LENGTH - 1)
    text = tr("the 14 days go on until {day}.")
    return text.format(day=day_words(last, today))


# -- what always stands beside it --------------------------------------------------------------


What = Literal["sleep", "load", "rest"]


@dataclass(frozen=True, slots=True)
class Beside:
    """What else was told of both phases, each with how many days or trainings it rests on.

    ``sleep``: the median of the nights in hours; ``load``: effort x minutes, all together;
    ``rest``: days of rest. None where nothing was told.
    """

    what: What
    before: float | None
    before_n: int
    after: float | None
    after_n: int


def always_add(beside: Sequence[Beside]) -> tuple[str, ...]:
    """What is said under every verdict (facts 4.11, 5)."""
    told = tr("; ").join(_beside(beside))
    other = tr("Other things changed, too, or may have: none were written down.")
    if told:
        other = tr("Other things changed, too: {told}.").format(told=told)
    return (
        tr("Bad spells tend to get better by themselves."),
        other,
        tr("These are the days of one person, with nothing to compare them with."),
    )


def again_words() -> str:
    """An offer for habits that do no harm; not to be shown where a warning sign stands."""
    return tr(
        "For a harmless habit, such as a warm-up: leaving it out for 14 days, and taking it up"
        " again for 14, says more than one comparison. Never do so with what a professional has"
        " asked for."
    )


def _beside(found: Sequence[Beside]) -> Iterator[str]:
    for one in found:
        if one.before is not None or one.after is not None:
            yield tr("{what} {before} before, {after} after").format(
                what=_name(one.what),
                before=_value(one.what, one.before, one.before_n),
                after=_value(one.what, one.after, one.after_n),
            )


def _name(what: What) -> str:
    return {
        "sleep": tr("sleep a night"),
        "load": tr("effort × minutes"),
        "rest": tr("rest days"),
    }[what]


def _value(what: What, value: float | None, n: int) -> str:
    if value is None:
        return tr("not told")
    if what == "sleep":
        nights = trn("{n} night", "{n} nights", n)
        return tr("{hours} h ({nights})").format(hours=score(value), nights=nights)
    if what == "load":
        trainings = trn("{n} training", "{n} trainings", n)
        return tr("{load} ({trainings})").format(load=score(round(value)), trainings=trainings)
    return tr("{n} of {days}").format(n=score(value), days=trn("{n} day", "{n} days", n))
