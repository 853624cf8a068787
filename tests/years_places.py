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


def _fill(window: Any, years: int = YEARS) -> None:
    app, now = window.app, window.clock.now()
    last, zone = now.date() - timedelta(days=1), now.tzinfo
    assert zone is not None
    write_demo(app.paths.journal, app.library, Wish(last=last, zone=zone, years=years))
    window.refresh()


def _today(window: Any) -> None:
    _fill(window)
    window.go("today")


def _journal(window: Any) -> None:
    """On a bad day, some weeks ago."""
    _fill(window)
    window.go("journal")
    window.page.calendar.go(window.clock.now().date() - timedelta(days=AGO))


def trends(window: Any, span: str = "quarter", shown: str = "pain.nrs", years: int = YEARS) -> Any:
    """The trends of a span, with all that stands below."""
    from dataclasses import replace

    _fill(window, years)
    window.go("trends")
    page = window.page
    page.bar.filters = replace(page.choice, shown=shown)
    page.bar.spans[span].click()
    return page


MAKERS: dict[str, Callable[[Any], Any]] = {
    "today-years": _today,
    "journal-years": _journal,
    "trends-quarter": trends,
    "trends-week": lambda w: trends(w, "week"),
    "trends-month": lambda w: trends(w, "month"),
    "trends-year": lambda w: trends(w, "year"),
    "trends-all": lambda w: trends(w, "all", years=10),
}
