from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.paths import find_paths, find_resources
from recovery_coach.cli.proving.trial import Trial


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the shipped data, to be broken."""
    return Path(shutil.copytree(find_resources(), tmp_path / "shipped"))


@pytest.fixture
def trial(shipped: Path, tmp_path: Path) -> Iterator[Trial]:
    made = Trial(shipped, find_paths(tmp_path / "home"), SystemClock())
    yield made
    made.close()
