"""Entries of days that cannot be, as a broken clock or a damaged file brings them: nothing fails.

What lies before 1900 is not looked at, what lies ahead does not count yet; both are still there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.app import App
from recovery_coach.coach.balance import balance_of
from recovery_coach.coach.events import known_on
from recovery_coach.coach.insights import PAIN, Insights
from recovery_coach.coach.report import Wish, as_json
from recovery_coach.coach.reporting import make_report
from recovery_coach.coach.session_light import read_light
from recovery_coach.coach.trend_words import SpanName
from recovery_coach.coach.trends import Choice, frame_of, head_of, heat_map, small_charts
from recovery_coach.coach.trends_below import comparisons, factors, load_of, responses
from recovery_coach.coach.week import week_facts
from recovery_coach.insight.plain import Rated, Span
from recovery_coach.journal import Journal, MarkRecord, PainEntry
from recovery_coach.library.loader import Library
from tests.fakes import ManualClock
from tests.journal.make import session

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()
IMPOSSIBLE = (
    datetime(1, 1, 1, 12, tzinfo=UTC),
    datetime(1000, 1, 1, tzinfo=UTC),
    datetime(1899, 12, 31, 23, tzinfo=UTC),
    datetime(9999, 12, 31, 9, tzinfo=timezone(timedelta(hours=-12))),
)
READ: dict[str, Callable[[Insights, Any], object]] = {
    "head": head_of,
    "beside": small_charts,
    "calendar": heat_map,
    "factors": factors,
    "load": load_of,
    "by routine": lambda i, frame: responses(i, frame, "routine"),
    "by exercise": lambda i, frame: responses(i, frame, "exercise"),
    "comparisons": lambda i, _: comparisons(i, TODAY),
    "balance": lambda i, frame: balance_of(i, frame, 3, 2),
    "week": lambda i, _: week_facts(i, TODAY, 3, 2),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return App(tmp_path_factory.mktemp("app")).library


@pytest.fixture(params=IMPOSSIBLE, ids=str)
def at(request: pytest.FixtureRequest) -> datetime:
    moment: datetime = request.param
    return moment


@pytest.fixture
def journal(tmp_path: Path, at: datetime) -> Any:
    trained = {"training": "trained", "lifts": ("squat",), "effort": 7, "training_minutes": 60}
    with Journal.open(tmp_path / "journal.sqlite3", ManualClock(NOW)) as opened:
        opened.append(PainEntry(nrs=9, at=at, source="checkin", regions=("si_L=4",), **trained))
        opened.append(MarkRecord(at=at, words="Core", compares=True))
        opened.append(session(started_at=at, state="kept", active_seconds=60.0), record_id="s1")
        opened.append(PainEntry(nrs=3, at=NOW, source="today"))
        yield opened


@pytest.mark.parametrize("read", READ)
@pytest.mark.parametrize("span", ["week", "quarter", "year", "all"])
def test_every_part_of_trends_is_there(journal: Journal, span: SpanName, read: str):
    insights = Insights(journal, {})
    frame = frame_of(Choice(span), insights.first_day(), TODAY, 0)

    READ[read](insights, frame)

    assert insights.rated(PAIN, frame.span) == (Rated(TODAY, 3.0, 3.0, 3.0, 1),)
    assert insights.events(frame.span) == ()


@pytest.mark.parametrize("first", [date.min, date(1900, 1, 1), TODAY])
def test_a_report_is_there(journal: Journal, library: Library, first: date):
    made = make_report(journal, library, Wish(span=Span(first, date.max), notes=True), NOW)

    assert [number.value for number in made.numbers] == ["3", "3", "3"]
    assert as_json(made)["last"] == TODAY.isoformat()


def test_a_session_of_such_a_day_can_be_read(journal: Journal, at: datetime):
    read_light(Insights(journal, {}), "s1", at.date(), (), "none")


def test_a_comparison_of_the_last_of_days_is_never_over():
    assert known_on(date.max) == date.max
