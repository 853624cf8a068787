"""What is said of a place on the body, and how its score goes up and down."""

from __future__ import annotations

from recovery_coach.base.i18n import tr

HIGHEST = 10

Scores = dict[str, int | None]
"""The places that are marked, in the order they were, each with its score if it has one."""


def said(place: str, marked: bool, score: int | None) -> str:
    """``Low back, centre: 6 of 10``."""
    if not marked:
        return tr("{place}: not marked").format(place=place)
    if score is None:
        return tr("{place}: marked, no score yet").format(place=place)
    return tr("{scale}: {number} of 10").format(scale=place, number=score)


def raised(score: int | None, steps: int) -> int | None:
    """So many steps up or down. Below 0 there is no score; it is never taken for 0."""
    reached = min(HIGHEST, (-1 if score is None else score) + steps)
    return reached if reached >= 0 else None
