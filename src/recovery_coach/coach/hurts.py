"""What may follow when somebody says in mid-move that it hurts: pure rules.

Sources: facts 2.1 (universal rule: at most 2 points above the starting number and never above
5/10 in total), 4.4 (traffic-light monitoring after Thomeé 1997, memory, and Silbernagel 2007,
found; not validated for back pain) and 5.1 (stop rules: sharp pain, a new leg or arm symptom,
chest pain, faintness). All of it is listed in docs/safety.md. The rules only ever send people
away from the exercise; none of them says that anything is fine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from recovery_coach.library.models import Exercise
    from recovery_coach.timeline.model import PlannedStep

Word = Literal["sharp", "limb", "numb", "chest", "faint", "none"]
"""What it feels like: sharp; into a leg or arm; numb or tingling; chest; faint; none of these."""

Level = Literal["unsure", "may_go_on", "end_exercise", "stop_session"]

WORDS: tuple[Word, ...] = ("sharp", "limb", "numb", "chest", "faint", "none")
STOPPING: frozenset[Word] = frozenset({"limb", "numb", "chest", "faint"})
"""Words after which the session is over and help is named."""
EMERGENCY: frozenset[Word] = frozenset({"chest", "faint"})
"""Words after which the first line is the emergency number (facts 5.1, E-08)."""

HIGHEST = 5
"""Never go on above this number, unless it was above it at the start."""
RISE = 2
"""Never go on this far above the number at the start, or further."""
HIGHEST_UNKNOWN = 3
"""The highest number to go on at where no number was given at the start (editorial)."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be offered."""

    level: Level

    @property
    def may_go_on(self) -> bool:
        """Whether going on with the same exercise is offered."""
        return self.level == "may_go_on"

    @property
    def may_ease(self) -> bool:
        """Whether the easier exercise is offered, where there is one: only where going on is.

        Facts 4.4, amber: keep or lower the load, use easier variants. Red, and sharp pain, stop
        the move itself; an easier way of it is no way round that.
        """
        return self.may_go_on

    @property
    def may_train(self) -> bool:
        """Whether anything but help is offered."""
        return self.level != "stop_session"


def judge(score: int | None, word: Word | None, start: int | None) -> Verdict:
    """The rule for a ``score`` (0-10) and a ``word``, after ``start`` at the beginning.

    Until both are given nothing is offered but to skip or stop ("unsure"), except that a word
    which ends the session does so at once.
    """
    if word in STOPPING:
        return Verdict("stop_session")
    if word == "sharp" or (score is not None and score > limit(start)):
        return Verdict("end_exercise")
    if score is None or word is None:
        return Verdict("unsure")
    return Verdict("may_go_on")


def easier_of(step: PlannedStep, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """The easier exercise that the data name for what a step is done with now.

    None where they name none, where it is not in the library, and where the step was done with it
    before: what hurt there does not come back as the easier one.
    """
    easier = step.exercise.easier
    found = exercises.get(easier.exercise or "") if easier is not None else None
    return None if found is None or step.was_done_as(found.id) else found


def limit(start: int | None) -> int:
    """The highest number at which going on is offered.

    Above 5 at the start (the gentle set alone is open then) any rise ends the exercise: facts 3
    and the stop rules of 5.1.
    """
    if start is None:
        return HIGHEST_UNKNOWN
    return start if start > HIGHEST else min(HIGHEST, start + RISE)
