"""What the page of the health background asks, and why: each question in one plain line."""

from __future__ import annotations

from collections.abc import Sequence

from recovery_coach.base.i18n import capital, long_date, tr
from recovery_coach.coach.background import SETTABLE, VALUES, Background
from recovery_coach.library.naming import caution_words
from recovery_coach.settings.described import Choice, Described, Switch


def questions() -> tuple[Described, ...]:
    """All of them, in their order."""
    asked = _asked()
    return tuple(Described(name, *asked[name], _choice(name)) for name in VALUES)


def _asked() -> dict[str, tuple[str, str]]:
    """The question, and why it is asked."""
    return {
        "age_band": (
            tr("How old are you?"),
            tr("Some signs are looked at sooner at some ages."),
        ),
        "cancer_history": (
            tr("Have you ever had cancer?"),
            tr("New back pain should then be looked at sooner."),
        ),
        "steroid_tablets": (
            tr("Have you taken steroid tablets for a long time?"),
            tr("Such as prednisolone, which can thin bones. Gym anabolic steroids are not meant."),
        ),
        "osteoporosis": (
            tr("Do you have osteoporosis, or low bone density?"),
            tr("Bending and twisting then stop short of the end."),
        ),
        "immune_suppression": (
            tr("Is your immune system weakened, by an illness or a medicine?"),
            tr("An infection then shows itself less."),
        ),
        "vessel_risk": (
            tr("A widened artery, a vessel or connective-tissue disease, or blood thinners?"),
            tr("Sudden strong pain then needs help faster."),
        ),
        "pregnancy": (
            tr("Are you pregnant?"),
            tr("Many moves then need a professional's advice, and are left out."),
        ),
        "infection_3m": (
            tr("Have you had a bacterial infection in the last 3 months?"),
            tr("It can travel to the back."),
        ),
        "spinal_procedure_3m": (
            tr("An operation or an injection at the spine in the last 3 months?"),
            tr("An infection can follow one."),
        ),
        "vein_drugs_3m": (
            tr("Have you injected drugs into a vein in the last 3 months?"),
            tr("A needle can carry an infection into the blood."),
        ),
        "any_injecting": (
            tr("Do you inject anything else, or did you, gym drugs included?"),
            tr("It matters when there is a fever."),
        ),
        "older_history_item": (
            tr("Any of those, but longer ago?"),
            tr("An infection, something at the spine, injecting, or a course of steroid tablets."),
        ),
    }


def _choice(name: str) -> Choice:
    """What can be answered; the last takes an answer out again."""
    said = [(value, value_words(value)) for value in VALUES[name]]
    return Choice((*said, (None, tr("Rather not say"))))


def value_words(value: str) -> str:
    """An answer as it stands on its button."""
    return {
        "under16": tr("Under 16"),
        "16-25": tr("16 to 25"),
        "26-49": tr("26 to 49"),
        "50-59": tr("50 to 59"),
        "60-64": tr("60 to 64"),
        "65+": tr("65 or over"),
        "no": tr("No"),
        "yes": tr("Yes"),
        "past": tr("In the past"),
        "present_long_term": tr("Now"),
    }[value]


def dated(background: Background, name: str) -> str:
    """Since when an answer holds, or that it did once; empty where there is none."""
    day = background.since.get(name)
    if day is None:
        return ""
    date = tr("{date} {year}").format(date=long_date(day), year=day.year)
    if name in background.answers:
        return tr("You said so on {date}.").format(date=date)
    said = value_words(background.outdated[name])
    return tr("On {date} you said: {answer}. How is it now?").format(date=date, answer=said)


def switches(cautions: Sequence[Sequence[str]]) -> tuple[Described, ...]:
    """The caution codes a person sets; ``cautions``: those of each exercise there is."""
    text = tr("Leaves out or changes {n} of {every} moves.")
    count = {code: sum(code in of_one for of_one in cautions) for code in SETTABLE}
    return tuple(
        Described(
            code,
            capital(caution_words(code)),
            text.format(n=count[code], every=len(cautions)),
            Switch(),
        )
        for code in SETTABLE
    )
