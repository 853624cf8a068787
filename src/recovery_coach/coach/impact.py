"""When the impact check of the week is offered. Pure, and small: Today asks at every start."""

from __future__ import annotations

from datetime import date, timedelta

IMPACT_EVERY = timedelta(days=7)
"""How often the impact check is offered, and how much of a journal there is before the first."""


def impact_due(last: date | None, first_entry: date | None, today: date) -> bool:
    """Whether the weekly impact check may be offered.

    A week after ``last``, and not before there is a week of journal. ``last`` is the day of the
    last check, or the day it was put off for the week: it is never asked twice in one.
    """
    if first_entry is None or today - first_entry < IMPACT_EVERY:
        return False
    return last is None or today - last >= IMPACT_EVERY
