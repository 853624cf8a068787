"""How to come to Trends in its states: nothing, a few days, twelve weeks, beside a level."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests import checks

MARKED = "Deadlift PR"
BEGAN = "Core three times a week"


def fill(window: Any, days: int = 84) -> None:
    """Check-ins with a gap, sessions with their pairs, two marked days."""
    for ago in range(days):
        if ago % 11 and not 50 < ago < 58:
            _check_in(window, ago)
        if ago % 4 == 2:
            _practise(window, ago)
    if days > 40:
        _mark(window, 33, BEGAN, compares=True)
    if days > 20:
        _mark(window, 19, MARKED)


def _check_in(window: Any, ago: int) -> None:
    from recovery_coach.journal import PainEntry

    number = 8 if ago == 18 else 2 + (ago * 7 % 3) + (1 if ago > 40 else 0)
    trained = ago % 3 == 0
    window.journal.append(
        PainEntry(
            nrs=number,
            worst_nrs=min(10, number + 2),
            at=window.clock.now() - timedelta(days=ago, hours=1),
            source="checkin",
            regions=(f"lowback_L={number}",) if ago % 5 else (f"lowback_R={number}", "buttock_L"),
            stiff_minutes=5 * (ago % 7),
            sleep_hours=5.0 if ago % 4 == 0 else 7.5,
            stress=ago % 6,
            training="trained" if trained else "rest",
            lifts=("deadlift", "row") if trained else (),
            training_minutes=60 if trained else None,
            effort=8 if ago % 6 == 0 and trained else 6 if trained else None,
        )
    )


def _practise(window: Any, ago: int) -> None:
    from recovery_coach.journal import PainEntry, SessionRecord, SetRecord

    journal, began = window.journal, window.clock.now() - timedelta(days=ago, hours=2)
    routine, name = ("core_stability", "Core stability")
    if ago % 8 == 2:
        routine, name = ("morning_desk_reset", "Morning / desk stiffness reset")
    done = journal.append(
        SessionRecord(
            routine=routine,
            routine_name=name,
            started_at=began,
            ended_at=began + timedelta(minutes=17),
            state="finished",
            planned_seconds=1020,
            active_seconds=830,
            steps_total=6,
            segments_total=40,
            pain_before=4,
            pain_after=2 + ago % 3,
            effort=5,
        )
    ).record_id
    for segment, side in enumerate(("left", "right")):
        at = began + timedelta(minutes=segment)
        journal.append(
            SetRecord(
                session=done,
                segment=segment,
                step=0,
                exercise="side_plank",
                exercise_name="Side plank (feet)",
                side=side,
                set=1,
                sets=1,
                seg_kind="work",
                outcome="done",
                seconds=30.0 - ago % 5 - segment,
                planned_seconds=30.0,
                at=at,
            )
        )
    if ago > 1:
        at = began + timedelta(hours=16)
        nrs = 3 + ago % 2
        journal.append(PainEntry(nrs=nrs, at=at, source="morning", session=done))


def _mark(window: Any, ago: int, words: str, compares: bool = False) -> None:
    from recovery_coach.journal import MarkRecord

    now = window.clock.now()
    at = now - timedelta(days=ago)
    window.clock.set_wall(at)  # it was written down on its day
    window.journal.append(MarkRecord(at=at, words=words, compares=compares))
    window.clock.set_wall(now)


def trends(window: Any, days: int = 84, at_end: bool = False, look: str = "") -> Any:
    """Trends, with all that stands below; at its end, or at one of its sections."""
    from PySide6.QtWidgets import QApplication

    fill(window, days)
    window.go("trends")
    page = window.page
    while page.busy:
        QApplication.processEvents()
    page.at_end = at_end
    page.look_at = next((one for one in page.sections if type(one).__name__ == look), None)
    return page


def _zoomed(window: Any) -> None:
    from recovery_coach.insight.plain import Span

    page = trends(window)
    today = window.clock.now().date()
    page.pain.zoomed.emit(Span(today - timedelta(days=30), today - timedelta(days=10)))
    page.bar.openers["shown"].click()


def _graver(window: Any) -> None:
    """While a level stands that asks for a professional within days."""
    from recovery_coach.coach.checks import answer, note
    from recovery_coach.journal import PainEntry

    now = window.clock.now()
    note(window.journal, PainEntry(nrs=4, at=now, source="today"), now)
    began = (now - timedelta(days=4)).isoformat()
    answer(window.journal, checks.all_none(onset_time=began, trend="same"), now)
    trends(window, 40)
    assert window.overview.standing().level == "book"


def _today(window: Any) -> None:
    fill(window, 30)
    window.go("today")
    window.offer_note()


MAKERS: dict[str, Callable[[Any], Any]] = {
    "trends": trends,
    "trends-empty": lambda w: w.go("trends"),
    "trends-few": lambda w: trends(w, 5),
    "trends-response": lambda w: trends(w, look="ResponseSection"),
    "trends-phases": lambda w: trends(w, look="PhasesSection"),
    "trends-end": lambda w: trends(w, at_end=True),
    "trends-zoomed": _zoomed,
    "trends-level": _graver,
    "today-week": _today,
}
