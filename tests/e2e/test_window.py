"""The real program as a process of its own in a real X window, and what becomes of it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.coach.unfinished import find_unfinished
from recovery_coach.desktop.single_instance import server_name
from recovery_coach.journal import Journal, PainEntry, SessionRecord, SetRecord

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="the program Xvfb is not installed"),
]

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20.0
"""Seconds for anything to come about on a busy machine; usually it takes a tenth of that."""
ROUTINE = """\
id = "short"
name = "Short"
summary = "A few quick repetitions."

[[steps]]
exercise = "cat_cow"
reps = 20
tempo = [{ phase = "lower", seconds = 0.2 }, { phase = "lift", seconds = 0.2 }]

[[steps]]
exercise = "front_plank"
hold = 3
sets = 5
"""


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Wait for ``condition``, looking again and again, but not for ever."""
    ends, never = time.monotonic() + PATIENCE, threading.Event()
    while not condition():
        assert time.monotonic() < ends, f"in vain: {what}"
        never.wait(0.03)


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


class Home:
    """One person's files, and the programs that are started on them."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self.environment = {
            **{k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "LANGUAGE")},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "RECOVERY_COACH_HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
        }
        self._processes: list[subprocess.Popen[bytes]] = []
        app = App(folder)
        app.change_settings(welcome_seen=1, get_ready=0.5, switch=0.5, transition=0.5)
        self.paths = app.paths
        self.exercises = app.library.exercises
        app.close()

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return self._run([sys.executable, "-m", "recovery_coach", *arguments])

    def sit_down(self, *files: str) -> subprocess.Popen[bytes]:
        """The same program, with somebody before it."""
        self.said.write_bytes(b"")
        return self._run([sys.executable, "-m", "tests.e2e.child", str(self.folder), *files])

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


@pytest.fixture
def home(tmp_path: Path, display: str) -> Iterator[Home]:
    made = Home(tmp_path, display)
    yield made
    made.tidy_up()


@pytest.fixture
def routine(home: Home) -> str:
    path = home.folder / "short.toml"
    path.write_text(ROUTINE, encoding="utf-8")
    return str(path)


# -- starting ----------------------------------------------------------------------------------


def test_it_opens_a_window_and_complains_of_nothing(home: Home):
    process = home.start()
    home.listens()
    if shutil.which("xwininfo"):
        command = ["xwininfo", "-root", "-tree", "-display", home.environment["DISPLAY"]]

        def there() -> bool:
            tree = subprocess.run(command, capture_output=True, text=True, check=False).stdout
            return '"Recovery Coach"' in tree

        wait_until(there, "a window of that name")
    assert process.poll() is None
    assert home.paths.journal.exists()
    assert home.errors.read_text(encoding="utf-8") == ""


def test_a_second_start_raises_it_and_ends_well(home: Home):
    first = home.start()
    home.listens()
    assert home.ends(home.start()) == 0
    assert first.poll() is None


def test_a_second_start_hands_over_its_file(home: Home, routine: str):
    home.sit_down()
    home.shows("TodayPage")
    home.listens()
    assert home.ends(home.start(routine)) == 0
    home.shows("RoutinePage")


def test_of_two_started_at_once_one_stays(home: Home):
    both = [home.start(), home.start()]
    wait_until(lambda: any(p.poll() is not None for p in both), "one of them to give way")
    (gone,) = (p for p in both if p.poll() is not None)
    assert gone.returncode == 0
    home.listens()
    assert home.ends(home.start()) == 0
    assert [p for p in both if p.poll() is None]


def test_after_it_was_killed_it_starts_again(home: Home):
    first = home.start()
    home.listens()
    first.kill()
    home.ends(first)
    home.sit_down()
    home.shows("TodayPage")


# -- beside the terminal -----------------------------------------------------------------------


def test_a_number_from_the_terminal_is_shown_in_the_open_window(home: Home):
    home.sit_down()
    home.shows("TodayPage number=None")
    assert home.ends(home.start("pain", "4")) == 0
    home.shows("TodayPage number=4")
    with home.journal() as journal:
        (entry,) = journal.latest(PainEntry, 9)
        assert (entry.record.nrs, entry.record.source) == (4, "terminal")


# -- the power fails ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 20))]
)
def test_killed_in_mid_session_it_offers_to_go_on_and_nothing_done_is_lost(
    home: Home, routine: str, seed: int
):
    process = home.sit_down(routine)
    home.shows("RoutinePage")
    home.click("Start")
    home.shows("StagePage")
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(random.Random(seed).uniform(0.05, 4))
    os.kill(process.pid, signal.SIGKILL)
    home.ends(process)

    with home.journal() as journal:
        journal.verify()
        (entry,) = journal.latest(SessionRecord, 9)
        assert entry.record.state == "running"
        unfinished = find_unfinished(journal, home.exercises)
        assert unfinished is not None
        assert unfinished.session_id == entry.record_id
        before = journal.sets_of(entry.record_id)
        assert {str(one.record.segment): one.record.outcome for one in before} == dict(
            unfinished.where["done"]
        )

    process = home.sit_down()
    home.shows("ResumePage")
    home.click("Keep what I did")
    home.shows("TodayPage")
    process.kill()
    home.ends(process)
    with home.journal() as journal:
        (entry,) = journal.latest(SessionRecord, 9)
        assert entry.record.state == "kept"
        after = {one.record_id: one.record for one in journal.latest(SetRecord, 99)}
        assert all(after[one.record_id] == one.record for one in before)


def test_gone_on_with_after_a_kill_it_is_the_same_session(home: Home, routine: str):
    process = home.sit_down(routine)
    home.click("Start")
    home.shows("StagePage")
    process.kill()
    home.ends(process)
    home.sit_down()
    home.shows("ResumePage")
    home.click("Go on")
    home.shows("StagePage")
    with home.journal() as journal:
        assert len(journal.latest(SessionRecord, 9)) == 1
        assert find_unfinished(journal, home.exercises) is None, "its window holds the lock"
