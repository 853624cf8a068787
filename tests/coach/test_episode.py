"""An episode ends with a month without pain, told from few moments as from all of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from recovery_coach.coach.episode import EPISODE_ENDS, in_episode
from recovery_coach.journal import Journal, PainEntry, Write
from tests.fakes import ManualClock

NOW = ManualClock().now()
HOURS = st.integers(0, 24 * 150)


@given(st.lists(HOURS, max_size=12), HOURS, HOURS)
def test_the_few_moments_tell_the_same_as_all(ago: list[int], since: int, later: int):
    all_of_them = sorted(NOW - timedelta(hours=hours) for hours in ago)
    since, later = max(since, later), min(since, later)
    with (
        TemporaryDirectory() as folder,
        Journal.open(Path(folder) / "journal.sqlite3", ManualClock()) as journal,
    ):
        journal.write([Write(record=PainEntry(nrs=3, at=at, source="today")) for at in all_of_them])
        few = journal.when_it_hurt(NOW - timedelta(hours=since), EPISODE_ENDS)
    assert set(few) <= set(all_of_them)
    for hours in (since, later):
        at = NOW - timedelta(hours=hours)
        assert in_episode(at, few, NOW) == in_episode(at, all_of_them, NOW)
