"""Histories of one journal on several devices, as people and carriers bring them about.

A history is a list of steps, drawn by hypothesis and played on real journals: records are written,
changed, deleted, taken back; clocks are set back; some of the versions of one device reach another,
in any order, perhaps a child before its parent.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from recovery_coach.journal import Entry, Journal, PainEntry, Record, SessionRecord
from recovery_coach.journal.brought import Brought
from recovery_coach.journal.numbers import agree
from recovery_coach.journal.versions import Version
from tests.fakes import ManualClock
from tests.journal.make import AT, one_set, pain, session

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Step:
    """``device`` does ``what`` to record ``which``; its clock moves by ``seconds`` before."""

    what: str
    device: int
    which: int = 0
    value: int = 0
    seconds: int = 60
    to: int = 0
    some: tuple[bool, ...] = ()


def steps(devices: int) -> st.SearchStrategy[Step]:
    """One step of any kind."""
    device = st.integers(0, devices - 1)
    # Forward mostly; an hour and a year back, as a dead battery or a wrong time zone does it.
    seconds = st.sampled_from((0, 1, 60, 3600, DAY, -3600, -365 * DAY, 90 * DAY))
    done = st.sampled_from(("write", "write", "revise", "revise", "delete", "undo", "settle"))
    numbers = st.integers(0, 10)
    own = st.builds(Step, done, device, which=numbers, value=numbers, seconds=seconds)
    some = st.lists(st.booleans(), min_size=1, max_size=6).map(tuple)
    send = st.builds(Step, st.just("send"), device, seconds=seconds, to=device, some=some)
    return own | own | send


def histories(devices: int, most: int = 25) -> st.SearchStrategy[list[Step]]:
    """What happened, in its order: mostly to a few records that all of them know of."""
    shared = [Step("write", 0, which=n, value=n) for n in range(3)]
    shared += [Step("send", 0, to=device, some=(True,)) for device in range(1, devices)]
    return st.lists(steps(devices), max_size=most).map(lambda later: [*shared, *later])


class World:
    """Some devices with a journal and a clock each.

    Ids are the same in every run, in no order that means anything: which of two versions is shown
    may depend on them.
    """

    def __init__(self, folder: Path, devices: int) -> None:
        numbers = count()
        self.clocks = [ManualClock() for _ in range(devices)]
        self.paths = [folder / f"device{n}" / "journal.sqlite3" for n in range(devices)]
        self.journals = [
            Journal.open(path, clock, ids=lambda: _an_id(next(numbers)))
            for path, clock in zip(self.paths, self.clocks, strict=True)
        ]

    def close(self) -> None:
        for journal in self.journals:
            journal.close()

    def play(self, history: Iterable[Step]) -> None:
        """Let it happen."""
        for step in history:
            self.do(step)

    def do(self, step: Step) -> None:
        """One step; what cannot be done is not done."""
        journal, clock = self.journals[step.device], self.clocks[step.device]
        clock.set_wall(clock.now() + timedelta(seconds=step.seconds))
        if step.what == "send":
            unite(self.journals[step.to], chosen(journal.versions(), step.some))
            return
        if step.what == "settle":
            forks = journal.forks()
            if forks:
                fork = forks[step.which % len(forks)]
                heads = (fork.shown, *fork.others)
                journal.settle(fork, heads[step.value % len(heads)].version_id)
            return
        change(journal, step)

    def everything(self) -> dict[str, Version]:
        """Every version there is anywhere."""
        return {one.version_id: one for each in self.journals for one in each.versions()}


def _an_id(number: int) -> str:
    return hashlib.md5(str(number).encode(), usedforsecurity=False).hexdigest()


def change(journal: Journal, step: Step) -> None:
    """Write something, or do something to what is there."""
    known = record_ids(journal)
    if step.what == "write" or not known:
        journal.append(a_record(step))
        return
    record_id = known[step.which % len(known)]
    last = journal.history(record_id)[-1]
    if step.what == "revise":
        journal.revise(record_id, revised(last, step))
    elif step.what == "delete":
        journal.delete(record_id)
    else:
        journal.undo(last.version_id)


def a_record(step: Step) -> Record:
    """A new record, of several kinds."""
    at = AT + timedelta(hours=7 * step.value)
    if step.which % 3 == 1:
        return session(started_at=at, note=f"note {step.value}")
    if step.which % 3 == 2:
        return one_set("s", step.value, at=at)
    some = {"regions": (f"lowback_L={step.value}", "si_L"), "lifts": ("squat",), "effort": 7}
    return pain(step.value, at=at, **(some if step.value % 2 else {}))


def revised(entry: Entry[Record], step: Step) -> Record:
    """The record with another value; sometimes with the very same."""
    at = AT + timedelta(hours=5 * (step.value % 3))
    if isinstance(entry.record, PainEntry):
        return pain(step.value, at=at, note="again")
    if isinstance(entry.record, SessionRecord):
        return session(started_at=at, note=f"again {step.value}", state="finished")
    return one_set("s", step.value, at=at, outcome="partial")


# -- what is there -------------------------------------------------------------------------------


def record_ids(journal: Journal) -> list[str]:
    """What a person writes: deleted records, too, but no choices between versions."""
    sql = "SELECT record_id FROM current WHERE kind != 'choice' ORDER BY record_id"
    return [row[0] for row in _rows(journal.path, sql)]


def _rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


Picture = tuple[Any, ...]


def picture(journal: Journal) -> Picture:
    """All that a journal holds and shows: equal pictures are equal journals, mark for mark."""
    held = sorted(map(astuple, journal.versions()), key=str)
    current = sorted(_rows(journal.path, "SELECT * FROM current"), key=str)
    numbers = sorted(_rows(journal.path, "SELECT * FROM number"), key=str)
    with closing(sqlite3.connect(journal.path)) as connection:
        assert agree(connection), "the index of numbers says something else than the records"
    forks = {
        (fork.record_id, fork.shown.version_id, *sorted(one.version_id for one in fork.others))
        for fork in journal.forks()
    }
    shown = [journal.latest(kind, 1000) for kind in (PainEntry, SessionRecord)]
    counts = journal.count()
    return held, current, numbers, forks, shown, counts.versions, dict(counts.records)


# -- from one to another -------------------------------------------------------------------------


def unite(journal: Journal, versions: Sequence[Version]) -> None:
    """Take versions in, as from a file."""
    journal.unite(brought(versions))


def brought(versions: Sequence[Version]) -> Brought:
    """What a whole file with these versions brings; a file is read so that each is there once."""
    return Brought(
        path=Path("elsewhere.json"),
        versions=tuple({one.version_id: one for one in versions}.values()),
        refused=(),
        device="elsewhere",
        made_at=None,
        whole=True,
    )


def chosen(versions: Sequence[Version], some: Sequence[bool]) -> list[Version]:
    """Some of them, the last first."""
    picked = [one for n, one in enumerate(versions) if some[n % len(some)]]
    return picked[::-1]
