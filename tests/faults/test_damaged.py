"""A journal's file truncated, zeroed and with bits turned over, at a hundred places each.

Whatever is done to it: it opens and can be read, or it is called damaged and stays as it is. A
record that was not hit is never missing without a word.
"""

from __future__ import annotations

import contextlib
import itertools
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from recovery_coach.base.paths import find_paths
from recovery_coach.journal import Journal, JournalTrouble, PainEntry, SessionRecord, opening
from recovery_coach.journal.backups import Backups
from recovery_coach.journal.brought import BroughtError, read_brought
from recovery_coach.journal.records import KINDS
from recovery_coach.journal.restoring import restore
from tests.fakes import ManualClock
from tests.faults.program import run
from tests.journal.make import AT, hurt, one_set, pain, session

PLACES = 100
Spoil = Callable[[bytearray, random.Random], None]


def truncate(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content)) :]


def zero(content: bytearray, dice: random.Random) -> None:
    at, length = dice.randrange(len(content)), dice.choice((1, 16, 512, 4096, 20_000))
    content[at : at + length] = bytes(len(content[at : at + length]))


def flip(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def flip_many(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.choice((5, 50, 500))):
        flip(content, dice)


SPOILS = (truncate, zero, flip, flip_many)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some days of use: each kind of page, and records that were changed and deleted."""
    path = tmp_path_factory.mktemp("sound") / "journal.sqlite3"
    with Journal.open(path, ManualClock()) as journal:
        for number in range(12):
            begun = journal.append(session(f"routine_{number % 3}"))
            for segment in range(4):
                journal.append(one_set(begun.record_id, segment))
            journal.append(hurt(begun.record_id))
            entry = journal.append(pain(number % 11, note=f"note {number} " + "x" * 400))
            journal.revise(entry.record_id, pain(number % 11, note=f"changed {number}"))
            journal.delete(journal.append(pain(1)).record_id)
        journal.save_checkpoint("s", {"segment": 1})
    return path


def read_all(path: Path, thorough: bool = False) -> tuple[set[str], int]:
    """The versions that are shown, asked for in every way, and how many it says are damaged.

    May raise JournalTrouble.
    """
    with Journal.open(path, ManualClock(), patience=0) as journal:
        if thorough:
            journal.verify()
        seen: set[str] = set()
        for kind in KINDS.values():
            seen |= {entry.version_id for entry in journal.latest(kind, 999)}
        for begun in journal.latest(SessionRecord, 99):
            journal.sets_of(begun.record_id)
            journal.history(begun.record_id)
        journal.days([PainEntry], 99)
        journal.written_after(0, [PainEntry], 99)
        journal.when_it_hurt(AT, timedelta(days=30))
        journal.last_used()
        journal.latest_pain()
        journal.checkpoints()
        journal.first_day()
        journal.forks()
        return seen, journal.damaged


def spoiled(sound: Path, folder: Path, spoil: Spoil) -> Iterator[tuple[Path, bytes]]:
    """The same file, harmed at one place after another."""
    for place in range(PLACES):
        content = bytearray(sound.read_bytes())
        spoil(content, random.Random(place))
        path = folder / str(place) / "journal.sqlite3"
        path.parent.mkdir()
        path.write_bytes(content)
        yield path, bytes(content)


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_it_is_read_but_for_what_was_hit_or_refused_and_left_as_it_is(
    sound: Path, tmp_path: Path, spoil: Spoil
):
    everything, _ = read_all(sound)
    refused = 0
    for path, content in spoiled(sound, tmp_path, spoil):
        try:
            seen, told = read_all(path)
        except JournalTrouble as trouble:
            refused += trouble.reason in ("damaged", "newer")
            assert [found.name for found in path.parent.iterdir()] == [path.name]
            assert path.read_bytes() == content, path
        else:
            assert len(everything - seen) <= told, f"{path}: a loss that nobody is told of"
    assert refused > PLACES // 4


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_a_large_file_that_is_not_looked_through_at_once_is_no_crash_either(
    sound: Path, tmp_path: Path, spoil: Spoil, monkeypatch: pytest.MonkeyPatch
):
    everything, _ = read_all(sound)
    monkeypatch.setattr(opening, "WHOLE_CHECK_BYTES", 0)
    for path, _ in spoiled(sound, tmp_path, spoil):
        with contextlib.suppress(JournalTrouble):
            read_all(path)
        with contextlib.suppress(JournalTrouble):
            seen, told = read_all(path, thorough=True)
            assert len(everything - seen) <= told, f"{path}: a loss that the thorough look missed"


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_what_can_be_read_of_it_can_be_brought_in(sound: Path, tmp_path: Path, spoil: Spoil):
    original = {version.version_id for version in read_brought(sound).versions}
    with Journal.open(tmp_path / "new" / "journal.sqlite3", ManualClock()) as journal:
        for path, content in spoiled(sound, tmp_path, spoil):
            with contextlib.suppress(BroughtError):
                brought = read_brought(path)
                journal.preview(brought)
                missing = original - {version.version_id for version in brought.versions}
                assert not missing or brought.refused or not brought.whole, path
            assert path.read_bytes() == content


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_a_backup_brings_back_all_that_it_holds(sound: Path, tmp_path: Path, spoil: Spoil):
    clock = ManualClock()
    kept = Backups(sound, clock).make("hand")
    everything, _ = read_all(kept.path)
    for path, content in itertools.islice(spoiled(sound, tmp_path, spoil), 0, None, 5):
        done = restore(path, kept.path, clock, Backups(path, clock))
        assert read_all(path) == (everything, 0)
        assert (done.aside is None) != (done.before is None)
        if done.aside is not None:
            assert done.aside.read_bytes() == content


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_the_terminal_says_it_without_a_traceback(sound: Path, tmp_path: Path, spoil: Spoil):
    for number, (path, _) in enumerate(spoiled(sound, tmp_path, spoil)):
        if number % 25 == 0:
            home = tmp_path / f"home{number}"
            find_paths(home).journal.parent.mkdir(parents=True)
            shutil.copy(path, find_paths(home).journal)
            for line in (["sessions"], ["pain", "3"]):
                done = run(home, *line)
                assert (done.code == 1) == ("damaged" in done.err or "newer" in done.err), done
                assert done.code in (0, 1), done
                assert "Traceback" not in done.err
            for line in (["list"], ["export", tmp_path / "out.json", "--yes"], ["check"]):
                done = run(home, "journal", *line)
                assert done.code in (0, 1), done
                assert "Traceback" not in done.out + done.err
