"""Builds once what the tests marked `long` look at."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tools.packages.places import ROOT

from tests.packages.building import Built
from tests.packages.programs import there


@pytest.fixture(scope="session")
def built() -> Built:
    """Everything, built from this checkout by the one command a person types."""
    if sys.platform != "linux":
        pytest.skip("packages for Linux are built on Linux")
    there("objdump")
    done = subprocess.run(
        [sys.executable, "-m", "tools.packages"],
        cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode(errors="replace")
    return Built()
