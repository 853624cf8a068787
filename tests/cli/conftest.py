from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.paths import find_paths
from recovery_coach.cli.main import build
from recovery_coach.journal import Journal

# These need a pseudo-terminal, which Windows has not.
_NEED_ONE = ("test_gate.py", "test_journal_terminal.py", "test_keys.py", "test_play_terminal.py")
collect_ignore = [] if os.name == "posix" else list(_NEED_ONE)

Run = Callable[..., Result]
"""Runs one command in this process."""
Start = Callable[..., "subprocess.CompletedProcess[str]"]
"""Runs one command as a person does, in a process of its own."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    return running_at(home)


def running_at(home: Path) -> Run:
    """What runs a command on the files below ``home``."""

    def invoke(*arguments: object, stdin: str = "") -> Result:
        texts = ["--basedir", str(home), *map(str, arguments)]
        return CliRunner().invoke(build(), texts, input=stdin, prog_name="recovery-coach")

    return invoke


@pytest.fixture
def start(home: Path) -> Start:
    def call(
        *arguments: object, env: dict[str, str] | None = None, code: str = ""
    ) -> subprocess.CompletedProcess[str]:
        program = ["-c", code] if code else ["-m", "recovery_coach"]
        return subprocess.run(
            [sys.executable, *program, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            env={**clean_environment(), "RECOVERY_COACH_HOME": str(home), **(env or {})},
            timeout=100,
            check=False,
        )

    return call


def clean_environment() -> dict[str, str]:
    """Ours, without what tells of a display or of colours."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "FORCE_COLOR", "NO_COLOR", "COLUMNS")
    return {name: value for name, value in os.environ.items() if name not in hidden}


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    """The journal that the commands write to."""
    with journal_at(home) as opened:
        yield opened


def journal_at(home: Path) -> Journal:
    """The journal below ``home``, to be closed again."""
    return Journal.open(find_paths(home).journal, SystemClock())
