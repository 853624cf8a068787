"""The impact check of the week: when it is offered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from recovery_coach.coach.impact import impact_due

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("last", "first", "due"),
    [
        (None, None, False),
        (None, DAY - timedelta(days=6), False),
        (None, DAY - timedelta(days=7), True),
        (DAY - timedelta(days=6), DAY - timedelta(days=90), False),
        (DAY - timedelta(days=7), DAY - timedelta(days=90), True),
        (DAY, DAY - timedelta(days=90), False),
    ],
)
def test_the_impact_check_comes_once_a_week(last: date | None, first: date | None, due: bool):
    assert impact_due(last, first, DAY) is due
