"""A disk that is full at any write: said plainly, nothing confirmed is lost, and it goes on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Journal, PainEntry, SetRecord
from tests.fakes import ManualClock
from tests.faults import commands
from tests.faults.disk import Disk, on_a_small_disk
from tests.faults.program import Done, run


def told_plainly(done: Done) -> None:
    assert done.code == 1, done
    assert "disk is full" in done.err or "No space left on device" in done.err, done
    assert "Traceback" not in done.err + done.out, done


@on_a_small_disk
def test_an_entry_on_a_disk_that_is_full_at_any_write(disk: Disk, tmp_path: Path) -> None:
    """From the first, that makes the folders, to the last."""
    home = disk.folder / "home"
    failed = 0
    for pages in range(200):
        shutil.rmtree(home, ignore_errors=True)
        disk.leave(pages)
        done = run(home, "pain", 3, said=tmp_path)
        disk.make_roomy()
        if done.code == 0:
            break
        failed += 1
        told_plainly(done)
        assert "Noted" not in done.out
        assert run(home, "pain", 4, said=tmp_path).code == 0
        with closing(Journal.open(find_paths(home).journal, ManualClock())) as journal:
            journal.verify()
            assert [entry.record.nrs for entry in journal.latest(PainEntry, 9)] == [4]
    print(failed)
    assert failed > 3
