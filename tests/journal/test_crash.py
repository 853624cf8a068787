"""A process killed in the middle of its writing: all that it reported is there.

SIGKILL stands for a crash of the program or a kill by the system. A loss of power also takes what
the kernel has not written yet; against that stands synchronous=FULL, which no test here can show.
"""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

import pytest

from recovery_coach.journal import Journal
from tests.fakes import ManualClock
from tests.journal.make import child

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")


def kill_after(path: Path, reports: int) -> list[list[str]]:
    """What a writing process had reported by the time it was killed."""
    with child("write", str(path)) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline().split() for _ in range(reports)]
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
    assert writer.returncode == -signal.SIGKILL
    # A line that the kill cut short is no report.
    return told + [line.split() for line in rest.split("\n")[:-1]]


def killed_again_and_again(path: Path, times: int) -> None:
    chance = random.Random(times)
    everything: list[str] = []
    for _ in range(times):
        told = kill_after(path, chance.randint(0, 40))
        everything += [record_id for _, *records in told for record_id in records]

        with Journal.open(path, ManualClock()) as journal:
            journal.verify()
            assert all(journal.get(record_id) for record_id in everything)
            # A transaction is there whole or not at all: each set has its hurt.
            sets, hurts = journal.sets_of("s"), journal.hurts_of("s")
            assert len(sets) == len(hurts)
            assert len(sets) + len(hurts) >= len(everything)
            assert journal.damaged == 0
            if told:
                ((_, position),) = journal.checkpoints()
                assert position["segment"] >= int(told[-1][0])


def test_a_killed_process_loses_nothing_it_reported(path: Path) -> None:
    killed_again_and_again(path, 5)


@pytest.mark.long
def test_a_hundred_kills_lose_nothing(path: Path) -> None:
    killed_again_and_again(path, 100)
