"""A check to be answered in tests and pictures: its questions, and screens that follow from it."""

from __future__ import annotations

from recovery_coach.base.i18n import tr
from recovery_coach.redflags.model import Choice, Group, Question, Value
from recovery_coach.redflags.screen import Screen

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
CHANGE = (
    Choice("new_or_worse", "New or worse"),
    Choice("old_unchanged", "For long, and the same"),
    Choice("no", "No"),
)
SIDES = (
    Choice("left", "Left"),
    Choice("right", "Right"),
    Choice("both", "Both"),
    Choice("none", "No"),
)


def _asked(field: str, text: str, choices: tuple[Choice, ...] = YES_NO, hint: str = "") -> Question:
    return Question(field, text, choices, choices[-1].value, hint)


SADDLE = Group(
    "saddle",
    "Between the legs, bladder and bowels",
    (
        _asked(
            "saddle_change",
            "Numbness, tingling or a changed feeling between the legs or in the buttocks?",
            CHANGE,
            "Also when wiping.",
        ),
        _asked(
            "bladder_change",
            "Trouble starting or stopping to pass water, or leaking?",
            (
                CHANGE[0],
                CHANGE[1],
                Choice("effort_only_old", "For long, only with jumps or lifts"),
                CHANGE[2],
            ),
        ),
        _asked("bowel_change", "Trouble holding stool, or not feeling it?", CHANGE),
    ),
    "None of these",
)
LEGS = Group(
    "legs",
    "Legs",
    (
        _asked("leg_numb_side", "New numbness or tingling in a leg or foot?", SIDES),
        _asked(
            "leg_weakness",
            "Has a leg become weak?",
            (Choice("severe", "Very, or it gives way"), Choice("mild", "A little"), YES_NO[1]),
        ),
        _asked("gait_or_coordination", "Trouble walking, or clumsy hands?"),
    ),
    "None of these",
)
CHEST = Group(
    "chest",
    "Chest, breath and head",
    (
        _asked("chest_breath", "Chest pain or pressure, or trouble breathing?"),
        _asked("collapse", "Did you collapse or faint?"),
        _asked("fever", "Fever of 38 °C or more, or shivering?"),
    ),
    "None of these",
)
SELF_HARM = Group(
    "mood",
    "How you are",
    (_asked("self_harm", "Any thought of harming yourself?"),),
)
COURSE = Group(
    "course",
    "How it goes",
    (
        Question("onset_time", "When did you first feel it?", (), "", asks="when"),
        Question(
            "current_nrs",
            "How strong is it now?",
            (Choice("0", "0 · no pain"), Choice("10", "10 · worst pain you can imagine")),
            "",
            asks="number",
        ),
        Question(
            "episodes_6m", "How often was it there in the last 6 months?", (), "", asks="number"
        ),
    ),
)
GROUPS = (SADDLE, LEGS, CHEST, COURSE, SELF_HARM)
TRIGGERED = (LEGS, CHEST)

WATCH = (
    "numbness or tingling between the legs or in the buttocks",
    "trouble with bladder or bowels",
    "weakness or numbness in a leg, or both legs affected",
    "fever, or dark urine",
    "chest pain or trouble breathing",
    "severe or spreading pain",
)
SCREENS = {
    "emergency": Screen(
        do="Get emergency help now.",
        why=(
            "What you entered can be a sign of something that needs treatment today.",
            "Do not train. Do not wait to see if it passes. Do not drive yourself.",
        ),
        said=("You said: chest pain or pressure.", "You said: new numbness between the legs."),
        whom="Call 999 or go to an emergency department.",
        watch=WATCH,
        alarm=True,
    ),
    "urgent": Screen(
        do="Talk to a health service today.",
        why=(
            "Some of your answers should be looked at by a professional within 24 hours.",
            "Please do not train your back until then.",
        ),
        said=(
            "You said: new numbness or tingling in the left foot.",
            "You said: the pain runs below the knee on the left.",
            "You said: fever of 38 °C or more.",
        ),
        whom="Call 111, a doctor or a walk-in clinic today.",
        watch=WATCH,
        alarm=True,
    ),
    "crisis": Screen(
        do="Thank you for saying so. You deserve support now.",
        why=("Be with someone you trust until you have spoken to somebody.",),
        said=(),
        whom="Call 116 123 or 999.",
        watch=(),
        alarm=False,
    ),
    "book": Screen(
        do="Arrange to see a clinician or physiotherapist in the next few days.",
        why=("You can keep moving gently; heavy lifting can wait.",),
        said=("You said: first felt 4 days ago, and it is not getting better.",),
        whom="Call a doctor or a physiotherapist.",
        watch=WATCH,
        alarm=False,
    ),
    "not fully checked": Screen(
        do="Answer the questions that are still open.",
        why=("We cannot give advice because some safety questions have no answer.",),
        said=("Still open: Trouble walking, or clumsy hands?",),
        whom="If you would rather ask somebody: a doctor or a pharmacist.",
        watch=WATCH,
        alarm=False,
    ),
    "self-care": Screen(
        do="Gentle movement and a lighter day are reasonable.",
        why=("Nothing you entered matches our warning list. That does not rule everything out.",),
        said=("You said: achy on both sides, since the day after training.",),
        whom="Get help if one of the signs below appears.",
        watch=WATCH,
        alarm=False,
        again="Check again in 24 hours.",
    ),
}
"""Samples, by level; ``crisis`` is the screen of E-13."""


def spoken_screen(name: str) -> Screen:
    """A sample screen in the language of this moment."""
    screen = SCREENS[name]
    return Screen(
        do=tr(screen.do),
        why=tuple(map(tr, screen.why)),
        said=tuple(map(tr, screen.said)),
        whom=tr(screen.whom),
        watch=tuple(map(tr, screen.watch)),
        alarm=screen.alarm,
        again=tr(screen.again),
    )


def all_none(**answers: Value) -> dict[str, Value]:
    """*None of these* to everything, the health background included, but for ``answers``."""
    from recovery_coach.redflags.questions import groups, kept_fields

    found: dict[str, Value] = {
        question.field: question.none
        for group in groups()
        for question in group.questions
        if question.none
    }
    healthy = {name: "no" for name in kept_fields() if name != "age_band"}
    return {**found, **healthy, "age_band": "26-49", **answers}
