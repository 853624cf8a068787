"""Answers to check: everything asked and answered harmlessly, and what is changed of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from recovery_coach.redflags.evaluate import evaluate
from recovery_coach.redflags.fields import FIELDS
from recovery_coach.redflags.model import Value, Verdict

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

HARMLESS: dict[str, Value] = {
    **{f.name: f.values[0] for f in FIELDS.values() if f.values and f.values[0] in ("no", "none")},
    "age_band": "26-49",
    "trend": "better",
    "sides": "one",
    "onset_time": "24h",
    "current_nrs": 4,
    "worst_nrs": 4,
    "previous_worst_nrs": 4,
    "episodes_6m": 0,
    "episodes_12m": 0,
    "sharp_in_lift_sessions": 0,
    "painful_sessions_in_a_row": 0,
    "reduced_range_days": 0,
    "morning_stiff_min": 5,
    "inflammatory_items": 0,
    "onset_after_session_h": 6,
    "qualities": ("achy",),
}
"""Pain of 4, a day old, every question answered and no sign: fits no pattern, so X-01."""


def having(*without: str, **changed: Value) -> dict[str, Value]:
    """``HARMLESS`` with some answers changed, and some not given."""
    found = {**HARMLESS, **changed}
    return {name: value for name, value in found.items() if name not in without}


def verdict(answers: Mapping[str, Value]) -> Verdict:
    """What follows from them at ``NOW``."""
    return evaluate(answers, NOW)


def ids(answers: Mapping[str, Value]) -> list[str]:
    """The rows that match, the gravest first."""
    return [reason.id for reason in verdict(answers).reasons]


def hours(count: float) -> str:
    """An ``onset_time`` so many hours before ``NOW``."""
    return (NOW - timedelta(hours=count)).isoformat()
