"""``demo-journal``: what it says, and what it refuses."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from recovery_coach.base.clock import SystemClock
from recovery_coach.base.paths import find_paths
from tests.cli.conftest import Run


def test_it_says_what_it_wrote(run: Run, home: Path):
    done = run("demo-journal", "--years", 1, "--per-day", 1, "--until", "2026-03-03")
    assert done.exit_code == 0
    assert str(find_paths(home).journal) in done.output
    assert "from 2025-03-04 to 2026-03-03" in done.output
    assert run("sessions").output.count("finished") > 10


def test_as_json(run: Run, home: Path):
    done = run("demo-journal", "--years", 1, "--per-day", 1, "--json")
    told = json.loads(done.output)
    assert told["journal"] == str(find_paths(home).journal)
    assert told["last"] == f"{SystemClock().now().date() - timedelta(days=1)}"
    assert told["records"]["pain"] > 300
    listed = json.loads(run("sessions", "--limit", 100_000, "--json").output)
    assert len(listed) == told["records"]["session"]


def test_a_journal_with_something_in_it_is_refused(run: Run, home: Path):
    run("pain", 3)
    before = find_paths(home).journal.read_bytes()
    done = run("demo-journal", "--years", 1)
    assert done.exit_code == 1
    assert str(find_paths(home).journal) in done.output
    assert "--basedir" in done.output
    assert find_paths(home).journal.read_bytes() == before


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", "", "9999-12-31", "0001-01-01"])
def test_another_day_is_refused(run: Run, home: Path, day: str):
    assert run("demo-journal", "--until", day).exit_code == 2
    assert not find_paths(home).journal.exists()


@pytest.mark.parametrize("option", [("--years", 0), ("--per-day", 0), ("--seed", -1)])
def test_another_number_is_refused(run: Run, option: tuple[str, int]):
    assert run("demo-journal", *option).exit_code == 2
