"""The gate: what stands now as plain data, and what may be begun by it.

It knows no rules, so that an ordinary day need not read them; ``standing`` works it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recovery_coach.coach.marks import Marks
from recovery_coach.redflags.access import GENTLE_ABOVE, Fine
from recovery_coach.redflags.model import Access, Answers, Group, Level, Reason, Verdict, rank

NOTHING = Verdict("none")
"""Nothing was entered."""
ASKS_FROM = 3
"""The number from which each session has its own check: above 2 (facts 5.2, rule 6)."""

May = Literal["begin", "ask", "gentle_only", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is true now. ``now`` follows from ``answers``; ``held`` was said before and still holds.

    ``groups``: the questions that are due, answered or not. ``fresh``: whether the check that a
    session asks for was made, or none is asked for. ``pressing``: a place or a word was entered
    that is asked about at once.
    """

    now: Verdict = NOTHING
    held: tuple[Reason, ...] = ()
    answers: Answers = field(default_factory=dict)
    prefill: Answers = field(default_factory=dict)
    """What a check shows as answered already; a session's own asks for every no anew."""
    lasting: frozenset[str] = frozenset()
    """Fields whose answers are the health background's, or were counted."""
    marks: Marks = field(default_factory=Marks)
    closed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    fine: Fine = "unsure"
    groups: tuple[Group, ...] = ()
    fresh: bool = True
    pressing: bool = False
    verdict: Verdict = NOTHING
    """Both together: this is what is shown, and what rules the entrances."""

    def is_kept(self, name: str) -> bool:
        """Whether a full check leaves an answer as it is: the marks and the health background."""
        return name in self.marks.answers or name in self.lasting

    @property
    def level(self) -> Level:
        """The gravest of what is held and what follows now."""
        return self.verdict.level

    @property
    def alarmed(self) -> bool:
        """Whether its screen comes first, and nothing may be begun."""
        return rank(self.level) >= rank("urgent")

    @property
    def access(self) -> Access:
        """What may be begun without another question."""
        if not self.fresh and self.verdict.access in ("all", "amber"):
            return "gentle"
        return self.verdict.access

    @property
    def asks(self) -> bool:
        """Whether answers could open more than is open now."""
        due = bool(self.verdict.open) or not self.fresh
        return due and bool(self.groups) and not self.alarmed

    @property
    def only_gentle(self) -> bool:
        """Whether the gentle set alone is open, and no answer would open more."""
        return self.access == "gentle" and (not self.asks or self.is_sore)

    @property
    def is_sore(self) -> bool:
        """Whether the number alone leaves but the gentle set, whatever is answered."""
        return (self.marks.number or 0) > GENTLE_ABOVE

    @property
    def speaks(self) -> bool:
        """Whether it is to be said on Today: not on an ordinary day with a low number."""
        if self.level == "self-care":
            return (self.marks.number or 0) >= ASKS_FROM or "regions" in self.marks.answers
        return self.level != "none"

    @property
    def presses(self) -> bool:
        """Whether what is open was asked for by more than a number and a plain ache."""
        return self.asks and bool(self.verdict.open) and self.pressing

    def allows(self, gentle: bool) -> bool:
        """Whether a routine is open, asked or not."""
        return self.access in ("all", "amber") or (gentle and self.access == "gentle")

    def may_begin(self, gentle: bool) -> May:
        """Whether a routine may be begun; ``gentle``: it is one of the gentle set.

        ``ask``: its questions come first, the gentle ones' as well (rule 6); left unanswered, the
        gentle set stays open.
        """
        if self.access == "none":
            return "no"
        if self.asks:
            return "ask"
        return "begin" if self.allows(gentle) else "gentle_only"
