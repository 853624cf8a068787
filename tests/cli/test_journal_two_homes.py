"""A new laptop, and a desk with two: the journal on both, with the real program.

The old one exports and the new one imports, or each merges the file of the other. At the end both
hold the same, and it says so.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import clean_environment, journal_at
from tests.journal.make import one_set, pain, session

Computer = Callable[..., str]
"""Runs one command there; what it said."""


def computer(home: Path, code: int = 0) -> Computer:
    def call(*arguments: object, code: int = code) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "recovery_coach", "--basedir", home, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            env=clean_environment(),
            timeout=100,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout

    return call


@pytest.fixture
def old(tmp_path: Path) -> Computer:
    """A computer with a year's worth of habits: entries, a session, a correction, a deletion."""
    with journal_at(tmp_path / "old") as journal:
        wrong = journal.append(pain(7))
        journal.revise(wrong.record_id, pain(2, note="it was a two"))
        journal.delete(journal.append(pain(9)).record_id)
        trained = journal.append(session(state="finished"))
        for number in range(3):
            journal.append(one_set(trained.record_id, number))
    return computer(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Computer:
    return computer(tmp_path / "new")


def holds(said: str) -> str:
    """The line that two computers are compared by."""
    (line,) = re.findall(r"^The journal holds: (.*)$", said, re.MULTILINE)
    return line


def listed(one: Computer, *options: str) -> Any:
    return json.loads(one("journal", "list", "--kind", "pain", "--json", *options))


def test_a_new_laptop(old: Computer, new: Computer, tmp_path: Path):
    file = tmp_path / "journal.json"
    exported = old("journal", "export", file)
    assert "Written:" in exported
    assert "it holds everything" in exported
    imported = new("journal", "import", file, "--yes")
    assert "The counts match" in imported
    assert holds(imported) == holds(exported)
    assert "1 pain entry, 1 session" in holds(imported)
    assert listed(new) == listed(old)
    assert listed(new, "--deleted") == listed(old, "--deleted") != []


def test_what_was_changed_there_can_be_taken_back_here(
    old: Computer, new: Computer, tmp_path: Path
):
    """The history comes along, not only what is shown."""
    file = tmp_path / "journal.json"
    old("journal", "export", file)
    new("journal", "import", file, "--yes")
    (entry,) = listed(new)
    new("journal", "undo", entry["id"][:10])
    (before,) = listed(new)
    assert (entry["fields"]["nrs"], before["fields"]["nrs"]) == (2, 7)


@pytest.mark.parametrize("ending", ["json", "sqlite3"])
def test_both_write_and_both_merge(old: Computer, new: Computer, tmp_path: Path, ending: str):
    first, second = tmp_path / f"old.{ending}", tmp_path / f"new.{ending}"
    new("pain", 1)
    for one, file in ((old, first), (new, second)):
        one("journal", *(["export"] if ending == "json" else ["backup"]), file)
    here = new("journal", "merge", first, "--yes")
    assert "This journal holds 1 version that the file has not" in here
    there = old("journal", "merge", second, "--yes")
    assert holds(here) == holds(there)
    assert listed(new) == listed(old)


def test_merging_again_changes_nothing(old: Computer, new: Computer, tmp_path: Path):
    file = tmp_path / "journal.json"
    old("journal", "export", file)
    first = new("journal", "merge", file, "--yes")
    again = new("journal", "merge", file)  # nothing to ask about
    assert "nothing to take in" in again
    assert holds(again) == holds(first)
    assert "The counts match" in again


def test_changed_on_both_at_once_is_to_be_chosen_on_one(
    old: Computer, new: Computer, tmp_path: Path
):
    file = tmp_path / "journal.json"
    old("journal", "export", file)
    new("journal", "import", file, "--yes")
    (entry,) = listed(old)
    for name, number in (("old", 5), ("new", 6)):
        with journal_at(tmp_path / name) as journal:
            journal.revise(entry["id"], pain(number))
    new("journal", "export", file, "--yes")
    merged = old("journal", "merge", file, "--yes")
    assert "changed here and there" in merged
    (fork,) = json.loads(old("journal", "forks", "--json"))
    assert fork["id"] == entry["id"]
    numbers = {one["fields"]["nrs"]: one["version"] for one in (fork["shown"], *fork["others"])}
    assert set(numbers) == {5, 6}
    other = fork["others"][0]
    chosen = old("journal", "forks", entry["id"][:8], other["version"][:8])
    assert "Chosen" in chosen
    assert [one["fields"]["nrs"] for one in listed(old)] == [other["fields"]["nrs"]]
    assert "nothing to choose" in old("journal", "forks")
    old("journal", "export", file, "--yes")
    assert "The counts match" in new("journal", "merge", file, "--yes")
    assert "nothing to choose" in new("journal", "forks")
    assert listed(new) == listed(old)
