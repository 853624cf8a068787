from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_coach.journal import Journal
from tests.fakes import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def journal(tmp_path: Path, clock: ManualClock) -> Iterator[Journal]:
    with Journal.open(tmp_path / "data" / "journal.sqlite3", clock) as opened:
        yield opened
