"""A process killed in the middle of its writing: all that it reported is there.

SIGKILL stands for a crash of the program or a kill by the system. A loss of power also takes what
the kernel has not written yet; against that stands synchronous=FULL, which no test here can show.
"""

from __future__ import annotations

import itertools
import multiprocessing
import random
import shutil
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.disk import write_there
from recovery_coach.journal import Checkpoint, Journal, Write
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import read_brought
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.journal.restoring import restore
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


# -- what changes or copies all of it at once ------------------------------------------------


def back_up(path: Path) -> None:
    Backups(path, SystemClock()).make("hand")


def export(path: Path) -> None:
    with Journal.open(path, SystemClock()) as journal:
        write_there(path.with_name("export.json"), export_bytes(journal))


def bring_in(path: Path) -> None:
    with Journal.open(path, SystemClock()) as journal:
        journal.unite(read_brought(path.with_name("other.json")))


def put_back(path: Path) -> None:
    restore(path, path.with_name("kept.sqlite3"), SystemClock(), Backups(path, SystemClock()))


def fill(path: Path, entries: int) -> bytes:
    with Journal.open(path, ManualClock()) as journal:
        journal.write([Write(record=pain(n % 11, note="x" * 300)) for n in range(entries)])
        return export_bytes(journal)


def mark(path: Path) -> str:
    """Stands for the set of versions in a file, which must be whole."""
    with Journal.open(path, ManualClock()) as journal:
        journal.verify()
        return journal.count().mark


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    """A journal, and beside it an export of another one and a backup from before its last entry."""
    path = tmp_path / "data" / "journal.sqlite3"
    fill(path, 300)
    shutil.copy(path, path.with_name("kept.sqlite3"))
    fill(path, 50)
    path.with_name("other.json").write_bytes(fill(tmp_path / "other" / "journal.sqlite3", 300))
    return path


@pytest.mark.parametrize("work", [back_up, export, bring_in, put_back])
def test_killed_at_any_moment_of_a_great_change_it_is_the_old_or_the_new(
    journal_file: Path, tmp_path: Path, work: Callable[[Path], None]
):
    dice, clock = random.Random(work.__name__), SystemClock()
    before = shutil.copytree(journal_file.parent, tmp_path / "before")
    began = clock.monotonic()
    fork(work, journal_file).join(PATIENCE)
    took = clock.monotonic() - began
    old, new = mark(before / journal_file.name), mark(journal_file)
    seen = set()
    for _ in range(15):
        shutil.rmtree(journal_file.parent)
        shutil.copytree(before, journal_file.parent)
        process = fork(work, journal_file)
        process.join(dice.uniform(0, took))
        process.kill()
        process.join(PATIENCE)
        assert journal_file.exists(), "the next start would begin an empty one"
        seen.add(mark(journal_file))
        backups = Backups(journal_file, clock)
        assert all(backups.look(backup).sound for backup in backups.all())
        for file in journal_file.parent.glob("export.json"):
            assert read_brought(file).whole
        work(journal_file)
        assert mark(journal_file) == new
    assert seen <= {old, new}


def test_killed_while_a_damaged_one_is_put_aside_it_is_never_an_empty_one(
    journal_file: Path, tmp_path: Path
):
    dice, clock = random.Random(3), SystemClock()
    content = journal_file.read_bytes()[:-4096]
    journal_file.write_bytes(content)
    before = shutil.copytree(journal_file.parent, tmp_path / "before")
    began = clock.monotonic()
    fork(put_back, journal_file).join(PATIENCE)
    took = clock.monotonic() - began
    for _ in range(15):
        shutil.rmtree(journal_file.parent)
        shutil.copytree(before, journal_file.parent)
        process = fork(put_back, journal_file)
        process.join(dice.uniform(0, took))
        process.kill()
        process.join(PATIENCE)
        names = [journal_file, *journal_file.parent.glob("journal-damaged-*.sqlite3")]
        assert content in [file.read_bytes() for file in names]
        assert journal_file.read_bytes() == content or mark(journal_file)
