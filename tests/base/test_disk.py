"""A file where the person wants it, or why not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from recovery_coach.base.disk import why_not, write_there


def test_it_takes_the_place_of_what_was_there(tmp_path: Path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    write_there(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path):
    with pytest.raises(FileNotFoundError) as caught:
        write_there(tmp_path / "no" / "a.pdf", b"new")
    assert why_not(caught.value) == "there is no such folder"
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_file(tmp_path: Path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(IsADirectoryError) as caught:
        write_there(tmp_path / "a.pdf", b"new")
    assert why_not(caught.value) == "this is a folder"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "this folder cannot be written to"),
        (errno.EROFS, "this folder cannot be written to"),
        (errno.ENAMETOOLONG, "the name is too long"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_what_the_system_says_is_told_in_plain_words(code: int, words: str):
    assert why_not(OSError(code, os.strerror(code))) == words
