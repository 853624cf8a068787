"""What followed some sessions, in words: how many pairs, their median change, and how sure it is.

Never what the sessions did (facts 4.11). Under six pairs there is no median to tell: each is drawn.
"""

from __future__ import annotations

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.chart_words import signed
from recovery_coach.insight.response import Change


def change_words(change: Change) -> str:
    """Pairs in a sentence: ``12 sessions with both numbers: median change −1 (…). …``."""
    if not change.n or change.median is None:
        return tr("No session with both numbers.")
    sessions = trn("{n} session with both numbers", "{n} sessions with both numbers", change.n)
    if change.interval is None or change.weight == "dots":
        text = tr("{sessions}: too few for a median. {counts}.")
        return text.format(sessions=sessions, counts=_counts(change))
    if change.weight == "few":
        text = tr("{sessions}, very few: median change {median} (from {low} to {high}). {counts}.")
    else:
        text = tr("{sessions}: median change {median} (interval {low} to {high}). {counts}.")
    return text.format(
        sessions=sessions,
        median=signed(change.median),
        low=signed(change.interval.low),
        high=signed(change.interval.high),
        counts=_counts(change),
    )


def _counts(change: Change) -> str:
    """How many went which way: none is left out, so that they add up."""
    text = tr("Lower in {lower}, the same in {same}, higher in {higher}")
    return text.format(lower=change.lower, same=change.same, higher=change.higher)


def caveat() -> str:
    """What stands below them all."""
    return tr(
        "This is what followed, not what a session did: numbers change for many reasons, and moves"
        " done in the same sessions share theirs. Intervals are approximate, as days are not"
        " independent."
    )
