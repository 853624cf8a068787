"""Writing files so that a reader sees the old content or the new, never half of it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

PRIVATE = 0o600
"""Readable and writable by the owner alone: a diary is nobody else's business."""


def make_private_folder(folder: Path) -> None:
    """Create ``folder``, closed to other users, and any parents it needs. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content`` in one step, with mode 0600. Raises OSError."""
    import tempfile  # here, since most starts write no file

    make_private_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(PRIVATE)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def sync_folder_of(path: Path) -> None:
    """Have the names in the folder of ``path`` on the disk as well, where the system can."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
