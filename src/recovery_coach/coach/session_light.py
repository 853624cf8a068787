"""The traffic light of a session of the journal: what it is read from, gathered (facts 4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from recovery_coach.coach.insights import PAIN, Insights
from recovery_coach.coach.traffic_words import Reading, reading
from recovery_coach.insight.plain import Occasion, Span, last_days
from recovery_coach.insight.traffic import MORNINGS, baseline
from recovery_coach.insight.trends import headline
from recovery_coach.journal import HurtRecord
from recovery_coach.redflags.model import Level

ALARMING = frozenset({"sharp", "limb", "numb"})
"""What it was like when it hurt: sharp, in a leg or arm, of the nerves."""
WEEK = 7


def read_light(
    insights: Insights, session: str, day: date, hurts: Sequence[HurtRecord], level: Level
) -> Reading | None:
    """The light of a session of a day; None where nothing was done in it."""
    known = insights.occasions(Span(day, day))
    occasion = next((one for one in known if one.session == session), None)
    if occasion is None:
        return None
    return reading(
        occasion,
        alarming=any(ALARMING.intersection(hurt.words) for hurt in hurts),
        usual=_usual(insights, occasion),
        rises=_rises(insights, day),
        level=level,
    )


def _usual(insights: Insights, occasion: Occasion) -> float | None:
    """By the mornings before the session, else by the number given before it."""
    before = last_days(occasion.day - timedelta(days=1), MORNINGS)
    mornings = [morning.median for morning in insights.rated("pain.morning", before)]
    return baseline(mornings, occasion.before)


def _rises(insights: Insights, day: date) -> bool | None:
    """Whether the median of the week up to that day is higher than that of the week before."""
    week = last_days(day, WEEK)
    days = insights.rated(PAIN, Span(week.first - timedelta(days=WEEK), week.last))
    found = headline(days, week)
    if found.then is None or found.then.median is None or found.now.median is None:
        return None
    return found.now.median > found.then.median
