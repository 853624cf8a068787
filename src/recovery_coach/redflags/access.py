"""The session gate (facts 3): which routines a verdict leaves open. The one place that says so."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from recovery_coach.redflags.model import Access, Level, Reason, Value, rank

Fine = Literal["yes", "no", "unsure"]
"""What the person was told when they were seen: is exercise fine?"""

GENTLE_ABOVE = 5
"""NRS. Borrowed from the traffic light of 4.4; not validated for back pain."""
MILD = 2
LASTING = frozenset({"B-01", "B-03", "B-04"})
LOW_MOOD = frozenset({"B-11"})


def access(
    level: Level,
    reasons: Collection[Reason],
    facts: dict[str, Value],
    fine: Fine = "unsure",
) -> Access:
    """What may be begun at ``level``; ``facts`` are those the reasons were judged by."""
    if rank(level) >= rank("urgent"):
        return "none"
    if level == "none":
        return "all"
    gentle = _above(facts.get("current_nrs"), GENTLE_ABOVE) or not _all_amber(
        level, reasons, facts, fine
    )
    return "gentle" if gentle else "amber"


def _all_amber(
    level: Level, reasons: Collection[Reason], facts: dict[str, Value], fine: Fine
) -> bool:
    """Whether all routines are open by the amber rules."""
    if level == "self-care":
        return facts.get("seen") != "yes" or fine == "yes"
    rows = {reason.id for reason in reasons}  # X-02 among them where a question is open
    if level != "book":
        return False
    return rows == LOW_MOOD or (rows <= LASTING and _mild(facts))


def _mild(facts: dict[str, Value]) -> bool:
    """Both numbers known and at most 2, and nothing in a leg or an arm (editorial)."""
    numbers = (facts.get("current_nrs"), facts.get("worst_nrs"))
    low = all(isinstance(one, int | float) and one <= MILD for one in numbers)
    return low and facts.get("limb_signs") != "yes"


def _above(number: Value | None, limit: int) -> bool:
    return isinstance(number, int | float) and number > limit
