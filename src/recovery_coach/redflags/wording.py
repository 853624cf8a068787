"""The words of a verdict, by the principles of facts 5.3.

What to do and when comes first, why second, whom to turn to last; what was answered is repeated,
and the watch list is there, but for thoughts of self-harm alone. Nothing is named as the person's,
nothing is played down, nothing is praised. To be reviewed by a clinician before a release.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.evaluate import CRISIS
from recovery_coach.redflags.model import Verdict, rank
from recovery_coach.redflags.screen import Screen

GUESS = "N-03"


@dataclass(frozen=True, slots=True)
class _Numbers:
    emergency: str
    advice: str
    crisis: str


def screen(verdict: Verdict, emergency: str = "", advice: str = "", crisis: str = "") -> Screen:
    """The screen of a verdict. The numbers may be empty; none is ever written into a text."""
    numbers = _Numbers(emergency or tr("your local emergency number"), advice, crisis)
    do, why, whom = _crisis(verdict, numbers) if verdict.crisis else _by_level(verdict, numbers)
    alone = verdict.crisis and not _more_than_crisis(verdict)
    return Screen(
        do=do,
        why=why,
        said=tuple(reason.text for reason in verdict.reasons),
        whom=whom,
        watch=() if alone else watch_list(),
        alarm=rank(verdict.level) >= rank("urgent"),
    )


def watch_list() -> tuple[str, ...]:
    """Signs to get help for, on every screen but that of E-13 alone."""
    return (
        tr("numbness or tingling between the legs or in the buttocks"),
        tr("trouble with bladder or bowels"),
        tr("weakness or numbness in a leg"),
        tr("both legs affected"),
        tr("fever"),
        tr("dark urine"),
        tr("chest pain or trouble breathing"),
        tr("severe or spreading pain"),
    )


def watch_line(signs: Sequence[str] | None = None) -> str:
    """The watch list as one sentence."""
    wanted = watch_list() if signs is None else signs
    return tr("Get help at once for: {signs}.").format(signs="; ".join(wanted))


_Words = tuple[str, tuple[str, ...], str]
"""What to do, why, and whom to turn to."""


def _by_level(verdict: Verdict, numbers: _Numbers) -> _Words:
    return {
        "emergency": _emergency,
        "urgent": _urgent,
        "book": _book,
        "not fully checked": _open,
        "self-care": _self_care,
        "none": _none,
    }[verdict.level](verdict, numbers)


def _emergency(verdict: Verdict, numbers: _Numbers) -> _Words:
    why = [
        tr("What you entered can be a sign of something that needs treatment today."),
        tr("Do not train. Do not wait to see if it passes."),
    ]
    if verdict.call:
        whom = tr("Call {number} now. Do not drive yourself.")
    else:
        whom = tr("Call {number}, or go to an emergency department.")
    return tr("Get emergency help now."), tuple(why), whom.format(number=numbers.emergency)


def _crisis(verdict: Verdict, numbers: _Numbers) -> _Words:
    if numbers.crisis:
        whom = tr(
            "Call {crisis} or {number}, or be with someone you trust until you have spoken to"
            " somebody."
        )
    else:
        whom = tr("Call {number}, or be with someone you trust until you have spoken to somebody.")
    why = []
    if _more_than_crisis(verdict):
        why.append(tr("Something else you entered needs emergency help now as well."))
    if verdict.call:
        why.append(tr("Call {number} now. Do not drive yourself.").format(number=numbers.emergency))
    do = tr("Thank you for saying so. You deserve support now.")
    return do, tuple(why), whom.format(crisis=numbers.crisis, number=numbers.emergency)


def _more_than_crisis(verdict: Verdict) -> bool:
    return any(reason.level == "emergency" and reason.id != CRISIS for reason in verdict.reasons)


def _urgent(verdict: Verdict, numbers: _Numbers) -> _Words:
    why = (
        tr("Some of your answers should be looked at by a professional within 24 hours."),
        tr("Please do not train your back until then."),
    )
    if _expecting(verdict):
        whom = tr("Call your maternity unit at once.")
    elif numbers.advice:
        whom = tr("Call {number}, a doctor or a walk-in clinic today.").format(
            number=numbers.advice
        )
    else:
        whom = tr("Call a doctor, an urgent-care line or a walk-in clinic today.")
    at_once = tr("With any of the signs listed: {number}.").format(number=numbers.emergency)
    return tr("Talk to a health service today."), why, f"{whom} {at_once}"


def _expecting(verdict: Verdict) -> bool:
    return any(reason.id == "U-15" and reason.level == "urgent" for reason in verdict.reasons)


def _book(verdict: Verdict, numbers: _Numbers) -> _Words:
    why = [tr("You can keep moving gently; heavy lifting can wait.")]
    if verdict.access == "amber":
        why = [tr("You can keep moving; go by how it feels, and keep the load where it is.")]
    if verdict.open:
        why.append(_questions_open())
    do = tr("Arrange to see a clinician or physiotherapist in the next few days.")
    whom = tr("A doctor or a physiotherapist. A pharmacist can advise on medicines.")
    return do, tuple(why), f"{whom} {_sooner(numbers)}"


def _open(_: Verdict, numbers: _Numbers) -> _Words:
    do = tr("Answer the open questions first.")
    why = (
        tr("We cannot give advice because some safety questions have no answer."),
        tr("Until then the gentle routines are open."),
    )
    whom = tr("If you would rather ask a person: a doctor or a physiotherapist.")
    return do, why, f"{whom} {_sooner(numbers)}"


def _self_care(verdict: Verdict, numbers: _Numbers) -> _Words:
    first = tr("Nothing you entered matches our warning list. That does not rule everything out.")
    if verdict.seen:
        first = tr(
            "Nothing is new since a professional has seen it. That does not rule everything out."
        )
    why = [first, tr("Check again in 24 hours.")]
    rows = {reason.id for reason in verdict.reasons}
    if GUESS in rows:
        why.insert(
            1,
            tr(
                "It does not look like ordinary soreness after training. You will be asked again"
                " 48 and 72 hours after it began."
            ),
        )
    do = tr("Move gently, and take a lighter day.")
    whom = tr("A doctor or a physiotherapist, if it does not get better or you are worried.")
    return do, tuple(why), f"{whom} {_sooner(numbers)}"


def _none(_: Verdict, numbers: _Numbers) -> _Words:
    do = tr("You entered no pain.")
    why = (tr("This cannot rule everything out. Tell the app when something changes."),)
    whom = tr("A doctor or a physiotherapist, if you are worried.")
    return do, why, f"{whom} {_sooner(numbers)}"


def _sooner(numbers: _Numbers) -> str:
    return tr("With any of the signs listed, do not wait: {number}.").format(
        number=numbers.emergency
    )


def _questions_open() -> str:
    return tr("Some safety questions have no answer; the advice may change with them.")
