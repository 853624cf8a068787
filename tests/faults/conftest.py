from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import display, home  # noqa: F401 - a screen, and who sits before it

MEMORY = Path("/dev/shm")


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """In memory, where the system has a place for that.

    These tests write thousands of times, and each write waits for the disk, which they do not test.
    """
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="recovery-coach-", dir=MEMORY))
    yield folder
    shutil.rmtree(folder)
