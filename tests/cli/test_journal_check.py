"""``journal check``: what is there, whether it can be read, and by whom."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.app import App
from recovery_coach.base.paths import Paths, find_paths
from recovery_coach.journal import Journal
from recovery_coach.journal.version_rows import Brought
from tests.cli.conftest import Run, Start, journal_at
from tests.fakes import ManualClock
from tests.journal.make import pain


@pytest.fixture
def paths(home: Path) -> Paths:
    """Where a sound journal is."""
    with journal_at(home) as journal:
        journal.append(pain(3))
    return find_paths(home)


def told(run: Run) -> Any:
    done = run("journal", "check", "--json")
    found = json.loads(done.stdout)
    assert done.exit_code == (1 if found["wrong"] else 0)
    return found


def test_all_is_well(run: Run, paths: Paths):
    done = run("journal", "check")
    assert done.exit_code == 0, done.output
    assert "Every page was read" in done.stdout
    assert "1 version, 1 pain entry" in done.stdout
    assert "no backup yet" in done.stdout
    assert "All is well." in done.stdout
    assert done.stderr == ""


def test_as_json(run: Run, paths: Paths):
    run("journal", "backup")
    found = told(run)
    assert list(found) == [
        *("journal", "there", "sound", "counts", "unreadable", "unknown", "forks"),
        *("backups", "newest_backup", "newest_backup_days", "files", "wrong"),
    ]
    assert (found["there"], found["sound"], found["wrong"]) == (True, True, [])
    assert (found["backups"], found["newest_backup_days"]) == (1, 0)
    assert found["newest_backup"]["sound"] is True
    files = {one["path"]: one for one in found["files"]}
    assert files[str(paths.journal)]["bytes"] == paths.journal.stat().st_size
    assert found["newest_backup"]["path"] in files


def test_before_the_first_entry_there_is_nothing_to_check(run: Run, home: Path):
    done = run("journal", "check")
    assert done.exit_code == 0
    assert "no journal yet" in done.stdout
    assert not find_paths(home).data.exists()


def test_a_journal_that_is_gone_while_there_are_backups(run: Run, paths: Paths):
    run("journal", "backup")
    paths.journal.unlink()
    done = run("journal", "check")
    assert done.exit_code == 1
    assert "journal restore" in done.stderr
    assert not paths.journal.exists()


def test_a_damaged_journal(start: Start, paths: Paths):
    content = paths.journal.read_bytes()
    paths.journal.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))
    done = start("journal", "check")
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr
    assert "journal restore" not in done.stderr


def test_a_damaged_journal_that_has_a_backup_has_a_way_back(run: Run, paths: Paths):
    run("journal", "backup")
    paths.journal.write_bytes(b"not a database any more " * 300)
    (wrong,) = told(run)["wrong"]
    assert "damaged" in wrong
    assert "`recovery-coach journal restore`" in wrong


def test_a_journal_of_a_newer_program(run: Run, paths: Paths):
    with closing(sqlite3.connect(paths.journal)) as connection:
        connection.execute("PRAGMA user_version = 99")
    (wrong,) = told(run)["wrong"]
    assert "newer Recovery Coach" in wrong


def test_a_body_that_cannot_be_read_is_wrong_and_one_of_a_newer_program_is_not(
    run: Run, paths: Paths
):
    with Journal.open(paths.journal, ManualClock()) as journal:
        known = journal.versions()[0]
        odd = [
            replace(known, version_id=name, record_id=name, kind=kind, body=body)
            for name, kind, body in (("v1", "pain", '{"nrs":"very"}'), ("v2", "mood_2030", "{}"))
        ]
        journal.unite(Brought(paths.journal, tuple(odd)))
    found = told(run)
    assert (found["unreadable"], found["unknown"]) == (1, 1)
    assert found["wrong"] == ["1 version cannot be read. It is kept as it is."]
    assert "1 version is of a newer program" in run("journal", "check").stdout


def test_a_newest_backup_that_cannot_be_read(run: Run, paths: Paths, home: Path):
    run("journal", "backup")
    (backup,) = App(home).backups.all()
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    found = told(run)
    assert found["newest_backup"]["sound"] is False
    assert "newest backup cannot be read" in found["wrong"][0]


def test_a_second_folder_that_cannot_be_reached(run: Run, paths: Paths, home: Path, tmp_path: Path):
    App(home).change_settings(backup_folder=str(tmp_path / "stick"))
    assert "second folder" in told(run)["wrong"][0]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
@pytest.mark.parametrize("which", ["journal", "backups"])
def test_what_others_can_get_at_is_told_with_how_to_mend_it(run: Run, paths: Paths, which: str):
    run("journal", "backup")
    place: Path = getattr(paths, which)
    place.chmod(0o755)
    found = told(run)
    assert [one["path"] for one in found["files"] if not one["private"]] == [str(place)]
    assert f"chmod go= {place}" in found["wrong"][0]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_disk_that_knows_no_owners_is_no_fault(
    run: Run, paths: Paths, home: Path, tmp_path: Path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    App(home).change_settings(backup_folder=str(stick))
    run("journal", "backup")
    for file in stick.iterdir():
        file.chmod(0o777)
    assert told(run)["wrong"] == []
