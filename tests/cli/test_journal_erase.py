"""``journal erase``: what goes is named, what cannot be reached is said, and then it is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.base.lock import ProcessLock
from recovery_coach.base.paths import Paths, find_paths
from tests.cli.conftest import Run, Start, journal_at
from tests.journal.make import pain


@pytest.fixture
def paths(run: Run, home: Path) -> Paths:
    """A journal with a backup, settings and a routine of the person's own."""
    with journal_at(home) as journal:
        journal.append(pain(3))
    run("journal", "backup")
    App(home).change_settings(own_advice="0123")
    found = find_paths(home)
    own = found.library / "routines" / "mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text("")
    return found


def kept(paths: Paths) -> list[Path]:
    """The files with something of the person in them."""
    return [*paths.data.rglob("*.sqlite3*"), *paths.config.rglob("*.toml")]


def test_everything_is_named_and_goes(run: Run, paths: Paths, home: Path):
    before = kept(paths)
    assert len(before) >= 3
    done = run("journal", "erase", "--yes")
    assert done.exit_code == 0, done.output
    said = done.stdout.replace("\n", "")
    for path in before:
        assert str(path) in said
    assert "1 version, 1 pain entry" in said
    assert "saved elsewhere" in said
    assert "Erased." in said
    assert kept(paths) == []
    assert (paths.library / "routines" / "mine.toml").exists()


def test_where_nobody_can_type_nothing_goes(run: Run, paths: Paths):
    before = kept(paths)
    done = run("journal", "erase", stdin="erase\n")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert kept(paths) == before


def test_as_json(run: Run, paths: Paths):
    asked = run("journal", "erase", "--json")
    assert asked.exit_code == 2
    told = json.loads(asked.stdout)
    assert list(told) == ["done", "files", "stays", "counts"]
    assert told["done"] is False
    assert told["stays"] == [str(paths.library)]
    assert told["counts"]["versions"] == 1
    assert str(paths.journal) in told["files"]
    assert json.loads(run("journal", "erase", "--yes", "--json").stdout)["done"] is True
    assert kept(paths) == []


def test_a_damaged_journal_can_be_erased(run: Run, paths: Paths):
    paths.journal.write_bytes(b"no database any more " * 300)
    assert run("journal", "erase", "--yes").exit_code == 0
    assert kept(paths) == []


def test_not_while_a_session_is_under_way(start: Start, paths: Paths):
    lock = ProcessLock(paths.data / "sessions" / "abc.lock")
    assert lock.acquire()
    try:
        done = start("journal", "erase", "--yes")
    finally:
        lock.release()
    assert done.returncode == 1
    assert "A session is under way" in done.stderr
    assert paths.journal.exists()
    assert start("journal", "erase", "--yes").returncode == 0


def test_not_while_another_program_has_it_open(start: Start, paths: Paths, home: Path):
    before = kept(paths)
    with journal_at(home):
        done = start("journal", "erase", "--yes")
    assert done.returncode == 1
    assert "in use by another program" in done.stderr
    assert {path for path in before if path.exists()} == set(before)


def test_where_there_is_nothing(run: Run, home: Path):
    done = run("journal", "erase", "--yes")
    assert done.exit_code == 0
    assert "nothing to erase" in done.stdout
    assert not find_paths(home).data.exists()
    assert json.loads(run("journal", "erase", "--json").stdout)["files"] == []
