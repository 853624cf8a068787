"""Child processes that never outlive their block, and what the system knows of them."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


class ChildError(Exception):
    """A child ended early, or said nothing in time."""


class Child:
    """A running process whose standard output is read line by line, with a time limit."""

    def __init__(self, process: subprocess.Popen[bytes], started: float) -> None:
        self.process = process
        self.started = started
        """CLOCK_MONOTONIC just before it was started."""
        self._rest = b""

    @property
    def pid(self) -> int:
        """Its process id."""
        return self.process.pid

    def line(self, timeout: float = 30.0) -> str:
        """Its next line. Raises ChildError after ``timeout`` seconds or at its end."""
        assert self.process.stdout is not None
        until = time.monotonic() + timeout
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while b"\n" not in self._rest:
                if not selector.select(max(0.0, until - time.monotonic())):
                    raise ChildError(f"nothing said in {timeout:g} s")
                got = os.read(self.process.stdout.fileno(), 65536)
                if not got:
                    raise ChildError(f"ended early, exit code {self.process.wait(5)}")
                self._rest += got
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()


@contextlib.contextmanager
def running(
    arguments: Sequence[str],
    env: Mapping[str, str] | None = None,
    stderr: IO[bytes] | int | None = None,
) -> Iterator[Child]:
    """A child in a process group of its own, killed with all of it when the block is left."""
    environment = {**os.environ, **(env or {})}
    started = time.monotonic()
    process = subprocess.Popen(
        list(arguments),
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        start_new_session=True,
    )
    try:
        yield Child(process, started)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@contextlib.contextmanager
def busy(really: bool = True) -> Iterator[None]:
    """One process that keeps a core busy, meanwhile."""
    if not really:
        yield
        return
    with running([sys.executable, "-c", "while True: pass"]):
        time.sleep(0.3)
        yield


def time_of(arguments: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """Milliseconds that a command takes from start to end. ChildError where it fails."""
    start = time.monotonic()
    done = subprocess.run(
        list(arguments),
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    took = (time.monotonic() - start) * 1000
    if done.returncode:
        raise ChildError(done.stderr.decode(errors="replace"))
    return took


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has used up to now: CPU seconds, and times that a thread was woken."""

    cpu: float
    wakeups: int


def usage_of(pid: int) -> Usage:
    """Sums over all threads."""
    # After the name, which may hold anything, the fields are plain; utime is the 14th of all.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    cpu = (int(fields[11]) + int(fields[12])) / TICKS
    wakeups = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                wakeups += int(line.split()[1])
    return Usage(cpu, wakeups)


def pss_of(pid: int) -> float:
    """The process's share of memory, MB: what it shares is divided among those who share it."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ChildError("no Pss in smaps_rollup")
