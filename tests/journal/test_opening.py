"""Opening: private from the first byte, and what cannot be used is refused untouched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from recovery_coach.journal import Journal, JournalTrouble, PainEntry, opening
from recovery_coach.journal.migrations import SCHEMA
from tests.fakes import ManualClock
from tests.journal.make import AT, child, pain

NOBODY = 65534
posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def files(folder: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in folder.iterdir() if found.is_file()}


def make(path: Path, entries: int = 30) -> None:
    with Journal.open(path, ManualClock()) as journal:
        for number in range(entries):
            journal.append(pain(number % 11, note="x" * 200))


def refused(path: Path) -> JournalTrouble:
    with pytest.raises(JournalTrouble) as caught:
        Journal.open(path, ManualClock(), patience=0).close()
    return caught.value


class TestPrivacy:
    @posix
    @pytest.mark.parametrize("umask", [0, 0o022, 0o077])
    def test_only_the_owner_can_read_it_whatever_the_umask(self, path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            with Journal.open(path, ManualClock()) as journal:
                journal.append(pain(4))
                beside = {found.name: mode(found) for found in path.parent.iterdir()}
        finally:
            os.umask(before)

        names = ("journal.sqlite3", "journal.sqlite3-shm", "journal.sqlite3-wal")
        assert beside == dict.fromkeys(names, 0o600)
        assert mode(path.parent) == 0o700

    @posix
    def test_a_file_put_back_from_a_stick_is_closed_to_others(self, path: Path) -> None:
        make(path)
        path.chmod(0o644)

        with Journal.open(path, ManualClock()) as journal:
            journal.append(pain(4))
            assert {mode(found) for found in path.parent.iterdir()} == {0o600}

    def test_nothing_is_left_beside_a_closed_journal(self, path: Path) -> None:
        make(path)

        assert list(files(path.parent)) == ["journal.sqlite3"]


class TestSettings:
    def test_every_write_is_forced_to_the_disk(self, journal: Journal) -> None:
        ask = journal._connection.execute

        assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
        assert ask("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert ask("PRAGMA foreign_keys").fetchone() == (1,)
        assert ask("PRAGMA busy_timeout").fetchone() == (5000,)

    def test_a_new_file_names_its_device_and_when_it_was_made(self, journal: Journal) -> None:
        meta = dict(journal._connection.execute("SELECT key, value FROM meta"))

        assert set(meta) == {"device", "created_at"}
        assert len(meta["device"]) == 32
        assert meta["created_at"] == "2026-03-04T06:30:00.000000+00:00"

    @pytest.mark.parametrize("name", ["a ? b#c %41.sqlite3", "tagebuch ü.sqlite3"])
    def test_a_name_may_hold_what_means_something_in_a_uri(self, tmp_path: Path, name: str) -> None:
        make(tmp_path / name)
        make(tmp_path / name)

        assert list(files(tmp_path)) == [name]

    def test_two_may_make_the_file_at_the_same_moment(self, path: Path) -> None:
        path.parent.mkdir()
        path.touch()  # the other has made it, and come no further

        make(path, 1)

        with Journal.open(path, ManualClock()) as journal:
            assert len(journal.latest(PainEntry, 9)) == 1


class TestNewer:
    def test_a_newer_file_is_refused_and_not_touched(self, path: Path) -> None:
        make(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        before = files(path.parent)

        assert refused(path).reason == "newer"
        assert files(path.parent) == before

    def test_also_where_only_the_log_beside_it_tells(self, path: Path, tmp_path: Path) -> None:
        make(path)
        copy = tmp_path / "copy" / path.name
        copy.parent.mkdir()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
            for name in (path.name, f"{path.name}-wal"):
                shutil.copy(path.parent / name, copy.parent / name)
        before = files(copy.parent)

        assert refused(copy).reason == "newer"
        after = files(copy.parent)
        assert {name: after[name] for name in before} == before

    @pytest.fixture
    def overtaken(self, path: Path) -> Iterator[Journal]:
        """A journal of one entry, open here while a newer program opens it, too."""
        make(path, 1)
        with Journal.open(path, ManualClock()) as journal:
            assert not journal.changed_elsewhere()
            with closing(sqlite3.connect(path)) as newer, newer:
                newer.execute("ALTER TABLE number RENAME TO measure")
                newer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
            yield journal

    def test_nothing_is_written_under_a_newer_program(self, overtaken: Journal) -> None:
        with pytest.raises(JournalTrouble) as trouble:
            overtaken.append(pain(6, at=AT))

        assert trouble.value.reason == "newer"
        with closing(sqlite3.connect(overtaken.path)) as connection:
            assert connection.execute("SELECT count(*) FROM version").fetchone() == (1,)

    def test_the_next_look_tells_of_it(self, overtaken: Journal) -> None:
        with pytest.raises(JournalTrouble, match="newer"):
            overtaken.changed_elsewhere()

    def test_a_table_that_is_another_one_now_is_no_damage(self, overtaken: Journal) -> None:
        with pytest.raises(JournalTrouble, match="newer"):
            overtaken.sums.by_day("pain", AT.date(), AT.date())


class TestDamage:
    @pytest.mark.parametrize("content", [b"x", b"Dear diary,\n" * 1000, bytes(8192)])
    def test_what_is_no_database_is_refused_and_not_touched(
        self, path: Path, content: bytes
    ) -> None:
        path.parent.mkdir()
        path.write_bytes(content)

        assert refused(path).reason == "damaged"
        assert files(path.parent) == {path.name: content}

    def test_the_database_of_another_program_is_refused_and_not_touched(self, path: Path) -> None:
        path.parent.mkdir()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE bookmark (url TEXT)")
        before = files(path.parent)

        trouble = refused(path)

        assert trouble.reason == "damaged"
        assert "another program" in trouble.detail
        assert files(path.parent) == before

    @pytest.mark.parametrize("kept", [1, 50, 100, 2000, 4096, 20_000, -4096])
    def test_a_truncated_file_is_refused(self, path: Path, kept: int) -> None:
        make(path)
        whole = path.read_bytes()
        path.write_bytes(whole[:kept])

        assert refused(path).reason == "damaged"
        assert path.read_bytes() == whole[:kept]

    def test_a_file_emptied_beside_its_log_is_not_taken_for_a_new_one(self, path: Path) -> None:
        with Journal.open(path, ManualClock()) as journal:
            journal.append(pain(4))
            log = (path.parent / f"{path.name}-wal").read_bytes()
        path.write_bytes(b"")
        (path.parent / f"{path.name}-wal").write_bytes(log)

        assert refused(path).reason == "damaged"
        assert files(path.parent) == {path.name: b"", f"{path.name}-wal": log}

    def test_a_spoiled_page_of_a_small_file_is_found_at_opening(self, path: Path) -> None:
        make(path)
        spoil_pages(path)

        assert refused(path).reason == "damaged"

    def test_a_spoiled_page_of_a_large_file_is_found_when_it_is_read(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make(path)
        spoil_pages(path)
        monkeypatch.setattr(opening, "WHOLE_CHECK_BYTES", 0)

        with Journal.open(path, ManualClock()) as journal:
            with pytest.raises(JournalTrouble) as caught:
                journal.latest(PainEntry, 99)
            assert caught.value.reason == "damaged"
            with pytest.raises(JournalTrouble) as caught:
                journal.verify()
            assert caught.value.reason == "damaged"

    def test_a_sound_file_is_found_sound(self, journal: Journal) -> None:
        journal.append(pain(4))
        journal.verify()


def spoil_pages(path: Path) -> None:
    """Overwrite every page that holds a note, as a bad disk would."""
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        if b"x" * 200 in content[start : start + 4096]:
            content[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(content)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may do everything, so for the length of a test it is nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@posix
class TestPermissions:
    @pytest.fixture
    def own(self) -> Iterator[Path]:
        """A journal that belongs to who is to open it (pytest's own folders are root's)."""
        folder = Path(tempfile.mkdtemp())
        make(folder / "journal.sqlite3")
        if os.geteuid() == 0:
            for place in (folder, folder / "journal.sqlite3"):
                os.chown(place, NOBODY, NOBODY)
        yield folder / "journal.sqlite3"
        folder.chmod(0o700)
        shutil.rmtree(folder)

    @pytest.mark.parametrize(
        ("file_mode", "folder_mode", "reason"),
        [
            (0o400, 0o700, "read_only"),
            (0o600, 0o500, "read_only"),
            (0o400, 0o500, "read_only"),
            (0o000, 0o700, "unreadable"),
            (0o600, 0o000, "unreadable"),
        ],
    )
    def test_what_may_not_be_used_is_refused_and_not_touched(
        self, own: Path, file_mode: int, folder_mode: int, reason: str
    ) -> None:
        before = own.read_bytes()
        own.chmod(file_mode)
        own.parent.chmod(folder_mode)

        with unprivileged():
            assert refused(own).reason == reason

        own.parent.chmod(0o700)
        assert mode(own) == file_mode
        own.chmod(0o600)
        assert files(own.parent) == {own.name: before}

    def test_the_same_file_opens_when_it_may_be_used(self, own: Path) -> None:
        with unprivileged(), Journal.open(own, ManualClock()) as journal:
            journal.append(pain(4))

    def test_a_folder_that_cannot_be_made_is_trouble(self, own: Path) -> None:
        own.parent.chmod(0o500)
        with unprivileged():
            assert refused(own.parent / "deeper" / "journal.sqlite3").reason == "unreadable"

    def test_a_folder_in_its_place_is_trouble(self, path: Path) -> None:
        path.mkdir(parents=True)

        assert refused(path).reason == "unreadable"


class TestLocked:
    def test_a_file_another_process_has_seized_cannot_be_opened(self, path: Path) -> None:
        make(path)
        with child("seize", str(path)) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            assert refused(path).reason == "locked"
            other.communicate("let go\n")

        make(path, 1)

    def test_a_writing_process_hinders_neither_opening_nor_reading(self, path: Path) -> None:
        make(path)
        with child("lock", str(path)) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            with Journal.open(path, ManualClock(), patience=0) as journal:
                assert journal.latest_pain() is not None
            other.communicate("let go\n")
