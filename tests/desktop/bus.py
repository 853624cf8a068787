"""A message bus of the tests' own, and services on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.e2e.home import ROOT, SOURCES, wait_until

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"


class OwnBus:
    """A bus in ``folder``; its services, and what they tell in files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        out = self._folder / "bus"
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
        self._run(command, out, {**os.environ})
        wait_until(lambda: out.read_text().endswith("\n"), "a bus")
        self.address = out.read_text().strip()

    def serve(self, how: str, *names: str, module: str = "tests.desktop.fake_service") -> Path:
        """Start a service that owns ``names``; the file that it tells in."""
        told = self._folder / f"told-{len(self._processes)}"
        self._run([sys.executable, "-m", module, how, *names], told, self.environment())
        wait_until(lambda: "ready" in told.read_text(), "a service")
        return told

    def environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "PYTHONPATH": SOURCES,
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "DBUS_SYSTEM_BUS_ADDRESS": self.address,
            **more,
        }

    def _run(self, command: list[str], out: Path, environment: dict[str, str]) -> None:
        with out.open("wb") as file:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=file,
                stderr=None if command[0] == sys.executable else subprocess.DEVNULL,
                env=environment,
                cwd=ROOT,
            )
        self._processes.append(process)

    def tell(self, text: str) -> None:
        """Say something to the service that was started last."""
        pipe = self._processes[-1].stdin
        assert pipe is not None
        pipe.write(text.encode() + b"\n")
        pipe.flush()

    def close(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()
            if process.stdin is not None:
                process.stdin.close()


def heard(told: Path) -> list[str]:
    """What a service was asked: the names of the calls, and ``gone``."""
    return [
        line.split()[0]
        for line in told.read_text().splitlines()
        if line.split()[0] not in ("ready", "changed")
    ]
