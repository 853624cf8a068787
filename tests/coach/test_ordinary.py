"""An ordinary day is told without the rules, and never otherwise than by them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recovery_coach.coach.checks import standing
from recovery_coach.coach.ordinary import ordinary
from recovery_coach.journal import (
    BackgroundRecord,
    CheckRecord,
    HurtRecord,
    ImpactRecord,
    Journal,
    PainEntry,
    Record,
    SeenRecord,
    SessionRecord,
)
from tests.fakes import ManualClock

NOW = ManualClock().now()


def entry(nrs: int | None, at: datetime = NOW, **fields: object) -> PainEntry:
    return PainEntry(nrs=nrs, at=at, source="today", **fields)  # type: ignore[arg-type]


def session(after: int | None, at: datetime = NOW) -> SessionRecord:
    return SessionRecord(
        routine="r",
        routine_name="R",
        started_at=at,
        state="finished",
        planned_seconds=60,
        steps_total=1,
        segments_total=1,
        pain_after=after,
    )


@contextmanager
def journal_with(records: Sequence[Record]) -> Iterator[Journal]:
    with (
        TemporaryDirectory() as folder,
        Journal.open(Path(folder) / "journal.sqlite3", ManualClock()) as journal,
    ):
        for record in records:
            journal.append(record)
        yield journal


def moments() -> st.SearchStrategy[datetime]:
    """Up to two months ago, most of them today or yesterday; here or on a journey."""
    ago = st.integers(0, 48).map(lambda half: timedelta(minutes=30 * half))
    longer = st.integers(2, 60).map(lambda days: timedelta(days=days))
    places = st.sampled_from((1, 1, 1, -8, 9)).map(lambda hours: timezone(timedelta(hours=hours)))
    return st.builds(lambda span, place: (NOW - span).astimezone(place), ago | ago | longer, places)


def numbers(most: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, most)


def pains() -> st.SearchStrategy[PainEntry]:
    """Mostly low numbers alone, some high ones, some with more."""
    more: dict[str, st.SearchStrategy[object]] = {
        "note": st.sampled_from(("", "", "", "my leg feels numb")),
        "regions": st.sampled_from(((), (), (), ("lowback_L",))),
        "stress": st.sampled_from((None, None, None, 4)),
    }
    low = st.builds(entry, numbers(2), moments())
    return low | low | st.builds(entry, numbers(10), moments(), **more)


def pasts() -> st.SearchStrategy[list[Record]]:
    sessions = st.builds(session, numbers(3) | numbers(10), moments())
    return st.lists(pains() | pains() | sessions, max_size=6)


@given(past=pasts())
@settings(deadline=None)
def test_what_it_says_is_what_the_rules_say(past: list[Record]) -> None:
    with journal_with(past) as journal:
        found = ordinary(journal, NOW)
        assume(found is not None)
        assert found is not None
        judged = standing(journal, NOW)

    assert found.level == judged.level
    assert found.access == judged.access
    for gentle in (True, False):
        assert found.may_begin(gentle) == judged.may_begin(gentle) == "begin"
    assert not judged.groups
    assert not judged.held
    assert found.verdict.codes == judged.verdict.codes
    assert found.marks.number == judged.marks.number
    assert (found.speaks, found.asks) == (judged.speaks, judged.asks) == (False, False)


@pytest.mark.parametrize(
    "past",
    [
        [],
        [entry(0)],
        [entry(2)],
        [entry(9, NOW - timedelta(days=1)), entry(2)],
        [entry(9, NOW - timedelta(days=31))],
        [session(3), entry(1)],
        [session(8, NOW - timedelta(days=1)), session(None)],
    ],
    ids=["nothing", "none", "low", "high yesterday", "long ago", "a session", "a better one"],
)
def test_such_a_day_is_ordinary(past: list[Record]) -> None:
    with journal_with(past) as journal:
        assert ordinary(journal, NOW) is not None


@pytest.mark.parametrize(
    "record",
    [
        entry(3),
        entry(1, leg_nrs=1),
        entry(1, regions=("lowback_L",)),
        entry(1, note="fine"),
        session(4),
        HurtRecord(session="s", segment=0, exercise="e", set=1, action="go_on", at=NOW),
        CheckRecord(at=NOW, full=True, level="none", rules=1),
        SeenRecord(at=NOW, seen_on="2026-03-04", exercise_fine="yes"),
        BackgroundRecord(at=NOW, answers=("pregnancy=yes@2026-03-04",)),
        ImpactRecord(at=NOW, pain=1),
    ],
    ids=lambda record: record.kind,
)
def test_such_a_day_is_not(record: Record) -> None:
    with journal_with([entry(0, NOW - timedelta(hours=1)), record]) as journal:
        assert ordinary(journal, NOW) is None


def test_it_needs_no_rules(tmp_path: Path) -> None:
    code = f"""if True:
        import sys
        from pathlib import Path
        from recovery_coach.coach.overview import Overview
        from recovery_coach.journal import Journal, PainEntry
        from tests.fakes import ManualClock
        clock = ManualClock()
        with Journal.open(Path({str(tmp_path)!r}) / "journal.sqlite3", clock) as journal:
            journal.append(PainEntry(nrs=2, at=clock.now(), source="today"))
            overview = Overview(None, journal, clock, None, None)
            assert overview.standing().level == "self-care"
        print(*sorted(m for m in sys.modules if "redflags." in m))
    """
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == [
        "recovery_coach.redflags.access",
        "recovery_coach.redflags.model",
    ]
