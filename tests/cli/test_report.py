"""``report``: the file it writes, its JSON, and what it says of a wrong wish."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Journal, PainEntry
from tests.cli.conftest import Run, Start
from tests.ui.printed import text_of


def fill(journal: Journal) -> None:
    now = SystemClock().now()
    for days in range(10):
        at = now - timedelta(days=days)
        journal.append(PainEntry(nrs=days % 4, at=at, source="today", note=f"Note {days}."))


def test_it_is_written_for_its_owner_alone_and_needs_no_display(
    start: Start, journal: Journal, tmp_path: Path
):
    fill(journal)
    done = start("report", tmp_path / "a.pdf", "--paper", "letter", "--name", "Ada Lovelace")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Written: {tmp_path / 'a.pdf'} (1 page)\n"
    content = (tmp_path / "a.pdf").read_bytes()
    assert b"/MediaBox [0 0 612" in content
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600
    text = text_of(content)
    assert "Ada Lovelace" in text
    assert "10 of 10 days have a number." in text


def test_notes_in_full_have_pages_of_their_own(run: Run, journal: Journal, tmp_path: Path):
    fill(journal)
    done = run("report", tmp_path / "a.pdf", "--notes")
    assert done.output == f"Written: {tmp_path / 'a.pdf'} (2 pages)\n"
    assert "All notes" in text_of((tmp_path / "a.pdf").read_bytes(), first=2)


def test_without_a_journal_it_says_so_and_makes_none(run: Run, home: Path, tmp_path: Path):
    done = run("report", tmp_path / "a.pdf")
    assert done.exit_code == 0, done.output
    assert "None of 42 days has a number." in text_of((tmp_path / "a.pdf").read_bytes())
    assert not find_paths(home).journal.exists()


def test_json_says_the_same_without_a_file(run: Run, journal: Journal):
    fill(journal)
    today = SystemClock().now().date()
    first = today - timedelta(days=4)
    done = run("report", "--json", "--from", first, "--sections", "pain,words")
    made = json.loads(done.output)
    assert (made["first"], made["last"]) == (first.isoformat(), today.isoformat())
    assert [part["id"] for part in made["parts"]] == ["pain"]
    assert [number["value"] for number in made["numbers"]] == ["0", "1", "3"]
    assert {quote["text"] for quote in made["quotes"]} == {f"Note {n}." for n in range(5)}
    assert made["regions"] is None
    assert made["notes"] is None


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "give the PDF to write"),
        (["a.png"], "ends in .pdf"),
        (["--json", "--from", "yesterday"], "yesterday is not a day"),
        (["--json", "--from", "2026-03-03", "--to", "2026-03-01"], "the first before the last"),
        (["--json", "--to", "2999-01-01"], "days from the past"),
        (["--json", "--sections", "pain,moon"], "moon is no part of a report"),
        (["--json", "--sections", ","], "give some of pain, body"),
    ],
)
def test_what_cannot_be_meant_is_said(run: Run, options: list[str], words: str):
    done = run("report", *options)
    assert done.exit_code == 2
    assert words in " ".join(done.output.split())


def test_it_is_not_written_over_the_journal(run: Run, home: Path, journal: Journal):
    done = run("report", find_paths(home).data / "a.pdf")
    assert done.exit_code == 2
    assert "give another folder" in " ".join(done.output.split())
