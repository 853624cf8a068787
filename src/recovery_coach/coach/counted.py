"""Answers of a check that are counted in the journal, so that nobody is asked (B-05, B-06).

Sources: facts 5.1 B-05 (S3-14, S2-10; the counts are editorial) and B-06 (S0-41).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from recovery_coach.journal import HurtRecord, ImpactRecord, Journal, SessionRecord
from recovery_coach.redflags.model import Value

SESSIONS = 3
"""As many sessions in a row, each with more than ``PAINFUL`` after it."""
PAINFUL = 3
HURTS = 40
WITHIN = timedelta(days=30)
IMPACT_HOLDS = timedelta(days=7)
"""An impact check is about the week before it, and holds for the week after (editorial)."""


def counted(journal: Journal, now: datetime) -> dict[str, Value]:
    """What is known of sessions in a row, of sharp pain in the same move, and of the week."""
    found: dict[str, Value] = {}
    painful = painful_in_a_row([e.record for e in journal.latest(SessionRecord, SESSIONS)], now)
    if painful:
        found["painful_sessions_in_a_row"] = painful
    sharp = sharp_in_one_move([e.record for e in journal.latest(HurtRecord, HURTS)], now)
    if sharp:
        found["sharp_in_lift_sessions"] = sharp
    week = [e.record for e in journal.latest(ImpactRecord, 1)]
    if week and now - week[0].at <= IMPACT_HOLDS:
        items = (week[0].pain, week[0].enjoyment, week[0].activity)
        given = [item for item in items if item is not None]
        if given:
            found["interference"] = max(given)
    return found


def painful_in_a_row(newest_first: list[SessionRecord], now: datetime) -> int:
    """How many of the last sessions ended with more than 3; one without a number ends the row."""
    count = 0
    for session in newest_first:
        after = session.pain_after
        if after is None or after <= PAINFUL or now - session.started_at > WITHIN:
            break
        count += 1
    return count


def sharp_in_one_move(hurts: list[HurtRecord], now: datetime) -> int:
    """In how many sessions the same exercise brought on sharp pain, at most, within a month."""
    sessions: defaultdict[str, set[str]] = defaultdict(set)
    for hurt in hurts:
        if "sharp" in hurt.words and now - hurt.at <= WITHIN:
            sessions[hurt.exercise].add(hurt.session)
    return max((len(found) for found in sessions.values()), default=0)
