"""The words shown when something is a warning sign: what to do first, why second, whom last.

Written by the principles of facts 5.3: no condition is named as the person's own, nothing is
played down, nothing is praised, and every screen carries the watch list. Levels and wording follow
facts 5.1 (E-08, U-07, U-08, E-01) with their sources in docs/safety.md. To be reviewed by a
clinician before release.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recovery_coach.base.i18n import tr
from recovery_coach.coach.hurts import Word
from recovery_coach.coach.numbers import Numbers, advice_line
from recovery_coach.redflags.wording import watch_line

if TYPE_CHECKING:
    from recovery_coach.coach.gate import Standing


@dataclass(frozen=True, slots=True)
class Advice:
    """A plain screen: ``do`` is the heading, then ``why``, then ``whom`` to turn to."""

    do: str
    why: str
    whom: str


def word_label(word: Word) -> str:
    """A word as it stands on its button."""
    return {
        "sharp": tr("Sharp"),
        "limb": tr("Into a leg or arm"),
        "numb": tr("Numb or tingling"),
        "chest": tr("Chest or breath"),
        "faint": tr("Faint or dizzy"),
        "none": tr("None of these"),
    }[word]


def after_hurt(word: Word, numbers: Numbers) -> Advice:
    """What to do after a word that ends the session; ``numbers`` are those to call."""
    number = numbers.emergency
    today = advice_line(numbers)
    with_signs = tr("{today} With the emergency signs: call {number}.").format(
        today=today, number=number
    )
    if word == "chest":
        return Advice(
            do=tr("Get emergency help now."),
            why=tr(
                "You said: chest pain or trouble breathing, during exercise. That can be a sign of"
                " something that needs treatment today. Do not drive yourself, and do not wait to"
                " see if it passes."
            ),
            whom=tr("Call {number} now.").format(number=number),
        )
    if word == "faint":
        return Advice(
            do=tr("Stop. Sit or lie down now."),
            why=tr(
                "You said: faint or dizzy, during exercise. If you collapsed or passed out, if it"
                " stays, or if there is chest pain, trouble breathing or sudden severe pain, get"
                " emergency help: do not drive yourself, do not wait."
            ),
            whom=tr("With those signs: call {number}. Without them: see a doctor today.").format(
                number=number
            ),
        )
    if word == "numb":
        return Advice(
            do=tr("Stop here. Talk to a health service today."),
            why=tr(
                "You said: numb or tingling. A new change in feeling should be looked at within"
                " a day. If it is between the legs, in the buttocks or in both legs, or comes"
                " with weakness or bladder or bowel trouble, it is an emergency: do not wait."
            ),
            whom=with_signs,
        )
    return Advice(
        do=tr("Stop here. Talk to a health service today."),
        why=tr(
            "You said: it runs into a leg or arm. That should be looked at before you train again."
            " If both legs are affected, or a leg gives way, it is an emergency: do not wait."
        ),
        whom=with_signs,
    )


def exercise_ended() -> Advice:
    """After sharp pain, or a number above the limit."""
    return Advice(
        do=tr("That exercise is over for today."),
        why=tr(
            "Sharp pain, or this much more than at the start, is a reason to stop the move that"
            " brought it on. Gentle movement is fine if it eases it. If it has not eased in two"
            " days, or gets worse, see a clinician or physiotherapist."
        ),
        whom=watch_line(),
    )


def why_gentle(standing: Standing) -> str:
    """Why only the gentle set is open."""
    if standing.level == "book":
        return tr(
            "Some of what you entered should be looked at in the next few days. Until then, gentle"
            " moves are open."
        )
    if standing.is_sore:
        text = tr("Your number is {number}. Above 5, gentle moves are open.")
        return text.format(number=standing.marks.number)
    if standing.verdict.open or not standing.fresh:
        return tr("Some safety questions have no answer. Until they have, gentle moves are open.")
    return tr("You were not told that exercise is fine. Until you are, gentle moves are open.")
