"""How the files tests/data/journal-v*.sqlite3 were made: ``python -m tests.journal.frozen``.

Run once for each schema and then never again: the files stand for those on people's disks.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from recovery_coach.journal import Checkpoint, Journal, Write
from tests.fakes import ManualClock
from tests.journal.make import AT, ROOT, hurt, one_set, pain, session

DATA = ROOT / "tests" / "data"
FROZEN = DATA / "journal-v1.sqlite3"
FROZEN_2 = DATA / "journal-v2.sqlite3"
STARTED = AT + timedelta(hours=1)
NOTE = "stiff – left side"


def build(path: Path) -> None:
    with Journal.open(path, ManualClock(AT)) as journal:
        first = journal.append(pain(4))
        journal.revise(first.record_id, pain(5, note=NOTE))
        journal.delete(journal.append(pain(9)).record_id)
        journal.append(session(started_at=STARTED), record_id="s1")
        journal.write([Write(record=one_set("s1", segment)) for segment in range(3)])
        journal.append(hurt("s1", 2, rep=3, score=6, words=("sharp", "left side")))
        journal.revise("s1", session(started_at=STARTED, state="finished", effort=6))
        journal.write([], Checkpoint("s2", {"segment": 3, "rep": 2}))


if __name__ == "__main__":
    build(FROZEN_2)
