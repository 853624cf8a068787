"""``journal export``: what is written, what is refused, and that it is read back."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_paths
from recovery_coach.cli import journal_export
from recovery_coach.journal import Journal
from recovery_coach.journal.brought import read_brought
from tests.cli.conftest import Run
from tests.journal.make import one_set, pain, session


@pytest.fixture
def filled(journal: Journal) -> Journal:
    journal.append(pain(4, regions=("lowback_L=6",), note="=1+1; after the drive"))
    trained = journal.append(session(state="finished"))
    journal.append(one_set(trained.record_id))
    journal.delete(journal.append(pain(1)).record_id)
    return journal


def test_json_holds_every_version(run: Run, filled: Journal, tmp_path: Path):
    out = tmp_path / "journal.json"
    done = run("journal", "export", out)
    assert done.exit_code == 0, done.output
    brought = read_brought(out)
    assert brought.whole
    assert {one.version_id for one in brought.versions} == {
        one.version_id for one in filled.versions()
    }
    assert "5 versions" in done.stdout
    assert "read back" in done.stdout
    assert "not encrypted" in done.stdout
    assert filled.count().mark in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_file_is_its_owners_alone(run: Run, filled: Journal, tmp_path: Path):
    run("journal", "export", tmp_path / "journal.json")
    assert stat.S_IMODE((tmp_path / "journal.json").stat().st_mode) == 0o600


def test_csv_is_four_files(run: Run, filled: Journal, tmp_path: Path):
    pytest.importorskip("recovery_coach.coach.spreadsheet")
    done = run("journal", "export", tmp_path / "back.csv")
    assert done.exit_code == 0, done.output
    names = ["back-marks.csv", "back-regions.csv", "back-sessions.csv", "back.csv"]
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == names
    for name in names:
        rows = "0 rows" if name == "back-marks.csv" else "1 row"
        assert f"{name} ({rows})" in done.stdout.replace("\n", "")
    assert "use JSON" in done.stdout


@pytest.mark.parametrize("name", ["journal", "journal.JSON", "back.txt"])
def test_the_format_may_be_named(run: Run, filled: Journal, tmp_path: Path, name: str):
    assert run("journal", "export", tmp_path / name, "--format", "json").exit_code == 0
    assert read_brought(tmp_path / name).whole


def test_the_ending_tells_the_format_whatever_its_case(run: Run, filled: Journal, tmp_path: Path):
    assert run("journal", "export", tmp_path / "journal.JSON").exit_code == 0


@pytest.mark.parametrize("name", ["journal", "journal.txt", "journal.sqlite3"])
def test_an_ending_that_tells_nothing_is_refused(
    run: Run, filled: Journal, tmp_path: Path, name: str
):
    done = run("journal", "export", tmp_path / name)
    assert done.exit_code == 2
    assert "--format" in done.stderr
    assert not (tmp_path / name).exists()


def test_a_file_that_is_there_is_not_written_over_unasked(
    run: Run, filled: Journal, tmp_path: Path
):
    out = tmp_path / "journal.json"
    out.write_text("something else")
    done = run("journal", "export", out)
    assert done.exit_code == 2
    assert str(out) in done.stderr.replace("\n", "")
    assert "--yes" in done.stderr
    assert out.read_text() == "something else"
    asked = run("journal", "export", out, "--json")
    assert asked.exit_code == 2
    assert json.loads(asked.stdout) == {"done": False, "exist": [str(out)]}
    assert run("journal", "export", out, "--yes").exit_code == 0
    assert read_brought(out).whole


def test_the_journal_itself_is_not_written_over(run: Run, filled: Journal, home: Path):
    path = find_paths(home).journal
    done = run("journal", "export", path, "--format", "json", "--yes")
    assert done.exit_code == 2
    assert "where the journal itself is kept" in done.stderr
    assert filled.count().versions == 5


@pytest.mark.parametrize("place", ["nowhere/journal.json", "folder"])
def test_a_place_that_cannot_be_written_is_told(
    run: Run, filled: Journal, tmp_path: Path, place: str
):
    (tmp_path / "folder").mkdir()
    done = run("journal", "export", tmp_path / place, "--format", "json", "--yes")
    assert done.exit_code == 1
    assert "could not be written" in done.stderr


def test_a_disk_that_keeps_something_else_is_noticed(
    run: Run, filled: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def put(_terminal: object, file: Path, content: bytes) -> None:
        file.write_bytes(content[:-200])

    monkeypatch.setattr(journal_export, "put", put)
    done = run("journal", "export", tmp_path / "journal.json")
    assert done.exit_code == 1
    assert "is not what is in the journal" in done.stderr


def test_as_json(run: Run, filled: Journal, tmp_path: Path):
    out = tmp_path / "journal.json"
    told = json.loads(run("journal", "export", out, "--json").stdout)
    assert list(told) == ["done", "format", "files", "counts"]
    assert told["files"] == [{"path": str(out), "bytes": out.stat().st_size, "rows": None}]
    assert told["counts"]["versions"] == 5
    assert told["counts"]["records"] == {"pain": 1, "session": 1, "set": 1}
    assert told["counts"]["mark"] == filled.count().mark


def test_without_a_journal_nothing_is_written(run: Run, home: Path, tmp_path: Path):
    done = run("journal", "export", tmp_path / "journal.json")
    assert done.exit_code == 1
    assert "There is no journal yet." in done.stderr
    assert not (tmp_path / "journal.json").exists()
    assert not find_paths(home).data.exists()
