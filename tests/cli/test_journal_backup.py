"""``journal backup`` and ``journal restore``: copies that were read, and the way back."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.base.paths import find_paths
from recovery_coach.journal import PainEntry
from recovery_coach.journal.brought import read_brought
from recovery_coach.journal.exchange import export_bytes
from tests.cli.conftest import Run, Start, journal_at
from tests.journal.make import pain, session


@pytest.fixture
def app(home: Path) -> Iterator[App]:
    opened = App(home)
    yield opened
    opened.close()


def write(home: Path, *numbers: int) -> None:
    """Entries of some days of May."""
    with journal_at(home) as journal:
        for number in numbers:
            at = pain().at.replace(day=number)
            journal.append(pain(number, at=at))


def numbers(home: Path) -> list[int | None]:
    with journal_at(home) as journal:
        return [one.record.nrs for one in journal.latest(PainEntry, 100)]


# -- making one ------------------------------------------------------------------------------


def test_a_backup_holds_everything_and_was_read(run: Run, home: Path, app: App):
    write(home, 1, 2)
    done = run("journal", "backup")
    assert done.exit_code == 0, done.output
    (made,) = app.backups.all()
    assert made.why == "hand"
    said = done.stdout.replace("\n", "")
    assert str(made.path) in said
    assert "Written and read" in said
    assert "2 versions, 2 pain entries" in said
    assert len(read_brought(made.path).versions) == 2


def test_a_copy_to_a_memory_stick(run: Run, home: Path, tmp_path: Path, app: App):
    write(home, 1)
    stick = tmp_path / "stick.sqlite3"
    told = json.loads(run("journal", "backup", stick, "--json").stdout)
    assert [one["path"] for one in told["backups"]] == [str(app.backups.all()[0].path), str(stick)]
    assert all(one["sound"] for one in told["backups"])
    assert len(read_brought(stick).versions) == 1
    if os.name == "posix":
        assert stat.S_IMODE(stick.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_written_over_unasked(run: Run, home: Path, tmp_path: Path):
    write(home, 1)
    stick = tmp_path / "stick.sqlite3"
    stick.write_text("photos")
    assert run("journal", "backup", stick).exit_code == 2
    assert stick.read_text() == "photos"
    assert run("journal", "backup", stick, "--yes").exit_code == 0


def test_the_journal_is_not_written_over(run: Run, home: Path):
    write(home, 1)
    assert run("journal", "backup", find_paths(home).journal, "--yes").exit_code == 2
    assert numbers(home) == [1]


def test_a_second_folder_that_is_not_there_is_said(run: Run, home: Path, tmp_path: Path, app: App):
    write(home, 1)
    app.change_settings(backup_folder=str(tmp_path / "stick"))
    done = run("journal", "backup")
    assert done.exit_code == 0
    assert "could not be copied to the second folder" in done.stderr
    (tmp_path / "stick").mkdir()
    again = run("journal", "backup")
    assert again.stderr == ""
    assert len(list((tmp_path / "stick").iterdir())) == 1


def test_without_a_journal_there_is_nothing_to_copy(run: Run, home: Path):
    done = run("journal", "backup")
    assert done.exit_code == 1
    assert "no journal yet" in done.stderr
    assert not find_paths(home).data.exists()


# -- those there are -------------------------------------------------------------------------


def test_before_the_first_it_says_so(run: Run, home: Path):
    assert "no backups yet" in run("journal", "backup", "--list").stdout
    assert json.loads(run("journal", "backup", "--list", "--json").stdout) == []
    assert not find_paths(home).data.exists()


def test_the_list_tells_those_that_cannot_be_read(run: Run, home: Path, app: App):
    write(home, 1)
    run("journal", "backup")
    write(home, 2)
    run("journal", "backup")
    first = app.backups.all()[1].path
    first.write_bytes(first.read_bytes()[:5000])
    listed = json.loads(run("journal", "backup", "--list", "--json").stdout)
    assert [one["sound"] for one in listed] == [True, False]
    assert list(listed[0]) == ["path", "made_at", "why", "bytes", "sound", "counts"]
    assert (listed[0]["counts"]["versions"], listed[1]["counts"]) == (2, None)
    shown = run("journal", "backup", "--list").stdout
    assert "cannot be read" in shown
    assert "made by you" in shown


def test_two_folders_are_listed_one_after_the_other(run: Run, home: Path, tmp_path: Path, app: App):
    stick = tmp_path / "stick"
    stick.mkdir()
    app.change_settings(backup_folder=str(stick))
    for number in (1, 2):
        write(home, number)
        run("journal", "backup")
    lines = run("journal", "backup", "--list").stdout.splitlines()
    folders = [line for line in lines if not line.startswith(" ")]
    assert sorted(folders) == sorted([str(stick), str(find_paths(home).backups)])
    assert sum("made by you" in line for line in lines) == 4


# -- going back ------------------------------------------------------------------------------


@pytest.fixture
def backup(run: Run, home: Path, app: App) -> Path:
    """A backup with the first of May; since then the second and third were written."""
    write(home, 1)
    run("journal", "backup")
    write(home, 2, 3)
    return app.backups.all()[0].path


def test_what_would_change_is_told_in_counts_and_days(run: Run, home: Path, backup: Path):
    done = run("journal", "restore", backup, "--dry-run")
    assert done.exit_code == 0, done.output
    for words in (
        "Would go: 2 pain entries",
        "on 2 days: 2 to 3 May 2026",
        "1 stays as it is.",
        "Nothing was changed.",
    ):
        assert words in done.stdout
    assert numbers(home) == [3, 2, 1]


def test_where_nobody_can_be_asked_nothing_is_done(run: Run, home: Path, backup: Path):
    done = run("journal", "restore", backup, stdin="y\n")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert numbers(home) == [3, 2, 1]


def test_what_stood_there_before_is_kept_and_named(run: Run, home: Path, backup: Path, app: App):
    done = run("journal", "restore", backup, "--yes")
    assert done.exit_code == 0, done.output
    assert numbers(home) == [1]
    before = app.backups.all()[0]
    assert before.why == "restore"
    assert str(before.path) in done.stdout.replace("\n", "")
    assert run("journal", "restore", before.path.name, "--yes").exit_code == 0
    assert numbers(home) == [3, 2, 1]


def test_the_newest_that_can_be_read_is_offered(run: Run, home: Path, backup: Path, app: App):
    run("journal", "backup")
    newest = app.backups.all()[0].path
    newest.write_bytes(b"a memory stick that was pulled out")
    done = run("journal", "restore", "--yes")
    assert done.exit_code == 0, done.output
    assert "The newest backup that can be read was made" in done.stdout
    assert numbers(home) == [1]


def test_a_damaged_journal_is_set_aside_untouched(run: Run, home: Path, backup: Path):
    path = find_paths(home).journal
    broken = b"not a database at all " * 300
    path.write_bytes(broken)
    assert run("journal", "list").exit_code == 1
    told = json.loads(run("journal", "restore", "--yes", "--json").stdout)
    assert (told["done"], told["readable"], told["before"]) == (True, False, None)
    assert Path(told["aside"]).read_bytes() == broken
    assert numbers(home) == [1]


def test_a_journal_that_is_gone_comes_back(run: Run, home: Path, backup: Path):
    find_paths(home).journal.unlink()
    assert run("journal", "restore", "--yes").exit_code == 0
    assert numbers(home) == [1]


def test_as_json(run: Run, home: Path, backup: Path):
    done = run("journal", "restore", backup, "--json")
    assert done.exit_code == 2
    told = json.loads(done.stdout)
    assert told == {
        "done": False,
        "file": str(backup),
        "lost": {"pain": 2},
        "back": {},
        "readable": True,
        "changed": 0,
        "same": 1,
        "lost_days": ["2026-05-02", "2026-05-03"],
        "counts": told["counts"],
        "before": None,
        "aside": None,
    }
    assert told["counts"]["versions"] == 1


def test_without_any_backup_there_is_no_way_back(run: Run, home: Path):
    done = run("journal", "restore", "--yes")
    assert done.exit_code == 1
    assert "no backup that can be read" in done.stderr


def test_an_export_is_for_import(run: Run, home: Path, tmp_path: Path):
    with journal_at(home) as journal:
        (tmp_path / "journal.json").write_bytes(export_bytes(journal))
    done = run("journal", "restore", tmp_path / "journal.json", "--yes")
    assert done.exit_code == 2
    assert "journal import" in done.stderr


def test_a_backup_that_is_not_sound_is_refused(start: Start, home: Path, backup: Path):
    backup.write_bytes(backup.read_bytes()[:5000])
    done = start("journal", "restore", backup, "--yes")
    assert done.returncode == 1
    assert "cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
    assert numbers(home) == [3, 2, 1]


def test_not_under_a_program_that_has_it_open(start: Start, home: Path, backup: Path):
    with journal_at(home) as journal:
        journal.append(session())
        done = start("journal", "restore", backup, "--yes")
        assert done.returncode == 1
        assert "in use by another program" in done.stderr
        journal.append(pain(4))
    assert numbers(home)[0] in (3, 4)
    assert len(numbers(home)) == 4
