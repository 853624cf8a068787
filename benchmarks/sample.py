"""A usual journal: three months of practice, five days a week."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from recovery_coach.app import App
from recovery_coach.journal import PainEntry, SessionRecord, SetRecord, Write
from recovery_coach.settings.model import WELCOME

DAYS = 90
SETS = 14


def make_home(home: Path) -> Path:
    """A folder for ``RECOVERY_COACH_HOME``: journal, settings, and a warm catalogue cache."""
    app = App(home)
    app.change_settings(welcome_seen=WELCOME)
    routines = list(app.library.routines.values())
    now = app.clock.now()
    for days in range(DAYS, 0, -1):
        morning = now - timedelta(days=days)
        writes = [Write(record=PainEntry(nrs=days % 6, at=morning, source="today"))]
        if days % 7 not in (0, 3):
            routine = routines[days % len(routines)]
            began = morning + timedelta(minutes=1)
            session = SessionRecord(
                routine=routine.id,
                routine_name=routine.name,
                started_at=began,
                ended_at=began + timedelta(minutes=9),
                state="finished",
                planned_seconds=480,
                active_seconds=440,
                steps_total=len(routine.steps),
                segments_total=30,
                pain_before=days % 6,
                pain_after=max(0, days % 6 - 1),
                effort=4,
            )
            writes.append(Write(record=session, record_id=f"session-{days}"))
            writes += [Write(record=_set(f"session-{days}", n, session)) for n in range(SETS)]
        app.journal.write(writes)
    app.close()
    return home


def _set(session: str, number: int, record: SessionRecord) -> SetRecord:
    return SetRecord(
        session=session,
        segment=number * 2 + 1,
        step=number // 2,
        exercise="bird_dog",
        exercise_name="Bird dog",
        side="left" if number % 2 else "right",
        set=1,
        sets=1,
        seg_kind="hold",
        outcome="done",
        seconds=30.0,
        planned_seconds=30.0,
        at=record.started_at + timedelta(seconds=35 * number),
    )
