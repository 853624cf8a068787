"""A reader sees the old content or the new one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_coach.base.files import (
    close_folders,
    make_private_file,
    make_private_folder,
    open_private,
    write_atomically,
)

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_it_writes_exactly_the_bytes(tmp_path: Path):
    write_atomically(tmp_path / "a", b"one\r\n\x00")
    assert (tmp_path / "a").read_bytes() == b"one\r\n\x00"


def test_it_replaces_what_was_there(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"a long old content")
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


@posix_only
def test_only_the_owner_may_read_it_even_where_others_could_before(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o644)
    write_atomically(tmp_path / "a", b"new")
    assert mode(tmp_path / "a") == 0o600


@pytest.fixture(params=[0, 0o022, 0o077, 0o277, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever somebody's shell has set."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@posix_only
@pytest.mark.usefixtures("umask")
class TestModes:
    def test_every_folder_it_makes_is_closed_to_others(self, tmp_path: Path):
        write_atomically(tmp_path / "b" / "c" / "a", b"new")
        assert mode(tmp_path / "b") == mode(tmp_path / "b" / "c") == 0o700
        assert mode(tmp_path / "b" / "c" / "a") == 0o600

    def test_a_folder_that_is_there_keeps_its_mode(self, tmp_path: Path):
        (tmp_path / "b").mkdir()
        (tmp_path / "b").chmod(0o755)
        make_private_folder(tmp_path / "b" / "c")
        make_private_folder(tmp_path / "b")
        assert mode(tmp_path / "b") == 0o755
        assert mode(tmp_path / "b" / "c") == 0o700

    def test_an_empty_file_is_its_owners_alone(self, tmp_path: Path):
        make_private_file(tmp_path / "a")
        assert mode(tmp_path / "a") == 0o600
        with pytest.raises(FileExistsError):
            make_private_file(tmp_path / "a")

    def test_a_file_opened_to_be_added_to_is_private_where_it_is_new(self, tmp_path: Path):
        for _ in range(2):
            with open(tmp_path / "log", "a", encoding="utf-8", opener=open_private) as file:
                file.write("x")
        assert mode(tmp_path / "log") == 0o600
        assert (tmp_path / "log").read_text() == "xx"

    def test_a_file_that_is_there_keeps_its_mode_when_it_is_opened(self, tmp_path: Path):
        (tmp_path / "a").touch()
        (tmp_path / "a").chmod(0o644)
        os.close(open_private(tmp_path / "a", os.O_WRONLY | os.O_CREAT))
        assert mode(tmp_path / "a") == 0o644


@posix_only
@pytest.mark.parametrize(
    ("before", "after"), [(0o777, 0o700), (0o755, 0o700), (0o700, 0o700), (0o500, 0o500)]
)
def test_folders_of_our_own_are_closed(tmp_path: Path, before: int, after: int):
    (tmp_path / "b").mkdir()
    (tmp_path / "b").chmod(before)
    close_folders([tmp_path / "not there", tmp_path / "b"])
    assert mode(tmp_path / "b") == after


def test_a_link_to_nowhere_in_place_of_the_folder_is_an_error(tmp_path: Path):
    (tmp_path / "b").symlink_to(tmp_path / "nowhere")
    with pytest.raises(OSError, match="b"):
        make_private_folder(tmp_path / "b")


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("reason", [OSError("disk full"), KeyboardInterrupt()])
def test_interrupted_it_leaves_the_old_content_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, reason: BaseException
):
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_: object) -> None:
        raise reason

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(type(reason)):
        write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_folder_in_the_way_is_an_error_and_stays(tmp_path: Path):
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        write_atomically(tmp_path / "a", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match="a"):
        write_atomically(tmp_path / "a" / "b", b"new")


@posix_only
def test_a_disk_that_knows_no_modes_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Such as a memory stick that belongs to the system."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", refuse)
    write_atomically(tmp_path / "b" / "a", b"new")
    make_private_file(tmp_path / "b" / "c")
    close_folders([tmp_path / "b"])
    assert (tmp_path / "b" / "a").read_bytes() == b"new"
