"""A lock that tells the living from the dead."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from recovery_coach.base.lock import ProcessLock

HOLDER = """
import sys
from pathlib import Path
from recovery_coach.base.lock import ProcessLock
lock = ProcessLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def hold(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.communicate()


def test_a_lock_is_held_by_one_only(tmp_path: Path) -> None:
    first, second = ProcessLock(tmp_path / "a.lock"), ProcessLock(tmp_path / "a.lock")
    assert first.acquire()
    assert not second.acquire()


def test_what_this_very_process_holds_is_not_held_elsewhere(tmp_path: Path) -> None:
    first, second = ProcessLock(tmp_path / "a.lock"), ProcessLock(tmp_path / "a.lock")
    first.acquire()
    assert not first.held_elsewhere()
    assert not second.held_elsewhere()
    assert not second.acquire()


def test_released_means_free_and_gone(tmp_path: Path) -> None:
    lock = ProcessLock(tmp_path / "a.lock")
    lock.acquire()
    lock.release()
    assert not lock.path.exists()
    assert not ProcessLock(lock.path).held_elsewhere()
    assert lock.acquire()
    lock.release()
    lock.release()


def test_a_living_process_holds_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "locks" / "a.lock"
    process = hold(path)
    try:
        assert ProcessLock(path).held_elsewhere()
    finally:
        end(process)


def test_one_of_the_same_number_in_another_sandbox_is_another(tmp_path: Path) -> None:
    """Every sandbox numbers its processes anew: there may be two of number 2."""
    path = tmp_path / "a.lock"
    process = hold(path)
    try:
        path.write_text(path.read_text().replace(str(process.pid), str(os.getpid()), 1))
        assert path.read_text().startswith(f"{os.getpid()} ")
        assert ProcessLock(path).held_elsewhere()
    finally:
        end(process)


def test_a_killed_process_holds_nothing_though_nobody_has_fetched_it(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    process = hold(path)
    os.kill(process.pid, signal.SIGKILL)
    # Waits for the death, and leaves the dead process unfetched: its number still answers.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    os.kill(process.pid, 0)
    assert not ProcessLock(path).held_elsewhere()
    assert not path.exists()
    end(process)
