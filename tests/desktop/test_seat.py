"""Who has the screen, as logind says it; without logind nobody is ever gone.

The watcher runs in a process of its own, on a bus of its own, and says on stdout what it heard.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.bus import OwnBus, heard
from tests.e2e.home import ROOT, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="logind is of Linux")

LOGIND = "org.freedesktop.login1"
WATCHER = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
from recovery_coach.desktop.seat import LoginSeat
application = QCoreApplication([])
seat = LoginSeat()
seat.changed.connect(lambda here: print("here" if here else "gone", flush=True))
began = time.monotonic()
seat.watch()
seat.watch()
print("waited" if time.monotonic() - began > 0.1 else "watching", flush=True)
QTimer.singleShot(20_000, application.quit)
application.exec()
"""

Watch = Callable[..., Path]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    processes: list[subprocess.Popen[bytes]] = []

    def start(environment: dict[str, str]) -> Path:
        said = tmp_path / "said"
        with said.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-c", WATCHER],
                stdout=out,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd=ROOT,
            )
        processes.append(process)
        says(said, "watching")
        return said

    yield start
    for process in processes:
        assert process.poll() is None, "it ended by itself"
        process.kill()
        process.wait()


def says(said: Path, *lines: str) -> None:
    wait_until(lambda: said.read_text().split() == list(lines), f"{lines}: {said.read_text()}")


@pytest.mark.parametrize(
    ("properties", "here"),
    [
        ({"Active": True, "LockedHint": False}, True),
        ({"Active": False, "LockedHint": False}, False),
        ({"Active": True, "LockedHint": True}, False),
        ({"Active": False, "LockedHint": True}, False),
        ({"Active": True}, True),
        ({}, True),
    ],
)
def test_here_is_who_has_an_active_session_that_is_not_locked(
    properties: dict[str, Any], here: bool
):
    from recovery_coach.desktop.logind import is_here

    assert is_here({name: ("b", value) for name, value in properties.items()}) is here


@pytest.fixture
def logind(bus: OwnBus) -> Path:
    return bus.serve("answers", LOGIND, module="tests.desktop.fake_logind")


needs_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="no dbus-daemon here")


@needs_bus
def test_it_tells_of_every_change_and_of_nothing_else(bus: OwnBus, logind: Path, watch: Watch):
    said = watch(bus.environment())
    wait_until(lambda: heard(logind) == ["Get", "GetSession", "GetAll"], "its questions")
    bus.tell("LockedHint true")
    says(said, "watching", "gone")
    bus.tell("Active false")
    bus.tell("LockedHint false")
    bus.tell("Active true")
    says(said, "watching", "gone", "here")
    bus.tell("Active false")
    says(said, "watching", "gone", "here", "gone")


@needs_bus
def test_how_it_stands_at_the_beginning_is_no_news(bus: OwnBus, logind: Path, watch: Watch):
    bus.tell("Active false")
    wait_until(lambda: "changed Active False" in logind.read_text(), "another user")
    said = watch(bus.environment())
    wait_until(lambda: "GetAll" in heard(logind), "its questions")
    bus.tell("Active true")
    says(said, "watching", "here")


@needs_bus
def test_without_logind_nothing_is_said(bus: OwnBus, watch: Watch):
    told = bus.serve("answers", "org.example.Other")
    said = watch(bus.environment())
    bus.serve("answers", LOGIND, module="tests.desktop.fake_logind")
    assert heard(told) == []
    says(said, "watching")


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "rubbish"])
def test_without_a_bus_nothing_is_said(tmp_path: Path, watch: Watch, address: str):
    said = watch({**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address})
    says(said, "watching")
