"""What the commands of the journal ask a person who sits there, and what each answer does."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_paths
from recovery_coach.journal.exchange import export_bytes
from tests.cli.conftest import Run, journal_at
from tests.cli.screen import Screen, screen
from tests.journal.make import pain


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    with journal_at(tmp_path / "theirs") as other:
        other.append(pain(4))
        (tmp_path / "theirs.json").write_bytes(export_bytes(other))
    return tmp_path / "theirs.json"


def at_terminal(home: Path, *arguments: object) -> AbstractContextManager[Screen]:
    program = [sys.executable, "-m", "recovery_coach", "--basedir", str(home)]
    return screen([*program, *map(str, arguments)])


def versions(home: Path) -> int:
    with journal_at(home) as journal:
        return journal.count().versions


@pytest.mark.parametrize(("answer", "code", "expected"), [("y\n", 0, 1), ("n\n", 1, 0)])
def test_an_import_is_asked_about(home: Path, theirs: Path, answer: str, code: int, expected: int):
    with at_terminal(home, "journal", "import", theirs) as shown:
        before = shown.expect("Take it in?")
        assert "New: 1 pain entry" in before
        assert not find_paths(home).data.exists()
        shown.press(answer)
        assert shown.end() == code
        assert ("Nothing was done." in shown.text) is (code == 1)
    assert find_paths(home).journal.exists() is (expected == 1)
    assert versions(home) == expected


def test_the_end_of_the_input_is_no_consent(home: Path, theirs: Path):
    with at_terminal(home, "journal", "import", theirs) as shown:
        shown.expect("Take it in?")
        shown.press("\x04")
        assert shown.end() == 1
    assert not find_paths(home).journal.exists()


def test_an_export_over_a_file_is_asked_about(home: Path, theirs: Path):
    with journal_at(home) as journal:
        journal.append(pain(3))
    before = theirs.read_bytes()
    with at_terminal(home, "journal", "export", theirs) as shown:
        assert str(theirs) in shown.expect("Replace it?").replace("\n", "")
        shown.press("n\n")
        assert shown.end() == 1
    assert theirs.read_bytes() == before


def test_a_restore_is_asked_about(home: Path, run: Run):
    with journal_at(home) as journal:
        journal.append(pain(3))
    run("journal", "backup")
    with journal_at(home) as journal:
        journal.append(pain(4))
    with at_terminal(home, "journal", "restore") as shown:
        assert "Would go: 1 pain entry" in shown.expect("in the place of the journal?")
        shown.press("y\n")
        assert shown.end() == 0
        assert "What stood there before is kept" in shown.text
    assert versions(home) == 1


@pytest.mark.parametrize(
    ("typed", "code"), [("erase\n", 0), ("Erase\n", 0), ("yes\n", 1), ("\n", 1)]
)
def test_to_erase_a_word_is_typed(home: Path, typed: str, code: int):
    with journal_at(home) as journal:
        journal.append(pain(3))
    with at_terminal(home, "journal", "erase") as shown:
        shown.expect("to erase all of it:")
        shown.press(typed + "\n")
        assert shown.end() == code
    assert find_paths(home).journal.exists() is (code == 1)
