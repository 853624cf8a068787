"""An X server of the tests' own, and a home on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.home import QUICK, Home


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own, on a display that is free."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


@pytest.fixture
def home(tmp_path: Path, display: str) -> Iterator[Home]:
    made = Home(tmp_path, display, **QUICK)
    yield made
    made.tidy_up()
