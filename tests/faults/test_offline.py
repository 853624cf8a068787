"""Nothing leaves this computer: every command and the window run where a network is deadly."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.home import QUICK, ROOT, Home
from tests.faults import commands, offline
from tests.faults.program import run

pytestmark = pytest.mark.skipif(not offline.SUPPORTED, reason="no seccomp filter for this machine")

SWALLOWED = "import contextlib\nwith contextlib.suppress(BaseException): {code}"
IN_A_THREAD = "import threading\nthread = threading.Thread(target=lambda: {code})\n{wait}"
WAIT = "thread.start(); thread.join()"


def behind_the_filter(code: str) -> int:
    """How a process ends that runs ``code`` there."""
    command = [sys.executable, "-m", "tests.faults.offline", "tests.faults.saying"]
    return subprocess.run([*command, f"import socket\n{code}"], cwd=ROOT, check=False).returncode


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6"])
@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
def test_whoever_opens_a_socket_to_a_network_dies_of_it(family: str, kind: str):
    code = f"socket.socket(socket.{family}, socket.{kind})"
    thread = IN_A_THREAD.format(code=code, wait=WAIT)
    for form in (code, SWALLOWED.format(code=code), thread):
        assert behind_the_filter(form) == -signal.SIGSYS, form


def test_what_stays_on_this_computer_is_allowed():
    assert behind_the_filter("socket.socket(socket.AF_UNIX)") == 0


def test_the_table_has_every_command():
    told = [tuple(line.split(" ")) for line in commands.LINES.splitlines()]
    missing = {
        name for name in commands.names() if not any(line[: len(name)] == name for line in told)
    }
    assert missing == set()


def test_no_command_opens_a_socket_to_a_network(tmp_path: Path):
    home = tmp_path / "home"
    for line in commands.lines(home, tmp_path / "chosen"):
        done = run(home, *line, offline=True)
        assert done.code == 0, (line, done)


def a_whole_visit(home: Home) -> None:
    """The pages, an entry, a session with what is heard of it; and the end."""
    home.own(commands.ROUTINE, "short")
    process = home.sit_down(behind="tests.faults.offline")
    for page in ("Routines", "Journal", "Settings", "Today"):
        home.click(page)
        home.shows(page)
    home.close_window()
    assert home.ends(process) == 0
    process = home.sit_down(
        str(home.paths.library / "routines/short.toml"), behind="tests.faults.offline"
    )
    home.click("Start")
    home.shows("running segment")
    home.shows("FinishPage")
    home.click("Save")
    home.shows("TodayPage")
    home.close_window()
    assert home.ends(process) == 0
    complaints = home.errors.read_text(encoding="utf-8").splitlines()
    assert [line for line in complaints if "This plugin does not support" not in line] == []


def test_the_window_opens_no_socket_to_a_network(tmp_path: Path):
    home = Home(tmp_path, "", **QUICK)
    home.environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        a_whole_visit(home)
    finally:
        home.tidy_up()


@pytest.mark.display
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="the program Xvfb is not installed")
def test_nor_does_it_on_a_real_screen(home: Home):
    a_whole_visit(home)
