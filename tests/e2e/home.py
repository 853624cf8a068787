"""One person's files and X display, and the real program started on them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from recovery_coach.app import App
from recovery_coach.desktop.single_instance import server_name
from recovery_coach.journal import Journal

ROOT = Path(__file__).resolve().parents[2]
SOURCES = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
"""Where a process finds the program and the tests: those of this folder, whatever is installed."""
QUICK = {"welcome_seen": 1, "get_ready": 0.5, "switch": 0.5, "transition": 0.5}
"""Settings of somebody who has been here, and who does not wait long."""
PATIENCE = 20.0
"""Seconds for anything to come about on a busy machine; usually it takes a tenth of that."""


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Wait for ``condition``, looking again and again, but not for ever."""
    ends, never = time.monotonic() + PATIENCE, threading.Event()
    while not condition():
        assert time.monotonic() < ends, f"in vain: {what}"
        never.wait(0.03)


class Home:
    """One person's files, and the programs that are started on them."""

    def __init__(self, folder: Path, display: str, **settings: Any) -> None:
        self.folder = folder
        self.environment = {
            **{k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "LANGUAGE")},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "RECOVERY_COACH_HOME": str(folder),
            "PYTHONPATH": SOURCES,
            "LC_ALL": "C.UTF-8",
        }
        self._processes: list[subprocess.Popen[bytes]] = []
        app = App(folder)
        if settings:
            app.change_settings(**settings)
        self.paths = app.paths
        self.exercises = app.library.exercises
        app.close()

    def own(self, routine: str, name: str) -> None:
        """Put a routine among this person's own."""
        folder = self.paths.library / "routines"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.toml").write_text(routine, encoding="utf-8")

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return self._run([sys.executable, "-m", "recovery_coach", *arguments])

    def sit_down(self, *files: str, behind: str = "") -> subprocess.Popen[bytes]:
        """The same program, with somebody before it; run by the module ``behind``, if any."""
        self.said.write_bytes(b"")
        module = [behind, "tests.e2e.child"] if behind else ["tests.e2e.child"]
        return self._run([sys.executable, "-m", *module, str(self.folder), *files])

    def _run(self, command: list[str]) -> subprocess.Popen[bytes]:
        with self.said.open("ab") as out, self.errors.open("ab") as errors:
            process = subprocess.Popen(
                command, env=self.environment, stdout=out, stderr=errors, cwd=ROOT
            )
        self._processes.append(process)
        return process

    @property
    def said(self) -> Path:
        return self.folder / "said"

    @property
    def errors(self) -> Path:
        return self.folder / "errors"

    def shows(self, words: str) -> None:
        """Wait until the last that was reported begins with, or holds, ``words``."""

        def shown() -> bool:
            lines = self.said.read_text(encoding="utf-8").splitlines()
            return bool(lines) and words in lines[-1]

        wait_until(shown, f"{words}: {self.said.read_text()} {self.errors.read_text()}")

    def click(self, text: str) -> None:
        order = self.folder / "click"
        order.write_text(text, encoding="utf-8")
        wait_until(lambda: not order.exists(), f"a button {text!r}: {self.said.read_text()}")

    def where_is(self, day: date) -> tuple[str, str]:
        """Where on the screen a day is in a chart, across and down."""
        order, there = self.folder / "where", self.folder / "there"
        there.unlink(missing_ok=True)
        order.write_text(day.isoformat(), encoding="utf-8")
        wait_until(lambda: there.exists() and not order.exists(), f"a chart with {day}")
        across, down = there.read_text(encoding="utf-8").split()
        return across, down

    def close_window(self) -> None:
        """As by the cross in its corner: it may ask first."""
        order = self.folder / "close"
        order.touch()
        wait_until(lambda: not order.exists(), "a window to close")

    def listens(self) -> None:
        """Wait until the window can be raised."""
        name = Path(tempfile.gettempdir(), server_name(self.paths.journal))
        wait_until(name.exists, f"a window that listens: {self.errors.read_text()}")

    def journal(self) -> Journal:
        from recovery_coach.base.clock import SystemClock

        return Journal.open(self.paths.journal, SystemClock())

    def ends(self, process: subprocess.Popen[bytes]) -> int:
        return process.wait(PATIENCE)

    def tidy_up(self) -> None:
        for process in self._processes:
            if process.poll() is None:
                process.kill()
            process.wait()
        Path(tempfile.gettempdir(), server_name(self.paths.journal)).unlink(missing_ok=True)
