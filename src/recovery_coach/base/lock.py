"""A lock that dies with its process: whoever holds it lives, whatever number the system gave it.

A process id would lie: it can be another's by now, or a dead process nobody has fetched yet. The
system itself lets go of a file lock the moment its process ends, killed or not.
"""

from __future__ import annotations

import contextlib
import os
from functools import cache
from pathlib import Path

from recovery_coach.base.files import make_private_folder, open_private


class ProcessLock:
    """A lock on ``path``, held from :meth:`acquire` to :meth:`release` or the process's end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False where another process (or another lock here) holds it.

        Raises OSError where the file cannot be made.
        """
        make_private_folder(self.path.parent)
        handle = open_private(self.path, os.O_RDWR | os.O_CREAT)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        os.ftruncate(handle, 0)
        os.write(handle, _holder(os.getpid()))
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go, and take the file away. Does nothing where it is not held."""
        handle, self._handle = self._handle, None
        if handle is not None:
            # Away first: a file that somebody else locks after us must not be removed under them.
            with contextlib.suppress(OSError):
                self.path.unlink()
            os.close(handle)

    def held_elsewhere(self) -> bool:
        """Whether another living process holds it; a file left by a dead one is taken away."""
        if self._handle is not None:
            return False
        try:
            if not self.path.exists():
                return False
            if not self.acquire():
                return self.path.read_bytes() != _holder(os.getpid())
        except OSError:
            return False
        self.release()
        return False


@cache
def _holder(process: int) -> bytes:
    """What tells this process from all others: in a sandbox its number may be that of another."""
    return f"{process} {os.urandom(8).hex()}".encode()


def _lock(handle: int) -> None:
    """Lock at once or raise OSError."""
    if os.name == "posix":
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
