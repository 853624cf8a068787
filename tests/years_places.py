"""Pages over the sample journal of years, as ``recovery-coach demo-journal`` writes it.

For pictures alone: what its person writes is in no catalogue, and every page has its own place
among those that are looked at for their words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from recovery_coach.coach.demo import Wish, write_demo

YEARS = 2
AGO = 370


def _fill(window: Any) -> None:
    app, now = window.app, window.clock.now()
    last, zone = now.date() - timedelta(days=1), now.tzinfo
    assert zone is not None
    write_demo(app.paths.journal, app.library, Wish(last=last, zone=zone, years=YEARS))
    window.refresh()


def _today(window: Any) -> None:
    _fill(window)
    window.go("today")


def _journal(window: Any) -> None:
    """On a bad day, some weeks ago."""
    _fill(window)
    window.go("journal")
    window.page.calendar.go(window.clock.now().date() - timedelta(days=AGO))


MAKERS: dict[str, Callable[[Any], Any]] = {"today-years": _today, "journal-years": _journal}
