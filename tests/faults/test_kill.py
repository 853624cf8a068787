"""A process killed in the middle of its writing: all that it reported is there.

SIGKILL stands for a crash of the program or a kill by the system. A loss of power also takes what
the kernel has not written yet; against that stands synchronous=FULL, which no test here can show.
"""

from __future__ import annotations

import itertools
import multiprocessing
import random
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from recovery_coach.base.clock import SystemClock
from recovery_coach.journal import Checkpoint, Journal, Write
from tests.fakes import ManualClock
from tests.faults.program import PATIENCE, fork
from tests.journal.make import hurt, one_set, pain

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")

Report = tuple[str, str]
"""A record, and the version of it that is on disk."""


def write_on(path: Path, round_: int, reports: Connection) -> None:
    """Write in every way there is, each in its turn, and report what a write has returned."""
    session = f"s{round_}"
    with Journal.open(path, SystemClock()) as journal:
        for number in itertools.count():
            written = journal.write(
                [
                    Write(record=one_set(session, number)),
                    Write(record=hurt(session, number)),
                ],
                Checkpoint(session, {"segment": number}),
            )
            entry = journal.append(pain(number % 11))
            changed = journal.revise(entry.record_id, pain(number % 11, note="x" * 5000))
            gone = journal.delete(entry.record_id)
            back = journal.undo(gone.version_id)
            assert back is not None
            reports.send([(e.record_id, e.version_id) for e in (*written, changed, gone, back)])


def killed_while_writing(path: Path, round_: int, dice: random.Random) -> list[list[Report]]:
    """What a writing process had reported by the time it was killed, at any moment at all."""
    ours, its = multiprocessing.Pipe(duplex=False)
    process = fork(write_on, path, round_, its)
    its.close()
    told = []
    try:
        for _ in range(dice.randint(0, 8)):
            told.append(ours.recv())
        process.join(dice.uniform(0, 0.004))
        process.kill()
        while True:
            told.append(ours.recv())
    except (EOFError, OSError):  # a report that the kill cut short is none
        process.join(PATIENCE)
    assert process.exitcode == -signal.SIGKILL
    return told


def nothing_is_lost(path: Path, told: list[list[Report]], session: str = "") -> None:
    with Journal.open(path, ManualClock()) as journal:
        journal.verify()
        for record_id, version_id in itertools.chain.from_iterable(told):
            assert journal.get(record_id) is not None
            assert version_id in [entry.version_id for entry in journal.history(record_id)]
        # A transaction is there whole or not at all: each set has its hurt, and the place after it.
        sets, hurts = journal.sets_of(session), journal.hurts_of(session)
        place = dict(journal.checkpoints()).get(session, {"segment": -1})
        assert len(sets) == len(hurts) == place["segment"] + 1
        assert journal.damaged == 0


def killed_again_and_again(folder: Path, times: int) -> None:
    """Now a file that grows with every kill, now a new one that is still being made."""
    dice = random.Random(times)
    everything: list[list[Report]] = []
    for round_ in range(times):
        grown = round_ % 4 != 0
        path = folder / ("grown" if grown else f"new {round_}") / "journal.sqlite3"
        told = killed_while_writing(path, round_, dice)
        nothing_is_lost(path, told, f"s{round_}")
        everything += told if grown else []
    nothing_is_lost(folder / "grown" / "journal.sqlite3", everything)


def test_a_hundred_kills_lose_nothing_that_was_reported(tmp_path: Path):
    killed_again_and_again(tmp_path, 100)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_thousand_kills_lose_nothing_that_was_reported(tmp_path: Path):
    killed_again_and_again(tmp_path, 1000)
