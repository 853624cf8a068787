"""What a professional has seen: the same, unchanged answer no longer raises its row (5.2, rule 4).

Anything new or worse raises it again. What a row rests on is compared with what it rested on then.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from recovery_coach.redflags.fields import FIELDS, Field

SAME_EPISODE = timedelta(hours=24)
"""Two answers to *when did you first feel it* that differ by less mean the same (editorial)."""


def unchanged(now: Collection[str], then: Collection[str]) -> bool:
    """Whether every answer a row rests on ``now`` is no worse than it was ``then``."""
    before = dict(_split(text) for text in then)
    return all(
        name in before and _no_worse(FIELDS.get(name), value, before[name])
        for name, value in (_split(text) for text in now)
    )


def _split(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _no_worse(field: Field | None, now: str, then: str) -> bool:
    if now == then:
        return True
    if field is None:
        return False
    if field.kind == "words":
        return set(now.split("|")) <= set(then.split("|"))
    if field.kind == "when":
        return _same_episode(now, then)
    if field.kind in ("number", "whole", "impact"):
        return _smaller(now, then)
    if field.effect != "aggravating" or now not in field.values or then not in field.values:
        return False
    if {now, then} == {"left", "right"}:  # neither is worse, but the other one is new
        return False
    return field.values.index(now) < field.values.index(then)


def _smaller(now: str, then: str) -> bool:
    try:
        return float(now) <= float(then)
    except ValueError:
        return False


def _same_episode(now: str, then: str) -> bool:
    """The pain began no later than what was seen."""
    try:
        return datetime.fromisoformat(now) - datetime.fromisoformat(then) <= SAME_EPISODE
    except (ValueError, TypeError):
        return False
