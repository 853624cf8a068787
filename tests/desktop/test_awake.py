"""The screen is kept on by whatever the desktop has, and nothing waits for it.

What keeps it on runs in a process of its own, on a bus of its own: it takes orders from stdin (on,
off, close) and says on stdout when it was refused, how long an order took, and when it closed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.bus import GNOME, SCREEN_SAVER, OwnBus, heard
from tests.e2e.home import PATIENCE, ROOT, wait_until

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="other systems have no bus"),
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no dbus-daemon here"),
]

HOLDER = """
import sys, threading, time
from PySide6.QtCore import QCoreApplication, QObject, Signal
from recovery_coach.desktop.awake import AwakeScreen

class Orders(QObject):
    given = Signal(str)

application = QCoreApplication([])
screen = AwakeScreen()
screen.refused.connect(lambda: print("refused", flush=True))
orders = Orders()

def obey(order):
    began = time.monotonic()
    {"on": lambda: screen.keep_on(True), "off": lambda: screen.keep_on(False),
     "close": screen.close}[order]()
    took = time.monotonic() - began
    print(order, "at once" if took < 0.1 else "in time" if took < 1 else took, flush=True)
    if order == "close":
        application.quit()

orders.given.connect(obey)
def listen():
    for line in sys.stdin:
        orders.given.emit(line.strip())
threading.Thread(target=listen, daemon=True).start()
print("there", flush=True)
application.exec()
print("ended", "wakepy" in sys.modules, flush=True)
"""


class Holder:
    """The process, and what it says."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._said, self._errors = folder / "said", folder / "errors"
        with self._said.open("wb") as out, self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "error", "-c", HOLDER],
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=errors,
                env=environment,
                cwd=ROOT,
            )
        self.says("there")

    def order(self, order: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(order.encode() + b"\n")
        self.process.stdin.flush()

    @property
    def said(self) -> list[str]:
        return self._said.read_text().splitlines()

    def says(self, line: str) -> None:
        wait_until(lambda: line in self.said, f"{line}: {self.said} {self._errors.read_text()}")

    def ends(self) -> None:
        assert self.process.wait(PATIENCE) == 0
        assert self._errors.read_text() == ""

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdin is not None
        self.process.stdin.close()


@pytest.fixture
def hold(tmp_path: Path) -> Iterator[Callable[[dict[str, str]], Holder]]:
    made: list[Holder] = []

    def start(environment: dict[str, str]) -> Holder:
        made.append(Holder(tmp_path, environment))
        return made[-1]

    yield start
    for holder in made:
        holder.close()


Hold = Callable[[dict[str, str]], Holder]


def hears(told: Path, *calls: str) -> None:
    wait_until(lambda: heard(told) == list(calls), f"{calls}: {heard(told)}")


@pytest.mark.parametrize(
    ("name", "release"), [(SCREEN_SAVER, "UnInhibit"), (GNOME, "Uninhibit")], ids=["any", "gnome"]
)
def test_it_is_asked_for_once_and_let_go(bus: OwnBus, hold: Hold, name: str, release: str):
    told = bus.serve("answers", name)
    holder = hold(bus.environment())
    holder.order("on")
    hears(told, "Inhibit")
    holder.order("on")
    holder.order("off")
    hears(told, "Inhibit", release, "gone")
    holder.order("off")
    holder.order("on")
    hears(told, "Inhibit", release, "gone", "Inhibit")
    holder.order("close")
    hears(told, "Inhibit", release, "gone", "Inhibit", release, "gone")
    holder.says("ended True")
    holder.ends()
    assert "refused" not in holder.said


def test_when_the_process_is_killed_it_is_gone_from_the_bus(bus: OwnBus, hold: Hold):
    told = bus.serve("answers", SCREEN_SAVER)
    holder = hold(bus.environment())
    holder.order("on")
    hears(told, "Inhibit")
    holder.process.kill()
    hears(told, "Inhibit", "gone")


def test_a_service_that_never_answers_keeps_nobody_waiting(bus: OwnBus, hold: Hold):
    """Neither the orders nor the end; and its answer, should it come, is for nobody any more."""
    told = bus.serve("hangs", SCREEN_SAVER, GNOME)
    holder = hold(bus.environment())
    holder.order("on")
    holder.says("on at once")
    hears(told, "Inhibit")
    holder.order("off")
    holder.order("on")
    holder.says("off at once")
    holder.order("close")
    wait_until(lambda: any(line.startswith("close ") for line in holder.said), "an end")
    assert "close in time" in holder.said
    holder.ends()


def test_a_desktop_without_a_service_refuses_once(bus: OwnBus, hold: Hold):
    holder = hold(bus.environment())
    for _ in range(2):
        holder.order("on")
        holder.says("refused")
        holder.order("off")
    holder.order("close")
    holder.says("close at once")
    holder.ends()
    assert holder.said.count("refused") == 1


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "rubbish"])
def test_without_a_bus_nothing_fails_and_nothing_waits(bus: OwnBus, hold: Hold, address: str):
    environment = bus.environment(DBUS_SESSION_BUS_ADDRESS=address)
    if not address:
        del environment["DBUS_SESSION_BUS_ADDRESS"]
    holder = hold(environment)
    holder.order("on")
    holder.says("on at once")
    holder.says("refused")
    holder.order("close")
    holder.says("close at once")
    holder.ends()


def test_until_there_is_a_session_nothing_is_loaded(bus: OwnBus, hold: Hold):
    holder = hold(bus.environment())
    holder.order("off")
    holder.order("close")
    holder.says("ended False")
    holder.ends()
