"""The morning after a session: one number, asked on Today until it is there. Pure.

The rule:

- It is asked about the last session of yesterday in which anything was done, however it ended.
- It is asked from 4 o'clock on: what is given before that belongs to the evening (editorial).
- Any number for the back that was given today since then answers it: one is enough. What is given
  on Today while it is asked is that number, so it is written with the session it belongs to
  (:func:`answer`), and the pair of evening and morning is there to be counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from recovery_coach.base.i18n import tr
from recovery_coach.journal import Entry, PainEntry, SessionRecord

BEGINS = 4
"""The hour from which on it is morning."""
ENDED = ("finished", "stopped", "kept")


@dataclass(frozen=True, slots=True)
class Asked:
    """The session that is asked about, and the question."""

    session: str
    words: str


def asks(
    sessions: Iterable[Entry[SessionRecord]], entries: Iterable[Entry[PainEntry]], now: datetime
) -> Asked | None:
    """What to ask this morning; None where there is nothing to ask, or where it is answered.

    ``sessions``: those of yesterday, ``entries``: those of today. Others are passed over.
    """
    today = now.date()
    if now.hour < BEGINS or any(_answers(entry, now) for entry in entries):
        return None
    yesterday = today - timedelta(days=1)
    done = [one for one in sessions if one.day == yesterday and _counts(one.record)]
    if not done:
        return None
    last = max(done, key=lambda one: (one.record.started_at, one.record_id))
    question = tr("Yesterday: {routine}. How is your back today?")
    return Asked(last.record_id, question.format(routine=tr(last.record.routine_name)))


def answer(number: int, asked: Asked | None, now: datetime) -> PainEntry:
    """A number given on Today, as the answer to what is asked if anything is."""
    if asked is None:
        return PainEntry(nrs=number, at=now, source="today")
    return PainEntry(nrs=number, at=now, source="morning", session=asked.session)


def _answers(entry: Entry[PainEntry], now: datetime) -> bool:
    at = entry.record.at
    return entry.record.nrs is not None and entry.day == now.date() and at.hour >= BEGINS


def _counts(session: SessionRecord) -> bool:
    return session.state in ENDED and session.active_seconds > 0
