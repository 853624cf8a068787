"""``journal import`` and ``journal merge``: foretold, asked, backed up; and what they refuse."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from recovery_coach.base.paths import find_paths
from recovery_coach.journal import CheckRecord, Journal
from recovery_coach.journal.exchange import FORMAT, export_bytes
from tests.cli.conftest import Run, Start, journal_at
from tests.journal.make import pain, session

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """An export of another computer: two entries of which one was deleted, and a session."""
    with journal_at(tmp_path / "theirs") as other:
        other.append(pain(4))
        other.delete(other.append(pain(8)).record_id)
        other.append(session(state="finished"))
        file = tmp_path / "theirs.json"
        file.write_bytes(export_bytes(other))
    return file


@pytest.fixture
def their_journal(theirs: Path, tmp_path: Path) -> Path:
    return find_paths(tmp_path / "theirs").journal


def edited(file: Path, change: Change) -> Path:
    """The same file with something in it changed by hand."""
    data = json.loads(file.read_bytes())
    change(data)
    file.write_text(json.dumps(data))
    return file


def backups(home: Path, way: str = "[im]*") -> list[str]:
    """Those made before something was taken in; the backup of the day is none of them."""
    return sorted(path.name for path in find_paths(home).backups.glob(f"*-{way}.sqlite3"))


# -- what would come in ----------------------------------------------------------------------


def test_it_is_shown_before_anything_is_done(run: Run, theirs: Path, journal: Journal, home: Path):
    journal.append(pain(3))
    done = run("journal", "import", theirs, "--dry-run")
    assert done.exit_code == 0, done.output
    for words in (
        "4 versions are new, 0 are here already.",
        "New: 1 pain entry, 1 session",
        "4 May 2026",
        "1 before, 3 after",
        "Nothing was changed.",
    ):
        assert words in done.stdout
    assert journal.count().versions == 1
    assert backups(home) == []


@pytest.mark.parametrize("way", ["import", "merge"])
def test_where_nobody_can_be_asked_nothing_is_done(
    run: Run, theirs: Path, journal: Journal, home: Path, way: str
):
    journal.append(pain(3))
    done = run("journal", way, theirs, stdin="y\n")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert journal.count().versions == 1
    assert backups(home) == []


@pytest.mark.parametrize("way", ["import", "merge"])
def test_a_backup_comes_before_it_and_is_named(
    run: Run, theirs: Path, journal: Journal, home: Path, way: str
):
    journal.append(pain(3))
    done = run("journal", way, theirs, "--yes")
    assert done.exit_code == 0, done.output
    (name,) = backups(home, way)
    assert name in done.stdout.replace("\n", "")
    with Journal.open(find_paths(home).backups / name, journal.clock) as before:
        assert before.count().versions == 1
    assert journal.count().versions == 5


def test_looking_at_a_file_makes_no_journal(run: Run, theirs: Path, home: Path):
    assert run("journal", "import", theirs, "--dry-run").exit_code == 0
    assert run("journal", "import", theirs).exit_code == 2
    assert not find_paths(home).data.exists()


def test_into_an_empty_home_there_is_nothing_to_back_up(run: Run, theirs: Path, home: Path):
    done = run("journal", "import", theirs, "--yes")
    assert done.exit_code == 0
    assert "The counts match" in done.stdout
    assert backups(home) == []


def test_what_a_grave_entry_brings_is_said(run: Run, tmp_path: Path):
    with journal_at(tmp_path / "theirs") as other:
        answers = ("saddle_change=new_or_worse",)
        at = other.clock.now()
        other.append(CheckRecord(at=at, full=True, answers=answers, level="emergency", rules=1))
        (tmp_path / "theirs.json").write_bytes(export_bytes(other))
    done = run("journal", "import", tmp_path / "theirs.json", "--yes")
    assert done.exit_code == 0
    assert "emergency" in done.stdout


# -- as JSON ---------------------------------------------------------------------------------


def test_a_program_is_never_asked_and_reads_the_preview(run: Run, theirs: Path, home: Path):
    done = run("journal", "import", theirs, "--json")
    assert done.exit_code == 2
    told = json.loads(done.stdout)
    assert list(told) == ["done", "file", "whole", "preview", "backup", "counts", "match"]
    assert (told["done"], told["counts"], told["match"]) == (False, None, False)
    preview = told["preview"]
    assert (preview["new"], preview["known"], preview["refused"]) == (4, 0, [])
    assert preview["added"] == {"pain": 1, "session": 1}
    assert (preview["first_day"], preview["last_day"]) == ("2026-05-04", "2026-05-04")
    dry = run("journal", "import", theirs, "--json", "--dry-run")
    assert dry.exit_code == 0
    assert json.loads(dry.stdout) == told


def test_as_json_when_it_is_done(run: Run, theirs: Path, journal: Journal, home: Path):
    journal.append(pain(3))
    told = json.loads(run("journal", "merge", theirs, "--json", "--yes").stdout)
    assert told["done"] is True
    assert Path(told["backup"]).name in backups(home)
    assert told["counts"]["versions"] == 5
    assert told["counts"]["mark"] == journal.count().mark
    assert told["match"] is False
    again = json.loads(run("journal", "merge", theirs, "--json").stdout)
    assert (again["done"], again["preview"]["new"], again["preview"]["known"]) == (False, 0, 4)


# -- what is left out ------------------------------------------------------------------------


def test_what_is_left_out_is_named_one_a_line(run: Run, theirs: Path):
    def spoil(data: dict[str, Any]) -> None:
        data["versions"][1]["day"] = "yesterday"

    done = run("journal", "import", edited(theirs, spoil), "--yes")
    assert done.exit_code == 0
    assert "1 is left out:" in done.stdout
    assert "version 2: day must be a date" in done.stdout
    assert "3 versions were taken in" in done.stdout
    assert "counts match" not in done.stdout
    assert "not whole" in done.stdout


def test_of_many_only_the_first_are_named(run: Run, theirs: Path):
    def spoil(data: dict[str, Any]) -> None:
        data["versions"] += [{"version_id": f"v{n}"} for n in range(30)]

    done = run("journal", "import", edited(theirs, spoil), "--dry-run")
    named = [line for line in done.stdout.splitlines() if line.startswith("  version ")]
    assert len(named) == 20
    assert "and 10 more" in done.stdout
    told = json.loads(run("journal", "import", theirs, "--dry-run", "--json").stdout)
    assert len(told["preview"]["refused"]) == 30
    assert list(told["preview"]["refused"][0]) == ["where", "why"]
    assert told["whole"] is False


def test_a_file_made_by_hand_may_do_without_what_proves_it(run: Run, theirs: Path):
    def strip(data: dict[str, Any]) -> None:
        for name in ("sha256", "count", "device", "exported_at", "program"):
            del data[name]

    assert "The counts match" in run("journal", "import", edited(theirs, strip), "--yes").stdout


# -- what is refused altogether --------------------------------------------------------------


def is_refused(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize("way", ["import", "merge"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"my back hurts\n", "This is no whole export"),
        (b"", "This is no whole export"),
        (b"[" * 100_000, "This is no whole export"),
        (b"\xff\xfe\x00", "This is no whole export"),
        (b'{"format": "something else", "versions": []}', "no journal of Recovery Coach"),
        (b"[1, 2, 3]", "no journal of Recovery Coach"),
        (b'{"format": "%s", "version": 2}' % FORMAT.encode(), "a newer Recovery Coach"),
        (b'{"format": "%s", "version": 1}' % FORMAT.encode(), "no list of versions"),
    ],
    ids=["text", "empty", "deep", "bytes", "other JSON", "a list", "newer", "no versions"],
)
def test_a_file_that_is_something_else(
    start: Start, home: Path, tmp_path: Path, way: str, content: bytes, words: str
):
    file = tmp_path / "file.json"
    file.write_bytes(content)
    is_refused(start("journal", way, file, "--yes"), 1, words, str(file))
    assert not find_paths(home).data.exists()


def test_a_file_that_was_cut_short(start: Start, theirs: Path, home: Path):
    whole = theirs.read_bytes()
    theirs.write_bytes(whole[: len(whole) // 2])
    is_refused(start("journal", "import", theirs, "--yes"), 1, "cut short")
    assert not find_paths(home).data.exists()


def test_a_database_is_not_for_import(start: Start, their_journal: Path):
    done = start("journal", "import", their_journal, "--yes")
    is_refused(done, 2, "journal merge", "journal restore")


def test_the_database_of_another_program(start: Start, tmp_path: Path, home: Path):
    file = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE tracks (name TEXT)")
        connection.commit()
    is_refused(start("journal", "merge", file, "--yes"), 1, "no journal of Recovery Coach")
    assert not find_paths(home).data.exists()


def test_this_journal_itself(run: Run, journal: Journal, home: Path):
    journal.append(pain(3))
    done = run("journal", "merge", find_paths(home).journal, "--yes")
    assert done.exit_code == 2
    assert "this journal itself" in done.stderr


@pytest.mark.parametrize("way", ["import", "merge", "restore"])
def test_a_file_that_is_not_there(start: Start, tmp_path: Path, way: str):
    is_refused(start("journal", way, tmp_path / "none.json", "--yes"), 2, "there is no file")


@pytest.mark.parametrize("way", ["import", "merge"])
def test_a_folder(start: Start, tmp_path: Path, way: str):
    is_refused(start("journal", way, tmp_path, "--yes"), 1, "this is a folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(start: Start, tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    is_refused(start("journal", "import", tmp_path / "pipe"), 2, "no ordinary file")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(start: Start, theirs: Path):
    theirs.chmod(0)
    is_refused(start("journal", "import", theirs, "--yes"), 1, "cannot be read")
