"""What entries say, in the fields that a check of warning signs is judged by. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from recovery_coach.redflags.model import Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The newest day of some entries. ``leg``: something was said of a leg."""

    fields: ClassVar[frozenset[str]] = frozenset(
        {
            *("regions", "qualities", "sides", "current_nrs", "worst_nrs"),
            *("previous_worst_nrs", "morning_stiff_min"),
            *("woke", "mood", "trained", "leg_nrs", "asked_again"),
        }
    )
    """The fields that entries tell anew each day; what else they tell stays until it is unsaid."""

    answers: Answers = field(default_factory=dict)
    number: int | None = None
    leg: bool = False
