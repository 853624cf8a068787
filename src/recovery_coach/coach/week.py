"""What the note of the week is made of, gathered: the last seven full days, and those before."""

from __future__ import annotations

from datetime import date, timedelta

from recovery_coach.coach.balance import CORE, FLEXIBILITY
from recovery_coach.coach.insights import PAIN, Insights
from recovery_coach.coach.trends_below import comparisons, lately
from recovery_coach.coach.week_note import DAYS, Done, WeekFacts
from recovery_coach.insight.phases import LENGTH, Comparison
from recovery_coach.insight.plain import Span, last_days
from recovery_coach.insight.trends import headline


def week_facts(insights: Insights, today: date, flexibility: int, core: int) -> WeekFacts:
    """Of the week that ended yesterday; the numbers are the aims of the person."""
    week = last_days(today - timedelta(days=1), DAYS)
    before = week.moved(-DAYS)
    found = lately(insights, today)
    written = insights.written(Span(before.first, week.last))
    return WeekFacts(
        today=today,
        pain=headline(insights.rated(PAIN, Span(before.first, week.last)), week),
        written=sum(day in week for day in written),
        written_before=sum(day in before for day in written),
        flexibility=Done(len(insights.practised(week, FLEXIBILITY)), flexibility),
        core=Done(len(insights.practised(week, CORE)), core),
        jump=found.jump,
        returned=found.returned,
        ended=_ended(insights, week, today),
    )


def _ended(insights: Insights, week: Span, today: date) -> tuple[str, Comparison] | None:
    """The comparison whose fourteen days were over in that week; the newest, if there are more."""
    for one in comparisons(insights, today):
        if one.event.day + timedelta(days=LENGTH - 1) in week:
            return one.event.words, one.comparison
    return None
