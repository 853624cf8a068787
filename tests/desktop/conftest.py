from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.bus import OwnBus


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[OwnBus]:
    made = OwnBus(tmp_path)
    yield made
    made.close()
