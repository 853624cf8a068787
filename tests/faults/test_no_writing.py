"""A folder that is read-only, a file that another holds, one that is newer, a home that goes."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from recovery_coach.app import App
from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Journal, PainEntry, SessionRecord
from tests.fakes import ManualClock
from tests.faults import commands
from tests.faults.disk import Disk, on_a_small_disk
from tests.faults.program import Done, begin, ended, run
from tests.journal.make import child

LINES = (["pain", "4"], ["play", "short", "--speed", "1000"], ["journal", "backup"])


def used(home: Path, said: Path) -> None:
    """A routine of their own, a session, a number, and the backup of the day."""
    routine = said / "short.toml"
    routine.write_text(commands.ROUTINE, encoding="utf-8")
    for line in (
        ["routines", "add", routine],
        ["play", "short", "--speed", "1000"],
        ["pain", "0"],
    ):
        assert run(home, *line, said=said).code == 0


def numbers(home: Path) -> list[int | None]:
    with Journal.open(find_paths(home).journal, ManualClock()) as journal:
        journal.verify()
        return [entry.record.nrs for entry in journal.latest(PainEntry, 9)]


def refused(done: Done, *words: str) -> None:
    """It did not work, and says why in words."""
    assert done.code == 1, done
    assert "Traceback" not in done.out + done.err, done
    assert "Noted" not in done.out
    assert any(word in done.err.lower() for word in words), done


# -- read-only -------------------------------------------------------------------------------


@on_a_small_disk
def test_on_a_disk_that_is_read_only_nothing_is_written_and_it_is_said(
    disk: Disk, tmp_path: Path
) -> None:
    home = disk.folder / "home"
    used(home, tmp_path)
    disk.protect()
    for line in LINES:
        refused(run(home, *line, said=tmp_path), "write-protected", "cannot be written to")
    for line in (
        ["routines"],
        ["show", "short"],
        ["play", "short", "--speed", "1000", "--no-record"],
    ):
        assert run(home, *line, said=tmp_path).code == 0
    disk.protect(False)
    assert numbers(home) == [0]
    for line in LINES:
        assert run(home, *line, said=tmp_path).code in (0, 3), line
    assert numbers(home) == [4, 0]


# -- another process -------------------------------------------------------------------------


def test_while_another_program_holds_the_file_it_is_said_and_then_it_goes_on(
    tmp_path: Path,
):
    home = tmp_path / "home"
    used(home, tmp_path)
    with child("seize", str(find_paths(home).journal)) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        refused(run(home, "pain", 4), "in use by another program")
        other.communicate("let go\n")
    assert numbers(home) == [0]
    assert run(home, "pain", 5).code == 0
    assert numbers(home) == [5, 0]


# -- newer files -----------------------------------------------------------------------------


def test_a_journal_of_a_newer_program_is_left_as_it_is(tmp_path: Path):
    home = tmp_path / "home"
    used(home, tmp_path)
    path = find_paths(home).journal
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    for line in LINES:
        refused(run(home, *line), "newer recovery coach")
    assert path.read_bytes() == before


def test_an_export_of_a_newer_program_is_refused(tmp_path: Path):
    home, file = tmp_path / "home", tmp_path / "new.json"
    used(home, tmp_path)
    file.write_text('{"format": "recovery-coach-journal", "version": 2, "versions": []}')
    refused(run(home, "journal", "import", file, "--yes"), "newer recovery coach")
    assert numbers(home) == [0]


def test_settings_of_a_newer_program_keep_what_is_not_known(tmp_path: Path):
    home = tmp_path / "home"
    settings = find_paths(home).settings
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "holographic"\nflying = true\nswitch = 9\n', encoding="utf-8")
    assert run(home, "pain", 0).code == 0
    assert "holographic" in run(home, "show", "express_3").err
    app = App(home)
    app.change_settings(text_size=150)
    app.close()
    assert "flying = true" in settings.read_text("utf-8")
    assert "switch = 9" in settings.read_text("utf-8")


# -- the home goes in mid-session ------------------------------------------------------------


def played(home: Path, tmp_path: Path, after_set: dict[int, Callable[[], object]]) -> Done:
    """A session of three sets; what happens after some of them."""
    routine, events = tmp_path / "three.toml", tmp_path / "events"
    routine.write_text(commands.ROUTINE.replace("hold = 1", "hold = 1\nsets = 3"), "utf-8")
    os.mkfifo(events)
    line = ["play", routine, "--speed", 5, "--events", events]
    process = begin(home, *line, said=tmp_path)
    with events.open(encoding="utf-8") as told:
        for event in map(json.loads, told):
            if event["event"] == "segment" and event["kind"] == "hold":
                after_set.pop(event["set"] - 1, lambda: None)()
    assert after_set == {}, "it never came to that"
    return ended(process, tmp_path)


def test_a_home_that_goes_and_comes_back_in_mid_session_has_all_of_it(tmp_path: Path):
    home, away = tmp_path / "home", tmp_path / "away"
    used(home, tmp_path)
    done = played(home, tmp_path, {1: lambda: home.rename(away), 2: lambda: away.rename(home)})
    assert done.code == 0, done
    with Journal.open(find_paths(home).journal, ManualClock()) as journal:
        journal.verify()
        session, _ = journal.latest(SessionRecord, 9)
        assert session.record.state == "finished"
        assert [one.record.set for one in journal.sets_of(session.record_id)] == [1, 2, 3]


def test_a_home_that_stays_away_is_told_and_no_other_is_begun(tmp_path: Path):
    home, away = tmp_path / "home", tmp_path / "away"
    used(home, tmp_path)
    done = played(home, tmp_path, {2: lambda: home.rename(away)})
    refused(done, "moved or removed")
    assert not find_paths(home).journal.exists()
    with Journal.open(find_paths(away).journal, ManualClock()) as journal:
        journal.verify()
        session, _ = journal.latest(SessionRecord, 9)
        assert {1} <= {one.record.set for one in journal.sets_of(session.record_id)} <= {1, 2}
        assert journal.checkpoints()
