"""What the bundle does first: programs that it starts keep their own libraries."""

from __future__ import annotations

import os
import runpy
import sys

import pytest
from tools.packages.places import PACKAGING

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what the loader does on Linux")


def start() -> None:
    runpy.run_path(str(PACKAGING / "bundle_start.py"))


def test_the_loaders_variable_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/recovery-coach/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    start()
    assert "LD_LIBRARY_PATH" not in os.environ


def test_what_the_person_had_set_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/recovery-coach/_internal:/opt/lib")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    start()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
