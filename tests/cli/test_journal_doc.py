"""The page on the journal's format says what is so, and its programs run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from recovery_coach.cli.journal_doc import with_tables
from recovery_coach.coach.spreadsheet import ENTRIES, MARKS, REGIONS, SESSIONS
from recovery_coach.journal import Journal
from recovery_coach.journal.exchange import export_bytes
from recovery_coach.journal.migrations import APPLICATION_ID
from tests.fakes import ManualClock
from tests.journal.make import pain, session

PAGE = Path(__file__).resolve().parents[2] / "docs" / "journal-format.md"
TEXT = PAGE.read_text(encoding="utf-8")
PROGRAMS = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)


def test_its_tables_are_the_generated_ones():
    assert with_tables(TEXT) == TEXT, (
        "run: python -m recovery_coach.cli.journal_doc docs/journal-format.md"
    )


@pytest.mark.parametrize(
    ("name", "columns"),
    [("entries", ENTRIES), ("regions", REGIONS), ("sessions", SESSIONS), ("marks", MARKS)],
)
def test_every_column_of_a_spreadsheet_is_there_in_its_order(name: str, columns: tuple[str, ...]):
    _, _, rest = TEXT.partition(f"\n`{name}`: a row for each")
    table = rest.split("\n\n")[1]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE)) == columns


def test_the_number_in_the_header_is_there():
    assert f"`0x{APPLICATION_ID:X}`" in TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a journal and its export, and nothing else."""
    path = tmp_path / "data" / "journal.sqlite3"
    with Journal.open(path, ManualClock()) as journal:
        first = journal.append(pain(4, note="Rücken"))
        journal.revise(first.record_id, pain(5, note="Rücken müde"))
        journal.delete(journal.append(pain(9)).record_id)
        journal.append(session())
        (tmp_path / "journal.json").write_bytes(export_bytes(journal))
    shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize("program", PROGRAMS, ids=["sqlite", "json"])
def test_its_programs_read_a_journal_with_nothing_but_python(program: str, folder: Path):
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", program],
        cwd=folder,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == ("2026-05-04 5 Rücken müde\n", "")
