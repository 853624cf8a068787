"""Back after nobody was watching: what to say of it, and what going on would mean.

The machine slept, its lid was closed, another user had the screen, the process stood still. Nobody
knows by then where in a hold they were, so it is asked, in the window and in the terminal alike.
"""

from __future__ import annotations

from recovery_coach.base.i18n import tr, trn
from recovery_coach.coach.practise import Practice, place_in_words

ASK_AFTER = 10.0
"""Seconds unseen beyond which it is asked how to go on.

Shorter is a hiccup of the machine: the person is still in place, as after a pause of their own.
A lid that was closed, or somebody else at the screen, takes longer.
"""


def where_words(practice: Practice) -> str:
    """What was under way: ``You were in Side plank, right side, set 2 of 3.``"""
    segment = practice.player.segment
    step = practice.player.timeline.step_of(segment)
    place = place_in_words(segment, tr(step.exercise.name))
    if segment.kind == "rest":
        return tr("You were resting before {place}.").format(place=place)
    if not segment.performed:
        return tr("You were getting ready for {place}.").format(place=place)
    return tr("You were in {place}.").format(place=place)


def still_words(seconds: float) -> str:
    """How long nothing moved, in the largest unit that says it."""
    minutes = seconds / 60
    if round(seconds) < 60:
        return trn(
            "The session stood still for {n} second.",
            "The session stood still for {n} seconds.",
            round(seconds),
        )
    if round(minutes) < 60:
        return trn(
            "The session stood still for {n} minute.",
            "The session stood still for {n} minutes.",
            round(minutes),
        )
    return trn(
        "The session stood still for {n} hour.",
        "The session stood still for {n} hours.",
        round(minutes / 60),
    )


def again_words(practice: Practice) -> str:
    """What going on begins with, as the words of a button."""
    words = {
        "hold": tr("Go on from the start of this hold"),
        "work": tr("Go on from the start of this set"),
        "rest": tr("Go on from the start of this rest"),
        "until_done": tr("Go on"),
    }
    return words.get(practice.player.segment.kind, tr("Get ready again"))
