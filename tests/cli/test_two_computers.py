"""Journey 9, its second half: one folder that is carried, the real program on both computers.

The window runs on the old one, the terminal on the new one; neither is told to do anything but what
a person does with it. The counts match in the end, and it says so.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_coach.app import App
from recovery_coach.journal import PainEntry
from tests.cli.conftest import clean_environment
from tests.e2e.home import wait_until

ENVIRONMENT = {**clean_environment(), "QT_QPA_PLATFORM": "offscreen"}


def begin(home: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "recovery_coach", "--basedir", str(home), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=ENVIRONMENT,
    )


def call(home: Path, *arguments: object) -> str:
    with begin(home, *arguments) as process:
        said, complained = process.communicate(timeout=60)
    assert process.returncode == 0, said + complained
    return said


def numbers(home: Path) -> list[int | None]:
    app = App(home)
    found = [entry.record.nrs for entry in app.journal.latest(PainEntry, 100)]
    app.close()
    return sorted(found, key=str)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "carried"
    made.mkdir()
    return made


@pytest.fixture
def old(tmp_path: Path, folder: Path) -> Path:
    home = tmp_path / "old"
    app = App(home)
    app.change_settings(welcome_seen=1, sync_folder=str(folder))
    app.close()
    return home


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new"


@pytest.fixture
def window(old: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    with begin(old) as process:
        wait_until(lambda: len(list(folder.glob("*.json"))) == 1, "the window's file")
        yield process
        process.kill()


def test_a_folder_that_is_carried(
    old: Path, new: Path, folder: Path, window: subprocess.Popen[str]
) -> None:
    call(new, "journal", "sync", "--folder", folder)
    call(new, "pain", 7)  # the window hears of it by the folder
    wait_until(lambda: numbers(old) == [7], "what the other computer wrote")
    call(old, "pain", 4)  # and of this by its journal
    wait_until(lambda: "match" in call(new, "journal", "sync"), "the window's file again")
    assert window.poll() is None

    said = [call(home, "journal", "sync") for home in (old, new)]

    assert all("the counts match, both hold the same" in one for one in said)
    (first, second) = (re.findall("^The journal holds: (.*)$", one, re.M) for one in said)
    assert first == second
    assert "2 pain entries" in first[0]
    assert numbers(old) == numbers(new) == [4, 7]


def test_two_at_the_same_moment_in_one_home_and_two_in_the_other(
    old: Path, new: Path, folder: Path
) -> None:
    call(new, "journal", "sync", "--folder", folder)
    started = [begin(home, "pain", n) for n in range(4) for home in (old, new)]
    for process in started:
        said, complained = process.communicate(timeout=60)
        assert process.returncode == 0, said + complained
        assert "Traceback" not in complained

    for home in (old, new, old):
        call(home, "journal", "sync")

    assert numbers(old) == numbers(new) == [0, 0, 1, 1, 2, 2, 3, 3]
    assert "the counts match" in call(new, "journal", "sync")
    assert not [path for path in folder.iterdir() if path.suffix != ".json"]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_one_killed_while_it_shares_costs_nothing(old: Path, new: Path, folder: Path) -> None:
    for number in range(3):
        call(old, "pain", number)
    for _ in range(3):
        with begin(old, "journal", "sync") as process:
            process.kill()
    call(new, "journal", "sync", "--folder", folder)
    call(old, "journal", "sync")
    call(new, "journal", "sync")
    assert numbers(old) == numbers(new) == [0, 1, 2]
