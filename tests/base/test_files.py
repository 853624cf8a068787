"""A reader sees the old content or the new one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recovery_coach.base.files import make_private_folder, write_atomically

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


@posix_only
def test_it_makes_the_folder_closed_to_others(tmp_path: Path):
    write_atomically(tmp_path / "b" / "c" / "a", b"new")
    assert mode(tmp_path / "b" / "c") == 0o700


@posix_only
def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path):
    (tmp_path / "b").mkdir(mode=0o750)
    make_private_folder(tmp_path / "b")
    assert mode(tmp_path / "b") == 0o750


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
