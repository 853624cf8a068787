"""Records in one line each, and what another process does to a journal."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from recovery_coach.journal import HurtRecord, PainEntry, SessionRecord, SetRecord

BERLIN = timezone(timedelta(hours=2))
AT = datetime(2026, 5, 4, 18, 5, tzinfo=BERLIN)
ROOT = Path(__file__).resolve().parents[2]


def pain(nrs: int = 3, **changes: Any) -> PainEntry:
    return PainEntry(**{"nrs": nrs, "at": AT, "source": "today", **changes})


def session(routine: str = "warmup", **changes: Any) -> SessionRecord:
    values: dict[str, Any] = {
        "routine": routine,
        "routine_name": routine.capitalize(),
        "started_at": AT,
        "state": "running",
        "planned_seconds": 600.0,
        "steps_total": 4,
        "segments_total": 12,
    }
    return SessionRecord(**{**values, **changes})


def one_set(session_id: str, segment: int = 0, **changes: Any) -> SetRecord:
    values: dict[str, Any] = {
        "session": session_id,
        "segment": segment,
        "step": 0,
        "exercise": "bird_dog",
        "exercise_name": "Bird dog",
        "set": 1,
        "sets": 2,
        "seg_kind": "work",
        "outcome": "done",
        "seconds": 30.0,
        "planned_seconds": 30.0,
        "at": AT + timedelta(seconds=40 * segment),
    }
    return SetRecord(**{**values, **changes})


def hurt(session_id: str, segment: int = 0, **changes: Any) -> HurtRecord:
    values: dict[str, Any] = {
        "session": session_id,
        "segment": segment,
        "exercise": "bird_dog",
        "set": 1,
        "action": "skip",
        "at": AT + timedelta(seconds=40 * segment),
    }
    return HurtRecord(**{**values, **changes})


def child(*arguments: str) -> subprocess.Popen[str]:
    """Another process at work on a journal; see child.py."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.journal.child", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
