"""A disk of the test's own: so small that it is full where the test says, or suddenly read-only.

It is a tmpfs in a mount namespace which only the test's process sees and which ends with it. Root
may make one, and elsewhere whoever may have a user namespace, as ``unshare --map-root-user`` does.
"""

from __future__ import annotations

import ctypes
import importlib
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.faults import program

PAGE = os.sysconf("SC_PAGESIZE") if hasattr(os, "sysconf") else 4096
ROOMY = 4000
"""Pages that are enough for anything here."""

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_READ_ONLY, _REMOUNT, _PRIVATE_BELOW = 1, 32, 0x40000 | 0x4000


class Disk:
    """The small disk, mounted at ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self._mount(0, ROOMY)

    def leave(self, pages: int) -> None:
        """Have room for just so many pages more, and no byte beyond."""
        found = os.statvfs(self.folder)
        self._mount(_REMOUNT, found.f_blocks - found.f_bfree + pages)

    def make_roomy(self) -> None:
        """Somebody has tidied up."""
        self._mount(_REMOUNT, ROOMY)

    def protect(self, protected: bool = True) -> None:
        """Make all of it read-only, as the system does with a disk that fails; or writable."""
        self._mount(_REMOUNT | (_READ_ONLY if protected else 0), ROOMY)

    def _mount(self, flags: int, pages: int) -> None:
        options = f"size={max(1, pages) * PAGE},mode=0700"  # a size of 0 would mean no limit
        _call("mount", b"tmpfs", os.fsencode(self.folder), b"tmpfs", flags, options.encode())


def on_a_small_disk(test: Callable[[Disk, Path], None]) -> Callable[[Path], None]:
    """A test that gets such a disk, and a folder that is not on it."""

    def outside(tmp_path: Path) -> None:
        ours, its = multiprocessing.Pipe(duplex=False)
        process = program.fork(_inside, test.__module__, test.__name__, tmp_path, its)
        its.close()
        try:
            done, told = ours.recv()
        except EOFError:
            done, told = "died", f"{test.__name__} ended without a word"
        process.join(program.PATIENCE)
        if done == "not here":
            pytest.skip(f"no mount namespace may be made here: {told}")
        if done != "passed":
            pytest.fail(told, pytrace=False)

    outside.__name__, outside.__doc__ = test.__name__, test.__doc__
    outside.inside = test  # type: ignore[attr-defined]
    return outside


def _inside(module: str, name: str, tmp_path: Path, answer: Connection) -> None:
    program.become_the_parent()
    try:
        _own_mounts()
        disk = Disk(tmp_path / "disk")
    except (OSError, AttributeError) as error:
        answer.send(("not here", str(error)))
        return
    try:
        getattr(importlib.import_module(module), name).inside(disk, tmp_path)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told outside
        answer.send(("failed", traceback.format_exc()))
    else:
        answer.send(("passed", ""))


def _own_mounts() -> None:
    """Leave the namespace of the machine's mounts, as root or as who becomes root there."""
    if sys.platform != "linux":
        raise OSError("not Linux")
    user, group = os.geteuid(), os.getegid()
    _call("unshare", _NEW_MOUNTS | (0 if user == 0 else _NEW_USER))
    if user != 0:
        for file, text in (
            ("setgroups", "deny"),
            ("uid_map", f"0 {user} 1"),
            ("gid_map", f"0 {group} 1"),
        ):
            Path("/proc/self", file).write_text(text)
    _call("mount", b"none", b"/", None, _PRIVATE_BELOW, None)


def _call(function: str, *arguments: object) -> None:
    if getattr(ctypes.CDLL(None, use_errno=True), function)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{function}: {os.strerror(number)}")
