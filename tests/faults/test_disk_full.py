"""A disk that is full at any write: said plainly, nothing confirmed is lost, and it goes on.

The disk is given one page more each time, until the command has enough: so each of its writes in
turn is the first that fails. The long run does that for every page, the usual one for some.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recovery_coach.base.disk import why_not, write_there
from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Journal, JournalTrouble, PainEntry, SessionRecord
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.journal.restoring import restore
from tests.fakes import ManualClock
from tests.faults import commands
from tests.faults.disk import Disk, on_a_small_disk
from tests.faults.program import Done, begin, ended, run
from tests.journal.make import pain

MOST = 400
"""Pages that are enough for any command here."""

Prepare = Callable[[Path], None]


def with_ever_more_room(
    disk: Disk, beside: Path, line: list[str], prepare: Prepare, step: int
) -> Iterator[tuple[Path, Done]]:
    """The home and the end of each try that did not have all the room that it wanted."""
    home, prepared = disk.folder / "home", beside / "prepared"
    home.mkdir()
    prepare(home)
    shutil.copytree(home, prepared)
    for pages in range(0, MOST, step):
        shutil.rmtree(home)
        shutil.copytree(prepared, home)
        disk.leave(pages)
        done = run(home, *line, said=beside)
        disk.make_roomy()
        assert "Traceback" not in done.out + done.err, done
        if done.code == 0 and "disk is full" not in done.err:
            return
        yield home, done
    raise AssertionError(f"{line}: {MOST} pages are not enough")


def was_said(done: Done) -> None:
    assert done.code == 1, done
    assert "disk is full" in done.err.lower() or "no space left" in done.err.lower(), done


def read(home: Path) -> Journal:
    journal = Journal.open(find_paths(home).journal, ManualClock())
    journal.verify()
    return journal


# -- an entry --------------------------------------------------------------------------------


def nothing(home: Path) -> None:
    """Nobody has been here before."""


def an_entry(disk: Disk, beside: Path, step: int) -> None:
    """From the first write, that makes a folder, to the last, that makes the backup."""
    failed = 0
    for home, done in with_ever_more_room(disk, beside, ["pain", "3"], nothing, step):
        noted = "Noted" in done.out
        if not noted:
            was_said(done)
            failed += 1
        with read(home) as journal:
            kept = [entry.record.nrs for entry in journal.latest(PainEntry, 9)]
            assert kept == [3] * noted, done
            journal.append(PainEntry(nrs=4, at=journal.clock.now(), source="terminal"))
    assert failed > 2


@on_a_small_disk
def test_an_entry(disk: Disk, tmp_path: Path) -> None:
    an_entry(disk, tmp_path, 5)


@pytest.mark.long
@on_a_small_disk
def test_an_entry_at_every_page(disk: Disk, tmp_path: Path) -> None:
    an_entry(disk, tmp_path, 1)


# -- a session -------------------------------------------------------------------------------


def used_before(home: Path) -> None:
    """Somebody with a routine of their own, and a session."""
    file = home.parent / "short.toml"
    file.write_text(commands.ROUTINE, encoding="utf-8")
    for line in (["routines", "add", file], ["play", "short", "--speed", "1000"]):
        assert run(home, *line, said=home.parent).code == 0


def a_session(disk: Disk, beside: Path, step: int) -> None:
    events = beside / "events"
    line = ["play", "short", "--speed", "1000", "--events", str(events)]
    for home, done in with_ever_more_room(disk, beside, line, used_before, step):
        if "Finished" not in done.out or "journal" in done.err:
            was_said(done)
        told = events.read_text("utf-8").splitlines() if events.exists() else []
        promised = {
            one["segment"]
            for one in map(json.loads, told)
            if one["event"] == "left" and one["kind"] == "hold"
        }
        with read(home) as journal:
            *later, before = journal.latest(SessionRecord, 9)
            assert before.record.state == "finished"
            on_disk = {s.record.segment for one in later for s in journal.sets_of(one.record_id)}
            assert promised <= on_disk
        events.unlink(missing_ok=True)
        again = run(home, "play", "short", "--speed", "1000", said=beside)
        assert again.code == 0, again
        with read(home) as journal:
            assert journal.latest(SessionRecord, 1)[0].record.state == "finished"
            assert journal.checkpoints() == []


@on_a_small_disk
def test_a_session(disk: Disk, tmp_path: Path) -> None:
    a_session(disk, tmp_path, 7)


@pytest.mark.long
@on_a_small_disk
def test_a_session_at_every_page(disk: Disk, tmp_path: Path) -> None:
    a_session(disk, tmp_path, 1)


THREE_TIMES = commands.ROUTINE.replace("hold = 1", "hold = 1\nsets = 3")


@on_a_small_disk
def test_room_made_in_mid_session_is_used_at_once(disk: Disk, tmp_path: Path) -> None:
    home, events = disk.folder / "home", tmp_path / "events"
    used_before(home)
    routine = tmp_path / "three.toml"
    routine.write_text(THREE_TIMES, encoding="utf-8")
    os.mkfifo(events)
    disk.leave(25)  # enough to open the journal, too little for the first set
    line = ["play", routine, "--speed", 10, "--events", events]
    process = begin(home, *line, said=tmp_path)
    with events.open(encoding="utf-8") as told:
        heard = []
        for event in map(json.loads, told):
            heard.append((event["event"], event["kind"], event["set"]))
            if heard[-1] == ("segment", "hold", 3):
                disk.make_roomy()
    third = heard.index(("segment", "hold", 3))
    assert ("left", "hold", 1) not in heard[:third], "the disk was not full"
    assert [one for one in heard if one[:2] == ("left", "hold")] == [
        ("left", "hold", number) for number in (1, 2, 3)
    ]
    done = ended(process, tmp_path)
    assert done.code == 0, done
    with read(home) as journal:
        session, _ = journal.latest(SessionRecord, 9)
        assert session.record.state == "finished"
        assert len(journal.sets_of(session.record_id)) == 3


# -- a backup, an export ---------------------------------------------------------------------


def filled(home: Path) -> None:
    """A journal of some size."""
    with Journal.open(find_paths(home).journal, ManualClock()) as journal:
        for number in range(60):
            journal.append(pain(number % 11, note="x" * 500))


@on_a_small_disk
def test_everything_that_makes_a_copy(disk: Disk, tmp_path: Path) -> None:
    """All of the copy or nothing of it, and the journal as it was."""
    home = disk.folder / "home"
    paths = find_paths(home)
    filled(home)
    clock = ManualClock()
    for step, copy in ((3, back_up), (2, export), (3, put_back)):
        whole, reasons = False, set()
        for pages in range(0, MOST, step):
            disk.leave(pages)
            try:
                copy(paths.journal, clock)
                whole = True
            except JournalTrouble as trouble:
                reasons.add(trouble.reason)
            except OSError as error:
                reasons.add(why_not(error))
            disk.make_roomy()
            with read(home) as journal:
                assert len(journal.latest(PainEntry, 99)) == 60
            for backup in Backups(paths.journal, clock).all():
                assert Backups(paths.journal, clock).look(backup).sound
            hidden = [path for path in disk.folder.rglob(".*") if path.is_file()]
            assert hidden == [], f"{copy} with {pages} pages leaves rubbish"
            if whole:
                break
        assert whole
        assert reasons - {"full", "the disk is full"} == set() != reasons, copy


def back_up(path: Path, clock: ManualClock) -> None:
    Backups(path, clock).make("hand")


def export(path: Path, clock: ManualClock) -> None:
    with Journal.open(path, clock) as journal:
        target = path.with_name("export.json")
        content = export_bytes(journal)
        write_there(target, content)
    assert target.read_bytes() == content


def put_back(path: Path, clock: ManualClock) -> None:
    backups = Backups(path, clock)
    (kept, *_) = backups.all()
    restore(path, kept.path, clock, backups)
