"""Another process: ``python -m tests.journal.child write|lock|seize PATH [COUNT]``.

``write`` appends and says on its pipe what is on disk; ``lock`` holds the write lock and ``seize``
the whole file, until a line comes in.
"""

from __future__ import annotations

import itertools
import sqlite3
import sys
from pathlib import Path

from recovery_coach.base.clock import SystemClock
from recovery_coach.journal import Checkpoint, Journal, Write
from tests.journal.make import hurt, one_set


def write(path: Path, count: int | None) -> None:
    """Sets with a hurt each and a checkpoint, in one transaction; then the ids and the number."""
    with Journal.open(path, SystemClock()) as journal:
        for number in itertools.count() if count is None else range(count):
            entries = journal.write(
                [Write(record=one_set("s", number)), Write(record=hurt("s", number))],
                Checkpoint("s", {"segment": number}),
            )
            print(number, *(entry.record_id for entry in entries), flush=True)


def hold(path: Path, statements: tuple[str, ...]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    print("held", flush=True)
    sys.stdin.readline()
    connection.execute("COMMIT")
    connection.close()


if __name__ == "__main__":
    command, file = sys.argv[1], Path(sys.argv[2])
    if command == "write":
        write(file, int(sys.argv[3]) if len(sys.argv) > 3 else None)
    elif command == "lock":
        hold(file, ("BEGIN IMMEDIATE",))
    elif command == "seize":
        hold(file, ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"))
